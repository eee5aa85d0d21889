import { decimalText } from '../../domain/decimal.ts';
import { parseUnit } from '../../domain/unit-of-measure.ts';
import { withoutNoteMarks } from './label.ts';

/** A number as a cell writes it: decimal text, and the unit where the cell states one. */
export interface NumberText {
  readonly decimal: string;
  readonly unit: string | null;
}

/** The longest text that is looked at as a number. */
const longest = 60;

/**
 * Returns the number in a cell, or null where there is none: 1234.5, 1,234.5, １２３, (5) for −5,
 * 45.3%, 12.5亿元, 123① with its mark of a note left out. Grouping has to be in threes; an exponent is
 * not taken, because digits were lost to it.
 */
export function parseNumberText(cell: string | number): NumberText | null {
  if (typeof cell === 'number')
    return Number.isFinite(cell) ? { decimal: plain(decimalText(cell)), unit: null } : null;
  // Most cells are plain digits, and a table has a million of them.
  if (/^-?\d{1,15}(?:\.\d{1,12})?$/.test(cell)) return { decimal: plain(cell), unit: null };
  if (cell.length > longest) return null;
  const text = withoutNoteMarks(cell)
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/^[−–—]/, '-');
  const [, open = '', sign = '', digits = '', rest = ''] =
    /^(\(?)([+-]?)((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|\.\d+)(.*)$/.exec(text) ?? [];
  if (digits === '') return null;
  const after = open === '' ? rest : withoutClosing(rest, sign);
  if (after === null) return null;
  const negative = open !== '' || sign === '-';
  const decimal = plain(`${negative ? '-' : ''}${digits.replaceAll(',', '')}`);
  if (after === '') return { decimal, unit: null };
  return parseUnit(after) ? { decimal, unit: after } : null;
}

/** Brackets around a number stand for a minus, so there is none within. */
function withoutClosing(rest: string, sign: string): string | null {
  return sign === '' && /^[^()]*\)$/.test(rest) ? rest.slice(0, -1) : null;
}

/** One way to write a decimal: no needless zeros, no negative zero. */
function plain(decimal: string): string {
  const negative = decimal.startsWith('-');
  let text = negative ? decimal.slice(1) : decimal;
  if (text.charCodeAt(0) === 0x2e) text = `0${text}`;
  else if (text.charCodeAt(0) === 0x30 && text.length > 1) text = text.replace(/^0+(?=\d)/, '');
  if (text.includes('.')) text = text.replace(/\.?0+$/, '');
  return negative && /[1-9]/.test(text) ? `-${text}` : text;
}
