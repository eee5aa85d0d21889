import type { Indicator } from '../../domain/indicator.ts';
import { type PeriodNumber, periodText } from '../../domain/period.ts';
import { withoutNoteMarks } from './label.ts';

/** What a text says of a period: a year, months of it, or both. Months without a year need one. */
export interface PeriodWords {
  readonly year: number | null;
  /** First and last month; null for the whole year. */
  readonly months: readonly [number, number] | null;
}

const firstYear = 1900;
const lastYear = 2100;
const digits = '〇一二三四五六七八九';

/** Returns what a cell says of a period, or null where it says nothing else or no period. */
export function parsePeriodWords(text: string): PeriodWords | null {
  if (text.length > 60) return null;
  const words = normalised(text);
  if (words.length === 0 || words.length > 24) return null;
  const compact = /^((?:19|20)\d\d)(0[1-9]|1[0-2])$/.exec(words);
  if (compact) return { year: Number(compact[1]), months: only(Number(compact[2])) };
  const dated = /^(\d{4})(.*)$/.exec(words);
  if (!dated) return withMonths(null, words);
  const year = Number(dated[1]);
  const rest = dated[2] ?? '';
  if (year < firstYear || year > lastYear) return null;
  if (/^(?:年(?:度|末|底)?)?$/.test(rest)) return { year, months: null };
  if (/^[-/.年]12[-/.月]31日?$/.test(rest)) return { year, months: null };
  const day = /^[-/.年](\d{1,2})[-/.月]\d{1,2}日?$/.exec(rest);
  const month = day ?? /^[-/.](\d{1,2})$/.exec(rest);
  if (month) return isMonth(Number(month[1])) ? { year, months: only(Number(month[1])) } : null;
  return withMonths(year, rest.replace(/^[-/.年]/, ''));
}

/** Returns what two texts say together, the nearer first; null where they contradict each other. */
export function mergedWords(near: PeriodWords | null, far: PeriodWords | null): PeriodWords | null {
  if (near === null || far === null) return near ?? far;
  return { year: near.year ?? far.year, months: near.months ?? far.months };
}

/**
 * Returns the period an indicator has a figure for, or null where it is not made for such a period.
 * A cumulative figure from January on belongs to the period its last month ends.
 */
export function periodFor(
  { year, months }: PeriodWords,
  { frequency, timing }: Pick<Indicator, 'frequency' | 'timing'>,
): PeriodNumber | null {
  if (year === null) return null;
  const [first, last] = months ?? [1, 12];
  const length = { year: 12, 'half-year': 6, quarter: 3, month: 1 }[frequency];
  const exact = last - first + 1 === length && last % length === 0;
  const sinceJanuary = timing === 'cumulative' && first === 1 && last % length === 0;
  // A whole year is not the figure of its last quarter unless the months were spelt out.
  if (!exact && !(sinceJanuary && months !== null)) return null;
  const start = { year: 0, 'half-year': 60, quarter: 40, month: 0 }[frequency];
  return year * 100 + (frequency === 'year' ? 0 : start + last / length);
}

/** Returns the first and the last day of a period, as 2015-01-01. */
export function daysOf(period: PeriodNumber): { readonly first: string; readonly last: string } {
  const year = Math.floor(period / 100);
  const part = period % 100;
  const [length, index] =
    part === 0 ? [12, 1] : part > 60 ? [6, part - 60] : part > 40 ? [3, part - 40] : [1, part];
  const to = length * index;
  const day = (month: number, date: number) =>
    new Date(Date.UTC(year, month, date)).toISOString().slice(0, 10);
  return { first: day(to - length, 1), last: day(to, 0) };
}

/** Returns what a text says of a period as it would be written: 2015, 2015-01–06. */
export function wordsText({ year, months }: PeriodWords): string {
  const whole = year === null ? '' : `${periodText(year * 100)}年`;
  if (months === null) return whole;
  const [first, last] = months;
  return first === last ? `${whole}${first}月` : `${whole}${first}—${last}月`;
}

function normalised(text: string): string {
  return withoutNoteMarks(text)
    .normalize('NFKC')
    .toUpperCase()
    .replace(/\s+/g, '')
    .replace(/[—–―─−~至到]+/g, '-')
    .replace(/[○Ｏ零]/g, '〇')
    .replace(/[〇一二三四五六七八九]{4}(?=年)/, (year) =>
      [...year].map((digit) => digits.indexOf(digit)).join(''),
    );
}

const halves: Readonly<Record<string, readonly [number, number]>> = {
  上半年: [1, 6],
  H1: [1, 6],
  下半年: [7, 12],
  H2: [7, 12],
  前三季度: [1, 9],
  全年: [1, 12],
};

function withMonths(year: number | null, words: string): PeriodWords | null {
  const half = halves[words];
  if (half) return { year, months: half };
  const quarter = /^(?:第?([1-4一二三四])季度?|Q([1-4])|([1-4])Q)$/.exec(words);
  if (quarter) {
    const number = quarterNumber(quarter[1] ?? quarter[2] ?? quarter[3] ?? '');
    return { year, months: [number * 3 - 2, number * 3] };
  }
  const span = /^(\d{1,2})月?-(\d{1,2})月(?:份|末|底)?$/.exec(words);
  const single = /^(\d{1,2})月(?:份|末|底)?$/.exec(words);
  const first = Number(span?.[1] ?? single?.[1]);
  const last = Number(span?.[2] ?? single?.[1]);
  return isMonth(first) && isMonth(last) && first <= last ? { year, months: [first, last] } : null;
}

function quarterNumber(text: string): number {
  const chinese = '一二三四'.indexOf(text);
  return chinese >= 0 ? chinese + 1 : Number(text);
}

function isMonth(month: number): boolean {
  return Number.isInteger(month) && month >= 1 && month <= 12;
}

function only(month: number): readonly [number, number] {
  return [month, month];
}
