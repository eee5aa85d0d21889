import type pg from 'pg';
import type { FindingPlace } from '../../domain/finding.ts';
import type { Enclosed, Observation } from '../../domain/observation.ts';
import { copyLine, copyText } from './copy.ts';

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

/** Observations as lines of the stage. */
export interface StageLines {
  readonly text: string;
  /** Whether each row so far has a higher key than the one before: none twice, nothing to sort. */
  readonly inOrder: boolean;
  /** The sources that these are the first lines to name. */
  readonly origins: readonly Origin[];
}

/** A source by its number in the file: a file names few, each a million times. */
export interface Origin {
  readonly number: number;
  readonly text: string;
  /** Undefined where only the file as a whole says so. */
  readonly enclosed: Enclosed | undefined;
}

/**
 * Returns a function that writes the observations of one file, batch after batch. Throws on a place or
 * an indicator that has no number: names were resolved before.
 */
export function stageWriter(keys: Keys): (batch: readonly StagedObservation[]) => StageLines {
  const originOf = originNumbers();
  const order = orderCheck();
  let rows = 0;
  return (batch) => {
    const lines: string[] = [];
    const origins: Origin[] = [];
    for (const item of batch) {
      const key = keyOf(item, keys);
      order.pass(key);
      lines.push(lineOf(item, key, ++rows, originOf(item, origins)));
    }
    return { text: lines.join(''), inOrder: order.holds(), origins };
  };
}

/** Sources remembered; one met again after more than these gets another number. */
const mostOrigins = 20_000;

/** Returns the number of an observation's source; one that is new is added to `origins`. */
function originNumbers(): (item: StagedObservation, origins: Origin[]) => number {
  let numbers = new Map<string, number>();
  let last = 0;
  return ({ source, enclosed }, origins) => {
    const name = enclosed === undefined ? source : `${source}\n${enclosed}`;
    const known = numbers.get(name);
    if (known !== undefined) return known;
    if (numbers.size >= mostOrigins) numbers = new Map();
    numbers.set(name, ++last);
    origins.push({ number: last, text: source, enclosed });
    return last;
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

function lineOf(item: StagedObservation, key: Key, row: number, origin: number): string {
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
    origin,
  ]);
}
