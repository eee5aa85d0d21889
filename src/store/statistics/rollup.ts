import type pg from 'pg';
import type { Aggregation, Indicator } from '../../domain/indicator.ts';
import { yearOf } from '../../domain/period.ts';
import { withoutNoise } from '../../kernels/decimal.ts';
import {
  type ScopeMember,
  type ScopeSummary,
  type Scopes,
  type ScopeTotal,
  scopesOf,
  scopeTotals,
} from '../../statistics/scope-totals.ts';
import { copyLine, copyText, openCopy } from './copy.ts';
import { type Asked, figuresOf, readSeries, type SeriesRow } from './member-series.ts';
import { readAhead } from './read-ahead.ts';

/**
 * Computes the totals of a plan's scopes anew for every indicator named in the temporary table
 * `touched (indicator, period)`, from its first period there to its last, from the latest
 * observations. In whole, not by what changed: a total cannot drift away from its parts. A few indicators at a time: the database reads the next
 * while these are added up, and no more are held.
 */
export async function rollUp(
  client: pg.ClientBase,
  plan: string,
  indicators: readonly Indicator[],
): Promise<void> {
  const scopes = scopesOf(await readMembers(client, plan));
  const asked = await readAsked(client, plan, indicators);
  const pieces = piecesOf(asked, scopes.territories.length);
  const read = (piece: readonly Asked[]) => readSeries(client, piece, scopes.territories);
  for await (const [piece, series] of readAhead(pieces, read))
    await replace(client, piece, scopes.keys, linesOf(piece, series, scopes));
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

/** A mean changes with its weights too. */
async function readAsked(
  client: pg.ClientBase,
  plan: string,
  indicators: readonly Indicator[],
): Promise<readonly Asked[]> {
  const stored = indicators.filter((indicator) => indicator.aggregation !== undefined);
  const { rows } = await client.query<Asked>(
    `select i.key as indicator, given.summary, w.key as weight,
        min(t.period) as first, max(t.period) as last
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

/** Figures read at a time, where they are of years. */
const mostAtOnce = 40_000;

function* piecesOf(asked: readonly Asked[], places: number): Generator<readonly Asked[]> {
  let piece: Asked[] = [];
  let figures = 0;
  for (const one of asked) {
    piece.push(one);
    figures += (yearOf(one.last) - yearOf(one.first) + 1) * places;
    if (figures < mostAtOnce) continue;
    yield piece;
    piece = [];
    figures = 0;
  }
  if (piece.length > 0) yield piece;
}

/** Totals as lines of the table `aggregate`, whole and by part. */
function linesOf(asked: readonly Asked[], series: readonly SeriesRow[], scopes: Scopes): string {
  const lines: string[] = [];
  for (const { indicator, summary } of asked) {
    const own = series.filter((row) => row.indicator === indicator);
    for (const breakdown of new Set(own.map((row) => row.breakdown))) {
      const rows = own.filter((row) => row.breakdown === breakdown);
      for (const figures of figuresOf(rows, scopes))
        for (const total of scopeTotals(figures, scopes, summary))
          lines.push(lineOf(total, indicator, breakdown));
    }
  }
  return lines.join('');
}

function lineOf(total: ScopeTotal, indicator: number, breakdown: string): string {
  const { scope, period, present, expected, covered, provisional, estimated, doubtful } = total;
  const middle = total.middle === null ? null : withoutNoise(total.middle);
  return copyLine([
    ...[scope, indicator, period, present, expected, covered, provisional, estimated, doubtful],
    ...[total.total, total.weight, middle, copyText(breakdown)],
  ]);
}

async function replace(
  client: pg.ClientBase,
  asked: readonly Asked[],
  scopes: readonly number[],
  lines: string,
): Promise<void> {
  await client.query(
    `delete from xingbian.aggregate where ctid = any(array(
      select old.ctid
      from unnest($1::int[]) as s (scope)
      cross join unnest($2::int[], $3::int[], $4::int[]) as k (indicator, first, last)
      cross join lateral (
        select ctid from xingbian.aggregate
        where scope = s.scope and indicator = k.indicator and period between k.first and k.last
        offset 0
      ) old
    ))`,
    [
      scopes,
      asked.map((one) => one.indicator),
      asked.map((one) => one.first),
      asked.map((one) => one.last),
    ],
  );
  const copy = openCopy(
    client,
    `xingbian.aggregate (scope, indicator, period, present, expected, covered, provisional,
      estimated, doubtful, total, weight, middle, breakdown)`,
  );
  await copy.write(lines);
  await copy.end();
}
