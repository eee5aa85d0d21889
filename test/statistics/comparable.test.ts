import { describe, expect, test } from 'vitest';
import type { TerritoryEvent, TerritoryRegister } from '../../src/domain/territory.ts';
import { figureOfSeveral } from '../../src/statistics/aggregate.ts';
import { checkApportioning, shareOfChange } from '../../src/statistics/apportion.ts';
import { apportionedUnits, mergedUnits } from '../../src/statistics/comparable.ts';
import { reportedUnit } from '../../src/statistics/unit.ts';
import { figureOfUnit } from '../../src/statistics/unit-figure.ts';
import { exampleIndicators, exampleRegister } from '../store/example-statistics.ts';
import { ask, type Made, madeCalculation, madeIndicator } from './made-figures.ts';

/**
 * 扎赉诺尔区 was split from 满洲里市 in 2013: that much is real, and nothing else here; the figures are
 * made for the test.
 */
const [old, young] = ['150781', '150703'];

function register(change: Partial<TerritoryEvent> = {}): TerritoryRegister {
  const example = exampleRegister();
  const [place] = example.territories;
  const [event] = example.events;
  if (!place || !event) throw new Error('the example has places and an event');
  return {
    ...example,
    apportionBy: ['nothing-yet', 'population'],
    territories: [
      { ...place, id: old, name: '满洲里市', kind: 'county' },
      { ...place, id: young, name: '扎赉诺尔区', kind: 'county', from: '2013' },
      { ...place, id: 'c', kind: 'county' },
    ],
    events: [{ ...event, from: old, to: young, ...change }],
  };
}

const made: Made = {
  [`${old} population 2010`]: 1_000,
  [`${old} population 2014`]: 600,
  [`${young} population 2014`]: 200,
  [`${old} population 2020`]: 660,
  [`${young} population 2020`]: 240,
  [`${old} gdp 2010`]: 400,
  [`${old} gdp 2020`]: 500,
  [`${young} gdp 2020`]: 40,
  [`${old} water 2010`]: 50,
  [`${old} water 2020`]: 80,
  [`${young} water 2020`]: 90,
  [`${old} schooling 2010`]: 8,
  [`${old} schooling 2020`]: 9,
  [`${young} schooling 2020`]: 12,
  'c population 2010': 50,
  'c population 2014': 50,
  'c population 2020': 60,
};

const base = exampleIndicators();
const indicators = {
  ...base,
  indicators: [
    ...base.indicators,
    madeIndicator('decade', {
      unit: '%',
      derived: { op: 'growth', of: 'population', over: 10 },
    }),
  ],
};

type Basis = 'reported' | 'merged' | 'apportioned';

function unitsOf(basis: Basis, ids: readonly string[], event: Partial<TerritoryEvent> = {}) {
  const calculation = madeCalculation(made, { register: register(event), indicators });
  const { places, reported } = calculation;
  const units =
    basis === 'merged'
      ? mergedUnits(ids, [2010, 2020], places)
      : basis === 'apportioned'
        ? apportionedUnits(ids, [2010, 2020], places, (one) => shareOfChange(one, places, reported))
        : ids.map(reportedUnit);
  return { units, calculation };
}

function figure(
  basis: Basis,
  id: string,
  indicator: string,
  year: number,
  event: Partial<TerritoryEvent> = {},
) {
  const { units, calculation } = unitsOf(basis, [id], event);
  const [unit] = units;
  return unit ? figureOfUnit(unit, ask(indicator, year), calculation) : null;
}

describe('as reported', () => {
  test('figures stand as they are, and growth across the change is withheld', () => {
    expect(figure('reported', old, 'population', 2010)?.value).toBe(1_000);
    expect(figure('reported', old, 'decade', 2020)).toEqual({
      value: null,
      withheld: 'not-comparable',
    });
    expect(figure('reported', 'c', 'decade', 2020)?.value).toBe(20);
  });
});

describe('on the merged basis', () => {
  const comparable = { basis: 'merged', territories: [old, young], certain: true };

  test('both are taken together throughout, whichever is asked for', () => {
    for (const id of [old, young]) {
      expect(figure('merged', id, 'population', 2010)?.value).toBe(1_000);
      expect(figure('merged', id, 'population', 2020)?.value).toBe(900);
      expect(figure('merged', id, 'decade', 2020)?.value).toBe(-10);
      expect(figure('merged', id, 'gdp-per-capita', 2020)?.value).toBe(6_000);
    }
    expect(figure('merged', old, 'population', 2020)).toEqual({ value: 900, comparable });
  });

  test('a mean is weighed, and what only has a middle is withheld', () => {
    expect(figure('merged', old, 'schooling', 2020)?.value).toBe(9.8);
    expect(figure('merged', old, 'schooling', 2010)).toMatchObject({ value: 8, comparable });
    expect(figure('merged', old, 'water', 2020)).toEqual({
      value: null,
      withheld: 'not-comparable',
      comparable,
    });
  });

  test('a part without a figure withholds the whole', () => {
    expect(figure('merged', old, 'gdp', 2014)).toBeNull();
    const { units, calculation } = unitsOf('merged', [old]);
    const lacking = { ...calculation, reported: lackingOf(young, calculation.reported) };
    const [unit] = units;
    if (!unit) throw new Error('a unit');
    expect(figureOfUnit(unit, ask('gdp', 2020), lacking)).toMatchObject({ withheld: 'partial' });
  });

  test('is not certain where it is not known whether all came from there, and none where not', () => {
    const unknown = figure('merged', old, 'population', 2020, { whole: 'unknown' });
    expect(unknown?.comparable?.certain).toBe(false);
    expect(figure('merged', old, 'population', 2020, { whole: 'no' })).toMatchObject({
      value: null,
      withheld: 'not-comparable',
    });
  });

  test('leaves alone what nothing happened to, or not in the years asked for', () => {
    expect(figure('merged', 'c', 'population', 2020)).toEqual({ value: 60, enclosed: 'unstated' });
    const { calculation } = unitsOf('reported', [old]);
    const [unit] = mergedUnits([old], [2014, 2020], calculation.places);
    expect(unit && figureOfUnit(unit, ask('population', 2020), calculation)?.value).toBe(660);
  });

  test('of several places counts those taken together once', () => {
    const { units, calculation } = unitsOf('merged', [old, young, 'c']);
    const all = (year: number) => figureOfSeveral(units, ask('population', year), calculation);
    expect(all(2010)).toMatchObject({ value: 1_050, coverage: { present: 2, expected: 2 } });
    expect(all(2020)).toMatchObject({ value: 960, comparable });
    expect(figureOfSeveral(units, ask('decade', 2020), calculation)?.value).toBeCloseTo(-8.571428);
  });
});

describe('on the apportioned basis', () => {
  test('older figures are divided by population after the change, and said to be estimates', () => {
    expect(figure('apportioned', young, 'gdp', 2010)).toEqual({
      value: 100,
      status: 'estimated',
      comparable: {
        basis: 'apportioned',
        territories: [young, old],
        share: 0.25,
        shareOf: 'population 2014',
        certain: true,
      },
    });
    expect(figure('apportioned', old, 'gdp', 2010)).toMatchObject({
      value: 300,
      comparable: { share: 0.75, territories: [old] },
    });
    expect(figure('apportioned', young, 'decade', 2020)?.value).toBe(-4);
  });

  test('a place that was split in two years: each share counts what split later with its origin', () => {
    const [county, first, second] = ['654023', '654004', '659008'];
    const example = register();
    const [place] = example.territories;
    const [event] = example.events;
    if (!place || !event) throw new Error('the example has places and an event');
    const split = { ...event, kind: 'split' as const, from: county };
    const people: Made = {
      [`${county} population 2010`]: 352_689,
      [`${county} population 2020`]: 243_303,
      [`${first} population 2020`]: 71_466,
      [`${second} population 2020`]: 69_524,
    };
    const calculation = madeCalculation(people, {
      register: {
        ...example,
        territories: [
          { ...place, id: county, name: '霍城县', kind: 'county' },
          { ...place, id: first, name: '霍尔果斯市', kind: 'county', from: '2014' },
          { ...place, id: second, name: '可克达拉市', kind: 'county', from: '2015' },
        ],
        events: [
          { ...split, id: 'later', date: '2015', to: second },
          { ...split, id: 'earlier', date: '2014', to: first },
        ],
      },
      indicators,
    });
    const { places, reported } = calculation;
    const parts = [county, first, second];
    const units = apportionedUnits(parts, [2010, 2020], places, (one) =>
      shareOfChange(one, places, reported),
    );
    const shares = units.map((unit) => unit.partsIn(2010).map((part) => part.share));
    expect(shares.map(([share = 0]) => share.toFixed(5))).toEqual([
      '0.63312',
      '0.18597',
      '0.18091',
    ]);
    for (const unit of units)
      expect(figureOfUnit(unit, ask('decade', 2020), calculation)?.value).toBeCloseTo(
        100 * (384_293 / 352_689 - 1),
        6,
      );
  });

  test('a share of the register goes before a computed one', () => {
    const share = { value: 0.1, of: 'land' };
    expect(figure('apportioned', young, 'gdp', 2010, { share })).toMatchObject({
      value: 40,
      comparable: { share: 0.1, shareOf: 'land' },
    });
  });

  test('figures since the change are as reported, even where the share is not known', () => {
    const reported = { value: 40, enclosed: 'unstated' };
    expect(figure('apportioned', young, 'gdp', 2020)).toEqual(reported);
    expect(figure('apportioned', young, 'gdp', 2020, { whole: 'no' })).toEqual(reported);
    expect(figure('apportioned', old, 'gdp', 2010, { whole: 'no' })).toMatchObject({
      value: null,
      withheld: 'not-comparable',
    });
  });

  test('rates and middles cannot be divided', () => {
    for (const indicator of ['water', 'schooling'])
      expect(figure('apportioned', young, indicator, 2010)).toMatchObject({
        value: null,
        withheld: 'not-comparable',
      });
  });

  test('the parts add up to what was reported', () => {
    const { units, calculation } = unitsOf('apportioned', [old, young]);
    expect(figureOfSeveral(units, ask('gdp', 2010), calculation)).toMatchObject({
      value: 400,
      status: 'estimated',
      coverage: { present: 2, expected: 2 },
    });
  });

  test('a place merged into another is all of it', () => {
    const event = { kind: 'merge', from: young, to: 'c', date: '2016' } as const;
    expect(figure('apportioned', 'c', 'population', 2014, event)).toEqual({
      value: 250,
      comparable: { basis: 'apportioned', territories: ['c', young], certain: true },
    });
    expect(figure('apportioned', 'c', 'population', 2020, event)?.value).toBe(60);
  });
});

test('an indicator to divide by has to be one', () => {
  const findings = checkApportioning(register(), indicators, { placeOf: () => ({ line: 7 }) });
  expect(findings.map((one) => [one.code, one.where.line, one.params.id])).toEqual([
    ['reference-unknown', 7, 'nothing-yet'],
  ]);
});

function lackingOf(
  territory: string,
  reported: ReturnType<typeof madeCalculation>['reported'],
): typeof reported {
  return (id, indicator, period) =>
    id === territory ? undefined : reported(id, indicator, period);
}
