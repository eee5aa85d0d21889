import { describe, expect, test } from 'vitest';
import type { Figure } from '../../src/domain/figure.ts';
import { missingFigures } from '../../src/statistics/gaps.ts';
import { ranking } from '../../src/statistics/ranking.ts';
import { namedBy } from '../../src/statistics/related-indicators.ts';
import { positionAmong } from '../../src/statistics/standing.ts';
import { exampleIndicators } from '../store/example-statistics.ts';

describe('a position', () => {
  test.each([
    ['up', 8, { rank: 2, ties: 1 }],
    ['down', 8, { rank: 4, ties: 1 }],
    ['up', 5, { rank: 3, ties: 2 }],
    ['none', 8, { rank: null, ties: 0 }],
    ['up', null, { rank: null, ties: 0 }],
  ] as const)('%s of %s', (direction, value, expected) => {
    const position = positionAmong(value, [9, 8, null, 5, 5, 1], direction);
    expect(position).toMatchObject({ ...expected, present: 5, median: 5 });
  });
});

describe('a ranking', () => {
  test('has the best first, equals on one rank, those without a value last', () => {
    expect(ranking([3, null, 7, 3, 1], 'up')).toEqual([
      { index: 2, rank: 1 },
      { index: 0, rank: 2 },
      { index: 3, rank: 2 },
      { index: 4, rank: 4 },
      { index: 1, rank: null },
    ]);
    expect(ranking([3, 7, 1], 'down').map(({ index }) => index)).toEqual([2, 0, 1]);
    expect(ranking([3, 7], 'none')).toEqual([
      { index: 1, rank: null },
      { index: 0, rank: null },
    ]);
  });
});

describe('what is missing', () => {
  const { indicators } = exampleIndicators();
  const others = new Map([
    ['population', new Set([201000, 202000])],
    ['gdp', new Set([201600, 201700, 201800, 202100])],
    ['water', new Set([202000])],
  ]);
  const figures = new Map<string, Figure>([
    ['population 202000', { value: 3 }],
    ['gdp 201700', { value: 4 }],
    ['water 202000', { value: null, absence: 'not-applicable' }],
  ]);
  const given = {
    years: { start: 2016, end: 2020 },
    others,
    own: (indicator: string, period: number) => figures.get(`${indicator} ${period}`) ?? null,
  };

  test('is what others have in the years of the plan', () => {
    expect(missingFigures(indicators, given)).toEqual([
      { indicator: 'gdp', periods: [201600, 201800] },
    ]);
  });

  test('is wholly missing where there is nothing at all, and proposed where nobody has it', () => {
    const proposed = indicators.map((one) =>
      one.id === 'schooling' ? ({ ...one, standing: 'proposed' } as const) : one,
    );
    expect(missingFigures(proposed, { ...given, own: () => null })).toEqual([
      { indicator: 'population', periods: [] },
      { indicator: 'gdp', periods: [] },
      { indicator: 'schooling', periods: [] },
      { indicator: 'water', periods: [] },
    ]);
  });

  test('is not what is there and cannot be compared', () => {
    const withheld = () => ({ value: null, withheld: 'not-comparable' }) as const;
    expect(missingFigures(indicators, { ...given, own: withheld })).toEqual([]);
  });
});

test('an indicator names its operands and its weight', () => {
  const named = new Map(exampleIndicators().indicators.map((one) => [one.id, namedBy(one)]));
  expect(named.get('town-share')).toEqual(['town-population', 'population']);
  expect(named.get('schooling')).toEqual(['population']);
  expect(named.get('gdp')).toEqual([]);
});
