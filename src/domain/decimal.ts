import { shifted } from './unit-of-measure.ts';

/** Digits a spreadsheet keeps: beyond them a binary number shows how it is stored, not what was typed. */
export const keptDigits = 15;

/**
 * Returns a number as decimal text without an exponent, to fifteen significant digits:
 * 64.049999999999997 is 64.05. Throws on a number that is not finite.
 */
export function decimalText(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`no decimal text for ${value}`);
  const plain = String(value);
  const text = plain.length <= keptDigits ? plain : String(Number(value.toPrecision(keptDigits)));
  const [mantissa = '0', exponent] = text.split('e');
  return exponent === undefined ? text : shifted(mantissa, Number(exponent));
}

/** Returns how many significant digits decimal text has; zeros at either end are none. */
export function significantDigits(decimal: string): number {
  const digits = decimal.replace(/^-/, '').replace('.', '').replace(/^0+/, '');
  return (decimal.includes('.') ? digits : digits.replace(/0+$/, '')).length;
}
