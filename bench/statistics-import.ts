import { createReadStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { from as copyFrom } from 'pg-copy-streams';
import { type BenchBase, importFile, keysOf, withBase, writeCsv } from './setting/base.ts';
import type { BenchSize } from './setting/definition.ts';
import { madeUpFigures } from './setting/figures.ts';
import type { BenchRow } from './setting/row.ts';
import { secondsOf } from './setting/timing.ts';

/** How many times the time of a bare COPY an import may take. */
const most = 4;

const size: BenchSize = { counties: 200, townships: 0, indicators: 250, quarters: false };

/**
 * Returns how long a million new figures take from a CSV file into the empty base, beside a bare COPY
 * of the same rows into a table with the same columns and indexes, and how long the same file takes
 * again, and a file with one figure in a hundred revised. 200 counties × 250 indicators × 20 years.
 */
export async function run(): Promise<BenchRow[]> {
  return await withBase(size, async (base) => {
    const file = await writeCsv(base, 'new.csv', madeUpFigures(size));
    const revised = await writeCsv(base, 'revised.csv', madeUpFigures(size, 100));
    const bare = await writeBare(base);
    const before = await secondsOf(() => copyBare(base, bare));
    const first = await secondsOf(() => expectCounts(base, file, { new: 1_000_000, revised: 0 }));
    const after = await secondsOf(() => copyBare(base, bare));
    const again = await secondsOf(() => expectCounts(base, file, { new: 0, revised: 0 }));
    const changed = await secondsOf(() => expectCounts(base, revised, { new: 0, revised: 10_000 }));
    const copy = { name: 'bare COPY', value: (before + after) / 2 };
    const rows = { unit: 's', limit: null };
    return [
      { name: 'import 1,000,000 new figures', value: first, ...rows, peer: { ...copy, most } },
      { name: 'import them again', value: again, ...rows, peer: { ...copy, most: null } },
      { name: 'import them 1 % revised', value: changed, ...rows, peer: { ...copy, most: null } },
    ];
  });
}

async function expectCounts(
  base: BenchBase,
  file: string,
  expected: { readonly new: number; readonly revised: number },
): Promise<void> {
  const { summary } = await importFile(base, file);
  if (summary.new !== expected.new || summary.revised !== expected.revised)
    throw new Error(`${file}: ${JSON.stringify(summary)}`);
}

/** The rows as COPY reads them, with the small numbers of places and indicators. */
async function writeBare(base: BenchBase): Promise<string> {
  const keys = await keysOf(base);
  const path = join(base.folder, 'bare.txt');
  const lines = function* () {
    for (const { territory, indicator, period, value } of madeUpFigures(size))
      yield `${keys.territory.get(territory)}\t${keys.indicator.get(indicator)}\t${period}\t1\t1\tfinal\t\\N\t${value}\t\t\\N\n`;
  };
  await writeFile(path, lines());
  return path;
}

async function copyBare({ store }: BenchBase, path: string): Promise<void> {
  await store.writer.query('drop table if exists bare');
  await store.writer.query('create table bare (like xingbian.observation including all)');
  const client = await store.writer.connect();
  try {
    await pipeline(createReadStream(path), client.query(copyFrom('copy bare from stdin')));
  } finally {
    client.release();
  }
}
