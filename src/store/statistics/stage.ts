import type pg from 'pg';
import type { FindingPlace } from '../../domain/finding.ts';
import type { Enclosed, Observation } from '../../domain/observation.ts';
import { copyLine, copyText, openCopy } from './copy.ts';

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
  readonly end: () => Promise<Staged>;
}

export interface Staged {
  readonly rows: number;
  /** Whether each row has a higher key than the one before: none twice, nothing to sort. */
  readonly inOrder: boolean;
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
  const order = orderCheck();
  let rows = 0;
  return {
    add: async (batch) => {
      const lines: string[] = [];
      for (const item of batch) {
        const key = keyOf(item, keys);
        order.pass(key);
        lines.push(lineOf(item, key, ++rows, originOf(item)));
      }
      await copy.write(lines.join(''));
    },
    end: async () => {
      await copy.end();
      await client.query(
        `create temporary table origin on commit drop as
          select origin, source as text, enclosed, null::integer as key
          from stage where source is not null`,
      );
      await client.query('analyze origin, stage (territory, indicator, period, breakdown)');
      return { rows, inOrder: order.holds() };
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

/** What an observation is of, in small numbers. */
type Key = readonly [territory: number, indicator: number, period: number, breakdown: string];

function keyOf({ territory, indicator, period, breakdown }: Observation, keys: Keys): Key {
  const place = keys.territory.get(territory);
  const what = keys.indicator.get(indicator);
  if (place === undefined || what === undefined)
    throw new Error(`no number for ${territory} × ${indicator}`);
  return [place, what, period, breakdown];
}

function orderCheck(): { readonly pass: (key: Key) => void; readonly holds: () => boolean } {
  let last: Key = [0, 0, 0, ''];
  let holds = true;
  return {
    pass: (key) => {
      const at = key[0] !== last[0] ? 0 : key[1] !== last[1] ? 1 : key[2] !== last[2] ? 2 : 3;
      holds &&= key[at] > last[at];
      last = key;
    },
    holds: () => holds,
  };
}

function lineOf(item: StagedObservation, key: Key, row: number, origin: Origin): string {
  const { line, sheet, cell } = item.place;
  const [territory, indicator, period, breakdown] = key;
  return copyLine([
    row,
    line,
    copyText(sheet),
    cell,
    territory,
    indicator,
    period,
    copyText(breakdown),
    item.value,
    item.absence,
    item.status,
    copyText(item.note),
    origin.number,
    origin.first ? copyText(item.source) : null,
    origin.first ? item.enclosed : null,
  ]);
}
