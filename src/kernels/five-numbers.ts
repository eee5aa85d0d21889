import { quantile } from './quantile.ts';

/** Least, lower quartile, median, upper quartile and greatest of some numbers. */
export interface FiveNumbers {
  readonly min: number;
  readonly lower: number;
  readonly median: number;
  readonly upper: number;
  readonly max: number;
}

/** Returns the five-number summary (Tukey 1977) with quantiles of type 7; null for no numbers. */
export function fiveNumbers(values: readonly number[]): FiveNumbers | null {
  const [min, lower, median, upper, max] = [0, 0.25, 0.5, 0.75, 1].map((p) => quantile(values, p));
  if (min == null || lower == null || median == null || upper == null || max == null) return null;
  return { min, lower, median, upper, max };
}
