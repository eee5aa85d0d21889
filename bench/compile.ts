import { readFile } from 'node:fs/promises';
import { compileDocument } from '../src/compile/compile-document.ts';
import type { BenchRow } from './setting/row.ts';

const plan = new URL('../plans/xingbian-2016-2020/text.txt', import.meta.url);
const megabyte = 1_000_000;

/**
 * Returns how long the compiler takes for the plan, and how its time grows: 10 MB against 1 MB of
 * the plan's text repeated, each the least of several runs.
 */
export async function run(): Promise<BenchRow[]> {
  const text = await readFile(plan, 'utf8');
  const once = leastTime(text, 20);
  const small = leastTime(repeated(text, megabyte), 4);
  const large = leastTime(repeated(text, 10 * megabyte), 3);
  return [
    { name: 'compile the plan', value: once, unit: 'ms', limit: 200 },
    { name: 'compile 10 MB against 1 MB', value: large / small, unit: '×', limit: 12 },
    { name: 'compile 10 MB, throughput', value: 10_000 / large, unit: 'MB/s', limit: null },
  ];
}

function leastTime(text: string, runs: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run++) {
    const before = performance.now();
    compileDocument(text);
    least = Math.min(least, performance.now() - before);
  }
  return least;
}

/** The text over and over, up to a size in bytes of UTF-8. */
function repeated(text: string, bytes: number): string {
  const times = Math.ceil(bytes / Buffer.byteLength(text));
  return text.repeat(times);
}
