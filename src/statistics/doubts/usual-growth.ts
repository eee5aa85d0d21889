import { medianAbsoluteDeviation } from '../../kernels/median-absolute-deviation.ts';
import { median, quantile } from '../../kernels/quantile.ts';
import { type ScaledLine, yearsBetween } from './scaled-line.ts';
import { thresholds } from './thresholds.ts';

/** How a line usually moves in a year, near some of its points. */
export interface UsualGrowth {
  readonly growth: number;
  readonly deviation: number;
}

/**
 * Returns the median step a year of a line and its deviation, over the steps within the window on
 * each side of the points `from`–`to`, without the steps that touch the points between them; null
 * where fewer than two steps are left.
 */
export function usualGrowth(line: ScaledLine, from: number, to: number): UsualGrowth | null {
  const { window } = thresholds.outOfLine;
  const steps: number[] = [];
  const last = Math.min(line.x.length - 1, to + window);
  for (let at = Math.max(1, from - window + 1); at <= last; at++) {
    if (at > from && at <= to) continue;
    const step = (line.x[at] ?? 0) - (line.x[at - 1] ?? 0);
    steps.push(step / Math.max(1, yearsBetween(line, at - 1, at)));
  }
  if (steps.length < 2) return null;
  return {
    growth: median(steps) ?? 0,
    deviation: Math.max(deviationOf(steps), line.limits.leastDeviation),
  };
}

/**
 * Returns the larger of two robust deviations. Of steps that go up one year and down the next the median
 * absolute deviation sees only one side; the distance of the quartiles, over 1.349, sees both.
 */
export function deviationOf(steps: readonly number[]): number {
  const quartiles = (quantile(steps, 0.75) ?? 0) - (quantile(steps, 0.25) ?? 0);
  return Math.max(medianAbsoluteDeviation(steps) ?? 0, quartiles / 1.349);
}
