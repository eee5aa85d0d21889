import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { compileDocument } from '../compile/compile-document.ts';
import type { Clause } from '../domain/clause.ts';
import type { CompiledDocument } from '../domain/compiled-document.ts';
import { type Finding, hasErrors, type Language } from '../domain/finding.ts';
import { readDocument } from '../exchange/read-document.ts';
import { findingLine, languageOf } from './output.ts';

/**
 * `xingbian compile FILE [--json] [--lang en]`: prints an official document as an outline with its
 * counts, or as JSON of the contract. Returns the exit code: 1 where a finding is an error.
 */
export async function compile(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { json: { type: 'boolean' }, lang: { type: 'string' } },
  });
  const language = languageOf(values.lang);
  const file = positionals[0];
  if (file === undefined || positionals.length > 1) {
    console.error(usage[language]);
    return 2;
  }
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => error);
  if (bytes instanceof Error) {
    console.error(unreadable(file, bytes, language));
    return 2;
  }
  const document = await compileBytes(bytes, file);
  if (values.json) process.stdout.write(`${JSON.stringify(document, null, 2)}\n`);
  else process.stdout.write(summary(document, language));
  for (const item of document.findings) console.error(findingLine(item, file, language));
  return hasErrors(document.findings) ? 1 : 0;
}

/** Returns a file's bytes compiled; what its reader found stands before what the compiler found. */
export async function compileBytes(bytes: Uint8Array, file: string): Promise<CompiledDocument> {
  const read = await readDocument(bytes, basename(file));
  const document = compileDocument(read.text);
  return { ...document, findings: mergeFindings(read.findings, document.findings) };
}

/** A reader's error explains the emptiness the compiler would report. */
function mergeFindings(read: readonly Finding[], compiled: readonly Finding[]): Finding[] {
  if (hasErrors(read)) return [...read];
  return [...read, ...compiled];
}

const usage = {
  zh: '用法：xingbian compile 文件 [--json] [--lang en]（.txt、.docx、.html、.pdf）',
  en: 'Usage: xingbian compile FILE [--json] [--lang en] (.txt, .docx, .html, .pdf)',
};

function unreadable(file: string, error: NodeJS.ErrnoException, language: Language): string {
  const missing = error.code === 'ENOENT';
  if (language === 'en')
    return missing ? `${file}: no such file` : `${file}: cannot be read (${error.code})`;
  return missing ? `没有找到文件：${file}` : `无法读取文件：${file}（${error.code}）`;
}

function summary(document: CompiledDocument, language: Language): string {
  const { responsibilities } = document;
  const agencies = new Set(responsibilities.flatMap((item) => item.agencies)).size;
  const cells = responsibilities.reduce((sum, item) => sum + item.agencies.length, 0);
  const words = labels[language];
  const head = [
    document.title ?? words.untitled,
    [document.number, document.issuer, document.issued].filter(Boolean).join('  '),
    '',
    ...outlineLines(document),
    '',
    `${words.statements} ${responsibilities.length}  ${words.agencies} ${agencies}  ${words.cells} ${cells}`,
    `${words.commitments} ${document.commitments.length}  ${words.projects} ${document.namedProjects.length}  ` +
      `${words.duties} ${document.duties.length}  ${words.quantities} ${document.quantities.length}  ` +
      `${words.findings} ${document.findings.length}`,
  ];
  return `${head.join('\n')}\n`;
}

const labels = {
  zh: {
    untitled: '（无标题）',
    statements: '责任分工',
    agencies: '部门',
    cells: '列名',
    commitments: '规划事项',
    projects: '具名项目',
    duties: '文中职责',
    quantities: '数量',
    findings: '提示',
  },
  en: {
    untitled: '(untitled)',
    statements: 'responsibility statements',
    agencies: 'agencies',
    cells: 'agency × item',
    commitments: 'commitments',
    projects: 'named projects',
    duties: 'duties',
    quantities: 'quantities',
    findings: 'findings',
  },
};

function outlineLines(document: CompiledDocument): string[] {
  const depth = new Map<string | null, number>([[null, -1]]);
  return document.clauses.map((clause) => {
    const level = (depth.get(clause.parent) ?? -1) + 1;
    depth.set(clause.id, level);
    return `${clause.id.padEnd(10)}${'  '.repeat(level)}${clause.number ?? ''}${headingOf(clause)}`;
  });
}

function headingOf(clause: Clause): string {
  if (clause.heading !== '') return clause.heading;
  const words = clause.text.slice(clause.number?.length ?? 0).replace(/\s+/g, ' ');
  return words.length > 24 ? `${words.slice(0, 24)}…` : words;
}
