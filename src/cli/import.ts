import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { type Finding, hasErrors, type Language } from '../domain/finding.ts';
import { emptyMapping, type ImportMapping } from '../domain/import-mapping.ts';
import { type ByteSource, type FileSource, openFile } from '../exchange/byte-source.ts';
import { readConfig } from '../server/config.ts';
import { importTable } from '../server/import-table.ts';
import { checkMapping } from '../statistics/import/check-mapping.ts';
import { refusalOfDatabase } from '../store/database-refusal.ts';
import { type MappingFile, readMapping } from '../store/mapping-file.ts';
import { type Definition, readDefinition } from '../store/statistics/definition.ts';
import { newestNumber } from '../store/statistics/instant.ts';
import type { PublishResult } from '../store/statistics/publish.ts';
import { openCommandPlan } from './command-plan.ts';
import type { CommandStore } from './command-store.ts';
import { stageLine } from './import-progress.ts';
import { importJson, importText } from './import-report.ts';
import { languageOf } from './output.ts';
import { stoppable } from './stoppable.ts';

/**
 * `xingbian import FILE [--dry-run] [--mapping M.yaml] [--source TEXT] [--plan DIR] [--data DIR]
 * [--json] [--lang en]`: puts a CSV or XLSX file into the statistical base, all of it or, where
 * something is wrong, nothing; a dry run says what it would do. May run beside the server. Returns 0,
 * 1 where the file has errors or the base refuses, 2 for wrong arguments, 130 after Ctrl-C.
 */
export async function importFile(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options });
  const language = languageOf(values.lang);
  const [path] = positionals;
  if (path === undefined || positionals.length > 1) {
    console.error(usage[language]);
    return 2;
  }
  const files = await openFiles(path, values.mapping, language);
  if (files === null) return 2;
  try {
    return await stoppable(language, (signal) => run(path, files, values, language, signal));
  } finally {
    await files.source.close();
  }
}

const options = {
  'dry-run': { type: 'boolean' },
  mapping: { type: 'string' },
  source: { type: 'string' },
  plan: { type: 'string' },
  data: { type: 'string' },
  json: { type: 'boolean' },
  lang: { type: 'string' },
} as const;

interface Values {
  readonly 'dry-run'?: boolean | undefined;
  readonly source?: string | undefined;
  readonly plan?: string;
  readonly data?: string;
  readonly json?: boolean | undefined;
}

interface Files {
  readonly source: FileSource;
  readonly mapping: MappingFile | null;
}

async function run(
  path: string,
  { source, mapping }: Files,
  values: Values,
  language: Language,
  signal: AbortSignal,
): Promise<number> {
  if (mapping?.mapping === null)
    return print(onlyFindings(mapping.findings), null, values, language);
  const opened = await openCommandPlan(readConfig(values, process.env), signal);
  try {
    const number = await newestNumber(opened.store.owner, opened.plan);
    const { owner } = opened.store;
    const definition = await readDefinition(owner, owner, opened.plan, number);
    const against = { places: definition.places, indicators: definition.file.indicators };
    const wrong = mapping?.mapping ? checkMapping(mapping.mapping, against, mapping.placeOf) : [];
    const result =
      wrong.length > 0
        ? onlyFindings(wrong)
        : await enter(path, source, mapping?.mapping ?? emptyMapping(), {
            opened,
            definition,
            values,
            language,
            signal,
          });
    return print(result, definition, values, language);
  } catch (error) {
    throw refusalOfDatabase(error, opened.store.name);
  } finally {
    await opened.close();
  }
}

interface Entering {
  readonly opened: CommandStore;
  readonly definition: Definition;
  readonly values: Values;
  readonly language: Language;
  readonly signal: AbortSignal;
}

async function enter(
  path: string,
  source: ByteSource,
  mapping: ImportMapping,
  { opened, definition, values, language, signal }: Entering,
): Promise<PublishResult> {
  const file = basename(path);
  const stated = mapping.source ?? values.source ?? null;
  const line = stageLine(language);
  try {
    return await importTable(opened.store.writer, definition, {
      source,
      file,
      mapping,
      stated,
      dryRun: values['dry-run'] === true,
      through: (batches) => untilStopped(batches, signal),
      progress: line.draw,
    });
  } finally {
    line.end();
  }
}

function print(
  result: PublishResult,
  definition: Definition | null,
  values: Values,
  language: Language,
): number {
  const dryRun = values['dry-run'] === true;
  const names = {
    place: (id: string) => definition?.places.territory(id)?.name ?? id,
    indicator: (id: string) => definition?.indicators.get(id) ?? null,
  };
  if (values.json) process.stdout.write(importJson(result, dryRun));
  else process.stdout.write(importText(result, { dryRun, names, language }));
  return hasErrors(result.findings) ? 1 : 0;
}

/** What a file or a mapping that was not read further comes to. */
function onlyFindings(findings: readonly Finding[]): PublishResult {
  const none = { new: 0, revised: 0, unchanged: 0, refused: 0, doubtful: 0 };
  return { summary: { number: null, rows: 0, ...none }, changes: [], findings };
}

async function* untilStopped<Item>(
  items: AsyncIterable<Item>,
  signal: AbortSignal,
): AsyncGenerator<Item> {
  for await (const item of items) {
    signal.throwIfAborted();
    yield item;
  }
}

/** Resolves to null, and says why, where a file cannot be opened. */
async function openFiles(
  path: string,
  mappingPath: string | undefined,
  language: Language,
): Promise<Files | null> {
  const source = await openTable(path).catch((error: NodeJS.ErrnoException) => error);
  if (source instanceof Error) return unreadable(path, source, language);
  if (mappingPath === undefined) return { source, mapping: null };
  const mapping = await readMapping(mappingPath).catch((error: NodeJS.ErrnoException) => error);
  if (!(mapping instanceof Error)) return { source, mapping };
  await source.close();
  return unreadable(mappingPath, mapping, language);
}

/** A folder opens like a file and fails where it is read; a pipe is never whole. */
async function openTable(path: string): Promise<FileSource> {
  const found = await stat(path);
  if (found.isFile()) return await openFile(path);
  throw Object.assign(new Error(), { code: found.isDirectory() ? 'EISDIR' : 'ESPIPE' });
}

function unreadable(path: string, { code }: NodeJS.ErrnoException, language: Language): null {
  const [zh, en] = reasons[code ?? ''] ?? [`无法读取文件（${code}）`, `cannot be read (${code})`];
  console.error(language === 'zh' ? `${zh}：${path}` : `${path}: ${en}`);
  return null;
}

const reasons: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  ENOENT: ['没有找到文件', 'no such file'],
  EISDIR: ['这是一个目录，请写明其中的文件', 'is a folder; name a file in it'],
  EACCES: ['没有读取权限', 'no permission to read it'],
  ESPIPE: ['不是普通文件，请先保存为文件', 'is no ordinary file; save it as one first'],
};

const usage = {
  zh: '用法：xingbian import 文件 [--dry-run] [--mapping 对照文件] [--source 来源] [--plan 目录] [--data 目录] [--json] [--lang en]（.csv、.xlsx）',
  en: 'Usage: xingbian import FILE [--dry-run] [--mapping M.yaml] [--source TEXT] [--plan DIR] [--data DIR] [--json] [--lang en] (.csv, .xlsx)',
};
