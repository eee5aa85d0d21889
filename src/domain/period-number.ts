/**
 * Periods as numbers, without the schema library: pages count with them. The schemas are in
 * period.ts, which has these functions too.
 */

export const frequencies = ['year', 'half-year', 'quarter', 'month'] as const;

/** Periods as they are written; what the schema takes. */
export const periodPattern = /^\d{4}(?:-(?:H[12]|Q[1-4]|(?:0[1-9]|1[0-2])))?$/;

type FrequencyName = (typeof frequencies)[number];

/**
 * A period as one number, so that the database and arrays order and compare it cheaply: the year
 * times a hundred, plus 0 for the year, 1–12 for a month, 41–44 for a quarter, 61–62 for a half-year.
 */
export type PeriodNumber = number;

const firstOf = { year: 0, month: 1, quarter: 41, 'half-year': 61 } as const;
const perYear = { year: 1, month: 12, quarter: 4, 'half-year': 2 } as const;

/** Returns the number of a period, or null where the text is none. */
export function periodNumber(text: string): PeriodNumber | null {
  const match = /^(\d{4})(?:-(H|Q)?(\d{1,2}))?$/.exec(text);
  if (!match || !periodPattern.test(text)) return null;
  const [, year = '', letter, digits] = match;
  const start = letter === 'H' ? 60 : letter === 'Q' ? 40 : 0;
  return Number(year) * 100 + start + Number(digits ?? 0);
}

/** Returns a period as it is written. */
export function periodText(number: PeriodNumber): string {
  const year = String(yearOf(number)).padStart(4, '0');
  const part = number % 100;
  if (part === 0) return year;
  if (part > 60) return `${year}-H${part - 60}`;
  if (part > 40) return `${year}-Q${part - 40}`;
  return `${year}-${String(part).padStart(2, '0')}`;
}

/** Returns the calendar year a period lies in. */
export function yearOf(number: PeriodNumber): number {
  return Math.floor(number / 100);
}

/** Returns how often figures of this kind of period are made. */
export function frequencyOf(number: PeriodNumber): FrequencyName {
  const part = number % 100;
  if (part === 0) return 'year';
  return part > 60 ? 'half-year' : part > 40 ? 'quarter' : 'month';
}

/** Returns the period of the same frequency that lies `steps` later; earlier where negative. */
export function periodAfter(number: PeriodNumber, steps: number): PeriodNumber {
  const frequency = frequencyOf(number);
  const count = perYear[frequency];
  const position = (number % 100) - firstOf[frequency];
  const index = yearOf(number) * count + position + steps;
  const year = Math.floor(index / count);
  return year * 100 + firstOf[frequency] + (index - year * count);
}

/** Returns how many periods of their frequency lie between two; null where the frequencies differ. */
export function periodsBetween(from: PeriodNumber, to: PeriodNumber): number | null {
  const frequency = frequencyOf(from);
  if (frequency !== frequencyOf(to)) return null;
  const count = perYear[frequency];
  const index = (number: PeriodNumber) =>
    yearOf(number) * count + (number % 100) - firstOf[frequency];
  return index(to) - index(from);
}

/** Returns the same period of the year before, which a growth rate is measured against. */
export function samePeriodLastYear(number: PeriodNumber): PeriodNumber {
  return number - 100;
}
