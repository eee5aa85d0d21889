import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { median, quantile } from '../../src/kernels/quantile.ts';
import { ranks } from '../../src/kernels/ranks.ts';

// Reference values: numpy.quantile([3, 1, 4, 1, 5, 9, 2, 6], p), NumPy 1.26, its default method.
describe('quantile', () => {
  const values = [3, 1, 4, 1, 5, 9, 2, 6];
  test.each([
    [0, 1],
    [0.1, 1],
    [0.25, 1.75],
    [0.5, 3.5],
    [0.75, 5.25],
    [0.9, 6.9],
    [1, 9],
  ])('of eight numbers at %d is %d', (p, expected) => {
    expect(quantile(values, p)).toBeCloseTo(expected, 12);
  });

  test('of none is none, of one is itself', () => {
    expect([median([]), median([7]), quantile([7], 0.9)]).toEqual([null, 7, 7]);
  });

  test('does not ask in which order they come, and stays between the ends', () => {
    const numbers = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1 });
    fc.assert(
      fc.property(numbers, fc.double({ min: 0, max: 1, noNaN: true }), (list, p) => {
        const found = quantile(list, p);
        expect(found).toBe(quantile(list.toReversed(), p));
        expect(found).toBeGreaterThanOrEqual(Math.min(...list));
        expect(found).toBeLessThanOrEqual(Math.max(...list));
      }),
      { seed: 1 },
    );
  });
});

describe('ranks', () => {
  test('give equal numbers the better rank and skip the next', () => {
    expect(ranks([10, 30, 20, 30])).toEqual([4, 1, 3, 1]);
    expect(ranks([10, 30, 20, 30], { ascending: true })).toEqual([1, 3, 2, 3]);
    expect(ranks([])).toEqual([]);
  });

  test('follow the numbers when these change places', () => {
    const numbers = fc.array(fc.integer({ min: 0, max: 20 }));
    fc.assert(
      fc.property(numbers, (list) => {
        expect(ranks(list.toReversed())).toEqual(ranks(list).toReversed());
      }),
      { seed: 2 },
    );
  });
});
