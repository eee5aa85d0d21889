import { sql } from 'kysely';
import { AppError } from '../../domain/app-error.ts';
import type { Desk } from './desk.ts';
import { acceptSubmission } from './review.ts';

/**
 * Accepts each submission that can be, and resolves to which were and why the others were not: one
 * that changed meanwhile does not keep the rest. In the order of their ids, so that two reviewers
 * never wait for each other.
 */
export async function acceptEach(
  desk: Desk,
  submissions: readonly { readonly id: number; readonly revision: number }[],
): Promise<{ accepted: number[]; refused: { id: number; code: string }[] }> {
  const accepted: number[] = [];
  const refused: { id: number; code: string }[] = [];
  for (const one of submissions.toSorted((a, b) => a.id - b.id)) {
    await sql`savepoint one`.execute(desk.db);
    try {
      await acceptSubmission(desk, one);
      accepted.push(one.id);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      await sql`rollback to savepoint one`.execute(desk.db);
      refused.push({ id: one.id, code: error.code });
    }
  }
  return { accepted, refused };
}
