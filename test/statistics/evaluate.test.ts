import { describe, expect, test } from 'vitest';
import type { Formula } from '../../src/domain/indicator.ts';
import { periodText } from '../../src/domain/period.ts';
import { evaluate, leavesOf, operandsOf, summaryOf } from '../../src/statistics/evaluate.ts';
import { ask, madeIndicator } from './made-figures.ts';

const leaf = (id: string, unit: string, kind: 'sum' | 'median' = 'sum') =>
  madeIndicator(id, { unit, aggregation: { kind } });
const derived = (id: string, unit: string, formula: Formula) =>
  madeIndicator(id, { unit, derived: formula });

const indicators = new Map(
  [
    leaf('gdp', '万元'),
    leaf('income', '亿元'),
    leaf('people', '万人'),
    leaf('persons', '人'),
    leaf('area', '平方公里'),
    madeIndicator('years', { unit: '年', aggregation: { kind: 'mean', weight: 'persons' } }),
    madeIndicator('piped', {
      unit: '%',
      aggregation: { kind: 'ratio', numerator: 'homes-piped', denominator: 'homes', times: 100 },
    }),
    leaf('homes', '户'),
    leaf('middle', '%', 'median'),
    derived('middle-growth', '%', { op: 'growth', of: 'middle', over: 1 }),
    leaf('homes-piped', '户'),
    derived('per-head', '元/人', { op: 'per-capita', of: 'gdp', by: 'people' }),
    derived('per-person', '元/人', { op: 'per-capita', of: 'gdp', by: 'persons' }),
    derived('density', '人/平方公里', { op: 'ratio', of: 'people', by: 'area' }),
    derived('times', '', { op: 'ratio', of: 'income', by: 'gdp' }),
    derived('in-percent', '%', { op: 'ratio', of: 'income', by: 'gdp' }),
    derived('part', '%', { op: 'share', of: 'income', by: 'gdp' }),
    derived('nonsense', '元/人', { op: 'ratio', of: 'people', by: 'gdp' }),
    derived('both', '万元', { op: 'sum', of: ['gdp', 'income'] }),
    derived('gap', '亿元', { op: 'difference', of: 'income', less: 'gdp' }),
    derived('growth', '%', { op: 'growth', of: 'gdp', over: 1 }),
    derived('decade', '%', { op: 'growth', of: 'gdp', over: 10 }),
    derived('yearly', '%', { op: 'compound-growth', of: 'gdp', since: '2015' }),
    derived('index', '', { op: 'index', of: 'gdp', base: '2015' }),
    derived('growth-per-head', '%', { op: 'growth', of: 'per-head', over: 1 }),
    derived('round', '', { op: 'sum', of: ['around', 'gdp'] }),
    derived('around', '', { op: 'sum', of: ['round', 'gdp'] }),
  ].map((one) => [one.id, one]),
);

const value = (id: string, period: string | number, values: Record<string, number>) =>
  evaluate(
    ask(id, period),
    indicators,
    (one, when) => values[`${one.id} ${periodText(when)}`] ?? null,
  );

describe('a formula', () => {
  test.each([
    ['per-head', { 'gdp 2020': 500, 'people 2020': 2 }, 250],
    ['per-person', { 'gdp 2020': 500, 'persons 2020': 20_000 }, 250],
    ['density', { 'people 2020': 3, 'area 2020': 100 }, 300],
    ['times', { 'income 2020': 1, 'gdp 2020': 5_000 }, 2],
    ['in-percent', { 'income 2020': 1, 'gdp 2020': 5_000 }, 200],
    ['part', { 'income 2020': 1, 'gdp 2020': 50_000 }, 20],
    ['both', { 'income 2020': 1, 'gdp 2020': 5 }, 10_005],
    ['gap', { 'income 2020': 3, 'gdp 2020': 5_000 }, 2.5],
    ['growth', { 'gdp 2020': 110, 'gdp 2019': 100 }, 10],
    ['decade', { 'gdp 2020': 150, 'gdp 2010': 100 }, 50],
    ['yearly', { 'gdp 2020': 161.051, 'gdp 2015': 100 }, 10],
    ['index', { 'gdp 2020': 80, 'gdp 2015': 64 }, 125],
    [
      'growth-per-head',
      { 'gdp 2020': 220, 'people 2020': 2, 'gdp 2019': 100, 'people 2019': 1 },
      10,
    ],
  ])('%s of %j is %d', (id, values, expected) => {
    expect(value(id, 2020, values)).toBeCloseTo(expected, 9);
  });

  test.each([
    ['per-head', { 'gdp 2020': 500 }, 'an operand is absent'],
    ['per-head', { 'gdp 2020': 500, 'people 2020': 0 }, 'a divisor is zero'],
    ['growth', { 'gdp 2020': 5, 'gdp 2019': 0 }, 'growth from nothing'],
    ['growth', { 'gdp 2020': 5, 'gdp 2019': -4 }, 'growth from a loss'],
    ['yearly', { 'gdp 2020': -5, 'gdp 2015': 4 }, 'a root of a negative number'],
    ['nonsense', { 'gdp 2020': 5, 'people 2020': 4 }, 'the units do not fit'],
    ['round', { 'gdp 2020': 5 }, 'the definition goes in a circle'],
    ['nowhere', {}, 'there is no such indicator'],
  ])('%s of %j is not computable: %s', (id, values, _why) => {
    expect(value(id, 2020, values)).toBeNull();
  });

  test('of growth since the year itself, or since another kind of period, is none', () => {
    expect(value('yearly', 2015, { 'gdp 2015': 5 })).toBeNull();
    expect(value('index', '2020-Q1', { 'gdp 2020-Q1': 5, 'gdp 2015': 5 })).toBeNull();
  });

  test('names its operands in order, with their periods', () => {
    const names = (id: string, period: string) =>
      operandsOf(indicators.get(id)?.derived as Formula, ask(id, period).period)?.map(
        (one) => `${one.indicator} ${periodText(one.period)}`,
      );
    expect(names('growth', '2020-07')).toEqual(['gdp 2020-07', 'gdp 2019-07']);
    expect(names('yearly', '2020')).toEqual(['gdp 2020', 'gdp 2015']);
    expect(names('gap', '2020-H1')).toEqual(['income 2020-H1', 'gdp 2020-H1']);
  });
});

test('leaves are those of a place, of several places with weights and parts, and of their totals', () => {
  const names = (id: string, level: 'place' | 'several' | 'totals') =>
    leavesOf(ask(id, 2020), indicators, level).map((one) => one.indicator);
  expect(names('growth-per-head', 'place')).toEqual(['gdp', 'people', 'gdp', 'people']);
  expect(names('years', 'place')).toEqual(['years']);
  expect(names('years', 'several')).toEqual(['years', 'persons']);
  expect(names('years', 'totals')).toEqual(['years']);
  expect(names('piped', 'place')).toEqual(['piped']);
  expect(names('piped', 'several')).toEqual(['homes-piped', 'homes']);
  expect(names('round', 'place')).toEqual(['gdp']);
});

test('of several places there is a total of what adds up, a mean, a quotient, or a middle', () => {
  const summaries = (summary: string) =>
    [...indicators.keys()].filter((id) => summaryOf(id, indicators) === summary);
  expect(summaries('total')).toEqual([
    ...['gdp', 'income', 'people', 'persons', 'area', 'homes', 'homes-piped', 'both', 'gap'],
  ]);
  expect(summaries('mean')).toEqual(['years']);
  expect(summaries('median')).toEqual(['middle', 'middle-growth']);
  expect(summaries('ratio')).toContain('piped');
});
