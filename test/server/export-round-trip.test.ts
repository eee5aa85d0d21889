import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DownloadFormat } from '../../src/api/statistics-downloads.ts';
import { emptyMapping } from '../../src/domain/import-mapping.ts';
import { sourceOf } from '../../src/exchange/byte-source.ts';
import { readTable } from '../../src/exchange/read-table.ts';
import { bringUp } from '../../src/server/bring-up.ts';
import { baseFile } from '../../src/server/export-file.ts';
import { type OpenedPlan, openPlan } from '../../src/server/open-plan.ts';
import { readImport } from '../../src/statistics/import/read-import.ts';
import { buildPlaces } from '../../src/statistics/places.ts';
import { openEmbedded, type Store } from '../../src/store/open-store.ts';
import { launchPostgres } from '../../src/store/postgres/launch.ts';
import { readBaseExport } from '../../src/store/queries/exports.ts';
import { publish } from '../../src/store/statistics/publish.ts';
import { gathered } from '../exchange/gathered.ts';
import { jsonStatFaults } from '../exchange/json-stat-faults.ts';
import { packageFaults } from '../exchange/package-faults.ts';
import { tempFolder } from '../store/temp-folder.ts';
import { root } from './program.ts';

const stops: (() => Promise<unknown>)[] = [];
const removals: (() => void)[] = [];
let store: Store;
let opened: OpenedPlan;
let plan = '';

/** The base the product ships with. */
beforeAll(async () => {
  const postgres = await launchPostgres(tempFolder((remove) => removals.push(remove)));
  stops.push(postgres.stop);
  store = await openEmbedded(postgres);
  stops.push(store.close);
  opened = await openPlan(`${root}/plans/xingbian-2016-2020`);
  plan = opened.planned.file.id;
  await bringUp(store, opened);
}, 120_000);

afterAll(async () => {
  for (const stop of stops.reverse()) await stop();
  for (const remove of removals) remove();
});

async function bytesOf(format: DownloadFormat): Promise<Uint8Array> {
  const exported = await readBaseExport(store.server, plan, {});
  return await gathered((await baseFile(exported, format, 'zh')).chunks);
}

/** Figures there are, each counted once. */
async function latestRows(): Promise<number> {
  const { rows } = await store.writer.query<{ count: number }>(
    `select count(distinct (territory, indicator, period, breakdown))::int as count
      from xingbian.observation`,
  );
  return rows[0]?.count ?? 0;
}

/** What an import of the bytes would do. */
async function dryImport(bytes: Uint8Array) {
  const { register, indicators } = opened.statistics ?? {};
  if (!register || !indicators) throw new Error('the plan has no statistics');
  return await publish(store.writer, plan, {
    kind: 'import',
    file: 'export.csv',
    fileHash: () => 'hash',
    dataset: { title: { zh: '', en: '' }, source: '', licence: '', enclosed: 'unstated' },
    batches: readImport(await readTable(sourceOf(bytes)), {
      file: 'export.csv',
      places: buildPlaces(register),
      indicators: indicators.indicators,
      mapping: emptyMapping(),
      today: '2026-01-01',
      source: null,
    }),
    dryRun: true,
  });
}

test.each(['csv', 'xlsx'] as const)(
  'the shipped base, written as %s, reads back as what is there',
  async (format) => {
    const { summary, findings, changes } = await dryImport(await bytesOf(format));
    expect(findings.filter((item) => item.severity === 'error')).toEqual([]);
    expect(changes).toEqual([]);
    const rows = await latestRows();
    expect(rows).toBeGreaterThan(9_000);
    expect(summary).toMatchObject({ rows, unchanged: rows, new: 0, revised: 0, refused: 0 });
  },
);

test('the shipped base is a valid package and a valid cube', async () => {
  const file = join(tempFolder(), 'base.zip');
  writeFileSync(file, await bytesOf('datapackage'));
  expect(await packageFaults(file)).toEqual([]);
  const cube = new TextDecoder().decode(await bytesOf('json-stat'));
  expect(jsonStatFaults(JSON.parse(cube))).toEqual([]);
});
