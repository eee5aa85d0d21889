import { median } from '../kernels/quantile.ts';

/** Where a value stands among others: its rank from the better end, and the middle one. */
export interface Position {
  /** 1 for the best; equal values share the better rank. Null where more is neither better nor worse. */
  readonly rank: number | null;
  /** How many share the rank, itself included. */
  readonly ties: number;
  /** How many have a value. */
  readonly present: number;
  readonly median: number | null;
}

/**
 * Returns where `value` stands among `values`, of which it is one; those without a value are not
 * counted. A value of null has no rank.
 */
export function positionAmong(
  value: number | null,
  values: readonly (number | null)[],
  direction: 'up' | 'down' | 'none',
): Position {
  const known = values.filter((one) => one !== null);
  const middle = median(known);
  const none = { rank: null, ties: 0, present: known.length, median: middle };
  if (value === null || direction === 'none') return none;
  const better = known.filter((one) => (direction === 'up' ? one > value : one < value)).length;
  const ties = known.filter((one) => one === value).length;
  return { ...none, rank: better + 1, ties };
}
