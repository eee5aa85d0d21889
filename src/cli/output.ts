import type { Finding, FindingPlace, Language } from '../domain/finding.ts';
import { describeFinding } from '../domain/finding.ts';

/** Returns the language of the command line: `--lang`, else Chinese. */
export function languageOf(value: string | undefined): Language {
  return value === 'en' ? 'en' : 'zh';
}

/** Returns a finding as one line: `file:line code message → hint`; a cell by its sheet and name. */
export function findingLine(item: Finding, fallbackFile: string, language: Language): string {
  const { message, hint } = describeFinding(item, language);
  const file = item.where.file ?? fallbackFile;
  const place = [file, placeWords(item.where)].filter((words) => words !== '').join(':');
  const clause = item.where.clause ? ` [${item.where.clause}]` : '';
  return `${place} ${item.severity} ${item.code}${clause} ${message} → ${hint}`;
}

/** Returns where in its file something stands: `表1!B5`, `12(B12)`, `12`; empty where nothing says. */
export function placeWords({ sheet, cell, line }: FindingPlace): string {
  if (sheet !== undefined) return cell === undefined ? sheet : `${sheet}!${cell}`;
  if (line === undefined) return cell ?? '';
  return cell === undefined ? String(line) : `${line}(${cell})`;
}
