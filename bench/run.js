/**
 * `npm run bench`: runs the benchmarks, prints each figure beside its limit and writes the table
 * under bench/results/. Vite runs the TypeScript; the figures are of this machine, at its load.
 */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { runnerImport } from 'vite';

const folder = new URL('.', import.meta.url);
const names = readdirSync(folder).filter((name) => name.endsWith('.ts'));
const rows = [];
for (const name of names) {
  const { module } = await runnerImport(new URL(name, folder).pathname, { configFile: false });
  rows.push(...(await module.run()));
}
const lines = rows.map(({ name, value, unit, limit }) => {
  const within =
    limit === null ? '' : ` (limit ${limit} ${unit}, ${(value / limit).toFixed(2)} of it)`;
  return `| ${name} | ${value.toPrecision(3)} ${unit} |${within} |`;
});
const { model } = cpus()[0];
const head = [
  `Node ${process.version}, ${cpus().length} × ${model.trim()}, load ${loadavg()[0].toFixed(1)}`,
  '',
  '| what | figure | limit |',
  '| --- | --- | --- |',
];
const table = [...head, ...lines].join('\n');
mkdirSync(new URL('results/', folder), { recursive: true });
writeFileSync(new URL('results/latest.md', folder), `${table}\n`);
console.log(table);
const over = rows.filter(({ value, limit }) => limit !== null && value > limit);
process.exitCode = over.length > 0 ? 1 : 0;
