import { type Kysely, sql } from 'kysely';
import type { Instant } from '../../api/statistics.ts';
import { AppError } from '../../domain/app-error.ts';
import type { Tables } from '../schema.ts';
import { type Definition, readDefinition } from './definition.ts';
import { committingLock } from './locks.ts';

/** The base as of one publication, seen unchanging while it is read. */
export interface Reading {
  readonly db: Kysely<Tables>;
  readonly definition: Definition;
  /** Figures of this number and earlier are seen. */
  readonly number: number;
  /** Whether that is the newest there is, of which totals are kept. */
  readonly newest: boolean;
  readonly instant: Instant;
}

/**
 * Runs `body` on the base as of `asOf`: a publication's number, or an instant in ISO form (a day
 * alone is its end, Beijing time), which is the last number recorded by then; without it, the newest.
 * What it answers for a number or an instant never changes. Refuses with
 * `statistics-missing`, `as-of-invalid`, or `as-of-ahead` for what has not come yet.
 */
export async function readAt<Result>(
  pool: Kysely<Tables>,
  plan: string,
  asOf: string | undefined,
  body: (reading: Reading) => Promise<Result>,
): Promise<Result> {
  const asked = asOf === undefined ? null : await numberOf(pool, plan, asOf);
  return await pool
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (db) => {
      const state = await readState(db, plan, asked);
      const number = asked ?? state.newest;
      const definition = await readDefinition(pool, db, plan, number);
      if (number > state.newest) throw new AppError('as-of-ahead', { asOf: asOf ?? '' });
      const instant = { number, recorded: state.recorded?.toISOString() ?? null };
      return await body({ db, definition, number, newest: number === state.newest, instant });
    });
}

/** Resolves to the number of the newest publication of a plan; 0 when there is none. */
export async function newestNumber(db: Kysely<Tables>, plan: string): Promise<number> {
  const row = await db
    .selectFrom('publication')
    .select((build) => build.fn.max('number').as('number'))
    .where('plan_id', '=', plan)
    .executeTakeFirst();
  return row?.number ?? 0;
}

interface State {
  readonly newest: number;
  readonly recorded: Date | null;
}

async function readState(db: Kysely<Tables>, plan: string, asked: number | null): Promise<State> {
  const { rows } = await sql<State>`
    select newest.number as newest,
      (select recorded from xingbian.publication
        where plan_id = ${plan} and number = coalesce(${asked}::int, newest.number)) as recorded
    from (select coalesce(max(number), 0) as number from xingbian.publication
      where plan_id = ${plan}) newest`.execute(db);
  return rows[0] ?? { newest: 0, recorded: null };
}

const isoInstant = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,6})?)?(Z|[+-]\d\d:\d\d))?$/;

async function numberOf(pool: Kysely<Tables>, plan: string, asOf: string): Promise<number> {
  if (/^\d{1,9}$/.test(asOf)) return Number(asOf);
  if (!isoInstant.test(asOf)) throw new AppError('as-of-invalid', { asOf });
  const text = asOf.includes('T') ? asOf : `${asOf}T23:59:59.999+08:00`;
  return await lastRecordedBy(pool, plan, text, asOf).catch((error: unknown) => {
    throw isNoInstant(error) ? new AppError('as-of-invalid', { asOf }) : error;
  });
}

/** Whether the database knows no such day, time or zone: 2026-02-30, 25:00, +16:00. */
function isNoInstant(error: unknown): boolean {
  return ['22007', '22008', '22009'].includes((error as { code?: string }).code ?? '');
}

/**
 * Publications are stamped and committed under the lock taken here, with times later than the clock
 * then: once it is held, every publication up to a past instant is committed, and none will follow.
 */
async function lastRecordedBy(
  pool: Kysely<Tables>,
  plan: string,
  instant: string,
  asOf: string,
): Promise<number> {
  return await pool.transaction().execute(async (db) => {
    await sql`select pg_advisory_xact_lock_shared(hashtext(${committingLock(plan)}))`.execute(db);
    const { rows } = await sql<{ number: number; future: boolean }>`
      select coalesce(max(number) filter (where recorded <= ${instant}::timestamptz), 0) as number,
        ${instant}::timestamptz > clock_timestamp() as future
      from xingbian.publication where plan_id = ${plan}`.execute(db);
    if (rows[0]?.future) throw new AppError('as-of-ahead', { asOf });
    return rows[0]?.number ?? 0;
  });
}
