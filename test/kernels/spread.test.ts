import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fiveNumbers } from '../../src/kernels/five-numbers.ts';
import { histogram } from '../../src/kernels/histogram.ts';

const numbers = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1 });

describe('five numbers', () => {
  // R: fivenum differs; quantile(c(1, 2, 4, 8, 16), type = 7) gives 1 2 4 8 16.
  test.each([
    [[16, 1, 8, 2, 4], { min: 1, lower: 2, median: 4, upper: 8, max: 16 }],
    // R: quantile(1:4) gives 1.00 1.75 2.50 3.25 4.00
    [[4, 3, 2, 1], { min: 1, lower: 1.75, median: 2.5, upper: 3.25, max: 4 }],
    [[7], { min: 7, lower: 7, median: 7, upper: 7, max: 7 }],
  ] as const)('of %j', (values, expected) => expect(fiveNumbers(values)).toEqual(expected));

  test('there are none of no numbers', () => expect(fiveNumbers([])).toBeNull());
});

describe('a histogram', () => {
  test('counts into round bins; the last holds its upper edge', () => {
    expect(histogram([0, 9, 10, 19, 30], 3)).toEqual([
      { from: 0, to: 10, count: 2 },
      { from: 10, to: 20, count: 2 },
      { from: 20, to: 30, count: 1 },
    ]);
  });

  test('of the same number over and over has one full bin', () => {
    const bins = histogram([5, 5, 5], 4).filter(({ count }) => count > 0);
    expect(bins).toHaveLength(1);
    expect(bins[0]?.count).toBe(3);
  });

  test('of nothing is empty', () => expect(histogram([], 5)).toEqual([]));

  test('counts every number once, in a bin that holds it', () =>
    fc.assert(
      fc.property(numbers, fc.integer({ min: 1, max: 20 }), (values, count) => {
        const bins = histogram(values, count);
        expect(bins.reduce((sum, bin) => sum + bin.count, 0)).toBe(values.length);
        for (const [index, bin] of bins.entries()) {
          const last = index === bins.length - 1;
          const held = values.filter(
            (value) => value >= bin.from && (value < bin.to || (last && value <= bin.to)),
          );
          expect(bin.count).toBe(held.length);
        }
      }),
      { seed: 7 },
    ));
});
