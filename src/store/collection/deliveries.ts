import { type Kysely, sql } from 'kysely';
import type { LetterTask } from '../../collection/reminder-letter.ts';
import { periodText } from '../../domain/period.ts';
import type { ReminderChannel } from '../../domain/reminder.ts';
import type { Tables } from '../schema.ts';
import { bodyNames } from './bodies.ts';
import { formOf, readForms } from './form-sets.ts';

/** A mail or a call of the webhook that is to be tried now. */
export interface Delivery {
  readonly id: number;
  readonly channel: ReminderChannel;
  readonly account: number | null;
  readonly reminders: readonly number[];
  /** This one included. */
  readonly attempts: number;
  readonly madeAt: Date;
}

/** What it says: of an account whose address it goes to, or of one body. */
export interface Errand {
  /** Of a mail; null for the webhook. */
  readonly address: string | null;
  readonly tasks: readonly (LetterTask & { readonly formId: string; readonly reminded: string })[];
  /** The body that is reminded, where the errand is of one. */
  readonly remindedName: string;
}

/** Minutes until the next try after the first, the second …; the last goes on. */
export const minutesBetween: readonly number[] = [1, 5, 30, 180];
/** Tries after which a delivery is given up. */
export const mostAttempts = 8;

/**
 * Resolves to a delivery to try now, or null. It is nobody else's until its next try is due: the
 * wait is written down before anything is sent, so that a program that dies loses nothing.
 */
export async function claimDelivery(
  owner: Kysely<Tables>,
  given: {
    readonly plan: string;
    readonly channels: readonly ReminderChannel[];
    readonly at: Date;
  },
): Promise<Delivery | null> {
  const { plan, channels, at } = given;
  // Whoever tried it the last time died over it.
  await sql`update xingbian.reminder_delivery set state = 'failed', error = coalesce(error, 'unfinished')
    where state = 'waiting' and next_at <= ${at} and attempts >= ${mostAttempts}`.execute(owner);
  const { rows } = await sql<Delivery>`
    update xingbian.reminder_delivery d set attempts = d.attempts + 1,
      next_at = ${at}::timestamptz + make_interval(mins =>
        (${[...minutesBetween]}::int[])[least(d.attempts + 1, ${minutesBetween.length})])
    where d.id = (
      select w.id from xingbian.reminder_delivery w
      where w.state = 'waiting' and w.next_at <= ${at} and w.channel = any (${[...channels]}::text[])
        and exists (select from xingbian.reminder m
          join xingbian.submission s on s.id = m.submission
          join xingbian.round r on r.id = s.round
          where m.id = w.reminders[1] and r.plan_id = ${plan})
      order by w.next_at, w.id limit 1 for update skip locked)
    returning d.id, d.channel, d.account, d.reminders, d.attempts, d.made_at as "madeAt"`.execute(
    owner,
  );
  return rows[0] ?? null;
}

/**
 * Resolves to what a delivery says now, or null where there is no need any more: what it was about
 * moved on, the account lost the role or has no address.
 */
export async function readErrand(
  owner: Kysely<Tables>,
  plan: string,
  delivery: Delivery,
): Promise<Errand | null> {
  const rows = await readTasks(owner, delivery);
  const address = delivery.account === null ? null : await addressOf(owner, delivery.account);
  const [first] = rows;
  if (!first || (delivery.account !== null && address === null)) return null;
  const nameOf = await bodyNames(owner, owner, plan);
  const tasks: Errand['tasks'][number][] = [];
  for (const { form, version, period, body, ...row } of rows) {
    const { title, number } = formOf(await readForms(owner, plan, version), form);
    tasks.push({
      ...row,
      formId: form,
      form: title,
      formNumber: number,
      period: periodText(period),
      bodyName: nameOf(body),
    });
  }
  return { address, tasks, remindedName: nameOf(first.reminded) };
}

/** Says what became of a try; an error is a code. */
export async function endAttempt(
  owner: Kysely<Tables>,
  { id, attempts }: Delivery,
  outcome: 'sent' | 'unneeded' | { readonly error: string },
): Promise<void> {
  const failed = typeof outcome === 'object';
  const state = !failed ? outcome : attempts >= mostAttempts ? 'failed' : 'waiting';
  await sql`update xingbian.reminder_delivery
    set state = ${state}, error = ${failed ? outcome.error : null} where id = ${id}`.execute(owner);
}

interface TaskRow {
  readonly submission: number;
  readonly kind: LetterTask['kind'];
  readonly role: LetterTask['role'];
  readonly reminded: string;
  readonly noted: boolean;
  readonly body: string;
  readonly form: string;
  readonly version: number;
  readonly period: number;
  readonly due: string;
}

async function readTasks(
  owner: Kysely<Tables>,
  { reminders, account }: Delivery,
): Promise<readonly TaskRow[]> {
  const { rows } = await sql<TaskRow>`
    select s.id as submission, m.kind, m.role, m.body as reminded, m.note is not null as noted,
      s.body, r.form, r.version, r.period, r.due::text as due
    from xingbian.reminder m
    join xingbian.submission s on s.id = m.submission and s.revision = m.revision
    join xingbian.round r on r.id = s.round
    where m.id = any (${[...reminders]}::int[]) and not (s.state = 'draft' and r.closed_at is not null)
      and (${account}::int is null or exists (select from xingbian.live_grants(${account}) g
        where g.role = m.role and g.body = m.body))
    order by r.due, r.form, s.id`.execute(owner);
  return rows;
}

async function addressOf(owner: Kysely<Tables>, account: number): Promise<string | null> {
  const { rows } = await sql<{ address: string }>`
    select m.address from xingbian.account_address m join xingbian.account a on a.id = m.account
    where m.account = ${account} and a.state = 'active'`.execute(owner);
  return rows[0]?.address ?? null;
}
