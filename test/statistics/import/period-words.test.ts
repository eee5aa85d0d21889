import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Frequency } from '../../../src/domain/period.ts';
import { periodText } from '../../../src/domain/period.ts';
import {
  daysOf,
  parsePeriodWords,
  periodFor,
} from '../../../src/statistics/import/period-words.ts';

const readings: readonly [text: string, year: number | null, months: [number, number] | null][] = [
  ['2015', 2015, null],
  ['２０１５年', 2015, null],
  ['二〇一五年', 2015, null],
  ['2015年度', 2015, null],
  ['2015年末', 2015, null],
  ['2015-12-31', 2015, null],
  ['2015年上半年', 2015, [1, 6]],
  ['2015-H2', 2015, [7, 12]],
  ['2016Q1', 2016, [1, 3]],
  ['2016-Q3', 2016, [7, 9]],
  ['2016年第三季度', 2016, [7, 9]],
  ['2016年前三季度', 2016, [1, 9]],
  ['2015年1—6月', 2015, [1, 6]],
  ['2015年1-12月', 2015, [1, 12]],
  ['2015年3月', 2015, [3, 3]],
  ['2015-03', 2015, [3, 3]],
  ['201503', 2015, [3, 3]],
  ['2015/3/15', 2015, [3, 3]],
  ['下半年', null, [7, 12]],
  ['2季度', null, [4, 6]],
  ['1—3月', null, [1, 3]],
  ['11月份', null, [11, 11]],
];

describe('periods', () => {
  test.each(readings)('%s', (text, year, months) => {
    expect(parsePeriodWords(text)).toEqual({ year, months });
  });

  test.each([
    '',
    '去年',
    '1234',
    '99999',
    '13月',
    '9-3月',
    '2015年13月',
    '2015—2020年',
    '5',
    '2015-99',
    '数值',
  ])('%s is none', (text) => {
    expect(parsePeriodWords(text)).toBeNull();
  });

  const fits: readonly [
    text: string,
    frequency: Frequency,
    cumulative: boolean,
    period: string | null,
  ][] = [
    ['2015', 'year', false, '2015'],
    ['2015年1—12月', 'year', true, '2015'],
    ['2015', 'quarter', true, null],
    ['2015年1—12月', 'quarter', true, '2015-Q4'],
    ['2015年1—6月', 'half-year', false, '2015-H1'],
    ['2015年1—6月', 'quarter', true, '2015-Q2'],
    ['2015年1—6月', 'quarter', false, null],
    ['2015年1—6月', 'month', true, '2015-06'],
    ['2015年二季度', 'quarter', false, '2015-Q2'],
    ['2015年二季度', 'year', false, null],
    ['2015年5月', 'month', false, '2015-05'],
    ['2015年2—5月', 'month', true, null],
    ['上半年', 'half-year', false, null],
  ];
  test.each(fits)(
    '%s of figures by %s, cumulative %s, is %s',
    (text, frequency, cumulative, period) => {
      const words = parsePeriodWords(text);
      const timing = cumulative ? 'cumulative' : 'periodic';
      const found = words && periodFor(words, { frequency, timing });
      expect(found === null ? null : periodText(found)).toBe(period);
    },
  );

  test('as the product writes them read back', () => {
    const frequency = fc.constantFrom<Frequency>('year', 'half-year', 'quarter', 'month');
    fc.assert(
      fc.property(frequency, fc.integer({ min: 1949, max: 2099 }), fc.nat(11), (kind, year, at) => {
        const { first, count } = {
          year: { first: 0, count: 1 },
          'half-year': { first: 61, count: 2 },
          quarter: { first: 41, count: 4 },
          month: { first: 1, count: 12 },
        }[kind];
        const period = year * 100 + first + (at % count);
        const words = parsePeriodWords(periodText(period));
        expect(words && periodFor(words, { frequency: kind, timing: 'periodic' })).toBe(period);
      }),
      { seed: 3 },
    );
  });

  test.each([
    [201500, '2015-01-01', '2015-12-31'],
    [201561, '2015-01-01', '2015-06-30'],
    [201644, '2016-10-01', '2016-12-31'],
    [201602, '2016-02-01', '2016-02-29'],
  ])('%i has its days', (period, first, last) => {
    expect(daysOf(period)).toEqual({ first, last });
  });
});
