import type pg from 'pg';
import type { Enclosed } from '../../domain/observation.ts';
import type { Piece } from './stage.ts';

/** Creates the table of the sources that a file names, by their numbers in the file. */
export async function createOrigins(client: pg.ClientBase): Promise<void> {
  await client.query(
    `create temporary table origin (
      origin integer primary key, text text not null, enclosed text not null, key integer
    ) on commit drop`,
  );
}

/** Adds the sources that a piece is the first to name. `enclosed` is that of those that do not say it. */
export async function addOrigins(
  client: pg.ClientBase,
  { table }: Piece,
  enclosed: Enclosed,
): Promise<void> {
  await client.query(
    `insert into origin (origin, text, enclosed)
      select origin, source, coalesce(enclosed, $1) from ${table} where source is not null`,
    [enclosed],
  );
}

/** Gives sources the numbers that the base has for them; whoever asks holds the writing lock. */
export async function numberOrigins(client: pg.ClientBase, plan: string): Promise<void> {
  await client.query(
    `insert into xingbian.source (plan_id, text, enclosed)
      select distinct $1, text, enclosed from origin where key is null
      on conflict (plan_id, text, enclosed) do nothing`,
    [plan],
  );
  await client.query(
    `update origin o set key = s.key from xingbian.source s
      where o.key is null and s.plan_id = $1 and s.text = o.text and s.enclosed = o.enclosed`,
    [plan],
  );
}
