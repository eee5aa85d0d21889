import { parseEntry } from '../../collection/entry-value.ts';
import { parseReason } from '../../collection/reason-words.ts';
import type { Absence } from '../../domain/observation.ts';
import type { CellContent } from './cell-content.ts';

export const absences: readonly Absence[] = ['missing', 'not-applicable', 'not-due', 'suppressed'];

const yesNo: Readonly<Record<string, string>> = { yes: '1', no: '0' };

/**
 * What typing came to: a figure or a reason or nothing. Text no figure can be read from stays text,
 * and is not `sound`: the checks say what is wrong with it, and it is not sent.
 */
export interface Typed extends Pick<CellContent, 'value' | 'absence'> {
  readonly sound: boolean;
}

/**
 * Returns what was typed or pasted into a cell of a unit. The words and dashes that the workbook of a
 * form takes for a reason are one here too; 无 is not among them, for it may mean zero.
 */
export function parseTyped(text: string, unit: string): Typed {
  const plain = text.trim();
  if (plain === '') return { value: null, absence: null, sound: true };
  const absence = parseReason(plain);
  if (absence) return { value: null, absence, sound: true };
  const said = unit === '是否' ? yesNo[plain.toLowerCase()] : undefined;
  if (said) return { value: said, absence: null, sound: true };
  const entry = parseEntry(plain.replace(/−/g, '-'), unit);
  if (entry.ok) return { value: entry.decimal, absence: null, sound: true };
  return { value: plain.slice(0, 40), absence: null, sound: false };
}

/** Returns decimal text as it is read: thousands apart, a true minus, the places it was given with. */
export function shownDecimal(decimal: string): string {
  const [whole = '', fraction = ''] = decimal.replace(/^[+-]/, '').split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return `${decimal.startsWith('-') ? '−' : ''}${grouped}${fraction === '' ? '' : `.${fraction}`}`;
}
