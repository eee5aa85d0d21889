import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  frequencyOf,
  Period,
  periodAfter,
  periodNumber,
  periodsBetween,
  periodText,
  samePeriodLastYear,
  yearOf,
} from '../../src/domain/period.ts';

const seeded = { seed: 20160505 };
const suffixes = ['', '-H1', '-H2', '-Q1', '-Q4', '-01', '-07', '-12'];
const period = fc
  .tuple(fc.integer({ min: 1900, max: 2100 }), fc.constantFrom(...suffixes))
  .map(([year, suffix]) => `${year}${suffix}`);

test.each([
  ['2020', 202000, 'year'],
  ['2020-07', 202007, 'month'],
  ['2020-12', 202012, 'month'],
  ['2020-Q3', 202043, 'quarter'],
  ['2020-H1', 202061, 'half-year'],
  ['0999-H2', 99962, 'half-year'],
])('%s is %i, a %s', (text, number, frequency) => {
  expect(periodNumber(text)).toBe(number);
  expect(periodText(number)).toBe(text);
  expect(frequencyOf(number)).toBe(frequency);
});

test.each([
  '',
  '20',
  '2020-00',
  '2020-13',
  '2020-Q5',
  '2020-Q',
  '2020-H3',
  '2020-7',
  '2020年',
  ' 2020',
])('“%s” is no period', (text) => {
  expect(periodNumber(text)).toBeNull();
  expect(Period.safeParse(text).success).toBe(false);
});

test.each([
  ['2020', 1, '2021'],
  ['2020-12', 1, '2021-01'],
  ['2020-01', -1, '2019-12'],
  ['2020-Q4', 2, '2021-Q2'],
  ['2020-H2', 1, '2021-H1'],
  ['2020-05', 0, '2020-05'],
  ['2020-Q1', -5, '2018-Q4'],
])('%s and %i of its kind later is %s', (from, steps, to) => {
  expect(periodText(periodAfter(periodNumber(from) ?? 0, steps))).toBe(to);
});

describe('properties', () => {
  test('text and number are two writings of one period', () => {
    fc.assert(
      fc.property(period, (text) => periodText(periodNumber(text) ?? 0) === text),
      seeded,
    );
  });

  test('going there is the distance between, and going back undoes it', () => {
    fc.assert(
      fc.property(period, fc.integer({ min: -300, max: 300 }), (text, steps) => {
        const from = periodNumber(text) ?? 0;
        const to = periodAfter(from, steps);
        expect(frequencyOf(to)).toBe(frequencyOf(from));
        expect(periodsBetween(from, to)).toBe(steps);
        expect(periodAfter(to, -steps)).toBe(from);
        expect(Math.sign(to - from)).toBe(Math.sign(steps));
      }),
      seeded,
    );
  });

  test('the same period last year is of the same kind, a year before', () => {
    fc.assert(
      fc.property(period, (text) => {
        const number = periodNumber(text) ?? 0;
        const before = samePeriodLastYear(number);
        expect(yearOf(before)).toBe(yearOf(number) - 1);
        expect(frequencyOf(before)).toBe(frequencyOf(number));
      }),
      seeded,
    );
  });

  test('between periods of two kinds there is no distance', () => {
    expect(periodsBetween(202000, 202007)).toBeNull();
  });
});
