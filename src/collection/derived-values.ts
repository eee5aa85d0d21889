import { type PeriodNumber, periodNumber } from '../domain/period-number.ts';
import { roundedText } from '../domain/rounding.ts';
import { withoutNoise } from '../kernels/decimal.ts';
import { evaluate } from '../statistics/evaluate.ts';
import { checkCells } from './check-cells.ts';
import { type CheckedSheet, type Entry, entriesOf } from './entry.ts';

/**
 * Returns the figures of the derived lines of a sheet by indicator, as decimal text with the digits of
 * their line, computed from what is typed or known there and from earlier figures. One whose operand
 * is not on the form, not filled, or refused by the checks is left out: unknown is not zero, and what
 * follows from a wrong figure is wrong.
 */
export function derivedValues(sheet: CheckedSheet): ReadonlyMap<string, string> {
  const refused = new Set(
    checkCells(sheet)
      .filter(({ severity }) => severity === 'error')
      .map(({ params }) => params.indicator),
  );
  const entries = entriesOf(sheet).map((entry) =>
    refused.has(entry.field.indicator) ? { ...entry, decimal: null } : entry,
  );
  const now = periodNumber(sheet.period) ?? 0;
  const fields = new Map(
    entries.map((entry) => {
      const { indicator, unit, derived } = entry.field;
      return [indicator, { id: indicator, unit, derived: derived ?? undefined, entry }] as const;
    }),
  );
  const found = new Map<string, string>();
  for (const { field } of entries) {
    if (field.derived === null) continue;
    const value = evaluate({ indicator: field.indicator, period: now }, fields, (one, period) =>
      figureAt(one.entry, period, now),
    );
    if (value !== null) found.set(field.indicator, roundedText(withoutNoise(value), field.digits));
  }
  return found;
}

function figureAt(entry: Entry, period: PeriodNumber, now: PeriodNumber): number | null {
  if (period !== now) return entry.past.find((one) => one.period === period)?.value ?? null;
  return entry.decimal === null ? null : Number(entry.decimal);
}
