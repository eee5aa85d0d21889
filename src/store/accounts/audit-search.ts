import { sql } from 'kysely';
import type { AuditEntry } from '../../api/accounts.ts';
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
  const entries = found.slice(0, most).map((row) => ({ ...row, at: row.at.toISOString() }));
  await recordActs(visit, [
    { act, subject: 'audit', role: 'auditor', new: { ...asked, entries: entries.length } },
  ]);
  return { entries, more: found.length > most };
}

async function find(
  { db }: Visit,
  asked: AuditSearch,
  limit: number,
): Promise<(Omit<AuditEntry, 'at'> & { at: Date })[]> {
  let query = db
    .selectFrom('audit as u')
    .leftJoin('account as a', 'a.id', 'u.account')
    .select(['u.number', 'u.at', 'a.login as account', 'u.role', 'u.origin', 'u.act', 'u.body'])
    .select(['u.subject', 'u.old', 'u.new', 'u.outcome'])
    .orderBy('u.number', 'desc')
    .limit(limit);
  const { account, act, subject, from, until, before } = asked;
  if (account)
    query = query.where((where) =>
      where.or([where('a.login', '=', account.toLowerCase()), where('a.name', '=', account)]),
    );
  if (act) query = query.where(sql<boolean>`starts_with(u.act, ${act})`);
  if (subject) query = query.where(sql<boolean>`starts_with(u.subject, ${subject})`);
  if (from) query = query.where('u.at', '>=', sql<Date>`${midnight(from, 0)}`);
  if (until) query = query.where('u.at', '<', sql<Date>`${midnight(until, 1)}`);
  if (before) query = query.where('u.number', '<', before);
  return await query.execute();
}

function midnight(day: string, later: number) {
  return sql`(${day}::date + ${later}::int)::timestamp at time zone 'Asia/Shanghai'`;
}
