import fc from 'fast-check';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { FigureStory, Series, StatisticsCatalog } from '../../src/api/statistics.ts';
import { figureOfSeveral } from '../../src/statistics/aggregate.ts';
import { calculationOf } from '../../src/statistics/calculation.ts';
import { nestingsAmong } from '../../src/statistics/overlap.ts';
import { reportedUnit } from '../../src/statistics/unit.ts';
import type { Store } from '../../src/store/open-store.ts';
import { readStory } from '../../src/store/queries/figure-story.ts';
import { askedBy, readSeries, type SeriesInput } from '../../src/store/queries/series.ts';
import { readCatalog } from '../../src/store/queries/statistics-catalog.ts';
import { type Reading, readAt } from '../../src/store/statistics/instant.ts';
import { type FiguresAsked, readFigures } from '../../src/store/statistics/read-figures.ts';
import { readReported } from '../../src/store/statistics/read-reported.ts';
import type { StagedObservation } from '../../src/store/statistics/stage-lines.ts';
import { exampleIndicators, exampleRegister, observed } from './example-statistics.ts';
import { exampleStore } from './example-store.ts';
import { define, send, startOver } from './statistics-base.ts';

const plan = 'example';
const indicators = exampleIndicators();
const storeOf = exampleStore();
let store: Store;

beforeAll(() => {
  store = storeOf();
});

beforeEach(async () => {
  await startOver(store, plan, { register: exampleRegister(), indicators });
});

const publishAll = (rows: readonly StagedObservation[]) => send(store, plan, rows, { indicators });

const ask = async (input: Partial<SeriesInput>): Promise<Series> => {
  const filled = { t: 'edge', i: 'population', p: '2010', basis: 'reported', ...input } as const;
  const answer = await readSeries(store.server, plan, filled);
  expect(Series.parse(answer)).toEqual(answer);
  return answer;
};

const figure = async (input: Partial<SeriesInput>) => (await ask(input)).figures[0]?.[0]?.[0];

const refusal = async (input: Partial<SeriesInput>) =>
  await ask(input).then(
    () => 'answered',
    (error) => error.code,
  );

const people = [
  observed('a1', 'population', '2010', '100'),
  observed('a2', 'population', '2010', '300.5'),
  observed('b1', 'population', '2010', null, { absence: 'suppressed' }),
  observed('a1', 'population', '2020', '110', { status: 'provisional' }),
];

describe('series', () => {
  test('give what was reported, with its status, its reason and the enclosed units', async () => {
    await publishAll(people);
    const answer = await ask({ t: 'a1,a2,b1,b2', p: '2010,2020' });
    expect(answer.instant.number).toBe(2);
    expect(answer.figures.map((row) => row[0])).toEqual([
      [
        { value: 100, enclosed: 'unstated' },
        { value: 110, status: 'provisional', enclosed: 'unstated' },
      ],
      [{ value: 300.5, enclosed: 'unstated' }, null],
      [{ value: null, absence: 'suppressed', enclosed: 'unstated' }, null],
      [null, null],
    ]);
  });

  test('of groups say how many members are in, and sum only when all are', async () => {
    await publishAll(people);
    const answer = await ask({ t: 'edge,edge@A,edge@B,edge@A/*', p: '2010' });
    expect(answer.places.map((place) => [place.token, place.members])).toEqual([
      ['edge', 4],
      ['edge@A', 2],
      ['edge@B', 2],
      ['a1', null],
      ['a2', null],
    ]);
    expect(answer.figures.map((row) => row[0]?.[0])).toMatchObject([
      {
        value: null,
        withheld: 'partial',
        partialSum: 400.5,
        coverage: { present: 2, expected: 4 },
      },
      { value: 400.5, coverage: { present: 2, expected: 2 }, summary: 'total' },
      null,
      { value: 100 },
      { value: 300.5 },
    ]);
  });

  test('are derived from sums over the places that have both', async () => {
    await publishAll([
      ...people,
      observed('a1', 'gdp', '2010', '300'),
      observed('b1', 'gdp', '2010', '1000'),
    ]);
    expect(await figure({ i: 'gdp-per-capita' })).toMatchObject({
      value: 30_000,
      coverage: { present: 1, expected: 4 },
      summary: 'ratio',
    });
    expect(await figure({ t: 'a1', i: 'gdp-per-capita' })).toMatchObject({ value: 30_000 });
    expect(await figure({ t: 'a2', i: 'gdp-per-capita' })).toEqual({
      value: null,
      withheld: 'not-computable',
    });
  });

  test('on a comparable basis put together what was split, or divide what was whole', async () => {
    const register = { ...exampleRegister(), apportionBy: ['population'] };
    await define(store, plan, { register, indicators });
    await publishAll([
      observed('a1', 'gdp', '2010', '10'),
      observed('a1', 'gdp', '2020', '20'),
      observed('a2', 'gdp', '2010', '100'),
      observed('a2', 'gdp', '2020', '90'),
      observed('a3', 'gdp', '2020', '60'),
      observed('a2', 'population', '2014', '300'),
      observed('a3', 'population', '2014', '100'),
    ]);
    const on = async (basis: SeriesInput['basis']) => {
      const answer = await ask({ t: 'a2,a3,edge@A', i: 'gdp', p: '2010,2020', basis });
      return answer.figures.map((row) => row[0]?.map((one) => one?.value));
    };
    expect(await on('reported')).toEqual([
      [100, 90],
      [undefined, 60],
      [110, 170],
    ]);
    expect(await on('merged')).toEqual([
      [100, 150],
      [100, 150],
      [110, 170],
    ]);
    expect(await on('apportioned')).toEqual([
      [75, 90],
      [25, 60],
      [110, 170],
    ]);
  });

  test('take places together that are named one by one', async () => {
    await publishAll(people);
    const answer = await ask({ t: 'a1+a2' });
    expect(answer.places).toMatchObject([{ token: 'a1+a2', group: null, members: 2 }]);
    expect(answer.figures[0]?.[0]?.[0]).toMatchObject({ value: 400.5 });
  });

  test('carry doubts, and groups count them', async () => {
    await publishAll([observed('a1', 'gdp', '2020', '9', { note: 'flag: step x1.7' })]);
    expect((await figure({ t: 'a1', i: 'gdp', p: '2020' }))?.doubts).toHaveLength(1);
    expect(await figure({ t: 'edge@A', i: 'gdp', p: '2020' })).toMatchObject({ doubtful: 1 });
  });

  test('refuse what there is not, and too much at once', async () => {
    expect(await refusal({ t: 'nowhere' })).toBe('place-unknown');
    expect(await refusal({ t: 'edge@nowhere' })).toBe('place-unknown');
    expect(await refusal({ i: 'nothing' })).toBe('indicator-unknown');
    expect(await refusal({ p: '2010-13' })).toBe('period-invalid');
    expect(await refusal({ p: '2020..2010' })).toBe('period-invalid');
    const many = indicators.indicators.map((one) => one.id).join();
    expect(
      await refusal({ t: 'edge/*,A,B,s', i: many, p: '0001..0900,1001..1999,2000-01..2080-12' }),
    ).toBe('answered');
    const more = Array.from({ length: 9 }, (_, n) => `${n}000-01..${n}080-12`).join();
    expect(await refusal({ t: 'edge/*,A,B,s', i: many, p: more })).toBe('too-many-cells');
  });
});

describe('an instant', () => {
  test('is answered the same for ever, by number and by time', async () => {
    await publishAll(people);
    const { rows } = await store.writer.query(
      'select recorded from xingbian.publication where number = 2',
    );
    const recorded: Date = rows[0].recorded;
    const input = { t: 'edge,a1,a2', p: '2010,2020' };
    const before = await ask(input);
    while (Date.now() <= recorded.getTime() + 1) await new Promise((done) => setTimeout(done, 2));
    const then = new Date().toISOString();
    await new Promise((done) => setTimeout(done, 5));
    await publishAll([
      observed('a1', 'population', '2010', '999'),
      observed('b2', 'gdp', '2010', '5'),
    ]);
    expect((await ask(input)).figures).not.toEqual(before.figures);
    expect(await ask({ ...input, asOf: '2' })).toEqual(before);
    expect(await ask({ ...input, asOf: then })).toEqual(before);
    const empty = await ask({ ...input, asOf: '0' });
    expect(empty.instant).toEqual({ number: 0, recorded: null });
    expect(empty.figures.flat(2).every((one) => one === null)).toBe(true);
    expect(await ask({ ...input, asOf: '2000-01-01' })).toEqual(empty);
  });

  test('that has not come is refused', async () => {
    await publishAll(people);
    expect(await refusal({ asOf: '3' })).toBe('as-of-ahead');
    expect(await refusal({ asOf: '2999-01-01T00:00:00Z' })).toBe('as-of-ahead');
    expect(await refusal({ asOf: 'yesterday' })).toBe('as-of-invalid');
    for (const asOf of ['2021-13-01', '2026-02-30', '0000-01-01', '2021-01-01T25:00Z'])
      expect(await refusal({ asOf }), asOf).toBe('as-of-invalid');
  });

  test('waits for a publication that is being recorded', async () => {
    await publishAll(people);
    const client = await store.writer.connect();
    await client.query('begin');
    await client.query(`select pg_advisory_xact_lock(hashtext('xingbian.commit.example'))`);
    await client.query(
      `insert into xingbian.publication select plan_id, 3, clock_timestamp(), kind, file, file_hash,
        dataset, counts from xingbian.publication where number = 2`,
    );
    await new Promise((done) => setTimeout(done, 20));
    const asked = ask({ asOf: new Date(Date.now() - 2).toISOString() });
    await new Promise((done) => setTimeout(done, 50));
    await client.query('commit');
    client.release();
    expect((await asked).instant.number).toBe(3);
  });

  test('is read with the places and indicators it had', async () => {
    await publishAll(people);
    const before = await ask({});
    const { members, ...register } = exampleRegister();
    const fewer = members.filter((item) => item.territory !== 'b1');
    await define(store, plan, { register: { ...register, members: fewer }, indicators });
    expect((await figure({}))?.coverage).toEqual({ present: 2, expected: 3 });
    expect(await ask({ asOf: '2' })).toEqual(before);
    await define(store, plan, { register: exampleRegister(), indicators });
    expect((await ask({})).figures).toEqual(before.figures);
  });
});

test('kept totals say the same as the figures they are of, whatever the base holds', async () => {
  const counties = ['a1', 'a2', 'a3', 'b1', 'b2'];
  const cell = fc.record({
    territory: fc.constantFrom(...counties, 'f1'),
    indicator: fc.constantFrom('population', 'town-population', 'gdp', 'schooling', 'water'),
    period: fc.constantFrom('2012', '2013', '2014'),
    value: fc.option(
      fc.integer({ min: 0, max: 99_999 }).map((n) => (n / 100).toFixed(2)),
      {
        freq: 6,
      },
    ),
    absence: fc.constantFrom('missing', 'not-applicable'),
    status: fc.constantFrom('final', 'provisional', 'estimated'),
  });
  const distinct = fc.uniqueArray(cell, {
    selector: (one) => `${one.territory} ${one.indicator} ${one.period}`,
    minLength: 20,
    maxLength: 90,
  });
  await fc.assert(
    fc.asyncProperty(distinct, distinct, async (first, second) => {
      await startOver(store, plan, { register: exampleRegister(), indicators });
      for (const rows of [first, second])
        await publishAll(
          rows.map((one) =>
            observed(one.territory, one.indicator, one.period, one.value, {
              absence: one.value === null ? one.absence : null,
              status: one.status,
            } as never),
          ),
        );
      await readAt(store.server, plan, undefined, async (reading) => {
        const t = 'edge,edge@A,edge@B,farms,all,all@A';
        const i = indicators.indicators.map((one) => one.id).join();
        const asked = askedBy({ t, i, p: '2012..2014', basis: 'reported' }, reading);
        const kept = await readFigures(reading, asked);
        const counted = await readFigures({ ...reading, newest: false }, asked);
        expect(kept).toEqual(counted);
        expect(kept).toEqual(await placeByPlace(reading, asked));
      });
    }),
    { numRuns: 40, seed: 7, endOnFailure: true },
  );
});

/** The same figures from nothing but what was reported of each member. */
async function placeByPlace(reading: Reading, asked: FiguresAsked) {
  const { places } = reading.definition;
  const everything = new Set(indicators.indicators.map((one) => one.id));
  const reported = await readReported(reading, {
    indicatorsOf: new Map(places.register.territories.map(({ id }) => [id, everything])),
    periods: new Set([201_100, ...asked.periods]),
  });
  const calculation = calculationOf({ ...reading.definition, reported });
  return asked.rows.map((row) =>
    asked.indicators.map((indicator) =>
      asked.periods.map((period) => {
        const members = row.membersIn?.(Math.floor(period / 100)) ?? [];
        const nested = nestingsAmong(new Set(members), places);
        const units = members.map(reportedUnit);
        return figureOfSeveral(units, { indicator, period }, calculation, nested);
      }),
    ),
  );
}

describe('the catalog', () => {
  test('says what there is and how far it is covered', async () => {
    await publishAll([
      ...people,
      observed('A', 'gdp', '2010', '5'),
      observed('a1', 'town-population', '2010', '1'),
    ]);
    const catalog = await readCatalog(store.server, plan);
    expect(StatisticsCatalog.parse(catalog)).toEqual(catalog);
    const covered = (id: string) => {
      const entry = catalog.indicators.find((one) => one.id === id);
      return [entry?.territories, entry?.periods];
    };
    expect(covered('population')).toEqual([
      2,
      [
        { period: '2010', territories: 2 },
        { period: '2020', territories: 1 },
      ],
    ]);
    expect(covered('gdp')).toEqual([1, [{ period: '2010', territories: 1 }]]);
    expect(covered('town-share')).toEqual([1, [{ period: '2010', territories: 1 }]]);
    expect(covered('water')).toEqual([0, []]);
    expect(catalog.territories.slice(0, 3).map((one) => one.id)).toEqual(['s', 'A', 'B']);
    expect(catalog.territories.find((one) => one.id === 'a1')).toMatchObject({
      province: 'A',
      groups: ['edge', 'all'],
    });
    expect(catalog.groups.map((group) => [group.id, group.count])).toEqual([
      ['edge', 5],
      ['farms', 1],
      ['all', 6],
    ]);
  });

  test('is refused where a plan has no statistics', async () => {
    await expect(readCatalog(store.server, 'another')).rejects.toMatchObject({
      code: 'statistics-missing',
    });
  });
});

describe('a story', () => {
  const story = async (input: Partial<SeriesInput & { span: string }>) => {
    const filled = { t: 'a1', i: 'population', p: '2010', basis: 'reported', ...input } as const;
    const answer = await readStory(store.server, plan, filled);
    expect(FigureStory.parse(answer)).toEqual(answer);
    return answer;
  };

  test('tells every revision up to its instant, the newest first', async () => {
    await publishAll(people);
    await publishAll([observed('a1', 'population', '2010', '101')]);
    const { revisions, nameThen } = await story({});
    expect(revisions).toMatchObject([
      { number: 3, value: 101, source: 'made for a test', file: 'test.csv' },
      { number: 2, value: 100, dataset: { title: { zh: '测试', en: 'test' } } },
    ]);
    expect(nameThen).toEqual({ code: 'a1', name: 'a1' });
    expect((await story({ asOf: '2' })).revisions).toHaveLength(1);
  });

  test('shows what a figure is computed from', async () => {
    await publishAll([...people, observed('a1', 'gdp', '2010', '300')]);
    const derived = await story({ i: 'gdp-per-capita' });
    expect(derived.operands.map((one) => [one.indicator, one.figure?.value])).toEqual([
      ['gdp', 300],
      ['population', 100],
    ]);
    const group = await story({ t: 'edge@A' });
    expect(group.operands.map((one) => [one.place.token, one.figure?.value])).toEqual([
      ['a1', 100],
      ['a2', 300.5],
    ]);
    expect(group.figure?.value).toBe(400.5);
  });

  test('counts places taken together once, over the periods the figure stands beside', async () => {
    await publishAll([
      observed('a1', 'population', '2020', '1'),
      observed('a2', 'population', '2020', '20'),
      observed('a3', 'population', '2020', '300'),
    ]);
    const alone = await story({ t: 'edge@A', p: '2020', basis: 'merged' });
    expect(alone.figure?.coverage).toEqual({ present: 3, expected: 3 });
    const beside = await story({ t: 'edge@A', p: '2020', basis: 'merged', span: '2010..2020' });
    expect(beside.figure).toMatchObject({ value: 321, coverage: { present: 2, expected: 2 } });
    expect(beside.operands.map(({ place, figure }) => [place.name.zh, figure?.value])).toEqual([
      ['a1', 1],
      ['a2、a3', 320],
    ]);
    const [shown] = (await ask({ t: 'edge@A', p: '2010,2020', basis: 'merged' })).figures;
    expect(beside.figure).toEqual(shown?.[0]?.[1]);
  });
});
