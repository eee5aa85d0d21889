import type pg from 'pg';
import type { Aggregation, Indicator } from '../../domain/indicator.ts';

/**
 * Computes the totals of a plan's scopes anew for every indicator and period named in the temporary
 * table `touched (indicator, period, breakdown)`, from the latest observations. In whole, not by
 * what changed: a total cannot drift away from its parts.
 */
export async function rollUp(
  client: pg.ClientBase,
  plan: string,
  indicators: readonly Indicator[],
): Promise<void> {
  await tellKinds(client, plan, indicators);
  // A mean changes with its weights too.
  await client.query(
    `insert into touched
      select distinct k.indicator, t.period, t.breakdown
      from touched t join kinds k on k.weight = t.indicator
      on conflict do nothing`,
  );
  await client.query('analyze touched');
  for (const kind of ['sum', 'mean', 'median'] as const)
    await client.query(statementOf(kind), [plan]);
  await client.query('drop table kinds');
}

/** Computes every total of a plan, when its scopes or its indicators changed; `touched` is there. */
export async function rollUpAll(
  client: pg.ClientBase,
  plan: string,
  indicators: readonly Indicator[],
): Promise<void> {
  await client.query(
    `insert into touched
      select distinct o.indicator, o.period, o.breakdown
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
      indicator integer, period integer, breakdown text,
      primary key (indicator, period, breakdown)
    ) on commit drop`,
  );
}

async function tellKinds(
  client: pg.ClientBase,
  plan: string,
  indicators: readonly Indicator[],
): Promise<void> {
  const stored = indicators.filter((indicator) => indicator.aggregation !== undefined);
  await client.query(
    `create temporary table kinds on commit drop as
      select i.key as indicator, given.kind, w.key as weight
      from unnest($2::text[], $3::text[], $4::text[]) as given (id, kind, weight)
      join xingbian.indicator i on i.plan_id = $1 and i.id = given.id
      left join xingbian.indicator w on w.plan_id = $1 and w.id = given.weight`,
    [
      plan,
      stored.map((indicator) => indicator.id),
      stored.map(({ aggregation }) => kindOf(aggregation)),
      stored.map(({ aggregation }) => (aggregation?.kind === 'mean' ? aggregation.weight : null)),
    ],
  );
}

/** A ratio is computed from the totals of its parts; of the figures themselves only the middle is kept. */
function kindOf(aggregation: Aggregation | undefined): string {
  return aggregation?.kind === 'ratio' ? 'median' : (aggregation?.kind ?? 'sum');
}

/** What each way to add up puts into total, weight and middle, and which figures are in. */
const columns = {
  sum: { total: 'sum(l.value)', weight: 'null::numeric', middle: 'null::numeric', in: 'l.value' },
  mean: {
    total: 'sum(l.value * w.value)',
    weight: 'sum(w.value) filter (where l.value is not null)',
    middle: 'null::numeric',
    in: 'l.value + w.value',
  },
  median: {
    total: 'null::numeric',
    weight: 'null::numeric',
    middle: 'percentile_cont(0.5) within group (order by l.value::double precision)',
    in: 'l.value',
  },
} as const;

const weights = `
  left join lateral (
    select o.value from xingbian.observation o
    where o.territory = l.territory and o.indicator = l.weight and o.period = l.period
      and o.breakdown = l.breakdown
    order by o.number desc limit 1
  ) w on true`;

function statementOf(kind: keyof typeof columns): string {
  const column = columns[kind];
  return `
    with member as materialized (
      select m.scope, m.territory, m.from_year, m.until_year
      from xingbian.scope_member m join xingbian.scope s on s.key = m.scope
      where s.plan_id = $1
    ), latest as (
      select distinct on (o.territory, o.indicator, o.period, o.breakdown)
        o.territory, o.indicator, o.period, o.breakdown, o.value, o.absence, o.status, k.weight
      from (select distinct territory from member) place
      cross join touched t
      join kinds k on k.indicator = t.indicator and k.kind = '${kind}'
      join xingbian.observation o
        on o.territory = place.territory and o.indicator = t.indicator
        and o.period = t.period and o.breakdown = t.breakdown
      order by o.territory, o.indicator, o.period, o.breakdown, o.number desc
    ), doubted as (
      select distinct on (d.territory, d.indicator, d.period, d.breakdown)
        d.territory, d.indicator, d.period, d.breakdown, d.doubts <> '[]' as holds
      from xingbian.doubt d join touched t
        on t.indicator = d.indicator and t.period = d.period and t.breakdown = d.breakdown
      order by d.territory, d.indicator, d.period, d.breakdown, d.number desc
    ), members as (
      select m.scope, y.year, count(*) as places
      from member m
      join (select distinct period / 100 as year from touched) y
        on y.year >= m.from_year and y.year < m.until_year
      group by m.scope, y.year
    ), totals as (
      select m.scope, l.indicator, l.period, l.breakdown,
        count(${column.in}) as present,
        count(*) filter (where l.absence = 'not-applicable') as inapplicable,
        coalesce(bit_xor(hashint4extended(l.territory, 0)) filter (where ${column.in} is not null), 0)
          as covered,
        count(*) filter (where l.status = 'provisional' and ${column.in} is not null) as provisional,
        count(*) filter (where l.status = 'estimated' and ${column.in} is not null) as estimated,
        count(*) filter (where d.holds and ${column.in} is not null) as doubtful,
        ${column.total} as total, ${column.weight} as weight, ${column.middle} as middle
      from latest l
      ${kind === 'mean' ? weights : ''}
      left join doubted d on d.territory = l.territory and d.indicator = l.indicator
        and d.period = l.period and d.breakdown = l.breakdown
      join member m on m.territory = l.territory
        and l.period / 100 >= m.from_year and l.period / 100 < m.until_year
      group by m.scope, l.indicator, l.period, l.breakdown
    )
    insert into xingbian.aggregate (scope, indicator, period, breakdown, present, expected, covered,
      provisional, estimated, doubtful, total, weight, middle)
    select t.scope, t.indicator, t.period, t.breakdown, t.present, m.places - t.inapplicable,
      t.covered, t.provisional, t.estimated, t.doubtful, t.total, t.weight, t.middle::numeric
    from totals t join members m on m.scope = t.scope and m.year = t.period / 100
    on conflict (scope, indicator, period, breakdown) do update
    set present = excluded.present, expected = excluded.expected, covered = excluded.covered,
      provisional = excluded.provisional, estimated = excluded.estimated,
      doubtful = excluded.doubtful, total = excluded.total, weight = excluded.weight,
      middle = excluded.middle`;
}
