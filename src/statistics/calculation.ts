import type { PeriodNumber } from '../domain/period.ts';
import { yearOf } from '../domain/period.ts';
import { changedBetween } from './changes.ts';
import { type Indicators, type Leaf, type Level, leavesOf, type Operand } from './evaluate.ts';
import type { Places } from './places.ts';
import type { ReportedAt } from './reported.ts';

/** What figures are computed from; what is asked again and again of it is kept. */
export interface Calculation {
  readonly indicators: Indicators;
  readonly places: Places;
  readonly reported: ReportedAt;
  readonly leaves: (ask: Operand, level: Level) => readonly Leaf[];
  /** The places whose territory changed between the first and last of these periods. */
  readonly changed: (leaves: readonly Operand[]) => ReadonlySet<string>;
}

/** Returns a calculation over reported figures. */
export function calculationOf(given: {
  readonly indicators: Indicators;
  readonly places: Places;
  readonly reported: ReportedAt;
}): Calculation {
  const leaves = new Map<string, readonly Leaf[]>();
  const changes = new Map<string, ReadonlySet<string>>();
  return {
    ...given,
    leaves: (ask, level) => {
      const key = `${level} ${ask.indicator} ${ask.period}`;
      const found = leaves.get(key) ?? leavesOf(ask, given.indicators, level);
      leaves.set(key, found);
      return found;
    },
    changed: (operands) => {
      const [from, to] = spanOf(operands.map((one) => one.period));
      const key = `${from} ${to}`;
      const found =
        changes.get(key) ??
        (from < to ? changedBetween(given.places.register.events, from, to) : new Set<string>());
      changes.set(key, found);
      return found;
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
