import { sql } from 'kysely';
import { type Reminded, remindedOf } from '../../collection/reminders.ts';
import { AppError } from '../../domain/app-error.ts';
import { beijingDay } from '../../domain/beijing-day.ts';
import type { ReminderChannel } from '../../domain/reminder.ts';
import { isOpenToReporter } from '../../domain/submission.ts';
import { recordActs } from '../accounts/audit.ts';
import { type Desk, mayRemind, readAbove, remindingRoles } from './desk.ts';
import { readSubmissions, type SubmissionRow } from './entries.ts';
import { type Sending, sendReminders } from './raise-reminders.ts';

/** Reminders to make by hand. */
export interface ToRemind {
  readonly round: number;
  /** Left out: every submission of the round that is not in. */
  readonly submissions?: readonly number[] | undefined;
  readonly note?: string | undefined;
}

/** How it went. */
export interface RemindOutcome extends Sending {
  readonly reminded: number;
  /** Left alone, because somebody reminded of them today. */
  readonly already: number;
}

type Call = Reminded & { readonly row: SubmissionRow };

/**
 * Reminds by hand whom submissions of a round wait for, each at most once on a day in Beijing; one
 * row on record. Refuses with `not-found`, `nothing-to-remind`, `not-permitted`, or `reminded-today`
 * where all of them were.
 */
export async function remind(
  desk: Desk,
  asked: ToRemind,
  channels: readonly ReminderChannel[],
): Promise<RemindOutcome> {
  const calls = await permittedCalls(desk, asked);
  const made = await insertCalls(desk, calls, asked.note ?? null);
  if (made.length === 0) throw new AppError('reminded-today');
  const sending = await sendReminders(
    desk.db,
    made.map((one) => one.id),
    channels,
  );
  await putOnRecord(desk, asked, made);
  return { reminded: made.length, already: calls.length - made.length, ...sending };
}

async function permittedCalls(desk: Desk, asked: ToRemind): Promise<readonly Call[]> {
  const chosen = asked.submissions ?? null;
  const rows = await readSubmissions(
    desk,
    sql`s.round = ${asked.round}
      and (${chosen}::int[] is null or s.id = any (${chosen}::int[]))`,
  );
  if (rows.length === 0) throw new AppError('not-found');
  const calls = rows.flatMap((row) => {
    if (chosen === null && !isOpenToReporter(row.state)) return [];
    const reminded = remindedOf(row, desk.now);
    return reminded ? [{ ...reminded, row }] : [];
  });
  if (calls.length === 0) throw new AppError('nothing-to-remind');
  const above = await readAbove(
    desk,
    calls.map((call) => call.body),
  );
  const may = calls.filter((call) => mayRemind(desk, above.get(call.body) ?? new Set()));
  if (may.length === 0) throw new AppError('not-permitted');
  return may;
}

async function insertCalls(
  { db, who, now }: Desk,
  calls: readonly Call[],
  note: string | null,
): Promise<readonly { id: number; submission: number }[]> {
  const { rows } = await sql<{ id: number; submission: number }>`
    insert into xingbian.reminder
      (submission, revision, role, body, kind, occurrence, made_by, note)
    select k.*, 'by-hand', ${beijingDay(now)}, ${who.id}::int, ${note}::text from unnest(
      ${calls.map((call) => call.row.id)}::int[], ${calls.map((call) => call.row.revision)}::int[],
      ${calls.map((call) => call.role)}::text[], ${calls.map((call) => call.body)}::text[]) as k
    on conflict (submission, kind, occurrence) do nothing
    returning id, submission`.execute(db);
  return rows;
}

async function putOnRecord(
  desk: Desk,
  { round, note }: ToRemind,
  made: readonly { submission: number }[],
): Promise<void> {
  const role = desk.held.find((one) => remindingRoles.includes(one.role))?.role ?? 'coordinator';
  const submissions = made.map((one) => one.submission);
  const [only] = submissions;
  await recordActs(desk, [
    {
      act: 'submission.remind',
      subject: submissions.length === 1 ? `submission/${only}` : `round/${round}`,
      role,
      new: { submissions, ...(note && { note }) },
    },
  ]);
}
