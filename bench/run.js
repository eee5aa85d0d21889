/**
 * `npm run bench [-- name …]`: runs the benchmarks, or those named, prints each figure beside its limit
 * or its peer and writes the table under bench/results/. Vite runs the TypeScript; the figures are of
 * this machine, at its load.
 */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { runnerImport } from 'vite';

const folder = new URL('.', import.meta.url);
const there = readdirSync(folder)
  .filter((name) => name.endsWith('.ts'))
  .map((name) => name.slice(0, -3));
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !there.includes(name));
if (unknown.length > 0) {
  console.error(`No benchmark ${unknown.join(', ')}. There are: ${there.join(', ')}.`);
  process.exit(2);
}

const rows = [];
for (const name of asked.length > 0 ? asked : there) {
  const file = new URL(`${name}.ts`, folder).pathname;
  const { module } = await runnerImport(file, { configFile: false });
  rows.push(...(await module.run()));
}
const table = [...head(), ...rows.map(lineOf)].join('\n');
const results = asked.length > 0 ? `${asked.join('-')}.md` : 'latest.md';
mkdirSync(new URL('results/', folder), { recursive: true });
writeFileSync(new URL(`results/${results}`, folder), `${table}\n`);
console.log(table);
process.exitCode = rows.some(isOver) ? 1 : 0;

function head() {
  const { model } = cpus()[0];
  return [
    `Node ${process.version}, ${cpus().length} × ${model.trim()}, load ${loadavg()[0].toFixed(1)}`,
    '',
    '| what | figure | held against | ratio |',
    '| --- | --- | --- | --- |',
  ];
}

function lineOf({ name, value, unit, limit, peer }) {
  const against = [];
  const ratios = [];
  if (limit !== null) {
    against.push(`limit ${limit} ${unit}`);
    ratios.push((value / limit).toFixed(2));
  }
  if (peer) {
    const most = peer.most === null ? '' : ` (at most ${peer.most}×)`;
    against.push(`${peer.name} ${peer.value.toPrecision(3)} ${unit}${most}`);
    ratios.push(`${(value / peer.value).toFixed(2)}×`);
  }
  return `| ${name} | ${value.toPrecision(3)} ${unit} | ${against.join('; ')} | ${ratios.join('; ')} |`;
}

function isOver({ value, limit, peer }) {
  if (limit !== null && value > limit) return true;
  return peer !== undefined && peer.most !== null && value > peer.most * peer.value;
}
