import type { PeriodNumber } from '../domain/period.ts';
import { yearOf } from '../domain/period.ts';
import { changedBetween } from './changes.ts';
import {
  type Indicators,
  type Leaf,
  type Level,
  leavesOf,
  type Operand,
  type Summary,
  summaryOf,
} from './evaluate.ts';
import type { Places } from './places.ts';
import type { ReportedAt } from './reported.ts';

/** What figures are computed from; what is asked again and again of it is kept. */
export interface Calculation {
  readonly indicators: Indicators;
  readonly places: Places;
  readonly reported: ReportedAt;
  readonly leaves: (ask: Operand, level: Level) => readonly Leaf[];
  /** What a figure of several places is. */
  readonly summary: (indicator: string) => Summary;
  /** The places whose territory changed between the first and last of these periods. */
  readonly changed: (leaves: readonly Operand[]) => ReadonlySet<string>;
}

/** Returns a calculation over reported figures. */
export function calculationOf(given: {
  readonly indicators: Indicators;
  readonly places: Places;
  readonly reported: ReportedAt;
}): Calculation {
  const { indicators, places } = given;
  const leaves = { place: kept<Leaf[]>(), several: kept<Leaf[]>(), totals: kept<Leaf[]>() };
  const summaries = new Map<string, Summary>();
  const changes = new Map<string, ReadonlySet<string>>();
  return {
    ...given,
    leaves: (ask, level) => {
      const found = leaves[level].get(ask) ?? [...leavesOf(ask, indicators, level)];
      leaves[level].set(ask, found);
      return found;
    },
    summary: (indicator) => {
      const found = summaries.get(indicator) ?? summaryOf(indicator, indicators);
      summaries.set(indicator, found);
      return found;
    },
    changed: (operands) => {
      const [from, to] = spanOf(operands.map((one) => one.period));
      if (from >= to) return nowhere;
      const key = `${from} ${to}`;
      const found = changes.get(key) ?? changedBetween(places.register.events, from, to);
      changes.set(key, found);
      return found;
    },
  };
}

const nowhere: ReadonlySet<string> = new Set();

/** What is kept by indicator and period. */
function kept<Value>() {
  const byIndicator = new Map<string, Map<PeriodNumber, Value>>();
  return {
    get: (ask: Operand) => byIndicator.get(ask.indicator)?.get(ask.period),
    set: (ask: Operand, value: Value) => {
      const ofIndicator = byIndicator.get(ask.indicator) ?? new Map<PeriodNumber, Value>();
      byIndicator.set(ask.indicator, ofIndicator.set(ask.period, value));
    },
  };
}

/** Returns the first and the last year of periods; those of no periods are 0. */
export function spanOf(periods: readonly PeriodNumber[]): readonly [number, number] {
  if (periods.length === 0) return [0, 0];
  let [from, to] = [Number.POSITIVE_INFINITY, 0];
  for (const period of periods) {
    from = Math.min(from, yearOf(period));
    to = Math.max(to, yearOf(period));
  }
  return [from, to];
}
