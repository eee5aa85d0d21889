import { ranks } from '../kernels/ranks.ts';

/** One of several places with a value or none. */
export interface Ranked {
  /** Where it stood in the order given. */
  readonly index: number;
  /** 1 for the best, shared by equals; null without a value, or where more is neither better nor worse. */
  readonly rank: number | null;
}

/**
 * Returns places in the order of their values: the best first, or the largest where more is neither
 * better nor worse; equals as they were given; those without a value last.
 */
export function ranking(
  values: readonly (number | null)[],
  direction: 'up' | 'down' | 'none',
): Ranked[] {
  const known = values.flatMap((value, index) => (value === null ? [] : [{ value, index }]));
  const ascending = direction === 'down';
  const places = ranks(
    known.map(({ value }) => value),
    { ascending },
  );
  const ranked = known
    .map(({ index }, at) => ({ index, rank: places[at] ?? 0 }))
    .toSorted((a, b) => a.rank - b.rank || a.index - b.index);
  const without = values.flatMap((value, index) => (value === null ? [{ index, rank: null }] : []));
  return [
    ...ranked.map(({ index, rank }) => ({ index, rank: direction === 'none' ? null : rank })),
    ...without,
  ];
}
