import { beijingDay } from '../domain/beijing-day.ts';
import type { RemindedRole, ReminderKind } from '../domain/reminder.ts';
import { isOpenToReporter, type SubmissionState } from '../domain/submission.ts';
import { reminderThresholds as thresholds } from './reminder-thresholds.ts';
import { addDays, overdueDays, shutOf } from './schedule.ts';

/** Whom a submission waits for. */
export interface Reminded {
  readonly role: RemindedRole;
  readonly body: string;
}

/** A submission as far as it says whom it waits for. */
export interface Waiting {
  /** The body that reports, or the place above that fills it in. */
  readonly filledBy: string;
  readonly state: SubmissionState;
  /** Levels that have accepted it. */
  readonly level: number;
  readonly chain: readonly Reminded[];
  readonly opens: string;
  readonly closed: boolean;
}

/** A submission with its days, in Asia/Shanghai. */
export interface Remindable extends Waiting {
  readonly due: string;
  readonly graceDays: number;
  /** Counts its moves. */
  readonly revision: number;
  /** When it came to where it stands; null: it never moved. */
  readonly since: Date | null;
}

/** A reminder to be made: at most once for each occurrence of its kind. */
export interface DueReminder extends Reminded {
  readonly kind: ReminderKind;
  readonly occurrence: string;
}

/**
 * Returns whom a submission waits for, or null where it waits for nobody who is reminded: it is with
 * the publisher, published, exempt, or cannot be filled in yet or any more. What was given back or
 * handed in goes on after the close.
 */
export function remindedOf(submission: Waiting, at: Date): Reminded | null {
  const { filledBy, state, level, chain } = submission;
  if (shutOf(submission, at) !== null) return null;
  if (isOpenToReporter(state)) return { role: 'reporter', body: filledBy };
  return state === 'submitted' || state === 'accepted' ? (chain[level] ?? null) : null;
}

/**
 * Returns the reminder the program owes for a submission at an instant, or null. Of several moments
 * that have passed only the last counts: after a standstill nobody is told what is no longer so.
 * A closed round raises none.
 */
export function reminderDue(submission: Remindable, at: Date): DueReminder | null {
  const reminded = remindedOf(submission, at);
  if (reminded === null || submission.closed) return null;
  const occasion = occasionOf(submission, at);
  return occasion && { ...reminded, ...occasion };
}

type Occasion = Pick<DueReminder, 'kind' | 'occurrence'>;

function occasionOf(submission: Remindable, at: Date): Occasion | null {
  if (submission.state === 'draft') return deadlineOf(submission, dayBegun(at));
  return submission.state === 'returned' ? returnOf(submission, at) : waitOf(submission, at);
}

/** The occurrence names the day: a deadline that was moved is another one. */
function deadlineOf({ opens, due, graceDays }: Remindable, day: string): Occasion | null {
  if (day < opens) return null;
  const late = daysFrom(due, day);
  if (late > graceDays) return { kind: 'very-late', occurrence: addDays(due, graceDays) };
  if (late > 0) return { kind: 'overdue', occurrence: due };
  const reached = thresholds.daysBefore.filter((days) => -late <= days).at(-1);
  return reached === undefined ? null : { kind: 'due-soon', occurrence: `${due}/${reached}` };
}

/** At once, by day or night: somebody has just sent it back. */
function returnOf({ revision, since }: Remindable, at: Date): Occasion {
  const again = since !== null && daysSince(since, at) >= thresholds.returnedAgain;
  return { kind: 'returned', occurrence: again ? `${revision}/again` : `${revision}` };
}

function waitOf({ revision, since }: Remindable, at: Date): Occasion | null {
  if (since === null || daysSince(since, at) < thresholds.waiting) return null;
  return { kind: 'waiting', occurrence: `${revision}` };
}

function daysSince(since: Date, at: Date): number {
  return daysFrom(beijingDay(since), dayBegun(at));
}

function daysFrom(day: string, later: string): number {
  return overdueDays(day, new Date(later));
}

/** The day it is in Beijing for reminders: before the hour they begin at, still the one before. */
function dayBegun(at: Date): string {
  return beijingDay(new Date(at.getTime() - thresholds.fromHour * 3_600_000));
}
