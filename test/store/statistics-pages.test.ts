import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { IndicatorPage, StatisticsFound, TerritoryPage } from '../../src/api/statistics-pages.ts';
import type { TerritoryRegister } from '../../src/domain/territory.ts';
import type { Store } from '../../src/store/open-store.ts';
import { findStatistics } from '../../src/store/queries/find-statistics.ts';
import { readIndicatorPage } from '../../src/store/queries/indicator-page.ts';
import { readTerritoryPage } from '../../src/store/queries/territory-page.ts';
import type { StagedObservation } from '../../src/store/statistics/stage-lines.ts';
import { exampleIndicators, exampleRegister, observed } from './example-statistics.ts';
import { exampleStore } from './example-store.ts';
import { send, startOver } from './statistics-base.ts';

const plan = 'example';
const indicators = {
  ...exampleIndicators(),
  commitments: [{ commitment: '1.1.1#1', indicators: ['gdp-growth'] }],
};
const storeOf = exampleStore();
let store: Store;

beforeAll(() => {
  store = storeOf();
});

const frontier: TerritoryRegister['frontier'] = ['a1', 'a2', 'a3', 'b1'].map(
  (territory, index) => ({
    territory,
    order: index + 1,
    neighbours: index === 0 ? ['邻国'] : [],
    basis: 'made for a test',
    touches: 'yes',
    note: null,
  }),
);

beforeEach(async () => {
  const register = exampleRegister({
    frontier,
    neighbours: [{ zh: '邻国', en: 'Neighbour' }],
    siteKinds: [{ id: 'port', name: { zh: '口岸', en: 'Port' } }],
    sites: [
      {
        ...{ kind: 'port', name: '甲口岸', territory: 'a1' },
        ...{ certainty: 'unverified', source: 'made for a test', note: null },
      },
    ],
  });
  await startOver(store, plan, { register, indicators });
});

const publishAll = (rows: readonly StagedObservation[]) => send(store, plan, rows, { indicators });

const place = async (id: string, input: { basis?: 'merged'; asOf?: string } = {}) => {
  const page = await readTerritoryPage(store.server, plan, { id, basis: 'reported', ...input });
  expect(TerritoryPage.parse(page)).toEqual(page);
  return page;
};

const indicator = async (id: string, input: { p?: string; asOf?: string } = {}) => {
  const page = await readIndicatorPage(store.server, plan, { id, ...input });
  expect(IndicatorPage.parse(page)).toEqual(page);
  return page;
};

const figures = (page: TerritoryPage, id: string) =>
  page.figures.find((one) => one.indicator === id);

const water = [
  observed('a1', 'water', '2010', '20'),
  observed('a1', 'water', '2020', '90'),
  observed('a2', 'water', '2020', '90'),
  observed('b1', 'water', '2020', '95.5'),
  observed('s', 'water', '2020', '99'),
  observed('A', 'water', '2020', '80'),
];

describe('the page of a place', () => {
  test('says who it is: what it is in, its neighbours, who comes before and after, what is there', async () => {
    const page = await place('a2');
    expect(page.above.map((one) => one.place.id)).toEqual(['A', 's']);
    expect(page.memberships.map(({ group }) => group)).toEqual(['edge']);
    expect(page.frontier).toMatchObject({
      order: 2,
      of: 4,
      previous: { id: 'a1' },
      next: { id: 'a3' },
    });
    expect(page.events.map(({ from, to }) => [from.id, to.id])).toEqual([['a2', 'a3']]);
    const first = await place('a1');
    expect(first.frontier?.neighbourNames).toEqual([{ zh: '邻国', en: 'Neighbour' }]);
    expect(first.sites).toMatchObject([{ name: '甲口岸', kindName: { zh: '口岸' } }]);
    expect(page.members.map(({ id }) => id)).toEqual(['a1', 'a2', 'a3', 'b1', 'b2']);
  });

  test('has its figures beside its province and the state, and its place among all', async () => {
    await publishAll(water);
    const page = await place('a1');
    expect(page.periods).toEqual(['2010', '2020']);
    const found = figures(page, 'water');
    expect(found?.own.map((figure) => figure?.value)).toEqual([20, 90]);
    expect(found?.province?.[1]?.value).toBe(80);
    expect(found?.state?.[1]?.value).toBe(99);
    expect(found?.position).toEqual({
      ...{ period: '2020', rank: 2, ties: 2, present: 3, expected: 5, median: 90 },
      values: [90, 90, null, 95.5, null],
    });
  });

  test('has what rests on what there is, and withholds what changed its extent', async () => {
    await publishAll([
      observed('a2', 'gdp', '2012', '100'),
      observed('a2', 'gdp', '2013', '80'),
      observed('a3', 'gdp', '2013', '40'),
    ]);
    const page = await place('a2');
    expect(page.figures.map((one) => one.indicator)).toEqual(['gdp', 'gdp-growth']);
    const growth = figures(page, 'gdp-growth')?.own[1];
    expect(growth).toMatchObject({ value: null, withheld: 'not-comparable' });
    const merged = await place('a2', { basis: 'merged' });
    expect(figures(merged, 'gdp-growth')?.own[1]?.value).toBeCloseTo(20, 9);
    expect(page.leading).toEqual(['gdp']);
  });

  test('says what is missing: years others have, and what nobody has', async () => {
    await publishAll([
      ...water,
      ...['2016', '2017', '2018'].map((year) => observed('b1', 'gdp', year, '1')),
      observed('a1', 'gdp', '2017', '2'),
    ]);
    expect((await place('a1')).gaps).toEqual([{ indicator: 'gdp', periods: ['2016', '2018'] }]);
    expect((await place('b2')).gaps).toEqual([
      { indicator: 'gdp', periods: [] },
      { indicator: 'water', periods: [] },
    ]);
    expect((await place('A')).gaps).toEqual([]);
  });

  test('does not miss what is of another kind of place', async () => {
    const proposed = { standing: 'proposed', aggregation: { kind: 'sum' } } as const;
    const [model] = indicators.indicators;
    if (!model) throw new Error('no indicator');
    const given = [
      { ...model, ...proposed, id: 'of-provinces', kinds: ['province' as const] },
      { ...model, ...proposed, id: 'of-counties', kinds: ['county' as const] },
    ];
    const asked = { ...indicators, indicators: [...indicators.indicators, ...given] };
    await startOver(store, plan, { register: exampleRegister(), indicators: asked });
    expect((await place('a1')).gaps.map(({ indicator: id }) => id)).toEqual(['of-counties']);
  });

  test('lists the figures in doubt, once, where they were found', async () => {
    await publishAll([
      observed('a1', 'gdp', '2019', '123456'),
      observed('a1', 'gdp', '2020', '123456'),
    ]);
    expect((await place('a1')).doubts).toMatchObject([
      { indicator: 'gdp', period: '2020', value: 123456, doubts: [{ code: 'repeated' }] },
    ]);
  });

  test('is of an instant, and later publications change nothing of it', async () => {
    const number = await publishAll(water);
    const then = await place('a1', { asOf: String(number) });
    await publishAll([observed('a1', 'water', '2020', '10'), observed('b1', 'gdp', '2018', '5')]);
    expect(await place('a1', { asOf: String(number) })).toEqual(then);
    expect(figures(await place('a1'), 'water')?.position?.rank).toBe(3);
    expect((await place('a1')).gaps).toEqual([{ indicator: 'gdp', periods: [] }]);
  });

  test('of a province has its own figures and those of the members in it, with their coverage', async () => {
    await publishAll([
      observed('a1', 'population', '2010', '100'),
      observed('b1', 'population', '2010', '40'),
      observed('b2', 'population', '2010', '60'),
      observed('B', 'gdp', '2010', '7'),
    ]);
    const page = await place('B');
    expect(page.groups.map(({ group, places }) => [group.id, places.length])).toEqual([
      ['edge', 2],
      // A farm lies in the province on whose county's land it is.
      ['farms', 1],
    ]);
    expect(figures(page, 'population')?.together?.[0]).toMatchObject({
      value: 100,
      coverage: { present: 2, expected: 2 },
    });
    expect(figures(page, 'gdp')?.own[0]?.value).toBe(7);
    const partial = figures(await place('A'), 'population')?.together?.[0];
    expect(partial).toMatchObject({ value: null, withheld: 'partial' });
  });

  test('of a farm says on whose land it lies, and the county what lies on its land', async () => {
    const farm = await place('f1');
    expect(farm.above.map((one) => [one.place.id, one.hierarchy])).toContainEqual(['b1', 'land']);
    expect((await place('b1')).onLand.map(({ id }) => id)).toEqual(['f1']);
    expect(farm.figures).toEqual([]);
  });

  test.each(['nowhere', 'edge', ''])('%j is no place', async (id) => {
    await expect(place(id)).rejects.toMatchObject({ code: 'place-unknown' });
  });
});

describe('the page of an indicator', () => {
  test('ranks the members, equals on one rank, those without a figure last', async () => {
    await publishAll(water);
    const page = await indicator('water');
    expect(page.period).toBe('2020');
    expect(page.ranking.map(({ territory, rank }) => [territory, rank])).toEqual([
      ['b1', 1],
      ['a1', 2],
      ['a2', 2],
      ['a3', null],
      ['b2', null],
    ]);
    expect(page.coverage).toEqual([
      { period: '2010', present: 1, expected: 4 },
      { period: '2020', present: 3, expected: 5 },
    ]);
    expect(page.distribution).toMatchObject({ min: 90, median: 90, upper: 92.75, max: 95.5 });
    expect(page.distribution?.bins.reduce((sum, bin) => sum + bin.count, 0)).toBe(3);
    expect(page.sources).toEqual([{ text: 'made for a test', enclosed: 'unstated', count: 6 }]);
  });

  test('has the period asked for, and the totals of the state and each province', async () => {
    await publishAll([
      observed('a1', 'population', '2010', '100'),
      observed('a2', 'population', '2010', '300'),
      observed('b1', 'population', '2010', '5'),
      observed('a1', 'population', '2020', '1'),
    ]);
    const page = await indicator('population', { p: '2010' });
    expect(page.period).toBe('2010');
    expect(page.totals.map(({ place: one, together }) => [one.id, together[0]?.value])).toEqual([
      ['s', null],
      ['A', 400],
      ['B', null],
    ]);
    expect(page.totals[0]?.together[0]).toMatchObject({
      partialSum: 405,
      coverage: { present: 3, expected: 4 },
    });
  });

  test('says what it is computed from, what uses it and what it measures', async () => {
    const gdp = await indicator('gdp');
    expect(gdp.usedBy.map(({ id }) => id)).toEqual(['gdp-growth', 'gdp-per-capita']);
    const growth = await indicator('gdp-growth');
    expect(growth.restsOn.map(({ id }) => id)).toEqual(['gdp']);
    expect(growth.commitments.map(({ commitment }) => commitment.id)).toEqual(['1.1.1#1']);
    expect(growth.ranking).toEqual([]);
    expect(growth.period).toBeNull();
  });

  test('does not change for a past instant', async () => {
    const number = await publishAll(water);
    const then = await indicator('water', { asOf: String(number) });
    await publishAll([observed('b2', 'water', '2021', '1')]);
    expect(await indicator('water', { asOf: String(number) })).toEqual(then);
    expect((await indicator('water')).coverage).toHaveLength(3);
  });

  test('is refused for what is none', async () => {
    await expect(indicator('nothing')).rejects.toMatchObject({ code: 'indicator-unknown' });
    await expect(indicator('gdp', { p: 'soon' })).rejects.toMatchObject({ code: 'period-invalid' });
  });
});

describe('what is found by name', () => {
  const find = async (q: string) => {
    const found = await findStatistics(store.server, plan, { q });
    expect(StatisticsFound.parse(found)).toEqual(found);
    return found;
  };
  const renamed = () => {
    const register = exampleRegister();
    const territories = register.territories.map((one) => {
      const [now] = one.names;
      if (one.id !== 'b1' || !now) return one;
      const before = { ...now, code: '530100', name: '旧县', until: '2015' };
      const after = { ...now, code: '530181', name: '新市', from: '2015' };
      return { ...one, name: '新市', shortName: '新', names: [before, after] };
    });
    return { ...register, territories };
  };

  test('are places by the names and codes of any time, and indicators', async () => {
    await startOver(store, plan, { register: renamed(), indicators });
    const [place] = (await find('旧')).places;
    expect(place).toMatchObject({
      ...{ id: 'b1', name: '新市', code: '530181', within: 'B' },
      former: { code: '530100', name: '旧县', until: '2015' },
    });
    expect((await find('530100')).places.map(({ id }) => id)).toEqual(['b1']);
    expect((await find('新市')).places).toMatchObject([{ id: 'b1', former: null }]);
    expect((await find('ＧＤＰ')).indicators.map(({ id }) => id)).toEqual([
      'gdp',
      'gdp-growth',
      'gdp-per-capita',
    ]);
    const named = indicators.indicators.map((one) =>
      one.id === 'gdp' ? { ...one, aliases: ['产值'] } : one,
    );
    await startOver(store, plan, {
      register: renamed(),
      indicators: { ...indicators, indicators: named },
    });
    expect((await find('产值')).indicators.map(({ id }) => id)).toEqual(['gdp']);
    expect((await find('nothing at all')).counts).toEqual({ places: 0, indicators: 0 });
  });

  test('may be narrowed by what a place lies in, which alone finds only itself', async () => {
    await startOver(store, plan, { register: renamed(), indicators });
    expect((await find('新 B')).places.map(({ id }) => id)).toEqual(['b1']);
    expect((await find('新 A')).places.map(({ id }) => id)).not.toContain('b1');
  });
});
