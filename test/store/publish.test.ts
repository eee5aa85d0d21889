import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { describeFinding, finding } from '../../src/domain/finding.ts';
import { mostListed } from '../../src/statistics/import/finding-limit.ts';
import type { Store } from '../../src/store/open-store.ts';
import { loadStatistics } from '../../src/store/statistics/load-statistics.ts';
import { type Batch, type PublishInput, publish } from '../../src/store/statistics/publish.ts';
import type { StagedObservation } from '../../src/store/statistics/stage-lines.ts';
import { exampleIndicators, exampleRegister, observed } from './example-statistics.ts';
import { exampleStore } from './example-store.ts';

// The definition of the example is publication 1.
const plan = 'example';
const storeOf = exampleStore();
let store: Store;

beforeAll(() => {
  store = storeOf();
});

beforeEach(async () => {
  await store.writer.query(
    `truncate xingbian.observation, xingbian.doubt, xingbian.aggregate, xingbian.publication,
      xingbian.statistics`,
  );
  await define();
});

describe('a publication', () => {
  test('gets the next number, and none when it says nothing new', async () => {
    const file = [
      observed('a1', 'population', '2010', '100'),
      observed('a2', 'population', '2010', '50.5'),
    ];
    expect((await send(file)).summary).toMatchObject({
      number: 2,
      new: 2,
      revised: 0,
      unchanged: 0,
    });
    expect((await send(file)).summary).toMatchObject({ number: null, new: 0, unchanged: 2 });
    const next = await send([observed('a1', 'population', '2020', '120')]);
    expect(next.summary).toMatchObject({ number: 3, new: 1 });
    expect(await numbers()).toEqual([1, 2, 3]);
  });

  test('keeps what it revises, and says old and new', async () => {
    await send([
      observed('a1', 'population', '2010', '100'),
      observed('a2', 'population', '2010', '50'),
    ]);
    const { summary, changes } = await send([
      observed('a1', 'population', '2010', '101.0', { line: 2 }),
      observed('a2', 'population', '2010', '50.00', { line: 3 }),
      observed('b1', 'population', '2010', null, { line: 4, absence: 'suppressed' }),
    ]);
    expect(summary).toMatchObject({ number: 3, new: 1, revised: 1, unchanged: 1 });
    expect(changes).toMatchObject([
      { kind: 'revised', place: { line: 2 }, before: { value: '100' }, after: { value: '101.0' } },
      {
        kind: 'new',
        place: { line: 4 },
        before: null,
        after: { value: null, absence: 'suppressed' },
      },
    ]);
    expect(await valuesAsOf(2)).toEqual({
      'a1 population 201000': '100',
      'a2 population 201000': '50',
    });
    expect(await valuesAsOf(3)).toMatchObject({ 'a1 population 201000': '101.0' });
  });

  test('leaves nothing behind from a dry run or from a file with an error', async () => {
    const rows = [observed('a1', 'population', '2010', '100')];
    const dry = await send(rows, { dryRun: true });
    expect(dry.summary).toMatchObject({ number: null, new: 1 });
    expect(dry.changes).toHaveLength(1);
    const error = finding('file-missing', { file: 'x', line: 9 }, { file: 'x' });
    const refused = await send(rows, {}, [error]);
    expect(refused.summary).toMatchObject({ number: null, refused: 1 });
    expect(await numbers()).toEqual([1]);
    expect(await count('observation')).toBe(0);
    expect(await count('aggregate')).toBe(0);
  });

  test('refuses a file that says two things of one figure, and takes one of two alike', async () => {
    const twice = [
      observed('a1', 'population', '2010', '1', { line: 1 }),
      observed('a1', 'population', '2010', '1.0', { line: 2 }),
      observed('a2', 'population', '2010', '1', { line: 3 }),
    ];
    const alike = await send(twice);
    expect(alike.findings).toMatchObject([
      { code: 'cell-repeated', where: { line: 2 }, params: { first: '1' } },
    ]);
    expect(alike.summary).toMatchObject({ number: 2, new: 2 });
    const other = await send([...twice, observed('a2', 'population', '2010', '2', { line: 4 })]);
    expect(other.findings.map((item) => item.code).sort()).toEqual([
      'cell-contradicted',
      'cell-repeated',
    ]);
    expect(other.summary.number).toBeNull();
  });

  test.each([
    { status: 'provisional' as const },
    { source: 'another test' },
    { enclosed: 'included' as const },
    { note: 'by hand' },
  ])('calls two cells different that differ in %o alone', async (change) => {
    const { summary, findings } = await send([
      observed('a1', 'population', '2010', '1', { line: 1 }),
      observed('a1', 'population', '2010', '1', { line: 2, ...change }),
    ]);
    expect(findings).toMatchObject([{ code: 'cell-contradicted', where: { line: 2 } }]);
    expect(summary).toMatchObject({ number: null, refused: 1 });
  });

  test('names place and indicator of a figure that stands twice', async () => {
    const register = exampleRegister();
    const indicators = exampleIndicators();
    await define(
      {
        ...register,
        territories: register.territories.map((one) =>
          one.id === 'a1' ? { ...one, name: '甲县' } : one,
        ),
      },
      {
        ...indicators,
        indicators: indicators.indicators.map((one) =>
          one.id === 'gdp' ? { ...one, name: { zh: '生产总值', en: 'Gross product' } } : one,
        ),
      },
    );
    const { findings } = await send([
      observed('a1', 'gdp', '2010', '1', { line: 1 }),
      observed('a1', 'gdp', '2010', '2', { line: 2 }),
    ]);
    const [item] = findings;
    expect(item?.message).toBe('甲县“生产总值”2010 在文件中出现两次，与 1 不一致');
    expect(item && describeFinding(item, 'en').message).toContain('甲县 “Gross product” 2010');
  });

  test('finds the one contradiction behind a thousand repetitions', async () => {
    const years = Array.from({ length: 120 }, (_, at) => String(1901 + at));
    const once = ['a1', 'a2', 'a3', 'b1', 'b2', 'b3', 'c1', 'c2', 'c3', 'c4']
      .filter((id) => exampleRegister().territories.some((place) => place.id === id))
      .flatMap((id) => years.map((year) => observed(id, 'population', year, '1')));
    const times = Math.ceil(1_100 / once.length) + 1;
    const rows = Array.from({ length: times }, () => once).flat();
    const last = observed('a1', 'population', '1901', '2', { line: 9 });
    const { summary, findings } = await send([...rows, last]);
    expect(summary).toMatchObject({ number: null, refused: 1 });
    expect(findings[0]).toMatchObject({ code: 'cell-contradicted', where: { line: 9 } });
    const notes = rows.length - once.length - mostListed.info;
    expect(findings.at(-1)).toMatchObject({
      code: 'findings-more',
      params: { errors: 0, warnings: 0, notes },
    });
    expect(findings).toHaveLength(1 + mostListed.info + 1);
  });

  test('lists as many contradictions as other errors', async () => {
    const rows = Array.from({ length: mostListed.error + 8 }, (_, at) =>
      observed('a1', 'population', '1901', String(at)),
    );
    const { findings } = await send(rows);
    expect(findings).toHaveLength(mostListed.error + 1);
    expect(findings.at(-1)?.params).toEqual({ errors: 7, warnings: 0, notes: 0 });
  });

  test('of many rows in order enters piece by piece, and is compared whole all the same', async () => {
    const years = Array.from({ length: 30 }, (_, at) => String(1991 + at));
    const rows = ['a1', 'a2', 'b1'].flatMap((id) =>
      years.map((year, at) => observed(id, 'population', year, String(at), { line: at + 1 })),
    );
    const first = await send(rows, { pieceRows: 7 });
    expect(first.summary).toMatchObject({ number: 2, rows: 90, new: 90 });
    expect(first.changes.map((change) => change.place.line)).toEqual([
      ...[...years.keys(), ...years.keys(), ...years.keys()].map((at) => at + 1),
    ]);
    const other = rows.map((row, at) => (at % 40 === 0 ? { ...row, value: '1000' } : row));
    const second = await send(other, { pieceRows: 7 });
    expect(second.summary).toMatchObject({ number: 3, new: 0, revised: 3, unchanged: 87 });
    expect(await totals('population', 199100)).toMatchObject({ 'edge s': { total: '1000' } });
    const late = observed('a1', 'population', '1992', '77', { line: 91 });
    const contradicted = await send([...other, late], { pieceRows: 7 });
    expect(contradicted.findings).toMatchObject([
      { code: 'cell-contradicted', where: { line: 91 }, params: { first: '2' } },
    ]);
    expect(contradicted.summary).toMatchObject({ number: null, unchanged: 90 });
    expect(await numbers()).toEqual([1, 2, 3]);
    const broken = send(
      function* () {
        yield { observations: rows, findings: [] };
        throw new Error('the file ended');
      },
      { pieceRows: 7 },
    );
    await expect(broken).rejects.toThrow('the file ended');
  });

  test('that breaks off leaves the base and its connection whole', async () => {
    const broken = send(function* () {
      yield { observations: [observed('a1', 'population', '2010', '1')], findings: [] };
      throw new Error('the file ended');
    });
    await expect(broken).rejects.toThrow('the file ended');
    expect((await send([observed('a1', 'population', '2010', '1')])).summary.number).toBe(2);
  });

  test('that began first and is committed last does not change an earlier state', async () => {
    const started = signal();
    const gate = signal();
    const first = send(async function* () {
      yield { observations: [observed('a1', 'population', '2010', '1')], findings: [] };
      started.give();
      await gate.given;
      yield { observations: [observed('a2', 'population', '2010', '2')], findings: [] };
    });
    await started.given;
    const second = await send([
      observed('a1', 'population', '2010', '7'),
      observed('b1', 'gdp', '2010', '5'),
    ]);
    expect(second.summary.number).toBe(2);
    const before = await valuesAsOf(2);
    gate.give();
    expect((await first).summary).toMatchObject({ number: 3, new: 1, revised: 1 });
    expect(await valuesAsOf(2)).toEqual(before);
    expect(await valuesAsOf(3)).toMatchObject({
      'a1 population 201000': '1',
      'b1 gdp 201000': '5',
    });
    const { rows } = await store.writer.query(
      'select recorded from xingbian.publication order by number',
    );
    expect(rows[1].recorded.getTime()).toBeGreaterThan(rows[0].recorded.getTime());
  });

  test('enters beside many others without a gap or a deadlock', async () => {
    const counties = ['a1', 'a2', 'a3', 'b1', 'b2'];
    const sent = await Promise.all(
      counties.map((id, index) => send([observed(id, 'population', '2020', String(index + 1))])),
    );
    expect(sent.map((item) => item.summary.number).sort()).toEqual([2, 3, 4, 5, 6]);
    expect(await totals('population', 202000)).toMatchObject({
      'edge s': { total: '15', present: 5 },
    });
  });
});

describe('totals', () => {
  test('say of how many members they are, and follow a split in its year', async () => {
    await send([
      observed('a1', 'population', '2010', '100'),
      observed('a2', 'population', '2010', '300'),
      observed('a1', 'population', '2020', '110'),
      observed('a2', 'population', '2020', '200'),
      observed('a3', 'population', '2020', '120'),
      observed('b1', 'population', '2020', null, { absence: 'not-applicable' }),
    ]);
    expect(await totals('population', 201000)).toMatchObject({
      'edge s': { total: '400', present: 2, expected: 4 },
      'edge A': { total: '400', present: 2, expected: 2 },
    });
    expect(await totals('population', 202000)).toMatchObject({
      'edge s': { total: '430', present: 3, expected: 4 },
      'edge A': { total: '430', present: 3, expected: 3 },
      'edge B': { total: null, present: 0, expected: 1 },
    });
  });

  test('weigh a mean by its weights, also when only the weights change', async () => {
    await send([
      observed('a1', 'population', '2010', '100'),
      observed('a2', 'population', '2010', '300'),
      observed('a1', 'schooling', '2010', '6'),
      observed('a2', 'schooling', '2010', '10'),
      observed('b1', 'schooling', '2010', '99'),
      observed('a1', 'water', '2010', '10'),
      observed('a2', 'water', '2010', '30'),
      observed('b1', 'water', '2010', '95'),
    ]);
    expect(await totals('schooling', 201000)).toMatchObject({
      'edge s': { total: '3600', weight: '400', present: 2, expected: 4 },
    });
    expect(await totals('water', 201000)).toMatchObject({ 'edge s': { middle: '30', present: 3 } });
    await send([observed('a2', 'population', '2010', '100')]);
    expect(await totals('schooling', 201000)).toMatchObject({
      'edge s': { total: '1600', weight: '200', present: 2 },
    });
  });

  test('count the doubts, and take them back with the figure', async () => {
    const doubted = observed('a1', 'gdp', '2020', '9', { note: 'flag: step x1.7' });
    expect((await send([doubted])).summary.doubtful).toBe(1);
    expect(await totals('gdp', 202000)).toMatchObject({ 'edge s': { doubtful: 1 } });
    expect((await send([{ ...doubted, value: '8', note: null }])).summary.doubtful).toBe(0);
    expect(await totals('gdp', 202000)).toMatchObject({ 'edge s': { doubtful: 0, total: '8' } });
    expect(await count('doubt')).toBe(2);
  });

  test('are made anew when the members change', async () => {
    await send([observed('a1', 'gdp', '2020', '5'), observed('b1', 'gdp', '2020', '7')]);
    const register = exampleRegister();
    await define({
      ...register,
      members: register.members.filter((item) => item.territory !== 'b1'),
    });
    expect(await totals('gdp', 202000)).toMatchObject({
      'edge s': { total: '5', present: 1, expected: 4 },
    });
    expect(await numbers()).toEqual([1, 2, 3]);
  });
});

async function define(
  register = exampleRegister(),
  indicators = exampleIndicators(),
): Promise<void> {
  // The example's groups are small; their totals are kept all the same.
  await loadStatistics(store.writer, plan, { register, indicators }, 0);
}

function signal(): { readonly given: Promise<void>; readonly give: () => void } {
  let give = () => {};
  const given = new Promise<void>((resolve) => {
    give = resolve;
  });
  return { given, give };
}

type Batches = () => Generator<Batch> | AsyncGenerator<Batch>;

function send(
  rows: readonly StagedObservation[] | Batches,
  change: Partial<PublishInput> = {},
  findings: Batch['findings'] = [],
) {
  const batches = (async function* () {
    if (typeof rows === 'function') yield* rows();
    else yield { observations: rows, findings, refused: findings.length };
  })();
  return publish(store.writer, plan, {
    kind: 'import',
    file: 'test.csv',
    fileHash: () => 'hash',
    dataset: { title: { zh: '测试', en: 'test' }, source: 't', licence: 't', enclosed: 'unstated' },
    batches,
    dryRun: false,
    ...change,
  });
}

async function numbers(): Promise<number[]> {
  const { rows } = await store.writer.query('select number from xingbian.publication order by 1');
  return rows.map((row) => row.number);
}

async function count(table: string): Promise<number> {
  const { rows } = await store.writer.query(`select count(*)::int as n from xingbian.${table}`);
  return rows[0].n;
}

async function valuesAsOf(number: number): Promise<Record<string, string | null>> {
  const { rows } = await store.writer.query(
    `select distinct on (o.territory, o.indicator, o.period) t.id as t, i.id as i, o.period, o.value
      from xingbian.observation o join xingbian.territory t on t.key = o.territory
      join xingbian.indicator i on i.key = o.indicator
      where o.number <= $1 order by o.territory, o.indicator, o.period, o.number desc`,
    [number],
  );
  return Object.fromEntries(rows.map((row) => [`${row.t} ${row.i} ${row.period}`, row.value]));
}

async function totals(indicator: string, period: number): Promise<Record<string, unknown>> {
  const { rows } = await store.writer.query(
    `select s.group_id, s.territory_id, a.* from xingbian.aggregate a
      join xingbian.scope s on s.key = a.scope join xingbian.indicator i on i.key = a.indicator
      where i.id = $1 and a.period = $2`,
    [indicator, period],
  );
  return Object.fromEntries(rows.map((row) => [`${row.group_id} ${row.territory_id}`, row]));
}
