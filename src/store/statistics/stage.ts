import type pg from 'pg';
import type { FindingPlace } from '../../domain/finding.ts';
import type { Enclosed, Observation } from '../../domain/observation.ts';
import { copyText, openCopy } from './copy.ts';

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
      row integer, line integer, sheet text, cell text, territory integer, indicator integer,
      period integer, breakdown text, value numeric, absence xingbian.absence,
      status xingbian.observation_status, note text, origin integer, source text, enclosed text
    ) on commit drop`,
  );
  const copy = openCopy(client, 'stage');
  const originOf = originNumbers();
  let row = 0;
  return {
    add: async (batch) => {
      let lines = '';
      for (const item of batch) lines += lineOf(item, keys, ++row, originOf(item));
      await copy.write(lines);
    },
    end: async () => {
      await copy.end();
      await client.query(
        `create temporary table origin on commit drop as
          select origin, source as text, enclosed, null::integer as key
          from stage where source is not null`,
      );
      await client.query('analyze origin, stage (territory, indicator, period, breakdown)');
      return row;
    },
  };
}

/** Gives the sources that the stage names their numbers, in the table `origin (origin, key)`. */
export async function numberSources(
  client: pg.ClientBase,
  plan: string,
  enclosed: Enclosed,
): Promise<void> {
  await client.query('update origin set enclosed = $1 where enclosed is null', [enclosed]);
  await client.query(
    `insert into xingbian.source (plan_id, text, enclosed)
      select distinct $1, text, enclosed from origin
      on conflict (plan_id, text, enclosed) do nothing`,
    [plan],
  );
  await client.query(
    `update origin o set key = s.key from xingbian.source s
      where s.plan_id = $1 and s.text = o.text and s.enclosed = o.enclosed`,
    [plan],
  );
}

interface Origin {
  readonly number: number;
  /** Whether its text stands in this row: it does in the first that names it. */
  readonly first: boolean;
}

/** Sources remembered; one met again after more than these gets another number. */
const mostOrigins = 20_000;

/** A file names few sources, each a million times: the text is written once. */
function originNumbers(): (item: StagedObservation) => Origin {
  let numbers = new Map<string, number>();
  let last = 0;
  return ({ source, enclosed }) => {
    const name = enclosed === undefined ? source : `${source}\n${enclosed}`;
    const known = numbers.get(name);
    if (known !== undefined) return { number: known, first: false };
    if (numbers.size >= mostOrigins) numbers = new Map();
    numbers.set(name, ++last);
    return { number: last, first: true };
  };
}

function lineOf(item: StagedObservation, keys: Keys, row: number, origin: Origin): string {
  const territory = keys.territory.get(item.territory);
  const indicator = keys.indicator.get(item.indicator);
  if (territory === undefined || indicator === undefined)
    throw new Error(`no number for ${item.territory} × ${item.indicator}`);
  const { line, sheet, cell } = item.place;
  const source = origin.first ? `${copyText(item.source)}\t${item.enclosed ?? '\\N'}` : '\\N\t\\N';
  return (
    `${row}\t${line ?? '\\N'}\t${copyText(sheet)}\t${cell ?? '\\N'}\t${territory}\t${indicator}\t` +
    `${item.period}\t${copyText(item.breakdown)}\t${item.value ?? '\\N'}\t` +
    `${item.absence ?? '\\N'}\t${item.status}\t${copyText(item.note)}\t${origin.number}\t${source}\n`
  );
}
