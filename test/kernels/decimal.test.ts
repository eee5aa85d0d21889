import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decimalDot, decimalSum, withoutNoise } from '../../src/kernels/decimal.ts';

describe('decimalSum', () => {
  test.each([
    [[], 0],
    [[0.1, 0.2], 0.3],
    [[1.005, 2.675, -0.01], 3.67],
    [[1e14, 0.25, 0.5], 1e14 + 0.75],
    [[2 ** 53, 1, 1], 2 ** 53 + 2],
    [[1e-7, 2e-7], 3e-7],
    [[1e21, -1e21, 5], 5],
    [[1 / 3, 1 / 3, 1 / 3], 0.9999999999999999],
  ])('of %j is %d', (values, sum) => {
    expect(decimalSum(values)).toBe(sum);
  });

  test('is the same in any order, and exactly that of the decimals', () => {
    const cents = fc.array(fc.integer({ min: -1e12, max: 1e12 }), { maxLength: 60 });
    fc.assert(
      fc.property(cents, (whole) => {
        const values = whole.map((value) => value / 1000);
        const expected = Number(`${whole.reduce((sum, value) => sum + BigInt(value), 0n)}e-3`);
        expect(decimalSum(values)).toBe(expected);
        expect(decimalSum(values.toReversed())).toBe(expected);
      }),
      { seed: 3 },
    );
  });
});

describe('decimalDot', () => {
  test('is that of the decimals, however long', () => {
    const pair = fc.tuple(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 1e12 }));
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 40 }), (pairs) => {
        const sum = pairs.reduce((total, [a, b]) => total + BigInt(a) * BigInt(b), 0n);
        const dot = decimalDot(
          pairs.map(([value]) => value / 1e4),
          pairs.map(([, weight]) => weight / 100),
        );
        expect(dot).toBe(Number(`${sum}e-6`));
      }),
      { seed: 4 },
    );
  });
});

test('withoutNoise takes away what is no digit of a decimal', () => {
  expect(withoutNoise(0.1 + 0.2)).toBe(0.3);
  expect(withoutNoise(1234567.89)).toBe(1234567.89);
});
