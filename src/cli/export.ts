import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { type DownloadFormat, downloadTypes } from '../api/statistics-downloads.ts';
import { AppError } from '../domain/app-error.ts';
import { Basis } from '../domain/figure.ts';
import type { Language } from '../domain/finding.ts';
import { readConfig } from '../server/config.ts';
import { baseFile, type ExportFile, seriesFile } from '../server/export-file.ts';
import { refusalOfDatabase } from '../store/database-refusal.ts';
import { readBaseExport, readSeriesExport } from '../store/queries/exports.ts';
import { openCommandPlan } from './command-plan.ts';
import { languageOf } from './output.ts';
import { writeFileWhole, writeStandardOutput } from './output-file.ts';
import { progressLine } from './progress.ts';
import { stoppable } from './stoppable.ts';

/**
 * `xingbian export [--indicators I] [--periods P] [--territories T [--basis B]] [--as-of N] [--format F]
 * [--out FILE [--force]] [--plan DIR] [--data DIR] [--lang en]`: writes the base, or some of it, to a
 * file or standard output. Without territories: figures as they were reported. With them: figures as
 * the pages show them, of groups and formulas too. Returns 0, 1 when refused, 2 for wrong arguments,
 * 130 after Ctrl-C; a file is there whole or not at all.
 */
export async function exportFigures(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options });
  const language = languageOf(values.lang);
  const wrong = wrongArgument(values, language);
  if (wrong !== null) {
    console.error(`${wrong}\n${usage[language]}`);
    return 2;
  }
  return await stoppable(language, async (signal) => {
    await run(values, language, signal);
    return 0;
  });
}

const options = {
  indicators: { type: 'string' },
  periods: { type: 'string' },
  territories: { type: 'string' },
  basis: { type: 'string' },
  'as-of': { type: 'string' },
  format: { type: 'string' },
  out: { type: 'string' },
  force: { type: 'boolean' },
  plan: { type: 'string' },
  data: { type: 'string' },
  lang: { type: 'string' },
} as const;

type Values = Partial<Readonly<Record<Exclude<keyof typeof options, 'force'>, string>>> & {
  readonly force?: boolean;
};

async function run(values: Values, language: Language, signal: AbortSignal): Promise<void> {
  const { out } = values;
  const config = readConfig(values, process.env);
  if (out !== undefined && existsSync(out) && values.force !== true) {
    throw new AppError('output-exists', { file: out });
  }
  const { plan, store, close } = await openCommandPlan(config, signal);
  const progress = progressLine(out !== undefined);
  try {
    const file = await openFile(store.server, plan, values, language);
    const chunks = progress.counted(file.chunks, language);
    if (out === undefined) await writeStandardOutput(chunks, signal);
    else await writeFileWhole(out, chunks, { force: values.force === true, signal });
    progress.end();
    console.error(written(out ?? null, progress.bytes(), language));
  } catch (error) {
    throw refusalOfDatabase(error, store.name);
  } finally {
    progress.end();
    await close();
  }
}

async function openFile(
  db: Parameters<typeof readBaseExport>[0],
  plan: string,
  values: Values,
  language: Language,
): Promise<ExportFile> {
  const { territories: t, indicators: i, periods: p, 'as-of': asOf } = values;
  const format = formatOf(values) ?? 'csv';
  if (t === undefined) {
    return await baseFile(await readBaseExport(db, plan, { i, p, asOf }), format, language);
  }
  const basis = Basis.parse(values.basis ?? 'reported');
  const input = { t, i: i ?? '', p: p ?? '', basis, asOf };
  return await seriesFile(await readSeriesExport(db, plan, input), format, language);
}

const byExtension: Readonly<Record<string, DownloadFormat>> = {
  csv: 'csv',
  xlsx: 'xlsx',
  json: 'json-stat',
  zip: 'datapackage',
};

/** As it is said, else as the file is called; null where neither is known. */
function formatOf({ format, out }: Values): DownloadFormat | null {
  if (format !== undefined) return format in downloadTypes ? (format as DownloadFormat) : null;
  if (out === undefined) return 'csv';
  return byExtension[/\.([a-z]+)$/i.exec(basename(out))?.[1]?.toLowerCase() ?? ''] ?? null;
}

function wrongArgument(values: Values, language: Language): string | null {
  const say = (zh: string, en: string) => (language === 'zh' ? zh : en);
  const { territories, indicators, periods, basis, out } = values;
  const format = formatOf(values);
  if (format === null) {
    return say('请用 --format 指明格式。', 'Say the format with --format.');
  }
  if (out === undefined && (format === 'xlsx' || format === 'datapackage')) {
    return say('这种格式须用 --out 写入文件。', 'This format is written to a file: give --out.');
  }
  if (territories !== undefined && (indicators === undefined || periods === undefined)) {
    return say(
      '指定 --territories 时，须同时指定 --indicators 和 --periods。',
      'With --territories, give --indicators and --periods too.',
    );
  }
  if (basis !== undefined && (territories === undefined || !Basis.safeParse(basis).success)) {
    return say(
      '--basis 为 reported、merged 或 apportioned，须同时指定 --territories。',
      '--basis is reported, merged or apportioned, and goes with --territories.',
    );
  }
  return null;
}

const usage = {
  zh: '用法：xingbian export [--indicators 指标] [--periods 时期] [--territories 地区 [--basis 口径]] [--as-of 时点] [--format csv|xlsx|json-stat|datapackage] [--out 文件 [--force]] [--plan 目录] [--data 目录] [--lang en]',
  en: 'Usage: xingbian export [--indicators I] [--periods P] [--territories T [--basis B]] [--as-of N] [--format csv|xlsx|json-stat|datapackage] [--out FILE [--force]] [--plan DIR] [--data DIR] [--lang en]',
};

function written(out: string | null, bytes: number, language: Language): string {
  const size = `${(bytes / 1_000_000).toFixed(1)} MB`;
  const zh = language === 'zh';
  if (out === null) return zh ? `已写出 ${size}。` : `${size} written.`;
  return zh ? `已写出 ${out}（${size}）。` : `${out} written (${size}).`;
}
