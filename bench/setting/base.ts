import { mkdtempSync, rmSync } from 'node:fs';
import { chmod, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { emptyMapping } from '../../src/domain/import-mapping.ts';
import { openFile } from '../../src/exchange/byte-source.ts';
import { readTable } from '../../src/exchange/read-table.ts';
import { openPlan } from '../../src/server/open-plan.ts';
import { readImport } from '../../src/statistics/import/read-import.ts';
import { buildPlaces } from '../../src/statistics/places.ts';
import { openEmbedded, type Store } from '../../src/store/open-store.ts';
import { loadPlan } from '../../src/store/plan.ts';
import { launchPostgres } from '../../src/store/postgres/launch.ts';
import { loadStatistics } from '../../src/store/statistics/load-statistics.ts';
import { type Batch, type PublishResult, publish } from '../../src/store/statistics/publish.ts';
import { readKeys, type StagedObservation } from '../../src/store/statistics/stage-lines.ts';
import { type BenchSize, benchDefinition } from './definition.ts';
import { csvOf, type MadeUpFigure } from './figures.ts';

/** A base of its own in a temporary folder. */
export interface BenchBase {
  readonly store: Store;
  readonly plan: string;
  readonly size: BenchSize;
  /** For files of the benchmark; goes with the base. */
  readonly folder: string;
}

/** Runs `body` on an empty base with the made-up places and indicators, in the embedded PostgreSQL. */
export async function withBase<Result>(
  size: BenchSize,
  body: (base: BenchBase) => Promise<Result>,
): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'xingbian-bench-'));
  await chmod(folder, 0o755);
  try {
    const postgres = await launchPostgres(join(folder, 'data'));
    try {
      const store = await openEmbedded(postgres);
      const shipped = fileURLToPath(new URL('../../plans/xingbian-2016-2020', import.meta.url));
      const { planned } = await openPlan(shipped);
      await loadPlan(store.owner, planned);
      const plan = planned.file.id;
      await loadStatistics(store.writer, plan, benchDefinition(size));
      const result = await body({ store, plan, size, folder });
      await store.close();
      return result;
    } finally {
      await postgres.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Writes figures to a CSV file and resolves to its path. */
export async function writeCsv(
  { folder }: Pick<BenchBase, 'folder'>,
  name: string,
  rows: Iterable<MadeUpFigure>,
): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, csvOf(rows));
  return path;
}

/** The small numbers of places and indicators. */
export interface BenchKeys {
  readonly territory: ReadonlyMap<string, number>;
  readonly indicator: ReadonlyMap<string, number>;
}

/** Resolves to the small numbers of the base's places and indicators. */
export async function keysOf({ store, plan }: BenchBase): Promise<BenchKeys> {
  const client = await store.writer.connect();
  try {
    return await readKeys(client, plan);
  } finally {
    client.release();
  }
}

/** Puts a file into the base the way the product does. */
export async function importFile(base: BenchBase, path: string): Promise<PublishResult> {
  const { register, indicators } = benchDefinition(base.size);
  const source = await openFile(path);
  try {
    const batches = readImport(await readTable(source), {
      file: 'bench.csv',
      places: buildPlaces(register),
      indicators: indicators.indicators,
      mapping: emptyMapping(),
      today: '2024-12-31',
      source: null,
    });
    return await publishBatches(base, batches);
  } finally {
    await source.close();
  }
}

/** Publishes figures as a form would. */
export async function publishRows(
  base: BenchBase,
  observations: readonly StagedObservation[],
): Promise<PublishResult> {
  const batches = (async function* () {
    yield { observations, findings: [] };
  })();
  return await publishBatches(base, batches);
}

async function publishBatches(
  { store, plan }: BenchBase,
  batches: AsyncIterable<Batch>,
): Promise<PublishResult> {
  const title = { zh: '基准测试', en: 'bench' };
  const result = await publish(store.writer, plan, {
    kind: 'import',
    file: 'bench.csv',
    fileHash: () => 'bench',
    dataset: { title, source: 'bench', licence: 'none', enclosed: 'unstated' },
    batches,
    dryRun: false,
  });
  const [problem] = result.findings;
  if (problem) throw new Error(JSON.stringify(problem));
  return result;
}
