import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import * as planSchemas from '../../src/api/plan.ts';
import { applyCorrections } from '../../src/compile/apply-corrections.ts';
import { compileDocument } from '../../src/compile/compile-document.ts';
import { errorTable } from '../../src/domain/app-error-table.ts';
import { CompiledDocument } from '../../src/domain/compiled-document.ts';
import { findingTable } from '../../src/domain/finding-table.ts';
import { jsonSchemas } from '../../src/domain/json-schema.ts';
import { startRefusalTable } from '../../src/domain/start-refusal-table.ts';
import { readPlanFolder } from '../../src/store/plan-folder.ts';

const root = join(import.meta.dirname, '..', '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
/** The pages that list findings. */
const findingPages = ['compile', 'plan-folder', 'importing', 'collection'].map(
  (page) => `docs/${page}.md`,
);
const readmes = ['README.md', 'README.zh-CN.md'] as const;
const pages = [...pagesIn('.'), ...pagesIn('docs'), ...pagesIn('docs/decisions')];

describe('the READMEs', () => {
  const [english, chinese] = readmes.map(read) as [string, string];

  test('have the same headings in number and level', () => {
    expect(headingsOf(chinese).map(levelOf)).toEqual(headingsOf(english).map(levelOf));
  });

  test('have the same commands, links and rows', () => {
    expect(codeOf(chinese)).toEqual(codeOf(english));
    const others = (page: string) => linksOf(page).filter((to) => !to.startsWith('README'));
    expect(others(chinese)).toEqual(others(english));
    expect(rowsOf(chinese).length).toBe(rowsOf(english).length);
  });

  test.each(readmes)('%s names commands that exist', (page) => {
    const named = [...read(page).matchAll(/xingbian ([a-z]+)/g)].map((match) => match[1]);
    expect(named.length).toBeGreaterThan(0);
    for (const name of named) expect(existsSync(join(root, `src/cli/${name}.ts`))).toBe(true);
    const scripts = JSON.parse(read('package.json')).scripts;
    for (const [, script = ''] of read(page).matchAll(/npm (?:run )?(start|test|build)\b/g))
      expect(scripts).toHaveProperty(script);
  });

  test('count what the plan compiles to', async () => {
    const folder = await readPlanFolder(join(root, 'plans/xingbian-2016-2020'));
    const { document } = applyCorrections(compileDocument(folder.text ?? ''), folder.corrections);
    const { clauses, responsibilities, commitments, namedProjects } = document;
    const named = responsibilities.flatMap((item) => item.agencies);
    const bodies = new Set(named).size;
    for (const words of [
      `${clauses.length} clauses`,
      `${responsibilities.length} responsibility statements of ${bodies} agencies`,
      `${commitments.length} commitments`,
      `${namedProjects.length} named projects`,
      `${named.length} cells`,
    ])
      expect(english).toContain(words);
    for (const words of [
      `条款 ${clauses.length} 条`,
      `责任分工 ${responsibilities.length} 条（${bodies} 个部门）`,
      `规划事项 ${commitments.length} 项`,
      `具名项目 ${namedProjects.length} 个`,
      `列名 ${named.length} 处`,
    ])
      expect(chinese).toContain(words);
  });
});

describe('links', () => {
  test.each(pages)('of %s lead somewhere', (page) => {
    const broken = linksOf(read(page)).filter((to) => !leadsSomewhere(page, to));
    expect(broken).toEqual([]);
  });
});

test('every direct dependency, and nothing else, has a line in dependencies.md', () => {
  const manifest = JSON.parse(read('package.json'));
  const direct = ['dependencies', 'optionalDependencies', 'devDependencies'].flatMap((kind) =>
    Object.keys(manifest[kind]),
  );
  const [used = ''] = read('docs/dependencies.md').split('## Our own instead');
  const listed = rowsOf(used).flatMap(([first = '']) => quotedIn(first));
  expect(listed.sort()).toEqual(direct.sort());
});

describe('the glossary', () => {
  const terms = new Set(quotedIn(read('docs/glossary.md')));

  test('has every exported type of the domain and the API', () => {
    const missing = ['src/domain', 'src/api'].flatMap(exportedTypes).filter((t) => !terms.has(t));
    expect(missing).toEqual([]);
  });

  test('has every field and value of their schemas', async () => {
    const modules = await Promise.all(
      readdirSync(join(root, 'src/domain'))
        .map((file) => file.replace(/\.ts$/, ''))
        .map((name) => import(`../../src/domain/${name}.ts`)),
    );
    const schemas = [...modules, planSchemas].flatMap((module) => Object.values(module));
    const words = schemas.filter((value) => value instanceof z.ZodType).flatMap(wordsOf);
    expect(words.length).toBeGreaterThan(100);
    expect([...new Set(words)].filter((word) => !terms.has(word))).toEqual([]);
  });
});

test('compile.md names every field and value of the contract', () => {
  const terms = new Set(quotedIn(read('docs/compile.md')));
  const fields = [...new Set(wordsOf(CompiledDocument))];
  expect(fields.filter((word) => !terms.has(word))).toEqual([]);
});

test('docs/schemas holds the JSON Schemas as they are now', () => {
  const written = jsonSchemas();
  expect(readdirSync(join(root, 'docs/schemas')).sort()).toEqual(Object.keys(written).sort());
  for (const [name, schema] of Object.entries(written))
    expect(JSON.parse(read(`docs/schemas/${name}`))).toEqual(schema);
});

describe('messages', () => {
  const tables = { ...findingTable, ...errorTable, ...startRefusalTable };

  test.each(Object.entries(tables))('%s says the same in both languages', (_, entry) => {
    for (const words of [entry.message, entry.hint]) {
      expect(words.zh).toMatch(/\p{Script=Han}/u);
      expect(words.en).toMatch(/[a-z]/);
      expect(placeholdersOf(words.en)).toEqual(placeholdersOf(words.zh));
    }
  });

  test('every finding stands in a page with its severity', () => {
    const rows = findingPages.flatMap((page) => rowsOf(read(page)));
    const listed = rows.flatMap(([codes = '', severity = '']) =>
      quotedIn(codes).map((code) => `${code} ${severity}`),
    );
    const wanted = Object.entries(findingTable).map(([code, entry]) => `${code} ${entry.severity}`);
    expect(wanted.filter((words) => !listed.includes(words))).toEqual([]);
  });

  test('every refusal to start and every setting stands in operating.md', () => {
    const terms = new Set(quotedIn(read('docs/operating.md')));
    const settings = [...read('src/server/config.ts').matchAll(/env\.([A-Z_]+)/g)];
    const wanted = [...Object.keys(startRefusalTable), ...settings.map((match) => match[1] ?? '')];
    expect(wanted.filter((word) => !terms.has(word))).toEqual([]);
  });
});

test('architecture.md has a row for every folder of src', () => {
  const listed = rowsOf(read('docs/architecture.md')).flatMap(([first = '']) => quotedIn(first));
  for (const folder of readdirSync(join(root, 'src'))) expect(listed).toContain(`src/${folder}`);
});

function pagesIn(folder: string): string[] {
  return readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name));
}

/** A page without its code blocks. */
function proseOf(page: string): string {
  return page.replace(/^```[\s\S]*?^```$/gm, '');
}

function headingsOf(page: string): string[] {
  return proseOf(page).match(/^#+ .+$/gm) ?? [];
}

function levelOf(heading: string): number {
  return heading.indexOf(' ');
}

/** Code blocks, and inline code in the order of the alphabet: languages order words differently. */
function codeOf(page: string): { blocks: string[]; inline: string[] } {
  return { blocks: page.match(/^```[\s\S]*?^```$/gm) ?? [], inline: quotedIn(page).sort() };
}

function quotedIn(page: string): string[] {
  return [...proseOf(page).matchAll(/`([^`\n]+)`/g)].map((match) => match[1] ?? '');
}

/** The cells of every table row, the header and its rule left out. */
function rowsOf(page: string): string[][] {
  const lines = proseOf(page).split('\n');
  return lines
    .filter((line, index) => line.startsWith('|') && !isRule(line) && !isRule(lines[index + 1]))
    .map((line) =>
      line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim()),
    );
}

function isRule(line = ''): boolean {
  return /^\|[-|]+\|$/.test(line);
}

/** Relative links; those with a scheme lead out of the repository. */
function linksOf(page: string): string[] {
  return [...proseOf(page).matchAll(/\]\(([^)\s]+)\)/g)]
    .map((match) => match[1] ?? '')
    .filter((to) => !/^[a-z]+:/.test(to));
}

function leadsSomewhere(page: string, to: string): boolean {
  const [path = '', anchor] = to.split('#');
  const target = path === '' ? page : relative('.', join(dirname(page), path));
  if (!existsSync(join(root, target))) return false;
  return anchor === undefined || headingsOf(read(target)).map(anchorOf).includes(anchor);
}

/** As GitHub makes them. */
function anchorOf(heading: string): string {
  return heading
    .replace(/^#+ /, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(' ', '-');
}

function exportedTypes(folder: string): string[] {
  return readdirSync(join(root, folder)).flatMap((file) =>
    [...read(join(folder, file)).matchAll(/^export (?:type|interface|class) (\w+)/gm)].map(
      (match) => match[1] ?? '',
    ),
  );
}

/** Every field and every fixed value of a schema. */
function wordsOf(schema: unknown): string[] {
  const words: string[] = [];
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const { properties, enum: values, const: value } = node as Record<string, unknown>;
    words.push(...Object.keys(properties ?? {}));
    words.push(...[...((values as unknown[]) ?? []), value].filter((v) => typeof v === 'string'));
    Object.values(node).forEach(walk);
  };
  walk(z.toJSONSchema(schema as z.ZodType));
  return words;
}

function placeholdersOf(template: string): string[] {
  return (template.match(/\{\w+\}/g) ?? []).sort();
}
