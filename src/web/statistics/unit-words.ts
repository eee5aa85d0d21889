import { unitName, withUnitName } from '../../domain/unit-words.ts';
import type { Language } from '../language.tsx';
import { type ShownAs, valueText } from './cell-words.ts';
import { shownUnit } from './figure-table.ts';

/** Returns the unit an indicator is shown in, in the reader's language; empty for plain numbers. */
export function shownUnitName(
  indicator: Pick<ShownAs, 'unit' | 'shownIn'>,
  language: Language,
): string {
  return unitName(shownUnit(indicator), language);
}

/** Returns a figure with its unit: 23.9%, 57.00平方米/人, 301.99 ×10⁴ yuan. */
export function withUnit(value: number, indicator: ShownAs, language: Language): string {
  return withUnitName(valueText(value, indicator), shownUnit(indicator), language);
}
