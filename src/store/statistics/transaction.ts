import type pg from 'pg';

/**
 * Resolves to what `body` resolves to, after its transaction was committed, or rolled back where
 * `keep` says no to the result. A connection whose body failed is closed, not reused: it may be in
 * the middle of a COPY.
 */
export async function inTransaction<Result>(
  pool: pg.Pool,
  body: (client: pg.ClientBase) => Promise<Result>,
  keep: (result: Result) => boolean = () => true,
): Promise<Result> {
  const client = await pool.connect();
  try {
    await client.query(`begin; ${settings}`);
    const result = await body(client);
    await client.query(keep(result) ? 'commit' : 'rollback');
    client.release();
    return result;
  } catch (error) {
    client.release(true);
    throw error;
  }
}

/** A million rows are sorted and compared in memory; compiling a statement takes longer than it saves. */
const settings = "set local work_mem = '128MB'; set local jit = off";
