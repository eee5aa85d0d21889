import type { CellView, FieldView, KnownFigure, SectionView, Sheet } from '../api/collection.ts';
import type { FormRule } from '../domain/form.ts';
import type { Period } from '../domain/period.ts';
import { frequencyOf, type PeriodNumber, periodNumber } from '../domain/period-number.ts';
import { type EntryValue, parseEntry } from './entry-value.ts';
import { fieldsOf } from './form-view.ts';

/** A cell as far as it is checked. */
export type TypedCell = Pick<CellView, 'indicator' | 'value' | 'absence' | 'note'>;

/** A sheet as far as its cells are checked. */
export interface CheckedSheet {
  readonly sections: readonly SectionView[];
  readonly rules: readonly FormRule[];
  readonly period: Period;
  readonly cells: readonly TypedCell[];
  /** Figures of the base: of this period, of the one before, and all earlier ones. */
  readonly known: readonly KnownFigure[];
  readonly before: readonly KnownFigure[];
  readonly history: readonly KnownFigure[];
}

/** Returns a submission as far as its cells are checked. */
export function checkedSheet(sheet: Sheet): CheckedSheet {
  return { ...sheet, rules: sheet.form.rules, period: sheet.entry.period };
}

/** A figure of an earlier period. */
export interface PastFigure {
  readonly period: PeriodNumber;
  readonly decimal: string;
  readonly value: number;
}

/** A line of the form with what was typed there and what is known of it. */
export interface Entry {
  readonly field: FieldView;
  /** Null where nobody typed anything. */
  readonly cell: TypedCell | null;
  /** What the text says; null where there is none. */
  readonly typed: EntryValue | null;
  readonly known: KnownFigure | null;
  /** The typed figure or, where none is typed, the known one; null where there is none. */
  readonly decimal: string | null;
  /** Earlier figures of the same frequency, oldest first. */
  readonly past: readonly PastFigure[];
}

/** Returns the lines of a sheet in their order, each with all that is known of it. */
export function entriesOf(sheet: CheckedSheet): Entry[] {
  const now = periodNumber(sheet.period) ?? 0;
  const cells = new Map(sheet.cells.map((cell) => [cell.indicator, cell]));
  const known = new Map(sheet.known.map((figure) => [figure.indicator, figure]));
  const past = pastFigures([...sheet.history, ...sheet.before], now);
  return fieldsOf(sheet.sections).map((field) => {
    const cell = cells.get(field.indicator) ?? null;
    const text = cell?.value?.trim() ?? '';
    const typed = text === '' ? null : parseEntry(text, field.unit);
    const figure = known.get(field.indicator) ?? null;
    return {
      field,
      cell,
      typed,
      known: figure,
      decimal: decimalOf(typed, cell, figure),
      past: past.get(field.indicator) ?? [],
    };
  });
}

function decimalOf(
  typed: EntryValue | null,
  cell: TypedCell | null,
  known: KnownFigure | null,
): string | null {
  if (typed) return typed.ok ? typed.decimal : null;
  return cell?.absence ? null : (known?.value ?? null);
}

/** Each period once; what stands beside the cells is the last of them. */
function pastFigures(
  figures: readonly KnownFigure[],
  now: PeriodNumber,
): ReadonlyMap<string, readonly PastFigure[]> {
  const found = new Map<string, Map<PeriodNumber, PastFigure>>();
  for (const { indicator, period: text, value } of figures) {
    const period = periodNumber(text);
    if (period === null || value === null || period >= now) continue;
    if (frequencyOf(period) !== frequencyOf(now)) continue;
    const own = found.get(indicator) ?? new Map<PeriodNumber, PastFigure>();
    own.set(period, { period, decimal: value, value: Number(value) });
    found.set(indicator, own);
  }
  return new Map(
    [...found].map(([indicator, own]) => [
      indicator,
      [...own.values()].sort((one, other) => one.period - other.period),
    ]),
  );
}
