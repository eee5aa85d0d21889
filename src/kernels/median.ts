/**
 * Returns the median, or null of no values: the middle one, or the mean of the middle two. Does
 * not change its argument. Values are finite.
 */
export function median(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = values.slice().sort(ascending);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}

function ascending(a: number, b: number): number {
  return a - b;
}
