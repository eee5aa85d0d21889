import { z } from 'zod';
import { fill } from './filled-words.ts';
import { findingTable } from './finding-table.ts';

/** Where a finding is: a file and line of input, an offset range of the normalised text, a clause. */
export const FindingPlace = z.object({
  file: z.string().optional(),
  /** 1-based line of the file or of the normalised text. */
  line: z.number().int().positive().optional(),
  /** The sheet of a workbook, and the cell as spreadsheets name it: B5. */
  sheet: z.string().optional(),
  cell: z.string().optional(),
  start: z.number().int().nonnegative().optional(),
  end: z.number().int().nonnegative().optional(),
  clause: z.string().optional(),
});
export type FindingPlace = z.infer<typeof FindingPlace>;

/** Says where something of a file is written, by its path in what the file holds: `['relations', 3]`. */
export type PlaceOf = (path: readonly (string | number)[]) => FindingPlace;

export const Severity = z.enum(['error', 'warning', 'info']);
export type Severity = z.infer<typeof Severity>;

/** Something wrong or doubtful in human input, as a value: never thrown, always shown with its place. */
export const Finding = z.object({
  code: z.string(),
  severity: Severity,
  where: FindingPlace,
  /** What was found, in Chinese; `describeFinding` gives other languages. */
  message: z.string(),
  /** How to mend it, in Chinese. */
  hint: z.string(),
  /** The values named in the message. */
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type Finding = z.infer<typeof Finding>;

export { fill } from './filled-words.ts';

export type FindingCode = keyof typeof findingTable;
export type FindingParams = Readonly<Record<string, string | number>>;
export type Language = 'zh' | 'en';

/** Returns the finding of `code` at `where`; `params` fill the {placeholders} of its message. */
export function finding(
  code: FindingCode,
  where: FindingPlace = {},
  params: FindingParams = {},
): Finding {
  const entry = findingTable[code];
  return {
    code,
    severity: entry.severity,
    where,
    message: fill(entry.message.zh, params, 'zh'),
    hint: fill(entry.hint.zh, params, 'zh'),
    params: { ...params },
  };
}

/** Returns message and hint of a finding in `language`; a code no longer in the table keeps its words. */
export function describeFinding(
  item: Finding,
  language: Language,
): { message: string; hint: string } {
  const entry = findingTable[item.code as FindingCode];
  if (!entry) return { message: item.message, hint: item.hint };
  return {
    message: fill(entry.message[language], item.params, language),
    hint: fill(entry.hint[language], item.params, language),
  };
}

export function hasErrors(findings: readonly Finding[]): boolean {
  return findings.some((item) => item.severity === 'error');
}
