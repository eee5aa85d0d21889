import type { Punctuality } from '../api/collection.ts';
import { beijingDay } from '../domain/beijing-day.ts';
import type { Form, RelativeDay } from '../domain/form.ts';
import type { Period } from '../domain/period.ts';
import { frequencyOf, type PeriodNumber, periodNumber, yearOf } from '../domain/period-number.ts';
import type { SubmissionAct, SubmissionState } from '../domain/submission.ts';

/** The days of a form for one period, in Asia/Shanghai. */
export interface Schedule {
  readonly opens: string;
  readonly due: string;
  /** The last day of grace. */
  readonly graceEnds: string;
}

/** Returns when a form opens and is due for a period; null where the text is no period. */
export function scheduleOf(
  form: Pick<Form, 'opens' | 'due' | 'graceDays'>,
  period: Period,
): Schedule | null {
  const number = periodNumber(period);
  if (number === null) return null;
  const due = dayAfter(form.due, number);
  return { opens: dayAfter(form.opens, number), due, graceEnds: addDays(due, form.graceDays) };
}

/**
 * Returns the day that is meant for a period. A day of a half-year, quarter or month is written for
 * the last one of the year; an earlier one is due as many months earlier. Where a month has no such
 * day, its last one.
 */
export function dayAfter({ years, on }: RelativeDay, period: PeriodNumber): string {
  const [month = 1, day = 1] = on.split('-').map(Number);
  const months = (yearOf(period) + years) * 12 + month - 1 - monthsLeft(period);
  const [year, zeroBased] = [Math.floor(months / 12), months % 12];
  const last = new Date(Date.UTC(year, zeroBased + 1, 0)).getUTCDate();
  return dayText(new Date(Date.UTC(year, zeroBased, Math.min(day, last))));
}

/** Returns the first day of a period. */
export function firstDay(period: PeriodNumber): string {
  const part = period % 100;
  const zeroBased =
    part > 60 ? (part - 61) * 6 : part > 40 ? (part - 41) * 3 : Math.max(part, 1) - 1;
  return dayText(new Date(Date.UTC(yearOf(period), zeroBased, 1)));
}

/** Why a draft cannot be filled in: the round does not run yet, or no longer. */
export type Shut = 'not-open' | 'closed' | null;

/**
 * Returns why a submission cannot be filled in or handed in for the sake of its round; null where it
 * can. What was given back is corrected also when the round is closed.
 */
export function shutOf(
  {
    state,
    opens,
    closed,
  }: { readonly state: SubmissionState; readonly opens: string; readonly closed: boolean },
  at: Date,
): Shut {
  if (state !== 'draft') return null;
  if (closed) return 'closed';
  return beijingDay(at) < opens ? 'not-open' : null;
}

/** Says whether an act fits the days of its round: what was given back is handed in again at any time. */
export function isInRound(
  at: Date,
  act: SubmissionAct,
  submission: Parameters<typeof shutOf>[0],
): boolean {
  if (act === 'withdraw') return !submission.closed;
  return act !== 'submit' || shutOf(submission, at) === null;
}

/** Returns the day so many days later. */
export function addDays(day: string, days: number): string {
  return dayText(new Date(Date.parse(day) + days * dayLength));
}

/** Returns whether something came in time, by the day it was in Beijing; null where it did not come. */
export function punctualityOf(
  submittedAt: string | null,
  { due, graceDays }: { readonly due: string; readonly graceDays: number },
): Punctuality | null {
  if (submittedAt === null) return null;
  const late = overdueDays(due, new Date(submittedAt));
  return late <= 0 ? 'in-time' : late <= graceDays ? 'grace' : 'late';
}

/** Returns how many days after a due day it is in Beijing; 0 or less: not overdue. */
export function overdueDays(due: string, at: Date): number {
  return Math.round((Date.parse(beijingDay(at)) - Date.parse(due)) / dayLength);
}

const dayLength = 86_400_000;

/** Months from the end of a period to the end of its year. */
function monthsLeft(period: PeriodNumber): number {
  const part = period % 100;
  switch (frequencyOf(period)) {
    case 'month':
      return 12 - part;
    case 'quarter':
      return (44 - part) * 3;
    case 'half-year':
      return (62 - part) * 6;
    default:
      return 0;
  }
}

function dayText(date: Date): string {
  return date.toISOString().slice(0, 10);
}
