import { type Kysely, sql } from 'kysely';
import type { Indicator } from '../../domain/indicator.ts';
import type { Absence, Doubt, Enclosed, ObservationStatus } from '../../domain/observation.ts';
import { type PeriodNumber, periodText } from '../../domain/period.ts';
import type { ExportedObservation } from '../../statistics/export/observation-rows.ts';
import type { Places } from '../../statistics/places.ts';
import type { Tables } from '../schema.ts';

/** A state of the base that is written out: it never changes, so it is read without a transaction. */
export interface ExportState {
  readonly db: Kysely<Tables>;
  readonly plan: string;
  /** Figures of this number and earlier are seen. */
  readonly number: number;
  readonly places: Places;
  readonly indicators: ReadonlyMap<string, Indicator>;
}

/** Which observations are wanted; what is left out does not narrow. */
export interface ExportFilter {
  readonly territories?: readonly string[];
  readonly indicators?: readonly string[];
  readonly periods?: readonly PeriodNumber[];
  /** The whole only, no parts of it. */
  readonly whole?: boolean;
}

/** Rows asked for at a time; what is held of the base while it is written out. */
const batch = 10_000;

/**
 * Yields the latest observations of a state with their doubts, sources and publications, in the
 * order of places, indicators, periods, breakdowns. They are read a batch at a time, each beginning
 * after the last key of the one before: memory does not grow, and no connection is held between.
 */
export async function* exportObservations(
  state: ExportState,
  filter: ExportFilter = {},
): AsyncGenerator<ExportedObservation> {
  let after: Key | null = null;
  for (;;) {
    const rows: readonly ObservationRow[] = await readBatch(state, filter, after);
    const [first, last] = [rows[0], rows.at(-1)];
    if (!first || !last) return;
    const doubts = await readDoubts(state, keyOf(first), keyOf(last));
    for (const row of rows) yield exported(row, doubts.get(keyOf(row).join(' ')) ?? [], state);
    if (rows.length < batch) return;
    after = keyOf(last);
  }
}

type Key = readonly [territory: number, indicator: number, period: number, breakdown: string];

function keyOf({ territory, indicator, period, breakdown }: KeyRow): Key {
  return [territory, indicator, period, breakdown];
}

interface KeyRow {
  readonly territory: number;
  readonly indicator: number;
  readonly period: number;
  readonly breakdown: string;
}

interface ObservationRow extends KeyRow {
  readonly territory_id: string;
  readonly indicator_id: string;
  readonly value: string | null;
  readonly absence: Absence | null;
  readonly status: ObservationStatus;
  readonly note: string | null;
  readonly number: number;
  readonly source: string;
  readonly enclosed: Enclosed;
  readonly recorded: Date;
}

async function readBatch(
  { db, plan, number }: ExportState,
  filter: ExportFilter,
  after: Key | null,
): Promise<readonly ObservationRow[]> {
  const begin = after
    ? sql`and (o.territory, o.indicator, o.period, o.breakdown)
        > (${rowOf(after)})`
    : sql``;
  const { rows } = await sql<ObservationRow>`
    select o.territory, o.indicator, o.period, o.breakdown, t.id as territory_id,
      i.id as indicator_id, o.value::text as value, o.absence, o.status, o.note, o.number,
      f.text as source, f.enclosed, p.recorded
    from (
      select distinct on (o.territory, o.indicator, o.period, o.breakdown) o.*
      from xingbian.observation o
      where o.number <= ${number} ${narrowed(plan, filter)} ${begin}
      order by o.territory, o.indicator, o.period, o.breakdown, o.number desc
      limit ${batch}
    ) o
    join xingbian.territory t on t.key = o.territory
    join xingbian.indicator i on i.key = o.indicator
    join xingbian.source f on f.key = o.source
    join xingbian.publication p on p.plan_id = ${plan} and p.number = o.number
    order by o.territory, o.indicator, o.period, o.breakdown`.execute(db);
  return rows;
}

/** The doubts between two keys, by key: few, so that looking for each figure's would take longest. */
async function readDoubts(
  { db, number }: ExportState,
  first: Key,
  last: Key,
): Promise<ReadonlyMap<string, readonly Doubt[]>> {
  const { rows } = await sql<KeyRow & { readonly doubts: readonly Doubt[] }>`
    select distinct on (territory, indicator, period, breakdown)
      territory, indicator, period, breakdown, doubts
    from xingbian.doubt
    where number <= ${number}
      and (territory, indicator, period, breakdown) >= (${rowOf(first)})
      and (territory, indicator, period, breakdown) <= (${rowOf(last)})
    order by territory, indicator, period, breakdown, number desc`.execute(db);
  return new Map(rows.map((row) => [keyOf(row).join(' '), row.doubts]));
}

function rowOf([territory, indicator, period, breakdown]: Key) {
  return sql`${territory}::int, ${indicator}::int, ${period}::int, ${breakdown}::text`;
}

/**
 * Returns a filter as conditions on observations called `o`. Without one the places of the plan are
 * still what narrows: tables hold every plan there was.
 */
export function narrowed(plan: string, { territories, indicators, periods, whole }: ExportFilter) {
  const keysOf = (table: 'territory' | 'indicator', ids: readonly string[] | undefined) =>
    ids
      ? sql`(select key from ${sql.table(`xingbian.${table}`)}
          where plan_id = ${plan} and id = any(${ids}::text[]))`
      : sql`(select key from ${sql.table(`xingbian.${table}`)} where plan_id = ${plan})`;
  return sql`
    and o.territory in ${keysOf('territory', territories)}
    ${indicators ? sql`and o.indicator in ${keysOf('indicator', indicators)}` : sql``}
    ${periods ? sql`and o.period = any(${periods}::int[])` : sql``}
    ${whole ? sql`and o.breakdown = ''` : sql``}`;
}

function exported(
  row: ObservationRow,
  doubts: readonly Doubt[],
  { places, indicators }: ExportState,
): ExportedObservation {
  return {
    territory: row.territory_id,
    name: places.territory(row.territory_id)?.name ?? row.territory_id,
    indicator: row.indicator_id,
    period: periodText(row.period),
    breakdown: row.breakdown,
    value: row.value,
    absence: row.absence,
    unit: indicators.get(row.indicator_id)?.unit ?? '',
    status: row.status,
    source: row.source,
    note: row.note,
    enclosed: row.enclosed,
    doubts,
    number: row.number,
    recorded: row.recorded.toISOString(),
  };
}
