import type { Withheld } from '../domain/figure.ts';
import type { Indicator } from '../domain/indicator.ts';
import { type PeriodNumber, yearOf } from '../domain/period.ts';
import { decimalDot, decimalSum } from '../kernels/decimal.ts';
import type { Calculation } from './calculation.ts';
import { evaluate, type Operand } from './evaluate.ts';
import type { Part, Unit } from './unit.ts';

/**
 * Returns an indicator's value for places taken together, all of which have all it rests on: each
 * leaf is brought together by its own aggregation, then formulas are applied. `not-comparable`
 * where an indicator cannot be brought together over parts of places; `not-computable` where a
 * formula does not apply.
 */
export function combined(
  ask: Operand,
  units: readonly Unit[],
  calculation: Calculation,
): number | Withheld {
  const leaves = calculation.leaves(ask, 'totals');
  const { indicators } = calculation;
  const fits = leaves.every((leaf) => {
    const kind = indicators.get(leaf.indicator)?.aggregation?.kind;
    return kind === 'sum' || units.every((unit) => canCombine(kind, unit, leaf.period));
  });
  if (!fits) return 'not-comparable';
  const value = togetherOf(ask, units, calculation);
  return value ?? 'not-computable';
}

/** Half a county does not have half its rate. */
function canCombine(kind: string | undefined, unit: Unit, period: PeriodNumber): boolean {
  const parts = unit.partsIn(yearOf(period));
  return kind === 'mean' && parts.every((part) => part.share === 1);
}

function togetherOf(ask: Operand, units: readonly Unit[], calculation: Calculation): number | null {
  return evaluate(ask, calculation.indicators, (indicator, period) =>
    leafOf(indicator, period, units, calculation),
  );
}

function leafOf(
  indicator: Indicator,
  period: PeriodNumber,
  units: readonly Unit[],
  calculation: Calculation,
): number | null {
  const { aggregation } = indicator;
  switch (aggregation?.kind) {
    case 'sum':
      return total(indicator.id, period, units, calculation);
    case 'mean':
      return mean(indicator.id, aggregation.weight, period, units, calculation);
    case 'ratio': {
      const over = togetherOf({ indicator: aggregation.numerator, period }, units, calculation);
      const under = togetherOf({ indicator: aggregation.denominator, period }, units, calculation);
      return over === null || under === null || under === 0
        ? null
        : (over / under) * aggregation.times;
    }
    default:
      return null;
  }
}

function total(
  indicator: string,
  period: PeriodNumber,
  units: readonly Unit[],
  { reported }: Calculation,
): number | null {
  const values: number[] = [];
  for (const { territory, share } of partsOf(units, period)) {
    const value = reported(territory, indicator, period)?.value ?? null;
    if (value === null) return null;
    values.push(value * share);
  }
  return decimalSum(values);
}

function mean(
  indicator: string,
  weight: string,
  period: PeriodNumber,
  units: readonly Unit[],
  { reported, indicators }: Calculation,
): number | null {
  const [values, weights]: [number[], number[]] = [[], []];
  for (const { territory } of partsOf(units, period)) {
    const at = (id: string, when: PeriodNumber) => reported(territory, id, when)?.value ?? null;
    const value = at(indicator, period);
    const weighs = evaluate({ indicator: weight, period }, indicators, (one, when) =>
      at(one.id, when),
    );
    if (value === null || weighs === null) return null;
    values.push(value);
    weights.push(weighs);
  }
  const divisor = decimalSum(weights);
  return divisor === 0 ? null : decimalDot(values, weights) / divisor;
}

function* partsOf(units: readonly Unit[], period: PeriodNumber): Generator<Part> {
  for (const unit of units) yield* unit.partsIn(yearOf(period));
}
