import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Finding, hasErrors } from '../domain/finding.ts';
import { checkFolder } from '../server/plan-check.ts';
import { readFormsFolder } from '../store/forms-folder.ts';
import { readPlanFolder } from '../store/plan-folder.ts';
import { readStatisticsFolder } from '../store/statistics-folder.ts';
import { findingLine, languageOf } from './output.ts';

/**
 * `xingbian check DIR [--lang en]`: reads a plan's folder, compiles its text, and prints every
 * finding as `file:line severity code message → hint`. Returns 1 where one is an error.
 */
export async function check(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { lang: { type: 'string' } },
  });
  const language = languageOf(values.lang);
  const dir = positionals[0];
  if (dir === undefined || positionals.length > 1) {
    console.error(usage[language]);
    return 2;
  }
  if (!existsSync(dir)) {
    console.error(language === 'en' ? `${dir}: no such folder` : `没有找到目录：${dir}`);
    return 2;
  }
  const [folder, statistics, forms] = await Promise.all([
    readPlanFolder(dir),
    readStatisticsFolder(dir),
    readFormsFolder(dir),
  ]);
  const { findings } = checkFolder(folder, statistics, forms);
  for (const item of findings) console.log(findingLine(inFolder(item, dir), dir, language));
  console.log(verdict(findings, language));
  return hasErrors(findings) ? 1 : 0;
}

function inFolder(item: Finding, dir: string): Finding {
  const { file } = item.where;
  return file ? { ...item, where: { ...item.where, file: join(dir, file) } } : item;
}

const usage = {
  zh: '用法：xingbian check 规划目录 [--lang en]',
  en: 'Usage: xingbian check DIR [--lang en]',
};

function verdict(findings: readonly Finding[], language: 'zh' | 'en'): string {
  const count = (severity: Finding['severity']) =>
    findings.filter((item) => item.severity === severity).length;
  const errors = count('error');
  const others = findings.length - errors;
  if (language === 'en')
    return errors === 0 ? `No errors, ${others} notes.` : `${errors} errors, ${others} notes.`;
  return errors === 0 ? `没有错误，提示 ${others} 条。` : `错误 ${errors} 条，提示 ${others} 条。`;
}
