import { sql } from 'kysely';
import type { KeptElsewhere, SubmissionEntry } from '../../api/collection.ts';
import type { Desk } from './desk.ts';
import { readEntries } from './entries.ts';
import { readKeptElsewhere } from './kept.ts';

/** What waits for an account. */
export interface Tasks {
  readonly own: readonly SubmissionEntry[];
  readonly review: readonly SubmissionEntry[];
  readonly publish: readonly SubmissionEntry[];
  readonly kept: readonly KeptElsewhere[];
}

/** Resolves to what the visitor is to fill in, to review and to publish, and what is kept for them. */
export async function readTasks(desk: Desk): Promise<Tasks> {
  const holds = (role: string) => desk.held.some((item) => item.role === role);
  const own = holds('reporter')
    ? await readEntries(desk, sql`s.filled_by = any (xingbian.held_bodies('{reporter}'))`)
    : [];
  const review =
    holds('reviewer') || holds('approver')
      ? await readEntries(
          desk,
          sql`s.state in ('submitted', 'accepted') and exists (
            select from xingbian.submission_level l where l.submission = s.id and l.level = s.level
              and l.body = any (xingbian.held_bodies(array[l.role])))`,
        )
      : [];
  const publish = holds('publisher')
    ? await readEntries(desk, sql`s.state = 'accepted' and s.level = s.levels`)
    : [];
  return {
    own,
    review: review.filter((entry) => entry.may.includes('accept')),
    publish: publish.filter((entry) => entry.may.includes('publish')),
    kept: await readKeptElsewhere(desk),
  };
}
