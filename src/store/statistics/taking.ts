import type pg from 'pg';
import {
  addChanges,
  type Change,
  comparePiece,
  createKnown,
  type DifferenceCounts,
  readChanges,
} from './difference.ts';
import { lockWriting } from './locks.ts';
import { nextNumber } from './numbering.ts';
import { createOrigins, numberOrigins } from './origins.ts';
import { createTouched } from './rollup.ts';
import type { Piece } from './stage.ts';

/** How a piece is taken: only compared, or what it changes added too. */
export interface TakeOptions {
  readonly add: boolean;
  readonly inOrder: boolean;
}

/** The pieces of a file on their way into the base. */
export interface Taking {
  readonly take: (piece: Piece, options: TakeOptions) => Promise<void>;
  readonly taken: () => {
    readonly counts: DifferenceCounts;
    /** The first of them, in the order of the file. */
    readonly changes: readonly Change[];
    /** Under which something was added. */
    readonly number: number | null;
  };
}

/**
 * Prepares a transaction for the pieces of one file. With the first of them it takes the writing lock;
 * `listed` changes are told at most. What was added is in the tables `touched` and `reviewed`.
 */
export async function openTaking(
  client: pg.ClientBase,
  plan: string,
  listed: number,
): Promise<Taking> {
  await createOrigins(client);
  await createKnown(client);
  await createTouched(client);
  await client.query(
    'create temporary table reviewed (territory integer primary key) on commit drop',
  );
  const counts = { new: 0, revised: 0, unchanged: 0 };
  const changes: Change[] = [];
  let held: readonly number[] | null = null;
  let number: number | null = null;
  return {
    take: async (piece, { add, inOrder }) => {
      held ??= await lockAndLook(client, plan);
      await numberOrigins(client, plan);
      const found = await comparePiece(client, piece, held);
      for (const kind of ['new', 'revised', 'unchanged'] as const) counts[kind] += found[kind];
      if (found.new + found.revised === 0) return;
      if (changes.length < listed)
        changes.push(...(await readChanges(client, piece, listed - changes.length)));
      if (!add) return;
      number ??= await nextNumber(client, plan);
      await addChanges(client, piece, { number, inOrder });
    },
    taken: () => ({ counts, changes, number }),
  };
}

/** Resolves to the places that have observations, once nobody else can add some: of others there is nothing to compare. */
async function lockAndLook(client: pg.ClientBase, plan: string): Promise<readonly number[]> {
  await lockWriting(client, plan);
  const { rows } = await client.query<{ key: number }>(
    `select key from xingbian.territory t where plan_id = $1
      and exists (select from xingbian.observation o where o.territory = t.key)`,
    [plan],
  );
  return rows.map((row) => row.key);
}
