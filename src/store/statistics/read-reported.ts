import { sql } from 'kysely';
import type { Absence, Doubt, Enclosed, ObservationStatus } from '../../domain/observation.ts';
import type { PeriodNumber } from '../../domain/period.ts';
import type { Reported, ReportedAt } from '../../statistics/reported.ts';
import type { Reading } from './instant.ts';

/** Which figures are wanted: indicators of places, all in the same periods. */
export interface Wanted {
  readonly indicatorsOf: ReadonlyMap<string, ReadonlySet<string>>;
  readonly periods: ReadonlySet<PeriodNumber>;
}

/**
 * Resolves to what was reported, as of the reading's number: for each place, indicator and period
 * the latest, with its doubts. Of the whole; parts (breakdowns) are left out.
 */
export async function readReported(reading: Reading, wanted: Wanted): Promise<ReportedAt> {
  const pairs = pairsOf(reading, wanted);
  const figures = new Map<string, Map<string, Map<PeriodNumber, Reported>>>();
  if (pairs.length > 0 && wanted.periods.size > 0) {
    const rows = await readRows(reading, pairs, [...wanted.periods]);
    const enclosed = await enclosedOf(reading, rows);
    for (const row of rows) put(figures, pairs[row.pair - 1], row, enclosed);
  }
  return (territory, indicator, period) => figures.get(territory)?.get(indicator)?.get(period);
}

interface Pair {
  readonly territory: string;
  readonly indicator: string;
  readonly keys: readonly [territory: number, indicator: number];
}

/** Those the tables know; of others nothing can have been reported. */
function pairsOf({ definition }: Reading, { indicatorsOf }: Wanted): Pair[] {
  const pairs: Pair[] = [];
  for (const [territory, indicators] of indicatorsOf) {
    const territoryKey = definition.territoryKeys.get(territory);
    if (territoryKey === undefined) continue;
    for (const indicator of indicators) {
      const indicatorKey = definition.indicatorKeys.get(indicator);
      if (indicatorKey === undefined) continue;
      pairs.push({ territory, indicator, keys: [territoryKey, indicatorKey] });
    }
  }
  return pairs;
}

/** Value, absence, status (null: final) and source of a period. */
type Cell = readonly [
  PeriodNumber,
  number | null,
  Absence | null,
  ObservationStatus | null,
  number,
];

interface PairRow {
  /** Counted from one. */
  readonly pair: number;
  readonly cells: readonly Cell[];
  readonly doubts: readonly (readonly [PeriodNumber, readonly Doubt[]])[] | null;
}

/**
 * One index range a pair, backwards, so that the latest number of each period comes first and
 * nothing is sorted; one row a pair, because rows cost more than what is in them.
 */
async function readRows(
  { db, number }: Reading,
  pairs: readonly Pair[],
  periods: readonly PeriodNumber[],
): Promise<readonly PairRow[]> {
  const [territories, indicators] = [0, 1].map((side) => pairs.map((pair) => pair.keys[side]));
  const [first, last] = [Math.min(...periods), Math.max(...periods)];
  const latest = (columns: string, table: string) => sql`
    select distinct on (period) ${sql.raw(columns)} from ${sql.raw(`xingbian.${table}`)}
    where territory = k.territory and indicator = k.indicator and breakdown = ''
      and period between ${first} and ${last} and period = any(${periods}::int[])
      and number <= ${number}
    order by period desc, number desc`;
  const { rows } = await sql<PairRow>`
    select k.pair::int as pair, o.cells, d.doubts
    from unnest(${territories}::int[], ${indicators}::int[])
      with ordinality as k (territory, indicator, pair)
    cross join lateral (
      select json_agg(json_build_array(period, value, absence, nullif(status, 'final'), source))
        as cells
      from (${latest('period, value, absence, status, source', 'observation')}) latest
    ) o
    cross join lateral (
      select json_agg(json_build_array(period, doubts)) filter (where doubts <> '[]') as doubts
      from (${latest('period, doubts', 'doubt')}) latest
    ) d
    where o.cells is not null`.execute(db);
  return rows;
}

/** Asks for the sources not met before. */
async function enclosedOf(
  { db, definition }: Reading,
  rows: readonly PairRow[],
): Promise<ReadonlyMap<number, Enclosed>> {
  const { enclosed } = definition;
  const unmet = new Set<number>();
  for (const row of rows)
    for (const [, , , , source] of row.cells) if (!enclosed.has(source)) unmet.add(source);
  if (unmet.size === 0) return enclosed;
  const { rows: met } = await sql<{ key: number; enclosed: Enclosed }>`
    select key, enclosed from xingbian.source where key = any(${[...unmet]}::int[])`.execute(db);
  for (const source of met) enclosed.set(source.key, source.enclosed);
  return enclosed;
}

const noDoubts: readonly Doubt[] = [];

function put(
  figures: Map<string, Map<string, Map<PeriodNumber, Reported>>>,
  pair: Pair | undefined,
  row: PairRow,
  enclosed: ReadonlyMap<number, Enclosed>,
): void {
  if (!pair) return;
  const doubts = new Map(row.doubts ?? []);
  const series = new Map<PeriodNumber, Reported>();
  for (const [period, value, absence, status, source] of row.cells)
    series.set(period, {
      value,
      absence,
      status: status ?? 'final',
      enclosed: enclosed.get(source) ?? 'unstated',
      doubts: doubts.get(period) ?? noDoubts,
    });
  const ofPlace = figures.get(pair.territory) ?? new Map<string, Map<PeriodNumber, Reported>>();
  ofPlace.set(pair.indicator, series);
  figures.set(pair.territory, ofPlace);
}
