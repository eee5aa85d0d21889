import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rounded, roundedText } from '../../src/domain/rounding.ts';

const seeded = { seed: 20160505 };

test.each<[number, number, string]>([
  [0.5, 0, '0'],
  [1.5, 0, '2'],
  [2.5, 0, '2'],
  [-2.5, 0, '-2'],
  [2.675, 2, '2.68'],
  [2.665, 2, '2.66'],
  [1.005, 2, '1.00'],
  [2.6651, 2, '2.67'],
  [0.05, 1, '0.0'],
  [0.15, 1, '0.2'],
  [9.995, 2, '10.00'],
  [99.5, 0, '100'],
  [-0.4, 0, '0'],
  [-0.5, 0, '0'],
  [-0.6, 0, '-1'],
  [0, 3, '0.000'],
  [1e21, 0, '1000000000000000000000'],
  [1.5e21, 2, '1500000000000000000000.00'],
  [1e-7, 6, '0.000000'],
  [5e-7, 6, '0.000000'],
  [1.5e-6, 6, '0.000002'],
  [5e-324, 2, '0.00'],
  [12345.678, 1, '12345.7'],
])('%d to %i places is %s', (value, digits, text) => {
  expect(roundedText(value, digits)).toBe(text);
});

test.each([Number.NaN, Number.POSITIVE_INFINITY])('%d cannot be rounded', (value) => {
  expect(() => roundedText(value, 2)).toThrow(RangeError);
});

describe('properties', () => {
  const value = fc.double({ min: -1e12, max: 1e12, noNaN: true, noDefaultInfinity: true });
  const digits = fc.integer({ min: 0, max: 6 });

  test('the text has so many places, and no sign on a zero', () => {
    fc.assert(
      fc.property(value, digits, (number, places) => {
        const text = roundedText(number, places);
        expect(text).toMatch(places === 0 ? /^-?\d+$/ : new RegExp(`^-?\\d+\\.\\d{${places}}$`));
        expect(text).not.toMatch(/^-[0.]+$/);
      }),
      seeded,
    );
  });

  test('it is no further away than half a place', () => {
    fc.assert(
      fc.property(value, digits, (number, places) => {
        const away = Math.abs(rounded(number, places) - number);
        expect(away).toBeLessThanOrEqual(0.5 * 10 ** -places + Math.abs(number) * 1e-15);
      }),
      seeded,
    );
  });

  test('rounding again changes nothing; the opposite rounds to the opposite', () => {
    fc.assert(
      fc.property(value, digits, (number, places) => {
        const once = rounded(number, places);
        expect(roundedText(once, places)).toBe(roundedText(number, places));
        expect(Math.abs(rounded(-number, places))).toBe(Math.abs(once));
      }),
      seeded,
    );
  });

  test('an exact half goes to the even neighbour', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), (whole) => {
        expect(Math.abs(rounded(whole + 0.5, 0) % 2)).toBe(0);
      }),
      seeded,
    );
  });

  test('order is kept', () => {
    fc.assert(
      fc.property(value, value, digits, (one, other, places) => {
        const [low, high] = one < other ? [one, other] : [other, one];
        expect(rounded(low, places)).toBeLessThanOrEqual(rounded(high, places));
      }),
      seeded,
    );
  });
});
