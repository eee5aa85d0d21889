import { type Kysely, sql, type Transaction } from 'kysely';
import { type PlannedDocument, type PlanRows, planRows } from './plan-rows.ts';
import type { Tables } from './schema.ts';

/**
 * Puts a plan into the database, as its owner, and resolves to its hash. One transaction replaces
 * what is there under the plan's id; a plan whose hash is there already is left alone. Other plans
 * are not touched.
 */
export async function loadPlan(
  owner: Kysely<Tables>,
  plan: PlannedDocument,
): Promise<{ hash: string; changed: boolean }> {
  const rows = planRows(plan);
  const { id } = plan.file;
  const hash = rows.plan[0]?.hash ?? '';
  return await owner.transaction().execute(async (transaction) => {
    // Several programs may start on one database: one loads, the others wait and compare.
    await sql`select pg_advisory_xact_lock(hashtext(${`xingbian.plan.${id}`}))`.execute(
      transaction,
    );
    if ((await planHash(transaction, id)) === hash) return { hash, changed: false };
    await replace(transaction, id, rows);
    return { hash, changed: true };
  });
}

/** Resolves to the hash of the plan in the database, or null when it is not there. */
export async function planHash(db: Kysely<Tables>, id: string): Promise<string | null> {
  const row = await db.selectFrom('plan').select('hash').where('id', '=', id).executeTakeFirst();
  return row?.hash ?? null;
}

/** Children before what they refer to. */
const parts = [
  'named_project',
  'quantity',
  'commitment',
  'duty',
  'responsibility_agency',
  'responsibility',
  'agency_succession',
  'agency',
  'clause',
  'plan_text',
] as const;

async function replace(db: Transaction<Tables>, id: string, rows: PlanRows): Promise<void> {
  for (const table of parts) {
    await db.deleteFrom(table).where('plan_id', '=', id).execute();
  }
  // The plan's own row stays, so that what later refers to it is not torn off.
  for (const row of rows.plan) {
    await db
      .insertInto('plan')
      .values(row)
      .onConflict((conflict) => conflict.column('id').doUpdateSet({ ...row, loaded: sql`now()` }))
      .execute();
  }
  for (const table of parts.toReversed()) await insert(db, table, rows[table]);
}

/** A statement takes at most 65,535 parameters. */
const parameters = 60_000;

async function insert<Table extends (typeof parts)[number]>(
  db: Transaction<Tables>,
  table: Table,
  rows: PlanRows[Table],
): Promise<void> {
  const first = rows[0];
  if (!first) return;
  const size = Math.floor(parameters / Object.keys(first).length);
  for (let start = 0; start < rows.length; start += size) {
    const chunk = rows.slice(start, start + size) as never;
    await db.insertInto(table).values(chunk).execute();
  }
}
