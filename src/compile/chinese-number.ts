const digits = '零一二三四五六七八九';

/**
 * Returns the value of a Chinese numeral up to 999 (十二 → 12, 二十 → 20, 一百零三 → 103) or of
 * Arabic digits; NaN for anything else.
 */
export function parseChineseNumber(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  let total = 0;
  let digit = 0;
  for (const char of text.replaceAll('〇', '零').replaceAll('两', '二')) {
    const value = digits.indexOf(char);
    if (value >= 0) digit = value;
    else if (char === '十') total += (digit || 1) * 10;
    else if (char === '百') total += (digit || 1) * 100;
    else return Number.NaN;
    if (value < 0) digit = 0;
  }
  return text === '' ? Number.NaN : total + digit;
}

/** Returns a whole number from 1 to 99 as a Chinese numeral (12 → 十二). */
export function formatChineseNumber(value: number): string {
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  if (tens === 0) return digits.charAt(ones);
  return `${tens > 1 ? digits.charAt(tens) : ''}十${ones > 0 ? digits.charAt(ones) : ''}`;
}
