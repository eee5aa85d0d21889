import type pg from 'pg';
import { type Copy, openCopy } from './copy.ts';

/** Rows of a file that were staged together. */
export interface Piece {
  /** Its table, which is part of the table `stage`. */
  readonly table: string;
}

/** Where the rows of a file wait to be compared: piece by piece, and all of them in `stage`. */
export interface Stage {
  /** Adds lines to the piece at hand. */
  readonly write: (lines: string, rows: number) => Promise<void>;
  /** Rows of the piece at hand. */
  readonly rows: () => number;
  /** Ends the piece at hand; what is added next belongs to another. */
  readonly cut: () => Promise<Piece | null>;
}

/** Opens the stage of a transaction. Of the file no more is held in memory than is being sent. */
export async function openStage(client: pg.ClientBase): Promise<Stage> {
  await client.query(
    `create temporary table stage (
      row integer, line integer, sheet text, cell text, territory integer, indicator integer,
      period integer, breakdown text, value numeric, absence xingbian.absence,
      status xingbian.observation_status, note text, origin integer
    ) on commit drop`,
  );
  let pieces = 0;
  let open: { readonly table: string; readonly copy: Copy } | null = null;
  let rows = 0;
  const begin = async () => {
    const table = `stage_${++pieces}`;
    await client.query(`create temporary table ${table} () inherits (stage) on commit drop`);
    return { table, copy: openCopy(client, table) };
  };
  return {
    write: async (lines, count) => {
      if (count === 0) return;
      open ??= await begin();
      rows += count;
      await open.copy.write(lines);
    },
    rows: () => rows,
    cut: async () => {
      if (open === null) return null;
      const { table, copy } = open;
      await copy.end();
      open = null;
      rows = 0;
      return { table };
    },
  };
}
