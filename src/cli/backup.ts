import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { createGzip } from 'node:zlib';
import type { Language } from '../domain/finding.ts';
import { readConfig } from '../server/config.ts';
import { writeBackup } from '../store/backup/backup.ts';
import { openCommandPlan } from './command-plan.ts';
import { languageOf } from './output.ts';
import { writeFileWhole } from './output-file.ts';
import { progressLine } from './progress.ts';
import { stoppable } from './stoppable.ts';

/**
 * `xingbian backup FILE [--force] [--plan DIR] [--data DIR] [--lang en]`: writes all that the
 * plan's folder does not hold to one compressed file of JSON lines: the base with every revision,
 * accounts, collection and the record of acts. Nobody else may read the file: secrets are in it. May
 * run beside the server. Returns 0, 1 when refused, 2 for wrong arguments, 130 after Ctrl-C; the file
 * is there whole or not at all.
 */
export async function backup(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      force: { type: 'boolean', default: false },
      plan: { type: 'string' },
      data: { type: 'string' },
      lang: { type: 'string' },
    },
  });
  const language = languageOf(values.lang);
  const file = positionals[0];
  if (file === undefined || positionals.length > 1) {
    console.error(usage[language]);
    return 2;
  }
  return await stoppable(language, async (signal) => {
    const { store, plan, close } = await openCommandPlan(readConfig(values, process.env), signal);
    try {
      const lines = writeBackup(store.writer, plan);
      const progress = progressLine(true);
      const chunks = progress.counted(compressed(lines), language);
      await writeFileWhole(file, chunks, { force: values.force, signal, mode: 0o600 });
      progress.end();
      console.error(done(file, progress.bytes(), language));
    } finally {
      await close();
    }
    return 0;
  });
}

/** A line is small: gzip gets them by the thousand. */
async function* compressed(lines: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const gzip = createGzip();
  const fed = pipeline(async function* () {
    let text = '';
    for await (const line of lines) {
      text += `${line}\n`;
      if (text.length < 65_536) continue;
      yield text;
      text = '';
    }
    yield text;
  }, gzip);
  // What goes wrong with the lines reaches the reader of the stream too.
  fed.catch(() => {});
  yield* gzip;
  await fed;
}

const usage = {
  zh: '用法：xingbian backup 文件 [--force] [--plan 目录] [--data 目录] [--lang en]',
  en: 'Usage: xingbian backup FILE [--force] [--plan DIR] [--data DIR] [--lang en]',
};

function done(file: string, bytes: number, language: Language): string {
  const size = `${(bytes / 1_000_000).toFixed(1)} MB`;
  return language === 'zh'
    ? `已备份到 ${file}（${size}）。文件含密码散列和验证器密钥，仅本用户可读，请妥善保管`
    : `Backed up to ${file} (${size}). It holds hashes of passwords and secrets of authenticators: only you may read it, keep it so`;
}
