import type pg from 'pg';
import type { Indicator } from '../../domain/indicator.ts';
import type { Doubt } from '../../domain/observation.ts';
import type { TerritoryEvent } from '../../domain/territory.ts';
import { doubtsOf, type PlaceSeries } from '../../statistics/doubts.ts';
import type { StatisticsDefinition } from './newest-definition.ts';
import { readAhead } from './read-ahead.ts';

/** Doubts of one figure, with the numbers of its place and indicator. */
interface Doubted {
  readonly territory: number;
  readonly indicator: number;
  readonly period: number;
  readonly breakdown: string;
  readonly doubts: readonly Doubt[];
}

/**
 * Looks again at every series of the places in the temporary table `reviewed (territory)`, and records
 * under a number which doubts are new and which are gone. Resolves to how many figures of these places are in
 * doubt. What it changes goes into `touched` too, because totals count their doubtful members.
 */
export async function reviewDoubts(
  client: pg.ClientBase,
  plan: string,
  number: number,
  { register, indicators: { indicators } }: StatisticsDefinition,
): Promise<number> {
  const known = await readDoubts(client);
  const names = await readNames(client, plan);
  const definitions = new Map(indicators.map((indicator) => [indicator.id, indicator]));
  const changes = changesOf(register.events);
  let count = 0;
  let changed: Doubted[] = [];
  for await (const place of placesOf(client, names)) {
    const found = doubtsOfPlace(place, { definitions, changes, names });
    count += found.size;
    changed.push(...differences(known.get(place.territory) ?? new Map(), found));
    if (changed.length < 5_000) continue;
    await addDoubts(client, number, changed);
    changed = [];
  }
  await addDoubts(client, number, changed);
  return count;
}

/** All series of one place, and what its sources themselves say of figures. */
interface Place {
  readonly territory: number;
  readonly id: string;
  readonly series: readonly PlaceSeries[];
  readonly flags: readonly Doubted[];
}

interface Names {
  /** The id of an indicator by its number, and back. */
  readonly idOf: ReadonlyMap<number, string>;
  readonly keyOf: ReadonlyMap<string, number>;
}

async function readNames(client: pg.ClientBase, plan: string): Promise<Names> {
  const { rows } = await client.query<{ key: number; id: string }>(
    'select key, id from xingbian.indicator where plan_id = $1',
    [plan],
  );
  return {
    idOf: new Map(rows.map((row) => [row.key, row.id])),
    keyOf: new Map(rows.map((row) => [row.id, row.key])),
  };
}

interface SeriesRow {
  readonly territory: number;
  readonly id: string;
  readonly indicator: number;
  readonly breakdown: string;
  /** `202000 12.5,202100 13`. */
  readonly points: string | null;
  /** `202000 words`, a line each. */
  readonly flags: string | null;
}

/** Place by place, the index read backwards: the latest number of each period comes first. */
const latestSeries = `
  select r.territory, (select id from xingbian.territory where key = r.territory) as id, s.*
  from (select territory from reviewed order by territory) r
  cross join lateral (
    select indicator, breakdown, string_agg(period || ' ' || value, ',') as points,
      string_agg(period || ' ' || substr(note, 7), E'\\n') filter (where note like 'flag: %')
        as flags
    from (
      select distinct on (indicator, period, breakdown) indicator, period, breakdown, value, note
      from xingbian.observation where territory = r.territory
      order by indicator desc, period desc, breakdown desc, number desc
    ) latest
    group by indicator, breakdown order by indicator, breakdown
  ) s`;

/**
 * A cursor hands over the series, the next while those at hand are looked at; only the places of one
 * piece are held.
 */
async function* placesOf(client: pg.ClientBase, names: Names): AsyncGenerator<Place> {
  await client.query(`declare series no scroll cursor for ${latestSeries}`);
  let rows: SeriesRow[] = [];
  const fetch = () => client.query<SeriesRow>('fetch 2000 from series');
  for await (const [, { rows: fetched }] of readAhead(endless(), fetch)) {
    if (fetched.length === 0) break;
    for (const row of fetched) {
      if (rows[0] && rows[0].territory !== row.territory) {
        yield placeOf(rows, names);
        rows = [];
      }
      rows.push(row);
    }
  }
  if (rows.length > 0) yield placeOf(rows, names);
  await client.query('close series');
}

function* endless(): Generator<null> {
  for (;;) yield null;
}

function placeOf(rows: readonly SeriesRow[], names: Names): Place {
  return {
    territory: rows[0]?.territory ?? 0,
    id: rows[0]?.id ?? '',
    series: rows.map((row) => ({
      indicator: names.idOf.get(row.indicator) ?? '',
      breakdown: row.breakdown,
      points: pointsOf(row.points),
    })),
    flags: rows.flatMap((row) =>
      (row.flags?.split('\n') ?? []).map((line) => ({
        ...{ territory: row.territory, indicator: row.indicator, breakdown: row.breakdown },
        period: Number(line.slice(0, line.indexOf(' '))),
        doubts: [{ code: 'source', params: { words: line.slice(line.indexOf(' ') + 1) } }],
      })),
    ),
  };
}

function pointsOf(text: string | null): PlaceSeries['points'] {
  const points = (text?.split(',') ?? []).map((point) => {
    const space = point.indexOf(' ');
    return { period: Number(point.slice(0, space)), value: Number(point.slice(space + 1)) };
  });
  return points.sort((a, b) => a.period - b.period);
}

/** From when on a place's figures are of another area: its land changed hands. */
function changesOf(events: readonly TerritoryEvent[]): ReadonlyMap<string, readonly number[]> {
  const changes = new Map<string, number[]>();
  for (const { from, to, date } of events)
    for (const id of [from, to])
      changes.set(id, [...(changes.get(id) ?? []), Number(date.slice(0, 4)) * 100]);
  return changes;
}

function doubtsOfPlace(
  place: Place,
  given: {
    readonly definitions: ReadonlyMap<string, Indicator>;
    readonly changes: ReadonlyMap<string, readonly number[]>;
    readonly names: Names;
  },
): Map<string, Doubted> {
  const { definitions, changes, names } = given;
  const found = new Map<string, Doubted>();
  const add = (item: Doubted) => {
    const before = found.get(keyOf(item))?.doubts ?? [];
    found.set(keyOf(item), { ...item, doubts: [...before, ...item.doubts] });
  };
  for (const item of doubtsOf(place.series, definitions, {
    territoryChanges: changes.get(place.id) ?? [],
  })) {
    const indicator = names.keyOf.get(item.indicator) ?? 0;
    const { period, breakdown, doubts } = item;
    add({ territory: place.territory, indicator, period, breakdown, doubts });
  }
  for (const flag of place.flags) add(flag);
  return found;
}

/** Doubts that are new or other than before, and those that are gone, as empty lists. */
function differences(
  before: ReadonlyMap<string, Doubted>,
  after: ReadonlyMap<string, Doubted>,
): Doubted[] {
  const gone = [...before.values()]
    .filter((item) => !after.has(keyOf(item)))
    .map((item) => ({ ...item, doubts: [] }));
  const other = [...after.values()].filter(
    (item) => JSON.stringify(before.get(keyOf(item))?.doubts) !== JSON.stringify(item.doubts),
  );
  return [...gone, ...other];
}

function keyOf({ indicator, period, breakdown }: Doubted): string {
  return `${indicator} ${period} ${breakdown}`;
}

/** Doubts in force on the places touched, by place. */
async function readDoubts(client: pg.ClientBase): Promise<Map<number, Map<string, Doubted>>> {
  const { rows } = await client.query<Doubted>(
    `select * from (
      select distinct on (territory, indicator, period, breakdown)
        territory, indicator, period, breakdown, doubts
      from xingbian.doubt where territory in (select territory from reviewed)
      order by territory, indicator, period, breakdown, number desc
    ) latest where doubts <> '[]'`,
  );
  const byPlace = new Map<number, Map<string, Doubted>>();
  for (const row of rows) {
    const place = byPlace.get(row.territory) ?? new Map<string, Doubted>();
    byPlace.set(row.territory, place.set(keyOf(row), row));
  }
  return byPlace;
}

async function addDoubts(
  client: pg.ClientBase,
  number: number,
  items: readonly Doubted[],
): Promise<void> {
  if (items.length === 0) return;
  await client.query(
    `with given as (
      select * from unnest($2::int[], $3::int[], $4::int[], $5::text[], $6::jsonb[])
        as given (territory, indicator, period, breakdown, doubts)
    ), touching as (
      insert into touched select distinct indicator, period from given
      on conflict do nothing
    )
    insert into xingbian.doubt (territory, indicator, period, number, breakdown, doubts)
    select territory, indicator, period, $1, breakdown, doubts from given`,
    [
      number,
      items.map((item) => item.territory),
      items.map((item) => item.indicator),
      items.map((item) => item.period),
      items.map((item) => item.breakdown),
      items.map((item) => JSON.stringify(item.doubts)),
    ],
  );
}
