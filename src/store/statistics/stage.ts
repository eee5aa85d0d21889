import { once } from 'node:events';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { FindingPlace } from '../../domain/finding.ts';
import type { Enclosed, Observation } from '../../domain/observation.ts';

/** An observation with the place in its file, so that what is found later can point to the cell. */
export interface StagedObservation extends Observation {
  readonly place: FindingPlace;
}

/** The small numbers of a plan's places and indicators. */
export interface Keys {
  readonly territory: ReadonlyMap<string, number>;
  readonly indicator: ReadonlyMap<string, number>;
}

/** Resolves to the numbers of a plan's places and indicators. */
export async function readKeys(client: pg.ClientBase, plan: string): Promise<Keys> {
  const read = async (table: 'territory' | 'indicator') => {
    const { rows } = await client.query<[string, number]>({
      text: `select id, key from xingbian.${table} where plan_id = $1`,
      values: [plan],
      rowMode: 'array',
    });
    return new Map(rows);
  };
  return { territory: await read('territory'), indicator: await read('indicator') };
}

/** A stage to which batches are added one after the other; `end` completes it. */
export interface Stage {
  readonly add: (batch: readonly StagedObservation[]) => Promise<void>;
  readonly end: () => Promise<number>;
}

/**
 * Opens the temporary table `stage` of a transaction for a COPY. Nothing but the batch at hand is
 * held in memory. Throws on a place or an indicator that has no number: names were resolved before.
 */
export async function openStage(client: pg.ClientBase, keys: Keys): Promise<Stage> {
  await client.query(
    `create temporary table stage (
      row integer, place text, territory integer, indicator integer, period integer,
      breakdown text, value numeric, absence xingbian.absence,
      status xingbian.observation_status, source_text text, note text, enclosed text
    ) on commit drop`,
  );
  const stream = client.query(copyFrom('copy stage from stdin'));
  const broken = once(stream, 'error').then(([error]) => {
    throw error;
  });
  broken.catch(() => {});
  let row = 0;
  return {
    add: async (batch) => {
      let text = '';
      for (const item of batch) text += lineOf(item, keys, ++row);
      if (!stream.write(text)) await Promise.race([once(stream, 'drain'), broken]);
    },
    end: async () => {
      stream.end();
      await Promise.race([once(stream, 'finish'), broken]);
      await client.query('analyze stage');
      return row;
    },
  };
}

/** Gives the sources of the stage their numbers; `enclosed` holds for rows that do not say it. */
export async function numberSources(
  client: pg.ClientBase,
  plan: string,
  enclosed: Enclosed,
): Promise<void> {
  await client.query(
    `insert into xingbian.source (plan_id, text, enclosed)
      select distinct $1, source_text, coalesce(enclosed, $2) from stage
      on conflict (plan_id, text, enclosed) do nothing`,
    [plan, enclosed],
  );
}

function lineOf(item: StagedObservation, keys: Keys, row: number): string {
  const territory = keys.territory.get(item.territory);
  const indicator = keys.indicator.get(item.indicator);
  if (territory === undefined || indicator === undefined)
    throw new Error(`no number for ${item.territory} × ${item.indicator}`);
  const place = escaped(JSON.stringify(item.place));
  return (
    `${row}\t${place}\t${territory}\t${indicator}\t${item.period}\t${escaped(item.breakdown)}\t` +
    `${item.value ?? '\\N'}\t${item.absence ?? '\\N'}\t${item.status}\t` +
    `${escaped(item.source)}\t${item.note === null ? '\\N' : escaped(item.note)}\t` +
    `${item.enclosed ?? '\\N'}\n`
  );
}

/** Backslash, tab and line ends have a meaning in COPY; NUL has no place in PostgreSQL's text. */
function escaped(text: string): string {
  if (!/[\\\t\n\r\0]/.test(text)) return text;
  return text
    .replaceAll('\\', '\\\\')
    .replaceAll('\t', '\\t')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\0', '');
}
