import type pg from 'pg';
import { inTransaction } from '../statistics/transaction.ts';
import { enterBase, moveAll } from './release.ts';
import { readReleasedCells } from './release-figures.ts';

/**
 * Publishes one release whose embargo has ended, and resolves to whether there was one. The program
 * does it, on behalf of whoever decided it: a release that is being published elsewhere is passed by.
 */
export async function publishNextDue(writer: pg.Pool, plan: string): Promise<boolean> {
  return await inTransaction(writer, async (client) => {
    const { rows } = await client.query<{ id: number; title: string }>(
      `select id, title from xingbian.release
        where plan_id = $1 and embargo <= now() and number is null and withdrawn_at is null
        order by embargo, id limit 1 for update skip locked`,
      [plan],
    );
    const [due] = rows;
    if (!due) return false;
    const { rows: submissions } = await client.query<{ submission: number }>(
      `select submission from xingbian.release_submission join xingbian.submission s
        on s.id = submission where release = $1 order by submission for update of s`,
      [due.id],
    );
    const cells = await readReleasedCells(
      client,
      plan,
      submissions.map((row) => row.submission),
    );
    const { findings } = await enterBase(client, plan, { ...due, cells });
    const [error] = findings.filter((item) => item.severity === 'error');
    if (error) throw new Error(`release ${due.id} was not published: ${error.message}`);
    await moveAll(client, due.id, 'publish', { account: null, origin: 'program' });
    return true;
  });
}
