import type { Figure } from '../domain/figure.ts';
import type { Indicator } from '../domain/indicator.ts';
import { type PeriodNumber, yearOf } from '../domain/period.ts';

/** Periods of the plan in which others have a figure and a place has none. */
export interface MissingFigures {
  readonly indicator: string;
  /** Empty where it has none at all in the plan's period. */
  readonly periods: readonly PeriodNumber[];
}

/**
 * Returns what a place has no figure of within the years of a plan: of indicators that others of its
 * group have, the periods they have it in; and the proposed ones nobody collects yet. Derived
 * indicators follow from others and are left out; what does not apply to the place is no gap.
 */
export function missingFigures(
  indicators: Iterable<Indicator>,
  given: {
    readonly years: { readonly start: number; readonly end: number };
    /** Periods in which members of the group have a figure. */
    readonly others: ReadonlyMap<string, ReadonlySet<PeriodNumber>>;
    readonly own: (indicator: string, period: PeriodNumber) => Figure | null;
  },
): MissingFigures[] {
  const { years, others, own } = given;
  const found: MissingFigures[] = [];
  for (const { id, derived, standing } of indicators) {
    if (derived) continue;
    const known = others.get(id);
    if (!known) {
      if (standing === 'proposed') found.push({ indicator: id, periods: [] });
      continue;
    }
    const due = [...known].filter(
      (period) => years.start <= yearOf(period) && yearOf(period) <= years.end,
    );
    const missing = due.filter((period) => isMissing(own(id, period)));
    if (missing.length === 0) continue;
    const whole = missing.length === due.length;
    found.push({ indicator: id, periods: whole ? [] : missing.toSorted((a, b) => a - b) });
  }
  return found;
}

/** A figure that is there and cannot be brought onto the basis is not missing. */
function isMissing(figure: Figure | null): boolean {
  if (!figure) return true;
  const { value, absence, withheld } = figure;
  return value === null && absence !== 'not-applicable' && withheld !== 'not-comparable';
}
