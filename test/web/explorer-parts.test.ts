import { describe, expect, test } from 'vitest';
import type { IndicatorEntry, Series, SeriesPlace } from '../../src/api/statistics.ts';
import type { Figure } from '../../src/domain/figure.ts';
import { en } from '../../src/web/messages/en.ts';
import { zh } from '../../src/web/messages/zh.ts';
import { coverageWords } from '../../src/web/statistics/coverage-words.ts';
import { lackingDivisors } from '../../src/web/statistics/explorer-state.ts';
import { withMergedRows } from '../../src/web/statistics/merged-rows.ts';
import { madeIndicator } from '../statistics/made-figures.ts';

const of = (present: number, expected: number, change: Partial<Figure> = {}): Figure => ({
  value: 7.7,
  coverage: { present, expected },
  ...change,
});

describe('the coverage of a figure of several places', () => {
  const { table } = zh.explorer;

  test('says in words that it is of a part only', () => {
    expect(coverageWords(of(48, 140, { summary: 'ratio' }), '边境县', table)).toBe(
      '48个边境县合计',
    );
    expect(coverageWords(of(28, 140, { summary: 'median' }), '边境县', table)).toBe(
      '28个边境县中位数',
    );
    expect(coverageWords(of(48, 140), 'border county', en.explorer.table)).toBe('of 48 together');
  });

  test('is a count where it is whole, or where there is no figure to mistake', () => {
    expect(coverageWords(of(140, 140), '边境县', table)).toBe('140/140');
    expect(coverageWords(of(48, 140, { value: null }), '边境县', table)).toBe('48/140');
    expect(coverageWords({ value: 1 }, '边境县', table)).toBeNull();
  });
});

describe('places taken together', () => {
  const place = (token: string, members: number | null = null): SeriesPlace => ({
    ...{ token, territory: token, group: members === null ? null : 'edge', members },
    name: { zh: token, en: token },
  });
  const comparable: Figure['comparable'] = {
    ...{ basis: 'merged', territories: ['b', 'c'], certain: true },
  };
  const series = (basis: Series['basis']): Series => ({
    instant: { number: 1, recorded: null },
    basis,
    places: [place('edge', 3), place('a'), place('b'), place('c')],
    indicators: ['people'],
    periods: ['2020'],
    figures: [
      [[{ value: 6, comparable }]],
      [[{ value: 1 }]],
      [[{ value: 5, comparable }]],
      [
        [
          {
            value: 5,
            comparable: { ...comparable, basis: 'merged', territories: ['c', 'b'], certain: true },
          },
        ],
      ],
    ],
  });
  const catalog = {
    territories: ['a', 'b', 'c'].map((id) => ({ id, name: `${id}县` })) as never,
  };

  test('are one row by both names, and a total stays as it is', () => {
    const { places, figures } = withMergedRows(series('merged'), catalog);
    expect(places.map(({ name }) => name.zh)).toEqual(['edge', 'a', 'b县、c县']);
    expect(figures.map((row) => row[0]?.[0]?.value)).toEqual([6, 1, 5]);
  });

  test('stay apart on any other basis', () => {
    expect(withMergedRows(series('reported'), catalog).places).toHaveLength(4);
  });
});

test('a quotient names the periods in which nobody has its divisor', () => {
  const entry = (id: string, periods: readonly string[], change = {}): IndicatorEntry => ({
    ...madeIndicator(id, change),
    territories: 1,
    amongMembers: true,
    periods: periods.map((period) => ({ period, territories: 1 })),
  });
  const gdp = entry('gdp', ['2010', '2011', '2012', '2020']);
  const people = entry('people', ['2010', '2020']);
  const each = entry('each', ['2010', '2020'], {
    derived: { op: 'per-capita', of: 'gdp', by: 'people' },
  });
  const catalog = { indicators: [gdp, people, each] };
  const shown = (one: IndicatorEntry) => ({
    indicators: [{ chosen: gdp, shown: one, movement: null, unchanged: false }],
  });
  const periods = ['2010', '2011', '2012', '2013', '2020'];
  expect(lackingDivisors(shown(each), catalog, periods)).toMatchObject([
    { indicator: { id: 'each' }, by: { id: 'people' }, periods: ['2011', '2012'] },
  ]);
  expect(lackingDivisors(shown(gdp), catalog, periods)).toEqual([]);
});
