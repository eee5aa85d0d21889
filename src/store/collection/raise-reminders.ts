import { type Kysely, sql, type Transaction } from 'kysely';
import { type DueReminder, type Remindable, reminderDue } from '../../collection/reminders.ts';
import type { ReminderChannel } from '../../domain/reminder.ts';
import type { Tables } from '../schema.ts';

/** What became of reminders that were made. */
export interface Sending {
  /** Accounts that find it in the product. */
  readonly accounts: number;
  /** Mails on their way. */
  readonly mails: number;
  /** Bodies where nobody holds the role. */
  readonly unreached: number;
}

type Row = Remindable & { readonly id: number };

/**
 * Makes the reminders the program owes at an instant and puts them on their way, in one transaction;
 * resolves to how many. Each occurrence is raised once, whoever else tries; while another program is
 * at it there is nothing to do.
 */
export async function raiseReminders(
  owner: Kysely<Tables>,
  plan: string,
  channels: readonly ReminderChannel[],
  at: Date,
): Promise<number> {
  return await owner.transaction().execute(async (db) => {
    const { rows } = await sql<{ mine: boolean }>`
      select pg_try_advisory_xact_lock(hashtext('xingbian.reminders')) as mine`.execute(db);
    if (!rows[0]?.mine) return 0;
    const due = (await readRemindable(db, plan)).flatMap((row) => {
      const reminder = reminderDue(row, at);
      return reminder ? [{ ...reminder, submission: row.id, revision: row.revision }] : [];
    });
    const made = await insertRaised(db, due, at);
    if (made.length > 0) await sendReminders(db, made, channels);
    return made.length;
  });
}

/** Puts reminders that were just made on their way; they are the caller's own. */
export async function sendReminders(
  db: Transaction<Tables>,
  made: readonly number[],
  channels: readonly ReminderChannel[],
): Promise<Sending> {
  const { rows } = await sql<Sending>`
    select accounts, mails, unreached from xingbian.send_reminders(${[...made]}::int[],
      ${channels.includes('mail')}, ${channels.includes('webhook')})`.execute(db);
  return rows[0] ?? { accounts: 0, mails: 0, unreached: 0 };
}

async function readRemindable(db: Transaction<Tables>, plan: string): Promise<readonly Row[]> {
  const { rows } = await sql<Row>`
    select s.id, s.revision, s.state, s.level, s.filled_by as "filledBy", r.opens::text as opens, r.due::text as due,
      r.grace_days as "graceDays", false as closed,
      (select max(m.made_at) from xingbian.submission_move m where m.submission = s.id) as since,
      (select json_agg(json_build_object('body', l.body, 'role', l.role) order by l.level)
        from xingbian.submission_level l where l.submission = s.id) as chain
    from xingbian.submission s join xingbian.round r on r.id = s.round
    where r.plan_id = ${plan} and r.closed_at is null
      and s.state in ('draft', 'returned', 'submitted', 'accepted')
    order by s.id`.execute(db);
  return rows;
}

async function insertRaised(
  db: Transaction<Tables>,
  due: readonly (DueReminder & { readonly submission: number; readonly revision: number })[],
  at: Date,
): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    insert into xingbian.reminder (submission, revision, kind, occurrence, role, body, at)
    select k.*, ${at}::timestamptz from unnest(
      ${due.map((one) => one.submission)}::int[], ${due.map((one) => one.revision)}::int[],
      ${due.map((one) => one.kind)}::text[], ${due.map((one) => one.occurrence)}::text[],
      ${due.map((one) => one.role)}::text[], ${due.map((one) => one.body)}::text[]) as k
    on conflict (submission, kind, occurrence) do nothing returning id`.execute(db);
  return rows.map((row) => row.id);
}
