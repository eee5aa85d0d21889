import { niceSpan, niceTicks } from './nice-ticks.ts';

/** Numbers from `from` up to but without `to`; the last bin holds its upper edge too. */
export interface Bin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/**
 * Returns how many of the numbers lie in each of about `count` bins of round, equal width. Numbers
 * that are all the same lie in one bin; no numbers make none.
 */
export function histogram(values: readonly number[], count: number): readonly Bin[] {
  if (values.length === 0) return [];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const edges = edgesOf(niceSpan(low, high, count), low, high, count);
  const counts = edges.slice(1).map(() => 0);
  for (const value of values) {
    const after = edges.findIndex((edge) => edge > value);
    const bin = after < 0 ? counts.length - 1 : after - 1;
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return counts.map((held, bin) => ({
    from: edges[bin] ?? 0,
    to: edges[bin + 1] ?? 0,
    count: held,
  }));
}

/** Round numbers from one end to the other; both ends hold whatever rounding left outside. */
function edgesOf(
  [first, last]: readonly [number, number],
  low: number,
  high: number,
  count: number,
): readonly number[] {
  const inner = niceTicks(first, last, count).filter((tick) => tick > first && tick < last);
  return [Math.min(first, low), ...inner, Math.max(last, high)];
}
