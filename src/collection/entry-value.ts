import type { FieldView } from '../api/collection.ts';
import type { FindingParams } from '../domain/finding.ts';
import { conversionExponent, multiplesOf, parseUnit, shifted } from '../domain/unit-of-measure.ts';
import { unitName } from '../domain/unit-words.ts';
import { parseNumberText } from '../statistics/import/number-text.ts';
import type { EntryCode } from './entry-finding.ts';
import { grouped } from './figure-words.ts';

/** What was typed into a cell: a decimal in the unit of its line, or what is wrong with it. */
export type EntryValue =
  | { readonly ok: true; readonly decimal: string }
  | { readonly ok: false; readonly code: EntryCode; readonly params: FindingParams };

/**
 * Returns what typed text says: 1,234.5, １２３４, 1 234, 45% where the line is in per cent, 是 where
 * it asks yes or no. A number with another unit (89.89亿) is refused with the number it would be in the
 * unit of the line as `proposal`: nobody converts behind the back of who reports.
 */
export function parseEntry(text: string, unit: FieldView['unit']): EntryValue {
  if (unit === '是否' && /^\s*[是否]\s*$/.test(text))
    return { ok: true, decimal: text.trim() === '是' ? '1' : '0' };
  const number = parseNumberText(text);
  if (number === null) return { ok: false, code: 'entry-not-number', params: { text } };
  const { decimal, unit: given } = number;
  if (given === null) return { ok: true, decimal };
  const exponent = exponentFrom(given, unit);
  const params = { text, given, unit, unitEn: unitName(unit, 'en') || '1' };
  if (exponent === null) return { ok: false, code: 'entry-unit-other', params };
  if (exponent === 0) return { ok: true, decimal };
  const proposal = shifted(decimal, exponent);
  return {
    ok: false,
    code: 'entry-unit',
    params: { ...params, proposal, shown: grouped(proposal) },
  };
}

/** A bare numeral (万, 亿) is of what the unit of the line is a multiple of. */
function exponentFrom(given: string, unit: string): number | null {
  const bare = multiplesOf(given);
  if (bare?.of !== '') return conversionExponent(given, unit);
  const own = parseUnit(unit);
  if (!own || own.dimension === 'none') return null;
  return bare.exponent - (multiplesOf(unit)?.exponent ?? 0);
}
