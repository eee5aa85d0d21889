/**
 * Returns the quantile of numbers in any order by linear interpolation between order statistics:
 * type 7 of Hyndman & Fan (1996), “Sample Quantiles in Statistical Packages”, The American
 * Statistician 50(4), which is R's and NumPy's own. `p` from 0 to 1. Null for no numbers.
 */
export function quantile(values: readonly number[], p: number): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const position = (sorted.length - 1) * p;
  const below = sorted[Math.floor(position)];
  const above = sorted[Math.ceil(position)];
  if (below === undefined || above === undefined) return null;
  return below + (above - below) * (position - Math.floor(position));
}

/** Returns the middle of numbers in any order, halfway between the two middle ones of an even count. */
export function median(values: readonly number[]): number | null {
  return quantile(values, 0.5);
}
