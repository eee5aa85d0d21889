import type { Finding, Language } from '../domain/finding.ts';
import { describeFinding } from '../domain/finding.ts';

/** Returns the language of the command line: `--lang`, else Chinese. */
export function languageOf(value: string | undefined): Language {
  return value === 'en' ? 'en' : 'zh';
}

/** Returns a finding as one line: `file:line code message → hint`. */
export function findingLine(item: Finding, fallbackFile: string, language: Language): string {
  const { message, hint } = describeFinding(item, language);
  const file = item.where.file ?? fallbackFile;
  const place = item.where.line === undefined ? file : `${file}:${item.where.line}`;
  const clause = item.where.clause ? ` [${item.where.clause}]` : '';
  return `${place} ${item.severity} ${item.code}${clause} ${message} → ${hint}`;
}
