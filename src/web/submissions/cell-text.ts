import type { Absence } from '../../domain/observation.ts';
import type { CollectionWords } from '../messages/collection-zh.ts';

/** A cell as far as it is shown: a figure, or why there is none; null: nobody has said anything. */
export interface CellContent {
  readonly value: string | null;
  readonly absence: Absence | null;
}

/** Returns decimal text as it is printed: thousands apart, a true minus. */
export function decimalWords(decimal: string): string {
  const [whole = '', fraction] = decimal.replace('-', '').split('.');
  const apart = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return `${decimal.startsWith('-') ? '−' : ''}${apart}${fraction ? `.${fraction}` : ''}`;
}

/** Returns what stands in a cell: a figure, the reason for none, or an em dash. */
export function cellText(
  content: CellContent | null | undefined,
  { absences }: Pick<CollectionWords, 'absences'>,
): string {
  if (content?.value != null) return decimalWords(content.value);
  return content?.absence ? absences[content.absence] : '—';
}

/** The unit of a line that asks for a yes or no. */
export const yesOrNo = '是否';

/** Returns what stands in a line: as `cellText`, where the line asks 是否 with its answer in words. */
export function lineText(
  content: CellContent | null | undefined,
  unit: string,
  words: Pick<CollectionWords, 'absences' | 'answers'>,
): string {
  const answer = unit === yesOrNo && content?.value != null && words.answers[content.value];
  return answer || cellText(content, words);
}

/** Returns the change in per cent between two figures: +6.0, −3.1; null where there is none. */
export function changeWords(now: string | null, before: string | null): string | null {
  if (now === null || before === null || Number(before) === 0) return null;
  const change = ((Number(now) - Number(before)) / Math.abs(Number(before))) * 100;
  const text = Math.abs(change).toFixed(1);
  if (text === '0.0') return '0.0';
  return `${change > 0 ? '+' : '−'}${decimalWords(text)}`;
}
