import { sql } from 'kysely';
import { AppError } from '../../domain/app-error.ts';
import type { Visit } from '../visit.ts';

/** Says that its author is done with a kept value; the row stays. Refuses with `not-found`. */
export async function dismissKept({ db }: Pick<Visit, 'db'>, id: number): Promise<void> {
  const { rows } = await sql`update xingbian.kept_save set dismissed_at = now()
    where id = ${id} and dismissed_at is null returning id`.execute(db);
  if (rows.length === 0) throw new AppError('not-found');
}
