import type pg from 'pg';
import type { Enclosed } from '../../domain/observation.ts';
import type { Origin } from './stage-lines.ts';

/** Creates the table of the sources that a file names, by their numbers in the file. */
export async function createOrigins(client: pg.ClientBase): Promise<void> {
  await client.query(
    `create temporary table origin (
      origin integer primary key, text text not null, enclosed text not null, key integer
    ) on commit drop`,
  );
}

/** Adds sources. `enclosed` is that of those that do not say it themselves. */
export async function addOrigins(
  client: pg.ClientBase,
  origins: readonly Origin[],
  enclosed: Enclosed,
): Promise<void> {
  if (origins.length === 0) return;
  await client.query(
    `insert into origin (origin, text, enclosed)
      select * from unnest($1::int[], $2::text[], $3::text[])`,
    [
      origins.map((origin) => origin.number),
      // PostgreSQL's text holds no NUL.
      origins.map((origin) => origin.text.replaceAll('\0', '')),
      origins.map((origin) => origin.enclosed ?? enclosed),
    ],
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
