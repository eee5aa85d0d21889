import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { compileDocument } from '../../src/compile/compile-document.ts';
import type { CompiledDocument } from '../../src/domain/compiled-document.ts';
import { expectSound } from './partition.ts';

/** A case: a document and what a reader finds in it. Fields left out are not compared. */
interface Case {
  readonly name: string;
  readonly text: string;
  readonly expect: Expectation;
}

interface Expectation {
  /** `id kind heading`; * stands for any kind or heading. All clauses, in order. */
  readonly clauses?: readonly string[];
  /** All statements; lists left out are empty, `manner` is listed, `open` false. */
  readonly statements?: readonly Record<string, unknown>[];
  /** `clause text`, all. */
  readonly quantities?: readonly string[];
  /** `clause kind grade title`, all. */
  readonly projects?: readonly string[];
  /** Some of the promises, each with some of its fields. */
  readonly commitments?: readonly Record<string, unknown>[];
  readonly duties?: readonly Record<string, unknown>[];
  /** Codes of all findings that are more than information; none where left out. */
  readonly findings?: readonly string[];
  /** Further fields of the document: title, number, issuer … */
  readonly [field: string]: unknown;
}

const folder = new URL('../cases/compile/', import.meta.url);
const lists = ['clauses', 'statements', 'quantities', 'projects', 'commitments', 'duties'];

for (const file of readdirSync(folder).sort())
  describe(file, () => {
    const cases: readonly Case[] = parse(readFileSync(new URL(file, folder), 'utf8'));
    test.each(cases)('$name', ({ text, expect: wanted }) => {
      const document = compileDocument(text);
      expectSound(document);
      expectFrontMatter(document, wanted);
      expectClauses(document, wanted.clauses);
      expectStatements(document, wanted.statements);
      expectPromises(document, wanted);
      expect(
        document.findings.filter((item) => item.severity !== 'info').map((item) => item.code),
      ).toEqual(wanted.findings ?? []);
    });
  });

function expectFrontMatter(document: CompiledDocument, wanted: Expectation): void {
  const fields = Object.entries(wanted).filter(
    ([field]) => field !== 'findings' && !lists.includes(field),
  );
  expect(document).toMatchObject(Object.fromEntries(fields));
}

function expectClauses({ clauses }: CompiledDocument, wanted?: readonly string[]): void {
  if (!wanted) return;
  const found = clauses.map((clause, index) => {
    const [, kind, heading] = partsOf(wanted[index] ?? '');
    const foundKind = kind === '*' ? '*' : clause.kind;
    return `${clause.id} ${foundKind} ${heading === '*' ? '*' : clause.heading}`;
  });
  expect(found).toEqual(wanted);
}

function partsOf(line: string): readonly string[] {
  const [id = '', kind = ''] = line.split(' ');
  return [id, kind, line.slice(id.length + kind.length + 2)];
}

function expectStatements(
  { responsibilities }: CompiledDocument,
  wanted?: readonly Record<string, unknown>[],
): void {
  if (!wanted) return;
  const usual = { agencies: [], others: [], manner: 'listed', leads: [], open: false };
  const found = responsibilities.map(({ clause, agencies, others, manner, leads, open }) => ({
    clause,
    agencies,
    others,
    manner,
    leads,
    open,
  }));
  expect(found).toEqual(wanted.map((item) => ({ ...usual, ...item })));
}

function expectPromises(document: CompiledDocument, wanted: Expectation): void {
  const { quantities, namedProjects, commitments, duties } = document;
  if (wanted.quantities)
    expect(quantities.map((item) => `${item.clause} ${item.text}`)).toEqual(wanted.quantities);
  if (wanted.projects)
    expect(
      namedProjects.map((item) => `${item.clause} ${item.kind} ${item.grade} ${item.title}`),
    ).toEqual(wanted.projects);
  for (const item of wanted.commitments ?? [])
    expect(commitments).toContainEqual(expect.objectContaining(item));
  for (const item of wanted.duties ?? [])
    expect(duties).toContainEqual(expect.objectContaining(item));
}
