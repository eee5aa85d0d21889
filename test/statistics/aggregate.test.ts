import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { figureOfSeveral } from '../../src/statistics/aggregate.ts';
import { nestingsAmong } from '../../src/statistics/overlap.ts';
import { reportedUnit } from '../../src/statistics/unit.ts';
import { exampleIndicators, exampleRegister } from '../store/example-statistics.ts';
import { ask, type Made, madeCalculation, madeIndicator } from './made-figures.ts';

const base = exampleIndicators();
const definition = {
  register: exampleRegister(),
  indicators: {
    ...base,
    indicators: [
      ...base.indicators,
      madeIndicator('homes', { unit: '户', aggregation: { kind: 'sum' } }),
      madeIndicator('homes-piped', { unit: '户', aggregation: { kind: 'sum' } }),
      madeIndicator('piped', {
        unit: '%',
        aggregation: { kind: 'ratio', numerator: 'homes-piped', denominator: 'homes', times: 100 },
      }),
      madeIndicator('country-people', {
        unit: '人',
        derived: { op: 'difference', of: 'population', less: 'town-population' },
      }),
      madeIndicator('water-growth', {
        unit: '%',
        derived: { op: 'growth', of: 'water', over: 10 },
      }),
    ],
  },
};

/** Together, as of 2020 unless said. */
function together(
  made: Made,
  indicator: string,
  options: { readonly members?: readonly string[]; readonly period?: number } = {},
) {
  const { members = ['a1', 'a2', 'b1', 'b2'], period = 2020 } = options;
  const calculation = madeCalculation(made, definition);
  const nested = nestingsAmong(new Set(members), calculation.places);
  return figureOfSeveral(members.map(reportedUnit), ask(indicator, period), calculation, nested);
}

describe('several places', () => {
  test('are a total when all are in, and a partial sum beside a withheld total when not', () => {
    const some = { 'a1 gdp 2020': 0.1, 'a2 gdp 2020': 0.2 };
    expect(together(some, 'gdp')).toEqual({
      value: null,
      withheld: 'partial',
      partialSum: 0.3,
      coverage: { present: 2, expected: 4 },
      summary: 'total',
    });
    expect(together(some, 'gdp', { members: ['a1', 'a2'] })).toEqual({
      value: 0.3,
      coverage: { present: 2, expected: 2 },
      summary: 'total',
    });
  });

  test('count zero as a figure, and do not expect what does not apply', () => {
    const made = {
      'a1 gdp 2020': 0,
      'a2 gdp 2020': 4,
      'b1 gdp 2020': { absence: 'not-applicable' },
      'b2 gdp 2020': { absence: 'suppressed' },
    } as const;
    expect(together(made, 'gdp')).toMatchObject({ coverage: { present: 2, expected: 3 } });
    expect(together(made, 'gdp', { members: ['a1', 'a2', 'b1'] })).toMatchObject({ value: 4 });
  });

  test('are nothing where none has a figure', () => {
    expect(together({}, 'gdp')).toBeNull();
    expect(together({ 'a1 gdp 2020': { absence: 'missing' } }, 'gdp')).toBeNull();
    expect(together({ 'a1 gdp 2020': 5 }, 'gdp-per-capita')).toBeNull();
  });

  test('have a mean by weights, of those that have both', () => {
    const made = {
      'a1 schooling 2020': 6,
      'a1 population 2020': 100,
      'a2 schooling 2020': 10,
      'a2 population 2020': 300,
      'b1 schooling 2020': 99,
    };
    expect(together(made, 'schooling')).toEqual({
      value: 9,
      coverage: { present: 2, expected: 4 },
      summary: 'mean',
    });
  });

  test('never average a percentage: it is one sum over another', () => {
    const made = {
      'a1 piped 2020': 90,
      'a1 homes-piped 2020': 90,
      'a1 homes 2020': 100,
      'a2 piped 2020': 10,
      'a2 homes-piped 2020': 90,
      'a2 homes 2020': 900,
    };
    expect(together(made, 'piped')).toMatchObject({ value: 18, summary: 'ratio' });
  });

  test('have a middle where nothing else can be said, also of growth', () => {
    const made = {
      'a1 water 2010': 10,
      'a1 water 2020': 20,
      'a2 water 2020': 50,
      'b1 water 2010': 50,
      'b1 water 2020': 60,
      'b2 water 2010': 50,
      'b2 water 2020': { absence: 'not-applicable' },
    } as const;
    expect(together(made, 'water')).toEqual({
      value: 50,
      coverage: { present: 3, expected: 3 },
      summary: 'median',
    });
    const changed = { members: ['a1', 'b1'] };
    expect(together(made, 'water-growth', changed)).toMatchObject({ value: 60, summary: 'median' });
  });

  test('are derived from the places that have everything, the same in both periods', () => {
    const made = {
      'a1 gdp 2019': 100,
      'a1 gdp 2020': 110,
      'b1 gdp 2019': 900,
      'b2 gdp 2020': 500,
    };
    expect(together(made, 'gdp-growth')).toEqual({
      value: 10,
      coverage: { present: 1, expected: 4 },
      summary: 'ratio',
    });
  });

  test('withhold a derived total that is not whole', () => {
    const made = {
      'a1 population 2020': 10,
      'a1 town-population 2020': 4,
      'a2 population 2020': 7,
    };
    expect(together(made, 'country-people')).toMatchObject({
      value: null,
      withheld: 'partial',
      partialSum: 6,
      coverage: { present: 1, expected: 4 },
    });
  });

  test('leave out of growth whose territory changed in between', () => {
    const made = {
      'a1 gdp 2012': 100,
      'a1 gdp 2013': 120,
      'a2 gdp 2012': 100,
      'a2 gdp 2013': 50,
      'a3 gdp 2013': 60,
    };
    const members = ['a1', 'a2', 'a3'];
    expect(together(made, 'gdp-growth', { members, period: 2013 })).toMatchObject({
      value: 20,
      coverage: { present: 1, expected: 3 },
    });
  });

  test('cannot divide by nothing', () => {
    const made = { 'a1 gdp 2020': 5, 'a1 population 2020': 0 };
    expect(together(made, 'gdp-per-capita')).toMatchObject({
      value: null,
      withheld: 'not-computable',
    });
  });

  test('are estimated if one is, else provisional if one is, and count doubts', () => {
    const doubts = [{ code: 'source', params: {} }] as const;
    const made = {
      'a1 gdp 2020': { value: 1, status: 'provisional', doubts: [...doubts] },
      'a2 gdp 2020': { value: 1, status: 'estimated' },
      'b1 gdp 2020': { value: 1, doubts: [...doubts] },
    } as const;
    expect(together(made, 'gdp')).toMatchObject({ status: 'estimated', doubtful: 2 });
    expect(together(made, 'gdp', { members: ['a1', 'b1'] })).toMatchObject({
      status: 'provisional',
    });
  });
});

describe('places on one another’s land', () => {
  const made = (enclosed: 'included' | 'excluded' | 'unstated') => ({
    'b1 gdp 2020': { value: 10, enclosed },
    'f1 gdp 2020': 3,
  });
  const members = ['b1', 'f1'];

  test('add up only where the outer one leaves the inner one out', () => {
    expect(together(made('excluded'), 'gdp', { members })).toMatchObject({ value: 13 });
    for (const enclosed of ['included', 'unstated'] as const)
      expect(together(made(enclosed), 'gdp', { members })).toEqual({
        value: null,
        withheld: 'overlap',
        coverage: { present: 2, expected: 2 },
      });
  });

  test('do not overlap while only one of them is in', () => {
    expect(together({ 'f1 gdp 2020': 3 }, 'gdp', { members })).toMatchObject({
      withheld: 'partial',
      partialSum: 3,
    });
  });

  test('never add up to a place that holds them anyway', () => {
    const province = {
      'A gdp 2020': { value: 9, enclosed: 'excluded' },
      'a1 gdp 2020': 4,
    } as const;
    expect(together(province, 'gdp', { members: ['A', 'a1'] })).toMatchObject({
      withheld: 'overlap',
    });
  });
});

describe('whatever the figures are', () => {
  const counties = ['a1', 'a2', 'b1', 'b2'];
  const whole = fc.record(
    Object.fromEntries(
      counties.flatMap((id) =>
        ['gdp', 'population', 'schooling', 'water'].map((indicator) => [
          `${id} ${indicator} 2020`,
          fc.integer({ min: 1, max: 99_999 }).map((value) => value / 100),
        ]),
      ),
    ),
  );
  const indicators = ['gdp', 'schooling', 'water', 'gdp-per-capita'];

  test('the order of the places does not matter', () => {
    fc.assert(
      fc.property(whole, fc.shuffledSubarray(counties, { minLength: 4 }), (made, members) => {
        for (const indicator of indicators)
          expect(together(made, indicator, { members })).toEqual(together(made, indicator));
      }),
      { seed: 11 },
    );
  });

  test('a total is that of the totals of its parts', () => {
    fc.assert(
      fc.property(whole, (made) => {
        const parts = [
          ['a1', 'a2'],
          ['b1', 'b2'],
        ].map((members) => together(made, 'gdp', { members })?.value ?? 0);
        expect(together(made, 'gdp')?.value).toBeCloseTo((parts[0] ?? 0) + (parts[1] ?? 0), 8);
      }),
      { seed: 12 },
    );
  });

  test('a mean, a quotient and a middle lie between those of the places', () => {
    fc.assert(
      fc.property(whole, (made) => {
        for (const indicator of ['schooling', 'water', 'gdp-per-capita']) {
          const own = counties.map(
            (id) => together(made, indicator, { members: [id] })?.value ?? 0,
          );
          const all = together(made, indicator)?.value ?? -1;
          expect(all).toBeGreaterThanOrEqual(Math.min(...own) * (1 - 1e-12));
          expect(all).toBeLessThanOrEqual(Math.max(...own) * (1 + 1e-12));
        }
      }),
      { seed: 13 },
    );
  });
});
