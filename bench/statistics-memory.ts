import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { baseFile } from '../src/server/export-file.ts';
import { readBaseExport } from '../src/store/queries/exports.ts';
import { importFile, withBase, writeCsv } from './setting/base.ts';
import type { BenchSize } from './setting/definition.ts';
import { madeUpFigures } from './setting/figures.ts';
import type { BenchRow } from './setting/row.ts';

/**
 * 400 counties × 250 indicators × 20 years is two million figures. Half a million fill every buffer
 * there is; with fewer the program ends before it has taken the memory it would have used.
 */
const small: BenchSize = { counties: 100, townships: 0, indicators: 250, quarters: false };
const large: BenchSize = { ...small, counties: 400 };
const most = 1.3;

/** The most memory the program held, in MB, not counting PostgreSQL. */
interface Peaks {
  readonly imported: number;
  readonly exported: number;
}

/**
 * Returns how much more memory a program holds at most that imports, and then exports, two million
 * figures and not half a million. Each runs in a process of its own; `built` is this module as
 * Node runs it.
 */
export async function run(built: string): Promise<BenchRow[]> {
  const [few, many] = [small, large].map((size) => peaksOf(built, size));
  if (!few || !many) return [];
  const rowOf = (name: string, kind: keyof Peaks): BenchRow => ({
    name: `memory: ${name} 2,000,000 figures`,
    value: many[kind],
    unit: 'MB',
    limit: null,
    peer: { name: 'of 500,000', value: few[kind], most },
  });
  return [rowOf('import', 'imported'), rowOf('import and export', 'exported')];
}

function peaksOf(built: string, size: BenchSize): Peaks {
  const code = `import(${JSON.stringify(built)}).then((own) => own.measure(${JSON.stringify(size)}))`;
  const child = spawnSync(process.execPath, ['-e', code], { encoding: 'utf8' });
  if (child.status !== 0) throw new Error(child.stderr);
  return JSON.parse(child.stdout);
}

/** Imports and exports figures, and writes the peaks to standard output. */
export async function measure(size: BenchSize): Promise<void> {
  await withBase(size, async (base) => {
    const file = await writeCsv(base, 'new.csv', madeUpFigures(size));
    await importFile(base, file);
    const imported = peakMemory();
    for (const format of ['csv', 'datapackage'] as const) {
      const { store, plan } = base;
      const { chunks } = await baseFile(await readBaseExport(store.server, plan, {}), format, 'zh');
      let bytes = 0;
      for await (const chunk of chunks) bytes += chunk.length;
      if (bytes === 0) throw new Error('nothing was exported');
    }
    console.log(JSON.stringify({ imported, exported: peakMemory() }));
  });
}

/** Linux keeps count. */
function peakMemory(): number {
  const [, kilobytes = '0'] =
    /VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
  return Number(kilobytes) / 1024;
}
