import type { Output } from '../request.ts';
import { isSame } from './cell-content.ts';
import type { CellChange } from './desk.ts';
import type { SheetRow } from './sheet-rows.ts';

/** What the server read in a workbook; nothing of it is in the form yet. */
export type WorkbookReading = Output<'readTemplate'>;

/** A cell as it is, and as the workbook would have it. */
export interface WorkbookLine {
  readonly row: SheetRow;
  readonly change: CellChange;
}

/**
 * Returns what a workbook would change, in the order of the form: cells filled in since it went out,
 * and those that somebody changed online meanwhile. Cells that hold the same already are left out.
 */
export function workbookLines(
  { cells, conflicts }: Pick<WorkbookReading, 'cells' | 'conflicts'>,
  rows: readonly SheetRow[],
): { readonly changes: readonly WorkbookLine[]; readonly conflicts: readonly WorkbookLine[] } {
  const lines = (items: WorkbookReading['cells']) => {
    const byIndicator = new Map(items.map((item) => [item.indicator, item]));
    return rows.flatMap((row) => {
      const item = byIndicator.get(row.field.indicator);
      if (!item || isSame(row.own, item)) return [];
      const { indicator, base, value, absence, note } = item;
      return [{ row, change: { indicator, base, content: { value, absence, note } } }];
    });
  };
  return { changes: lines(cells), conflicts: lines(conflicts) };
}

/** Returns what takes a workbook back: of its cells those that nobody changed since. */
export function takenBack(
  lines: readonly WorkbookLine[],
  rows: readonly SheetRow[],
): readonly CellChange[] {
  return lines.flatMap(({ row, change: { indicator, content } }) => {
    const now = rows.find(({ field }) => field.indicator === indicator);
    return now && isSame(now.own, content) ? [{ indicator, content: row.own }] : [];
  });
}
