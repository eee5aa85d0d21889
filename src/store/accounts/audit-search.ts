import { sql } from 'kysely';
import type { AuditEntry } from '../../api/accounts.ts';
import { type PeriodNumber, periodText } from '../../domain/period.ts';
import type { Visit } from '../visit.ts';
import { recordActs } from './audit.ts';

/** What is asked of the record; days are those of Asia/Shanghai, `until` is one of them. */
export interface AuditSearch {
  readonly account?: string | undefined;
  readonly act?: string | undefined;
  readonly subject?: string | undefined;
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  readonly before?: string | undefined;
}

/**
 * Resolves to the newest acts that fit, at most `most`, and whether there are more. That they were
 * read goes on record too.
 */
export async function searchAudit(
  visit: Visit,
  act: string,
  asked: AuditSearch,
  most: number,
): Promise<{ entries: AuditEntry[]; more: boolean }> {
  const found = await find(visit, asked, most + 1);
  const entries = found.slice(0, most).map(entryOf);
  await recordActs(visit, [
    { act, subject: 'audit', role: 'auditor', new: { ...asked, entries: entries.length } },
  ]);
  return { entries, more: found.length > most };
}

/** A transaction of whoever reads the record. */
type Reading = <Result>(body: (visit: Visit) => Promise<Result>) => Promise<Result>;

/**
 * Resolves to all acts that fit, newest first, as they are read: so many at a time, each batch in a
 * transaction of its own, so that neither memory nor a transaction grows with the record. Ends with
 * those there were when it began. That they were read goes on record first, with their number.
 */
export async function streamAudit(
  visit: Visit,
  asked: AuditSearch,
  { act, again, batch }: { readonly act: string; readonly again: Reading; readonly batch: number },
): Promise<AsyncGenerator<AuditEntry>> {
  const { newest, count } = await extentOf(visit, asked);
  await recordActs(visit, [
    { act, subject: 'audit', role: 'auditor', new: { ...asked, entries: count } },
  ]);
  return batches(asked, { again, batch, newest });
}

async function* batches(
  asked: AuditSearch,
  { again, batch, newest }: { again: Reading; batch: number; newest: string | null },
): AsyncGenerator<AuditEntry> {
  let before = newest === null ? null : String(BigInt(newest) + 1n);
  while (before !== null) {
    const here = { ...asked, before };
    const rows = await again((visit) => find(visit, here, batch));
    yield* rows.map(entryOf);
    before = rows.length < batch ? null : (rows.at(-1)?.number ?? null);
  }
}

async function extentOf(
  { db }: Visit,
  asked: AuditSearch,
): Promise<{ newest: string | null; count: number }> {
  const row = await fitting(db, asked)
    .select([
      sql<string | null>`max(u.number)::text`.as('newest'),
      sql<number>`count(*)::int`.as('count'),
    ])
    .executeTakeFirst();
  return row ?? { newest: null, count: 0 };
}

async function find({ db }: Visit, asked: AuditSearch, limit: number): Promise<AuditRow[]> {
  return await fitting(db, asked)
    .select(['u.number', 'u.at', 'a.login as account', 'u.role', 'u.origin', 'u.act', 'u.body'])
    .select(['u.subject', 'u.old', 'u.new', 'u.outcome', 'on_account.login as onLogin'])
    .select(['r.form as onForm', 'r.period as onPeriod', 's.body as onBody'])
    .orderBy('u.number', 'desc')
    .limit(limit)
    .execute();
}

function fitting(db: Visit['db'], asked: AuditSearch) {
  let query = db
    .selectFrom('audit as u')
    .leftJoin('account as a', 'a.id', 'u.account')
    .leftJoin('account as on_account', (join) =>
      join.on(sql<boolean>`on_account.id = ${idAfter('account')}`),
    )
    .leftJoin(
      sql<{ submission: number; body: string; round: number }>`xingbian.audited_submissions()`.as(
        's',
      ),
      (join) => join.on(sql<boolean>`s.submission = ${idAfter('submission')}`),
    )
    .leftJoin('round as r', (join) =>
      join.on(sql<boolean>`r.id = coalesce(s.round, ${idAfter('round')})`),
    );
  const { account, act, subject, from, until, before } = asked;
  if (account)
    query = query.where((where) =>
      where.or([where('a.login', '=', account.toLowerCase()), where('a.name', '=', account)]),
    );
  if (act) query = query.where(sql<boolean>`starts_with(u.act, ${act})`);
  if (subject)
    query = query.where(
      sql<boolean>`(starts_with(u.subject, ${subject}) or ${subject} in (u.body, s.body, r.form))`,
    );
  if (from) query = query.where('u.at', '>=', sql<Date>`${midnight(from, 0)}`);
  if (until) query = query.where('u.at', '<', sql<Date>`${midnight(until, 1)}`);
  if (before) query = query.where('u.number', '<', before);
  return query;
}

interface AuditRow extends Omit<AuditEntry, 'at' | 'about'> {
  readonly at: Date;
  readonly onLogin: string | null;
  readonly onForm: string | null;
  readonly onPeriod: PeriodNumber | null;
  readonly onBody: string | null;
}

function entryOf({ onLogin, onForm, onPeriod, onBody, ...row }: AuditRow): AuditEntry {
  const period = onPeriod === null ? null : periodText(onPeriod);
  const about = { login: onLogin, form: onForm, period, body: onBody };
  return { ...row, at: row.at.toISOString(), about };
}

/** The number in a subject of a kind: 12 of submission/12/gdp; null for another kind. */
function idAfter(kind: string) {
  return sql`substring(u.subject from ${`^${kind}/([0-9]{1,9})(?:/|$)`}::text)::integer`;
}

function midnight(day: string, later: number) {
  return sql`(${day}::date + ${later}::int)::timestamp at time zone 'Asia/Shanghai'`;
}
