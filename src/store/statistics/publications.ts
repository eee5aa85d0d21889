import type pg from 'pg';

/** Resolves to whether a file with this content is in the base of a plan. */
export async function isPublished(pool: pg.Pool, plan: string, fileHash: string): Promise<boolean> {
  const { rowCount } = await pool.query(
    'select from xingbian.publication where plan_id = $1 and file_hash = $2 limit 1',
    [plan, fileHash],
  );
  return (rowCount ?? 0) > 0;
}
