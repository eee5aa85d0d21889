import { sql } from 'kysely';
import type { DeliveryTrouble, ReminderView } from '../../api/reminders.ts';
import { grouped } from '../grouped.ts';
import type { Desk } from './desk.ts';

interface Row extends Omit<ReminderView, 'at'> {
  readonly submission: number;
  readonly at: Date;
}

/**
 * Resolves to what the visitor may see of reminders of submissions, by submission, newest first: those
 * of where each stands now. What moved on since is nobody's task any more.
 */
export async function readReminders(
  { db }: Pick<Desk, 'db'>,
  submissions: readonly number[],
): Promise<ReadonlyMap<number, readonly ReminderView[]>> {
  if (submissions.length === 0) return new Map();
  const { rows } = await sql<Row>`
    select m.submission, m.kind, m.at, m.note, xingbian.account_name(m.made_by) as by
    from xingbian.reminder m join xingbian.submission s
      on s.id = m.submission and s.revision = m.revision
    where m.submission = any (${[...submissions]}::int[])
    order by m.at desc, m.id desc`.execute(db);
  const views = rows.map((row) => ({ ...row, at: row.at.toISOString() }));
  return new Map(
    [...grouped(views, (view) => view.submission)].map(([id, own]) => [
      id,
      own.map(({ kind, at, note, by }) => ({ kind, at, note, by })),
    ]),
  );
}

/**
 * Resolves to the deliveries of a round that failed, or failed so far; the newest of each submission
 * and channel. Only who coordinates or who reminded sees any.
 */
export async function readTroubles(
  { db }: Pick<Desk, 'db'>,
  round: number,
): Promise<DeliveryTrouble[]> {
  const { rows } = await sql<DeliveryTrouble>`
    select distinct on (s.id, d.channel) s.id as submission, d.channel,
      d.state = 'failed' as "givenUp", d.error
    from xingbian.submission s
    join xingbian.reminder m on m.submission = s.id and m.revision = s.revision
    join xingbian.reminder_delivery d on d.reminders @> array[m.id]
    where s.round = ${round} and d.error is not null and d.state in ('waiting', 'failed')
    order by s.id, d.channel, d.id desc`.execute(db);
  return rows;
}
