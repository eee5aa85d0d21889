import type pg from 'pg';
import type { Absence, ObservationStatus } from '../../domain/observation.ts';
import type { PeriodNumber } from '../../domain/period.ts';
import type {
  FigureRemarks,
  PeriodFigures,
  ScopeSummary,
  Scopes,
} from '../../statistics/scope-totals.ts';

/** An indicator whose totals are computed, what it is weighed by, and from which period to which. */
export interface Asked {
  readonly indicator: number;
  readonly summary: ScopeSummary;
  readonly weight: number | null;
  readonly first: PeriodNumber;
  readonly last: PeriodNumber;
}

/**
 * What a place says of an indicator, or of a part of it. Lists are in PostgreSQL's form, `{1,NULL}`;
 * null where there is nothing to list.
 */
export interface SeriesRow {
  readonly indicator: number;
  readonly territory: number;
  readonly breakdown: string;
  readonly periods: string;
  readonly values: string;
  readonly absences: string | null;
  readonly statuses: string | null;
  readonly doubted: string | null;
  readonly weight_periods: string | null;
  readonly weights: string | null;
}

/** Resolves to the latest figures of places for indicators, from the first to the last period of each. */
export async function readSeries(
  client: pg.ClientBase,
  asked: readonly Asked[],
  territories: readonly number[],
): Promise<readonly SeriesRow[]> {
  const { rows } = await client.query<SeriesRow>(seriesOf, [
    territories,
    asked.map((one) => one.indicator),
    asked.map((one) => one.weight),
    asked.map((one) => one.first),
    asked.map((one) => one.last),
  ]);
  return rows;
}

/** The index is read backwards, so that the latest number of each period comes first. */
const latest = (columns: string, table: string, indicator: string) => `
  select distinct on (period, breakdown) period, breakdown, ${columns} from xingbian.${table}
  where territory = m.territory and indicator = ${indicator} and period between k.first and k.last
  order by period desc, breakdown desc, number desc`;

const seriesOf = `
  select k.indicator, m.territory, o.*, d.doubted, w.*
  from unnest($2::int[], $3::int[], $4::int[], $5::int[]) as k (indicator, weight, first, last)
  cross join unnest($1::int[]) as m (territory)
  cross join lateral (
    select breakdown, array_agg(period)::text as periods, array_agg(value)::text as values,
      case when count(absence) > 0 then array_agg(absence)::text end as absences,
      case when bool_or(status <> 'final') then array_agg(status)::text end as statuses
    from (${latest('value, absence, status', 'observation', 'k.indicator')}) latest
    group by breakdown
  ) o
  cross join lateral (
    select array_agg(period)::text as doubted
    from (${latest('doubts', 'doubt', 'k.indicator')}) latest
    where doubts <> '[]' and breakdown = o.breakdown
  ) d
  cross join lateral (
    select array_agg(period)::text as weight_periods, array_agg(value)::text as weights
    from (${latest('value', 'observation', 'k.weight')}) latest where breakdown = o.breakdown
  ) w`;

/** Returns the figures of one indicator, period by period. */
export function figuresOf(
  series: readonly SeriesRow[],
  { positionOf }: Scopes,
): readonly PeriodFigures[] {
  const byPeriod = new Map<string, Figures>();
  const at = (period: string) => {
    const known = byPeriod.get(period);
    if (known) return known;
    const made: Figures = { period: Number(period), values: [], weights: [], remarks: new Map() };
    byPeriod.set(period, made);
    return made;
  };
  for (const row of series) put(row, positionOf.get(row.territory) ?? 0, at);
  return [...byPeriod.values()];
}

interface Figures extends PeriodFigures {
  readonly values: (number | null | undefined)[];
  readonly weights: (number | null | undefined)[];
  readonly remarks: Map<number, FigureRemarks>;
}

function put(row: SeriesRow, position: number, at: (period: string) => Figures): void {
  const periods = listOf(row.periods);
  const values = listOf(row.values);
  for (const [index, period] of periods.entries())
    at(period).values[position] = numberOf(values[index]);
  const weights = listOf(row.weights);
  for (const [index, period] of listOf(row.weight_periods).entries())
    at(period).weights[position] = numberOf(weights[index]);
  if (row.absences === null && row.statuses === null && row.doubted === null) return;
  const [absences, statuses] = [listOf(row.absences), listOf(row.statuses)];
  const doubted = new Set(listOf(row.doubted));
  for (const [index, period] of periods.entries())
    at(period).remarks.set(position, {
      inapplicable: (absences[index] as Absence | undefined) === 'not-applicable',
      status: (statuses[index] as ObservationStatus | undefined) ?? 'final',
      doubtful: doubted.has(period),
    });
}

function listOf(text: string | null): readonly string[] {
  return text === null ? [] : text.slice(1, -1).split(',');
}

function numberOf(text: string | undefined): number | null {
  return text === undefined || text === 'NULL' ? null : Number(text);
}
