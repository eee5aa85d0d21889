import { beforeAll, expect, test } from 'vitest';
import { writeBackup } from '../../src/store/backup/backup.ts';
import { restoreBackup } from '../../src/store/backup/restore.ts';
import type { Store } from '../../src/store/open-store.ts';
import { loadStatistics } from '../../src/store/statistics/load-statistics.ts';
import { publish } from '../../src/store/statistics/publish.ts';
import type { StagedObservation } from '../../src/store/statistics/stage-lines.ts';
import { exampleIndicators, exampleRegister, observed } from './example-statistics.ts';
import { exampleStore } from './example-store.ts';

const plan = 'example';
const storeOf = exampleStore();
let store: Store;
let backup: string[];

beforeAll(async () => {
  store = storeOf();
  await loadStatistics(store.writer, plan, {
    register: exampleRegister(),
    indicators: exampleIndicators(),
  });
  await send([
    observed('a1', 'population', '2010', '100.50'),
    observed('a2', 'gdp', '2020', '9', { note: 'flag: 跳升\t"x"', source: '年鉴\\第1页' }),
    observed('b1', 'population', '2020-Q3', null, { absence: 'suppressed', breakdown: 'sex=F' }),
  ]);
  await send([observed('a1', 'population', '2010', '101', { status: 'provisional' })]);
  backup = await linesOf(writeBackup(store.writer, plan));
}, 60_000);

test('a backup put into an empty base gives the same base, revision by revision', async () => {
  const before = await contents();
  await empty();
  const end = await restoreBackup(store.writer, plan, stream(backup));
  expect(end).toMatchObject({ definitions: 1, publications: 3, observations: 4, doubts: 1 });
  expect(await contents()).toEqual(before);
  expect(await linesOf(writeBackup(store.writer, plan))).toEqual(backup);
});

test('a base that has publications is not overwritten', async () => {
  await expect(restoreBackup(store.writer, plan, stream(backup))).rejects.toMatchObject({
    code: 'restore-not-empty',
  });
});

test.each([
  ['cut off', (lines: string[]) => lines.slice(0, -1)],
  [
    'of another plan',
    (lines: string[]) => [(lines[0] ?? '').replace(plan, 'other'), ...lines.slice(1)],
  ],
  ['of another format', (lines: string[]) => ['{"format":"x"}', ...lines.slice(1)]],
  ['with a broken line', (lines: string[]) => lines.with(6, '["observation",')],
  ['with an unknown place', (lines: string[]) => lines.map((line) => line.replace('"a1"', '"zz"'))],
  ['with more after its end', (lines: string[]) => [...lines, ...lines.slice(1, 2)]],
  ['that is empty', () => []],
])('a file %s is refused and leaves nothing', async (_, broken) => {
  await empty();
  await expect(restoreBackup(store.writer, plan, stream(broken(backup)))).rejects.toMatchObject({
    code: 'backup-invalid',
  });
  expect((await contents()).observations).toEqual([]);
});

function send(observations: readonly StagedObservation[]) {
  return publish(store.writer, plan, {
    kind: 'import',
    file: 'test.csv',
    fileHash: () => 'hash',
    dataset: { title: { zh: '测试', en: 'test' }, source: 't', licence: 't', enclosed: 'excluded' },
    batches: stream([{ observations, findings: [] }]),
    dryRun: false,
  });
}

async function empty(): Promise<void> {
  await store.writer.query(
    `truncate xingbian.observation, xingbian.doubt, xingbian.aggregate, xingbian.publication,
      xingbian.source, xingbian.statistics, xingbian.scope, xingbian.scope_member,
      xingbian.territory, xingbian.indicator restart identity`,
  );
}

async function contents() {
  const rows = async (sql: string) => (await store.writer.query(sql)).rows;
  return {
    publications: await rows('select * from xingbian.publication order by number'),
    observations: await rows(
      `select o.*, f.text, f.enclosed, null as source from xingbian.observation o
        join xingbian.source f on f.key = o.source order by 1, 2, 3, 4`,
    ),
    doubts: await rows('select * from xingbian.doubt order by 1, 2, 3, 4'),
    totals: await rows('select * from xingbian.aggregate order by 1, 2, 3'),
  };
}

async function* stream<Item>(items: readonly Item[]): AsyncGenerator<Item> {
  yield* items;
}

async function linesOf(lines: AsyncIterable<string>): Promise<string[]> {
  const all: string[] = [];
  for await (const line of lines) all.push(line);
  return all;
}
