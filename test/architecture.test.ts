import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize, relative, sep } from 'node:path';
import { describe, expect, test } from 'vitest';

/**
 * The architecture as a literal: a folder of src/ and the folders it may import. `types` may be
 * imported with `import type` only. docs/architecture.md says why.
 */
const mayImport: Record<string, { values: string[]; types?: string[]; platform: string }> = {
  kernels: { values: [], platform: 'pure' },
  domain: { values: [], platform: 'pure' },
  compile: { values: ['domain'], platform: 'pure' },
  statistics: { values: ['domain', 'kernels'], platform: 'pure' },
  collection: { values: ['domain', 'kernels', 'statistics'], types: ['api'], platform: 'pure' },
  monitoring: { values: ['domain'], platform: 'pure' },
  charts: { values: ['domain', 'kernels'], platform: 'pure' },
  api: { values: ['domain'], types: ['statistics'], platform: 'pure' },
  exchange: { values: ['domain'], platform: 'node' },
  store: {
    values: ['domain', 'statistics', 'kernels', 'collection'],
    types: ['api'],
    platform: 'node',
  },
  server: {
    values: [
      'domain',
      'kernels',
      'api',
      'compile',
      'statistics',
      'collection',
      'monitoring',
      'charts',
      'exchange',
      'store',
    ],
    platform: 'node',
  },
  cli: {
    values: [
      'domain',
      'kernels',
      'api',
      'compile',
      'statistics',
      'collection',
      'monitoring',
      'charts',
      'exchange',
      'store',
      'server',
    ],
    platform: 'node',
  },
  web: {
    values: ['api', 'domain', 'kernels', 'statistics', 'collection', 'charts'],
    platform: 'web',
  },
};

/** Packages a pure folder may use; everything else needs a platform. */
const purePackages = new Set(['zod']);

interface Import {
  readonly from: string;
  readonly to: string;
  readonly typeOnly: boolean;
}

const root = join(import.meta.dirname, '..', 'src');
const files = filesBelow(root).filter((file) => /\.tsx?$/.test(file));
const imports = files.flatMap(importsOf);

describe('architecture', () => {
  test('every folder of src is in the table', () => {
    const folders = readdirSync(root).filter((name) => statSync(join(root, name)).isDirectory());
    expect(folders.sort()).toEqual(Object.keys(mayImport).sort());
  });

  test('folders import only what the table allows', () => {
    const refused = imports
      .filter(({ to }) => to.startsWith('.'))
      .filter((item) => !isAllowed(item))
      .map(({ from, to }) => `${from} → ${to}`);
    expect(refused).toEqual([]);
  });

  test('pure folders import no package of a platform', () => {
    const refused = imports
      .filter(
        ({ from, to }) => mayImport[folderOf(from)]?.platform === 'pure' && !to.startsWith('.'),
      )
      .filter(({ to }) => !purePackages.has(to))
      .map(({ from, to }) => `${from} → ${to}`);
    expect(refused).toEqual([]);
  });

  test('no file imports itself through others', () => {
    expect(cycles()).toEqual([]);
  });

  test('files stay below 300 lines', () => {
    const long = files
      .map((file) => [relative(root, file), readFileSync(file, 'utf8').split('\n').length] as const)
      .filter(([file, lines]) => lines > 300 && !file.endsWith('-table.ts'));
    expect(long).toEqual([]);
  });

  test('no folder or file is a drawer for odds and ends', () => {
    const drawers = files.filter((file) =>
      /(?:utils?|helpers?|common|misc|manager|service)s?\b/i.test(relative(root, file)),
    );
    expect(drawers).toEqual([]);
  });

  test('nothing in the code knows the plan that is shipped with it', () => {
    const words = /兴边富民|边境县|边民|国办发〔2017〕50号|xingbian-2016-2020/;
    const knowing = files.filter((file) => words.test(withoutComments(readFileSync(file, 'utf8'))));
    expect(knowing.map((file) => relative(root, file))).toEqual([]);
  });
});

function filesBelow(dir: string): string[] {
  return readdirSync(dir, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesBelow(join(dir, entry.name)) : [join(dir, entry.name)],
  );
}

function importsOf(file: string): Import[] {
  const source = readFileSync(file, 'utf8');
  const statement =
    /(?:import|export)\s+(type\s+)?(?:[\w*{}\s,$]+?\s+from\s+)?'([^']+)'|import\('([^']+)'\)/g;
  return [...source.matchAll(statement)].map((match) => ({
    from: relative(root, file),
    to: match[2] ?? match[3] ?? '',
    typeOnly: match[1] !== undefined,
  }));
}

/** Examples in comments may quote the plan. */
function withoutComments(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
}

function folderOf(file: string): string {
  return file.split(sep)[0] ?? '';
}

function targetOf({ from, to }: Import): string {
  return normalize(join(dirname(from), to));
}

function isAllowed(item: Import): boolean {
  const own = folderOf(item.from);
  const target = folderOf(targetOf(item));
  const allowed = mayImport[own];
  if (own === target) return true;
  if (allowed?.values.includes(target)) return true;
  return item.typeOnly && (allowed?.types ?? []).includes(target);
}

/** Returns every import cycle once, as the files along it. Imports of types alone count too. */
function cycles(): string[][] {
  const edges = new Map<string, string[]>();
  for (const item of imports.filter(({ to }) => to.startsWith('.')))
    edges.set(item.from, [...(edges.get(item.from) ?? []), targetOf(item)]);
  const done = new Set<string>();
  const found: string[][] = [];
  const walk = (file: string, path: readonly string[]): void => {
    const at = path.indexOf(file);
    if (at >= 0) found.push([...path.slice(at), file]);
    if (at >= 0 || done.has(file)) return;
    for (const next of edges.get(file) ?? []) walk(next, [...path, file]);
    done.add(file);
  };
  for (const file of edges.keys()) walk(file, []);
  return found;
}
