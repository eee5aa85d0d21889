import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { createGunzip } from 'node:zlib';
import { AppError } from '../domain/app-error.ts';
import type { Language } from '../domain/finding.ts';
import { bringUpDefinition } from '../server/bring-up.ts';
import { readConfig } from '../server/config.ts';
import { findPlan, openPlan } from '../server/open-plan.ts';
import type { BackupEnd } from '../store/backup/backup-file.ts';
import { restoreBackup } from '../store/backup/restore.ts';
import { shippedPlans } from './command-plan.ts';
import { openCommandStore } from './command-store.ts';
import { languageOf } from './output.ts';
import { stoppable } from './stoppable.ts';

/**
 * `xingbian restore FILE [--plan DIR] [--data DIR] [--lang en]`: puts a backup into a data folder that
 * holds nothing yet, before its first start. Returns 0, 1 when refused, 2 for wrong arguments, 130
 * after Ctrl-C; all of the backup is there then, or nothing.
 */
export async function restore(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { plan: { type: 'string' }, data: { type: 'string' }, lang: { type: 'string' } },
  });
  const language = languageOf(values.lang);
  const file = positionals[0];
  if (file === undefined || positionals.length > 1) {
    console.error(usage[language]);
    return 2;
  }
  return await stoppable(language, async (signal) => {
    const config = readConfig(values, process.env);
    const opened = await openPlan(findPlan(config.plan, shippedPlans));
    const { store, close } = await openCommandStore(config, signal);
    try {
      await bringUpDefinition(store, opened);
      const end = await restoreBackup(store.writer, opened.planned.file.id, linesOf(file));
      console.error(done(end, language));
    } finally {
      await close();
    }
    return 0;
  });
}

/** Yields the lines of a compressed file; one that cannot be read or unpacked is no backup. */
async function* linesOf(file: string): AsyncGenerator<string> {
  const packed = createReadStream(file);
  const unpacked = createGunzip();
  packed.on('error', (error) => unpacked.destroy(error));
  let line = 0;
  try {
    for await (const text of createInterface({ input: packed.pipe(unpacked) })) {
      line++;
      yield text;
    }
  } catch (error) {
    // Refusals of what the lines say are made elsewhere; these are faults of the file.
    if (error instanceof AppError) throw error;
    throw unreadable(line, error as NodeJS.ErrnoException);
  }
}

function unreadable(line: number, { code = '' }: NodeJS.ErrnoException): AppError {
  if (code === 'ENOENT')
    return new AppError('backup-invalid', {
      line,
      reason: '没有这个文件',
      reasonEn: 'no such file',
    });
  const [reason, reasonEn] = [`无法解压（${code}）`, `it cannot be unpacked (${code})`];
  return new AppError('backup-invalid', { line, reason, reasonEn });
}

const usage = {
  zh: '用法：xingbian restore 文件 [--plan 目录] [--data 目录] [--lang en]',
  en: 'Usage: xingbian restore FILE [--plan DIR] [--data DIR] [--lang en]',
};

function done({ publications, observations, tables }: BackupEnd, language: Language): string {
  const { account = 0, submission = 0 } = tables;
  return language === 'zh'
    ? `已恢复 ${publications} 次发布、${observations} 条数据、${account} 个账号、${submission} 份报送表`
    : `Restored ${publications} publications, ${observations} figures, ${account} accounts and ${submission} submissions`;
}
