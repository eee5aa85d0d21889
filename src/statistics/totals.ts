import type { Figure } from '../domain/figure.ts';
import type { Indicator } from '../domain/indicator.ts';
import { type PeriodNumber, yearOf } from '../domain/period.ts';
import { withoutNoise } from '../kernels/decimal.ts';
import { totalOrPart } from './aggregate.ts';
import type { Calculation } from './calculation.ts';
import { evaluate, type Indicators, type Operand } from './evaluate.ts';
import { quality } from './reported.ts';

/** A kept total of a group within a place; see the table `aggregate`. */
export interface Total {
  readonly present: number;
  readonly expected: number;
  /** A fingerprint of the places that are in. */
  readonly covered: string;
  readonly provisional: number;
  readonly estimated: number;
  readonly doubtful: number;
  readonly total: number | null;
  readonly weight: number | null;
  readonly middle: number | null;
}

/** The kept totals of one group within one place. */
export interface KeptTotals {
  readonly at: (indicator: string, period: PeriodNumber) => Total | undefined;
  readonly membersIn: (year: number) => readonly string[];
}

/**
 * Returns the figure of a group from its kept totals: the same that its members' figures give. Null
 * where no member has one; `recount` where totals do not tell: they are not of the same places.
 */
export function figureOfTotals(
  ask: Operand,
  kept: KeptTotals,
  calculation: Calculation,
): Figure | null | 'recount' {
  const leaves = calculation.leaves(ask, 'totals');
  const { indicators } = calculation;
  const isLeaf = leaves.length === 1 && leaves[0]?.indicator === ask.indicator;
  if (!leaves.every((leaf) => isKept(leaf.indicator, indicators))) return 'recount';
  if (!isLeaf && calculation.summary(ask.indicator) === 'median') return 'recount';
  const totals = leaves.map((leaf) => kept.at(leaf.indicator, leaf.period));
  const [first] = totals;
  if (!first || totals.some((total) => (total?.present ?? 0) === 0)) return null;
  const same = totals.filter((total) => total !== undefined);
  if (!areOfSamePlaces(same, leaves, kept, calculation)) return 'recount';
  const value = evaluate(ask, indicators, (indicator, period) =>
    valueOfTotal(indicator, period, kept, indicators),
  );
  const coverage = { present: first.present, expected: first.expected };
  if (value === null) return { value: null, withheld: 'not-computable', coverage };
  return {
    ...totalOrPart(withoutNoise(value), coverage, calculation.summary(ask.indicator)),
    ...quality({
      estimated: same.some((total) => total.estimated > 0),
      provisional: same.some((total) => total.provisional > 0),
      doubtful: same.reduce((sum, total) => sum + total.doubtful, 0),
    }),
  };
}

/** Weights are kept where they are reported figures themselves. */
function isKept(id: string, indicators: Indicators): boolean {
  const aggregation = indicators.get(id)?.aggregation;
  if (aggregation?.kind !== 'mean') return aggregation !== undefined;
  return indicators.get(aggregation.weight)?.derived === undefined;
}

/**
 * Totals may be put into one formula where they are of the same places, and it is clear which others
 * were expected: all of them are in, or none of the group was left out as not applicable.
 */
function areOfSamePlaces(
  totals: readonly Total[],
  leaves: readonly Operand[],
  kept: KeptTotals,
  calculation: Calculation,
): boolean {
  const [first] = totals;
  if (!first || totals.length === 1) return true;
  const members = leaves.map((leaf) => kept.membersIn(yearOf(leaf.period)));
  const alike = totals.every(
    (total) => total.covered === first.covered && total.present === first.present,
  );
  const whole =
    totals.every((total) => total.present === total.expected) ||
    totals.every(
      (total, index) =>
        total.expected === members[index]?.length && haveSame(members[index], members[0] ?? []),
    );
  const changed = calculation.changed(leaves);
  const stayed = changed.size === 0 || !members.flat().some((id) => changed.has(id));
  return alike && whole && stayed;
}

function haveSame(a: readonly string[], b: readonly string[]): boolean {
  return a === b || (a.length === b.length && a.every((id, index) => id === b[index]));
}

function valueOfTotal(
  indicator: Indicator,
  period: PeriodNumber,
  kept: KeptTotals,
  indicators: Indicators,
): number | null {
  const { aggregation } = indicator;
  if (aggregation?.kind === 'ratio') {
    const [over, under] = [aggregation.numerator, aggregation.denominator].map((id) =>
      evaluate({ indicator: id, period }, indicators, (one, when) =>
        valueOfTotal(one, when, kept, indicators),
      ),
    );
    return over == null || under == null || under === 0 ? null : (over / under) * aggregation.times;
  }
  const total = kept.at(indicator.id, period);
  if (aggregation?.kind === 'sum') return total?.total ?? null;
  if (aggregation?.kind === 'median') return total?.middle ?? null;
  if (total?.total == null || !total.weight) return null;
  return total.total / total.weight;
}
