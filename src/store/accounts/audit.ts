import type { Transaction } from 'kysely';
import type pg from 'pg';
import type { Tables } from '../schema.ts';
import type { Visit } from '../visit.ts';

/** An act for the record. */
export interface Act {
  /** Such as `cell.save`, `submission.accept`, `account.create`. */
  readonly act: string;
  /** What it was done to: `submission/12/gdp`, `account/3`. */
  readonly subject: string;
  /** The role it was done in, and the place or agency it was done for. */
  readonly role?: string;
  readonly body?: string;
  readonly old?: unknown;
  readonly new?: unknown;
  readonly outcome?: 'done' | 'refused';
  /** The caller's own number of a write that may be sent twice. */
  readonly key?: string;
}

/** Puts acts on record, in the transaction that does them: either both are there or neither. */
export async function recordActs(
  { db, visitor, origin }: Pick<Visit, 'db' | 'visitor' | 'origin'>,
  acts: readonly Act[],
): Promise<void> {
  await recordActsOf(db, { account: visitor?.stage === 'full' ? visitor.id : null, origin }, acts);
}

/** Puts acts on record that are done as the owner: those of signing in. */
export async function recordActsOf(
  db: Transaction<Tables>,
  { account, origin }: { readonly account: number | null; readonly origin: string },
  acts: readonly Act[],
): Promise<void> {
  if (acts.length === 0) return;
  const rows = acts.map((act) => ({
    account,
    origin,
    role: act.role ?? null,
    body: act.body ?? null,
    act: act.act,
    subject: act.subject,
    old: json(act.old),
    new: json(act.new),
    outcome: act.outcome ?? ('done' as const),
    key: act.key ?? null,
  }));
  await db.insertInto('audit').values(rows).execute();
}

/** Puts an act on record in a transaction of the owner's that is no request's: that of an import. */
export async function recordActAsOwner(
  client: pg.ClientBase,
  { account, origin }: { readonly account: number; readonly origin: string },
  { act, subject, role, body, ...change }: Act,
): Promise<void> {
  await client.query(
    `insert into xingbian.audit (account, origin, role, body, act, subject, old, new, outcome)
      values ($1, $2, $3, $4, $5, $6, $7, $8, 'done')`,
    [account, origin, role ?? null, body ?? null, act, subject, json(change.old), json(change.new)],
  );
}

function json(value: unknown): string | null {
  return value === undefined ? null : JSON.stringify(value);
}
