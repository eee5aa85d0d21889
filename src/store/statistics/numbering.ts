import type pg from 'pg';
import type { Dataset, ImportSummary } from '../../domain/observation.ts';
import { lockCommitting } from './locks.ts';

/** What is recorded of a publication. */
export interface PublicationRecord {
  readonly number: number;
  /** `definition`: places or indicators changed. */
  readonly kind: 'definition' | 'dataset' | 'import' | 'publication';
  readonly file: string;
  readonly fileHash: string;
  readonly dataset: Pick<Dataset, 'title' | 'source' | 'licence' | 'enclosed'> | null;
  readonly counts: ImportSummary | null;
}

/** Resolves to the number of the next publication of a plan; whoever asks holds the writing lock. */
export async function nextNumber(client: pg.ClientBase, plan: string): Promise<number> {
  const { rows } = await client.query<{ number: number }>(
    'select coalesce(max(number), 0) + 1 as number from xingbian.publication where plan_id = $1',
    [plan],
  );
  return rows[0]?.number ?? 1;
}

/**
 * Stamps a publication, as the last thing before its commit. Times are whole milliseconds, later than
 * the clock when stamped and later than the publication before: no one can have asked for that
 * instant yet.
 */
export async function record(
  client: pg.ClientBase,
  plan: string,
  publication: PublicationRecord,
): Promise<void> {
  await lockCommitting(client, plan);
  const { number, kind, file, fileHash, dataset, counts } = publication;
  await client.query(
    `insert into xingbian.publication
      (plan_id, number, recorded, kind, file, file_hash, dataset, counts)
      select $1, $2, greatest(
          date_trunc('milliseconds', clock_timestamp()),
          (select max(recorded) from xingbian.publication where plan_id = $1)
        ) + interval '1 millisecond', $3, $4, $5, $6, $7`,
    [plan, number, kind, file, fileHash, JSON.stringify(dataset), JSON.stringify(counts)],
  );
}
