import { sql } from 'kysely';
import type pg from 'pg';
import type { ReleaseView } from '../../api/collection.ts';
import { AppError } from '../../domain/app-error.ts';
import { inTransaction } from '../statistics/transaction.ts';
import type { Desk } from './desk.ts';
import { moveAll } from './release.ts';

interface Row extends Omit<ReleaseView, 'decidedAt' | 'embargo'> {
  readonly decidedAt: Date;
  readonly embargo: Date | null;
}

/** Resolves to the acts of publishing, newest first; with an id to that one alone. */
export async function readReleases(
  { db, plan }: Pick<Desk, 'db' | 'plan'>,
  id: number | null = null,
): Promise<ReleaseView[]> {
  const { rows } = await sql<Row>`
    select r.id, r.title, xingbian.account_name(r.decided_by) as "decidedBy",
      r.decided_at as "decidedAt", r.embargo, r.number, r.withdrawn_at is not null as withdrawn,
      (select count(*)::int from xingbian.release_submission s where s.release = r.id) as submissions
    from xingbian.release r
    where r.plan_id = ${plan} and (${id}::int is null or r.id = ${id})
    order by r.id desc limit 500`.execute(db);
  return rows.map((row) => ({
    ...row,
    decidedAt: row.decidedAt.toISOString(),
    embargo: row.embargo?.toISOString() ?? null,
  }));
}

/**
 * Takes a release back before its embargo ends: its submissions are accepted again. Refuses with
 * `not-found`, or with `move-not-allowed` once it was published.
 */
export async function withdrawRelease(
  writer: pg.Pool,
  given: {
    readonly id: number;
    readonly reason: string;
    readonly account: number;
    readonly origin: string;
  },
): Promise<void> {
  await inTransaction(writer, async (client) => {
    await client.query('select xingbian.act_as($1)', [given.account]);
    const { rows } = await client.query<{ waiting: boolean; may: boolean }>(
      `select r.number is null and r.withdrawn_at is null as waiting,
        not exists (select from xingbian.release_submission rs
          join xingbian.submission s on s.id = rs.submission where rs.release = r.id
          and not xingbian.holds_above('{publisher}', s.body)) as may
        from xingbian.release r where r.id = $1 for update`,
      [given.id],
    );
    if (!rows[0]?.may) throw new AppError('not-found');
    if (!rows[0].waiting) throw new AppError('move-not-allowed');
    await moveAll(client, given.id, 'unschedule', given);
    await client.query('update xingbian.release set withdrawn_at = now() where id = $1', [
      given.id,
    ]);
  });
}
