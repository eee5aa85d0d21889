import type { KnownFigure } from '../../api/collection.ts';
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

/** Returns an earlier figure with its period, where the one before has none: 2021年 42. */
export function earlierWords(figure: KnownFigure, unit: string, words: Words): string {
  return words.grid.earlier(figure.period, contentWords(figure, unit, words));
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
