import type { ClientBase } from 'pg';

/** Resolves once nobody else writes to the base of a plan; held until the transaction ends. */
export async function lockWriting(client: ClientBase, plan: string): Promise<void> {
  await client.query('select pg_advisory_xact_lock(hashtext($1))', [`xingbian.write.${plan}`]);
}

/**
 * Resolves once nobody reads an instant or stamps another publication; to be taken last, right
 * before the publication is recorded and committed. Whoever asks for the state at an instant takes
 * the same lock in share mode (`committingLock`): so no publication can later appear with an
 * earlier time.
 */
export async function lockCommitting(client: ClientBase, plan: string): Promise<void> {
  await client.query('select pg_advisory_xact_lock(hashtext($1))', [committingLock(plan)]);
}

/** Returns the name of the lock held while a publication is recorded. */
export function committingLock(plan: string): string {
  return `xingbian.commit.${plan}`;
}
