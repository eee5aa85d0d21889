/**
 * `npm run bench [-- name …]`: runs the benchmarks, or only those named, prints each figure beside its
 * limit or its peer, and writes the table of a whole run to bench/results/latest.md. The figures are of
 * this machine, at its load.
 */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';

const folder = new URL('.', import.meta.url);
const built = new URL('../node_modules/.cache/bench/', folder);
const there = readdirSync(folder)
  .filter((name) => name.endsWith('.ts'))
  .map((name) => name.slice(0, -3));
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !there.includes(name));
if (unknown.length > 0) {
  console.error(`No benchmark ${unknown.join(', ')}. There are: ${there.join(', ')}.`);
  process.exit(2);
}

const names = asked.length > 0 ? asked : there;
await bundle(names);
const rows = [];
for (const name of names) {
  const file = new URL(`${name}.js`, built);
  const { run } = await import(file.href);
  rows.push(...(await run(fileURLToPath(file))));
}
const table = [...head(), ...rows.map(lineOf)].join('\n');
if (asked.length === 0) {
  mkdirSync(new URL('results/', folder), { recursive: true });
  writeFileSync(new URL('results/latest.md', folder), `${table}\n`);
}
console.log(table);
process.exitCode = rows.some(isOver) ? 1 : 0;

/** Bundled, and not run module by module: calls between modules would cost more than in the product. */
async function bundle(entries) {
  const ownAddress = {
    name: 'own-address',
    transform: (code, id) =>
      code.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(id).href)),
  };
  await build({
    configFile: false,
    logLevel: 'warn',
    plugins: [ownAddress],
    build: {
      ssr: true,
      target: 'node20',
      minify: false,
      outDir: fileURLToPath(built),
      emptyOutDir: true,
      rolldownOptions: {
        input: entries.map((name) => fileURLToPath(new URL(`${name}.ts`, folder))),
      },
    },
  });
}

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
    ratios.push(limit === 0 ? '–' : (value / limit).toFixed(2));
  }
  if (peer) {
    const most = peer.most === null ? '' : ` (at most ${peer.most}×)`;
    against.push(`${peer.name} ${shown(peer.value)} ${unit}${most}`);
    ratios.push(`${(value / peer.value).toFixed(2)}×`);
  }
  return `| ${name} | ${shown(value)} ${unit} | ${against.join('; ')} | ${ratios.join('; ')} |`;
}

function isOver({ value, limit, peer }) {
  if (limit !== null && value > limit) return true;
  return peer !== undefined && peer.most !== null && value > peer.most * peer.value;
}

/** Three digits that count, never as a power of ten. */
function shown(value) {
  return String(Number(value.toPrecision(3)));
}
