import type pg from 'pg';
import { lockWriting } from '../statistics/locks.ts';
import { inTransaction } from '../statistics/transaction.ts';
import { enterBase, moveAll, readReasons, unexplained } from './release.ts';
import { type ReleasedCell, readReleasedCells } from './release-figures.ts';

/** What became of a release whose embargo has ended. */
export type Due = 'none' | 'published' | 'held';

interface DueRelease {
  readonly id: number;
  readonly title: string;
}

/**
 * Publishes one release whose embargo has ended, on behalf of whoever decided it. One that can no
 * longer be published as it was decided, because the base has changed meanwhile and a figure would be
 * replaced without a reason, is held: its submissions are accepted again, and the record says why. A
 * release that is being published elsewhere is passed by.
 */
export async function publishNextDue(writer: pg.Pool, plan: string): Promise<Due> {
  const due = await nextDue(writer, plan);
  if (due === null) return 'none';
  const published = await inTransaction(
    writer,
    (client) => publishDue(client, plan, due),
    (done) => done,
  );
  if (published) return 'published';
  await inTransaction(writer, async (client) => {
    await moveAll(client, due.id, 'unschedule', { ...program, reason: heldReason });
    await client.query('update xingbian.release set withdrawn_at = now() where id = $1', [due.id]);
  });
  return 'held';
}

const program = { account: null, origin: 'program' } as const;
const heldReason = '到时公布前，统计信息库已有变化，须重新试算并写明更正原因';

async function nextDue(writer: pg.Pool, plan: string): Promise<DueRelease | null> {
  const { rows } = await writer.query<DueRelease>(
    `select id, title from xingbian.release
      where plan_id = $1 and embargo <= now() and number is null and withdrawn_at is null
      order by embargo, id limit 1`,
    [plan],
  );
  return rows[0] ?? null;
}

/** Resolves to whether the release is in the base now; if not, nothing is to be kept. */
async function publishDue(client: pg.ClientBase, plan: string, due: DueRelease): Promise<boolean> {
  await lockWriting(client, plan);
  const { rows: waiting } = await client.query(
    `select from xingbian.release
      where id = $1 and number is null and withdrawn_at is null for update`,
    [due.id],
  );
  // Another program was there first: its doing stands.
  if (waiting.length === 0) return true;
  const cells = await cellsOf(client, plan, due.id);
  const reasons = await readReasons(client, due.id);
  const revisions = cells.filter((cell) => cell.revises);
  if (unexplained(revisions, reasons).length > 0) return false;
  const { findings } = await enterBase(client, plan, { ...due, cells });
  if (findings.some((item) => item.severity === 'error')) return false;
  await moveAll(client, due.id, 'publish', program);
  return true;
}

async function cellsOf(
  client: pg.ClientBase,
  plan: string,
  release: number,
): Promise<readonly ReleasedCell[]> {
  const { rows } = await client.query<{ submission: number }>(
    `select submission from xingbian.release_submission join xingbian.submission s
      on s.id = submission where release = $1 order by submission for update of s`,
    [release],
  );
  return await readReleasedCells(
    client,
    plan,
    rows.map((row) => row.submission),
  );
}
