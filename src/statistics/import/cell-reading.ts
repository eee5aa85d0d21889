import type { Absence } from '../../domain/observation.ts';
import type { SheetCell } from '../../domain/sheet.ts';
import type { ImportNames } from './import-context.ts';
import { type Resolved, refused } from './known.ts';
import { shown } from './label.ts';
import { parseNumberText } from './number-text.ts';

/** A figure as its cell gives it, or why there is none. */
export type CellReading =
  | { readonly decimal: string; readonly unit: string | null }
  | { readonly absence: Absence };

/**
 * Returns what a cell says, null where it is blank. A formula is refused, or its kept result is
 * taken where the mapping says so; text that a spreadsheet would run is a formula too.
 */
export function readCell(
  cell: SheetCell | undefined,
  names: ImportNames,
): Resolved<CellReading> | null {
  if (cell === undefined || cell === null) return null;
  if (typeof cell === 'object') {
    if (cell.kind === 'error') return refused('cell-error', { text: shown(cell.text) });
    if (names.mapping.formulas === 'refuse') return refused('cell-formula', {});
    return readCell(cell.cached, names);
  }
  if (typeof cell === 'boolean') return yesNo(cell);
  const number = parseNumberText(cell);
  if (number !== null) return { ok: true, value: number };
  if (typeof cell === 'number') return refused('value-invalid', { text: String(cell) });
  const text = cell.trim();
  return text === '' ? null : readText(text, names);
}

function readText(text: string, names: ImportNames): Resolved<CellReading> {
  const absence = names.absenceOf(text);
  if (absence !== null) return { ok: true, value: { absence } };
  if (/^(?:是|有|true|yes)$/i.test(text)) return yesNo(true);
  if (/^(?:否|无|false|no)$/i.test(text)) return yesNo(false);
  if (/^[=@]/.test(text)) return refused('cell-formula', {});
  return refused('value-invalid', { text: shown(text) });
}

/** Its unit lets it stand only for an indicator that asks yes or no. */
function yesNo(yes: boolean): Resolved<CellReading> {
  return { ok: true, value: { decimal: yes ? '1' : '0', unit: '是否' } };
}
