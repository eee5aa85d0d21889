import type pg from 'pg';
import type { Aggregation, Indicator } from '../../domain/indicator.ts';
import type { Absence, ObservationStatus } from '../../domain/observation.ts';
import type { PeriodNumber } from '../../domain/period.ts';
import { withoutNoise } from '../../kernels/decimal.ts';
import {
  type MemberFigure,
  type ScopeMember,
  type ScopeSummary,
  type ScopesIn,
  type ScopeTotal,
  scopesOf,
  scopeTotals,
} from '../../statistics/scope-totals.ts';
import { copyText, openCopy } from './copy.ts';
import { readAhead } from './read-ahead.ts';

/**
 * Computes the totals of a plan's scopes anew for every indicator and period named in the temporary
 * table `touched (indicator, period)`, from the latest observations. In whole, not by what changed: a
 * total cannot drift away from its parts. One indicator after the other: the database reads the next
 * while this one is added up, and only one is held.
 */
export async function rollUp(
  client: pg.ClientBase,
  plan: string,
  indicators: readonly Indicator[],
): Promise<void> {
  const members = await readMembers(client, plan);
  const scopesIn = scopesOf(members);
  const places = [...new Set(members.map((member) => member.territory))];
  const scopes = [...new Set(members.map((member) => member.scope))];
  const asked = await readAsked(client, plan, indicators);
  for await (const [one, series] of readAhead(asked, (item) => readSeries(client, item, places)))
    await replace(client, one, scopes, linesOf(one, series, scopesIn));
}

/** Computes every total of a plan, when its scopes or its indicators changed; `touched` is there. */
export async function rollUpAll(
  client: pg.ClientBase,
  plan: string,
  indicators: readonly Indicator[],
): Promise<void> {
  await client.query(
    `insert into touched
      select distinct o.indicator, o.period
      from xingbian.observation o
      where o.territory in (select key from xingbian.territory where plan_id = $1)
      on conflict do nothing`,
    [plan],
  );
  await rollUp(client, plan, indicators);
}

/** Creates the table that names what changed; it goes with the transaction. */
export async function createTouched(client: pg.ClientBase): Promise<void> {
  await client.query(
    `create temporary table touched (
      indicator integer, period integer, primary key (indicator, period)
    ) on commit drop`,
  );
}

async function readMembers(client: pg.ClientBase, plan: string): Promise<readonly ScopeMember[]> {
  const { rows } = await client.query<ScopeMember>(
    `select m.scope, m.territory, m.from_year as from, m.until_year as until
      from xingbian.scope_member m join xingbian.scope s on s.key = m.scope
      where s.plan_id = $1 order by m.scope, m.territory`,
    [plan],
  );
  return rows;
}

/** An indicator whose totals are computed, and in which periods. */
interface Asked {
  readonly indicator: number;
  readonly summary: ScopeSummary;
  readonly weight: number | null;
  readonly periods: readonly PeriodNumber[];
}

/** A mean changes with its weights too. */
async function readAsked(
  client: pg.ClientBase,
  plan: string,
  indicators: readonly Indicator[],
): Promise<readonly Asked[]> {
  const stored = indicators.filter((indicator) => indicator.aggregation !== undefined);
  const { rows } = await client.query<Asked>(
    `select i.key as indicator, given.summary, w.key as weight,
        array_agg(distinct t.period) as periods
      from unnest($2::text[], $3::text[], $4::text[]) as given (id, summary, weight)
      join xingbian.indicator i on i.plan_id = $1 and i.id = given.id
      left join xingbian.indicator w on w.plan_id = $1 and w.id = given.weight
      join touched t on t.indicator in (i.key, w.key)
      group by i.key, given.summary, w.key order by i.key`,
    [
      plan,
      stored.map((indicator) => indicator.id),
      stored.map(({ aggregation }) => summaryOf(aggregation)),
      stored.map(({ aggregation }) => (aggregation?.kind === 'mean' ? aggregation.weight : null)),
    ],
  );
  return rows;
}

/** A ratio is computed from the totals of its parts; of the figures themselves only the middle is kept. */
function summaryOf(aggregation: Aggregation | undefined): ScopeSummary {
  return aggregation?.kind === 'ratio' ? 'median' : (aggregation?.kind ?? 'sum');
}

/** What a place says of an indicator; lists in PostgreSQL's form, `{1,NULL}`, null where all is as usual. */
interface SeriesRow {
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

/** The index is read backwards, so that the latest number of each period comes first. */
const latest = (columns: string, table: string, indicator: string) => `
  select distinct on (period, breakdown) period, breakdown, ${columns} from xingbian.${table}
  where territory = m.territory and indicator = ${indicator} and period = any($3::int[])
  order by period desc, breakdown desc, number desc`;

const seriesOf = `
  select m.territory, o.*, d.doubted, w.*
  from unnest($1::int[]) as m (territory)
  cross join lateral (
    select breakdown, array_agg(period)::text as periods, array_agg(value)::text as values,
      case when count(absence) > 0 then array_agg(absence)::text end as absences,
      case when bool_or(status <> 'final') then array_agg(status)::text end as statuses
    from (${latest('value, absence, status', 'observation', '$2')}) latest group by breakdown
  ) o
  cross join lateral (
    select array_agg(period)::text as doubted from (${latest('doubts', 'doubt', '$2')}) latest
    where doubts <> '[]' and breakdown = o.breakdown
  ) d
  cross join lateral (
    select array_agg(period)::text as weight_periods, array_agg(value)::text as weights
    from (${latest('value', 'observation', '$4')}) latest where breakdown = o.breakdown
  ) w`;

async function readSeries(
  client: pg.ClientBase,
  { indicator, periods, weight }: Asked,
  places: readonly number[],
): Promise<readonly SeriesRow[]> {
  const values = [places, indicator, periods, weight];
  return (await client.query<SeriesRow>({ name: 'series-of', text: seriesOf, values })).rows;
}

/** Totals as lines of the table `aggregate`, whole and by part. */
function linesOf(
  { indicator, summary }: Asked,
  series: readonly SeriesRow[],
  scopesIn: ScopesIn,
): string {
  let lines = '';
  for (const breakdown of new Set(series.map((row) => row.breakdown))) {
    const figures = new Map<PeriodNumber, Map<number, MemberFigure>>();
    for (const row of series) if (row.breakdown === breakdown) put(figures, row);
    for (const total of scopeTotals(figures, scopesIn, summary))
      lines += lineOf(total, indicator, breakdown);
  }
  return lines;
}

function put(figures: Map<PeriodNumber, Map<number, MemberFigure>>, row: SeriesRow): void {
  const values = listOf(row.values);
  const absences = listOf(row.absences) as (Absence | null)[];
  const statuses = listOf(row.statuses) as ObservationStatus[];
  const doubted = new Set(listOf(row.doubted));
  const weights = new Map(listOf(row.weight_periods).map((period, at) => [period, at] as const));
  const weightAt = listOf(row.weights);
  for (const [at, period] of listOf(row.periods).entries()) {
    const byPlace = figures.get(Number(period)) ?? new Map<number, MemberFigure>();
    figures.set(Number(period), byPlace);
    byPlace.set(row.territory, {
      value: numberOf(values[at]),
      inapplicable: absences[at] === 'not-applicable',
      status: statuses[at] ?? 'final',
      doubtful: doubted.has(period),
      weight: numberOf(weightAt[weights.get(period) ?? -1]),
    });
  }
}

function listOf(text: string | null): (string | null)[] {
  if (text === null) return [];
  return text.slice(1, -1).split(',');
}

function numberOf(text: string | null | undefined): number | null {
  return text === null || text === undefined || text === 'NULL' ? null : Number(text);
}

function lineOf(total: ScopeTotal, indicator: number, breakdown: string): string {
  const { scope, period, present, expected, covered, provisional, estimated, doubtful } = total;
  const middle = total.middle === null ? null : withoutNoise(total.middle);
  return (
    `${scope}\t${indicator}\t${period}\t${present}\t${expected}\t${covered}\t${provisional}\t` +
    `${estimated}\t${doubtful}\t${total.total ?? '\\N'}\t${total.weight ?? '\\N'}\t` +
    `${middle ?? '\\N'}\t${copyText(breakdown)}\n`
  );
}

async function replace(
  client: pg.ClientBase,
  { indicator, periods }: Asked,
  scopes: readonly number[],
  lines: string,
): Promise<void> {
  await client.query({
    name: 'drop-totals',
    text: `delete from xingbian.aggregate
      where scope = any($1::int[]) and indicator = $2 and period = any($3::int[])`,
    values: [scopes, indicator, periods],
  });
  const copy = openCopy(
    client,
    `xingbian.aggregate (scope, indicator, period, present, expected, covered, provisional,
      estimated, doubtful, total, weight, middle, breakdown)`,
  );
  await copy.write(lines);
  await copy.end();
}
