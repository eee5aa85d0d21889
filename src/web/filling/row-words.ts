import type { LevelView, SubmissionEntry } from '../../api/collection.ts';
import { describeFinding, type Finding } from '../../domain/finding.ts';
import type { Language } from '../language.tsx';
import type { Messages } from '../messages/zh.ts';
import type { CellContent } from './cell-content.ts';
import { shownDecimal } from './cell-entry.ts';
import type { SheetRow } from './sheet-rows.ts';

type Words = Messages['filling'];

/** Returns what a figure or a reason is called where it stands in a cell of a unit; empty for none. */
export function contentWords(
  { value, absence }: Pick<CellContent, 'value' | 'absence'>,
  unit: string,
  { grid }: Words,
): string {
  if (value === null) return absence === null ? '' : grid.absences[absence];
  if (unit === '是否') return value === '1' ? grid.yes : value === '0' ? grid.no : value;
  return shownDecimal(value);
}

/** Returns what is said about a row where space is short: its first finding. */
export function shortFinding(findings: readonly Finding[], language: Language): string {
  const [first] = findings;
  return first ? describeFinding(first, language).message : '';
}

/** Returns line and name of a row, as lists name it. */
export function rowName({ field }: SheetRow, language: Language): string {
  return field.name[language].replace(/^　+/, '');
}

/** Returns a period in words: 2020年, 2020年第3季度. */
export function periodWords(period: string, { head }: Words): string {
  const [year = '', part = ''] = period.split('-');
  if (part === '') return head.period(year, '');
  if (part.startsWith('H')) return head.period(year, head.half(part.slice(1)));
  if (part.startsWith('Q')) return head.period(year, head.quarter(part.slice(1)));
  return head.period(year, head.month(String(Number(part))));
}

/** A step on the way of a submission. */
export interface LevelStep {
  readonly key: string;
  readonly words: string;
  readonly standing: 'done' | 'now' | 'later';
}

/** Returns who reports, reviews and publishes a submission, and where it stands. */
export function levelSteps(entry: SubmissionEntry, words: Words): LevelStep[] {
  const { state, level, levels, bodyName } = entry;
  const open = state === 'draft' || state === 'returned';
  const at = open ? 0 : state === 'published' ? levels.length + 2 : level + 1;
  const names = [
    `${bodyName} ${words.roles.reporter}`,
    ...levels.map((one: LevelView) => `${one.bodyName} ${words.roles[one.role]}`),
    words.head.publisher,
  ];
  return names.map((name, step) => ({
    key: `${step} ${name}`,
    words: name,
    standing: step < at ? 'done' : step === at ? 'now' : 'later',
  }));
}
