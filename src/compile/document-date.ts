import { parseChineseNumber } from './chinese-number.ts';

/** A day as documents print it, in Arabic or Chinese numerals: 2017年5月28日, 二〇一七年五月二十八日. */
export const datePattern =
  /((?:19|20)\d{2}|[一二][〇○零一二三四五六七八九０]{3}) ?年 ?(\d{1,2}|[一二三四五六七八九十]{1,2}) ?月 ?(\d{1,2}|[一二三四五六七八九十]{1,3}) ?日/g;

/** Returns the first day the words name as an ISO date; null where they name none. */
export function isoDate(words: string): string | null {
  datePattern.lastIndex = 0;
  const match = datePattern.exec(words);
  if (!match) return /^\d{4}-\d{2}-\d{2}/.exec(words)?.[0] ?? null;
  const year = yearOf(match[1] ?? '');
  const month = parseChineseNumber(match[2] ?? '');
  const day = parseChineseNumber(match[3] ?? '');
  if (!(month >= 1 && month <= 12 && day >= 1 && day <= 31)) return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function yearOf(words: string): string {
  return [...words.replace(/[○０]/g, '〇')]
    .map((char) => (/\d/.test(char) ? char : String(parseChineseNumber(char))))
    .join('');
}

/**
 * Returns the years a title names: 十三五 is 2016–2020: the n-th five-year period ends in 1955 + 5n;
 * null where it names none.
 */
export function periodOf(titles: string): { start: number; end: number } | null {
  const match = /[“"]?([一二三四五六七八九十]{1,3})五[”"]?(?=[\u4e00-\u9fa5（]|时期|$)/.exec(
    titles,
  );
  const nth = match?.[1] ? parseChineseNumber(match[1]) : Number.NaN;
  if (nth >= 8 && nth <= 30) return { start: 1951 + 5 * nth, end: 1955 + 5 * nth };
  const years = /((?:19|20)\d{2})\s*[—–\-－至]{1,2}\s*((?:19|20)\d{2})年?/.exec(titles);
  if (!years) return null;
  return { start: Number(years[1]), end: Number(years[2]) };
}
