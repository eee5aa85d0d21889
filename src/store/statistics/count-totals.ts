import { sql } from 'kysely';
import type { Aggregation } from '../../domain/indicator.ts';
import { type PeriodNumber, yearOf } from '../../domain/period.ts';
import type { KeptTotals, Total } from '../../statistics/totals.ts';
import type { Definition } from './definition.ts';
import type { Reading } from './instant.ts';

type MembersIn = (year: number) => readonly string[];

/**
 * Resolves to totals like the kept ones, counted from the observations as of the reading's number:
 * for each list of members, in the order given. The database adds up, because a figure that is only
 * added need not travel.
 */
export async function countTotals(
  reading: Reading,
  lists: readonly MembersIn[],
  indicators: readonly string[],
  periods: readonly PeriodNumber[],
): Promise<readonly KeptTotals[]> {
  const kinds = indicators.flatMap((id) => kindOf(id, reading.definition));
  const found = new Map<string, ReadonlyMap<PeriodNumber, Total>>();
  if (lists.length > 0 && kinds.length > 0 && periods.length > 0)
    for (const row of await readRows(reading, lists, kinds, periods)) {
      const membersIn = lists[row.list];
      const id = kinds[row.kind - 1]?.id;
      if (!membersIn || id === undefined || row.totals === null) continue;
      const totals = row.totals.map((one) => [one[0], totalOf(one, membersIn)] as const);
      found.set(`${row.list} ${id}`, new Map(totals));
    }
  return lists.map((membersIn, list) => ({
    membersIn,
    at: (indicator, period) => found.get(`${list} ${indicator}`)?.get(period),
  }));
}

interface Kind {
  readonly id: string;
  readonly key: number;
  readonly kind: Aggregation['kind'];
  readonly weight: number | null;
}

function kindOf(id: string, { indicators, indicatorKeys }: Definition): Kind | [] {
  const aggregation = indicators.get(id)?.aggregation;
  const key = indicatorKeys.get(id);
  if (!aggregation || key === undefined) return [];
  const weight = aggregation.kind === 'mean' ? indicatorKeys.get(aggregation.weight) : undefined;
  return { id, key, kind: aggregation.kind, weight: weight ?? null };
}

/** A member of a list, in the years from one up to but without another. */
interface Run {
  readonly list: number;
  readonly territory: number;
  readonly from: number;
  readonly until: number;
}

function runsOf(
  lists: readonly MembersIn[],
  years: readonly number[],
  { territoryKeys }: Definition,
): readonly Run[] {
  return lists.flatMap((membersIn, list) => {
    const done: Run[] = [];
    const open = new Map<string, Run>();
    for (const [index, year] of years.entries()) {
      const next = years[index + 1] ?? year + 1;
      const members = new Set(membersIn(year));
      for (const [id, run] of open)
        if (!members.has(id)) {
          done.push(run);
          open.delete(id);
        }
      for (const id of members) {
        const territory = territoryKeys.get(id);
        if (territory === undefined) continue;
        open.set(id, { list, territory, from: open.get(id)?.from ?? year, until: next });
      }
    }
    return [...done, ...open.values()];
  });
}

type Row = readonly [
  PeriodNumber,
  ...counts: [number, number, string, number, number, number],
  ...sums: [number | null, number | null, number | null],
];

interface FoundRow {
  readonly list: number;
  /** Counted from one. */
  readonly kind: number;
  readonly totals: readonly Row[] | null;
}

async function readRows(
  { db, definition, number }: Reading,
  lists: readonly MembersIn[],
  kinds: readonly Kind[],
  periods: readonly PeriodNumber[],
): Promise<readonly FoundRow[]> {
  const years = [...new Set(periods.map(yearOf))].toSorted((a, b) => a - b);
  const runs = runsOf(lists, years, definition);
  const column = <Key extends keyof Run>(key: Key) => runs.map((run) => run[key]);
  const inPeriods = sql`breakdown = '' and number <= ${number}
    and period between ${Math.min(...periods)} and ${Math.max(...periods)}
    and period = any(${periods}::int[])`;
  const { rows } = await sql<FoundRow>`
    with member as materialized (
      select * from unnest(${column('list')}::int[], ${column('territory')}::int[],
        ${column('from')}::int[], ${column('until')}::int[])
        as m (list, territory, from_year, until_year)
    ), doubted as materialized (
      select distinct on (territory, indicator, period) territory, indicator, period,
        doubts <> '[]' as holds
      from xingbian.doubt
      where territory = any(${[...new Set(column('territory'))]}::int[])
        and indicator = any(${kinds.map((one) => one.key)}::int[]) and ${inPeriods}
      order by territory, indicator, period, number desc
    )
    select l.list, k.position::int as kind, t.totals
    from unnest(${lists.map((_, index) => index)}::int[]) as l (list)
    cross join unnest(${kinds.map((one) => one.key)}::int[], ${kinds.map((one) => one.kind)}::text[],
        ${kinds.map((one) => one.weight)}::int[])
      with ordinality as k (indicator, kind, weight, position)
    cross join lateral (
      select json_agg(json_build_array(period, present, inapplicable, covered::text, provisional,
        estimated, doubtful, total, weight, middle)) as totals
      from (
        select o.period, count(i.counted) as present,
          count(*) filter (where o.absence = 'not-applicable') as inapplicable,
          coalesce(bit_xor(hashint4extended(m.territory, 0)) filter (where i.counted is not null), 0)
            as covered,
          count(*) filter (where o.status = 'provisional' and i.counted is not null) as provisional,
          count(*) filter (where o.status = 'estimated' and i.counted is not null) as estimated,
          count(*) filter (where d.holds and i.counted is not null) as doubtful,
          case k.kind when 'mean' then sum(o.value * w.value) else sum(o.value) end as total,
          sum(w.value) filter (where o.value is not null) as weight,
          case when k.kind = 'median' then
            percentile_cont(0.5) within group (order by o.value::double precision) end as middle
        from member m
        cross join lateral (
          select distinct on (period) period, value, absence, status from xingbian.observation
          where territory = m.territory and indicator = k.indicator and ${inPeriods}
          order by period desc, number desc
        ) o
        left join lateral (
          select value from xingbian.observation
          where territory = m.territory and indicator = k.weight and period = o.period
            and breakdown = '' and number <= ${number}
          order by number desc limit 1
        ) w on k.kind = 'mean'
        cross join lateral (
          select case k.kind when 'mean' then o.value + w.value else o.value end as counted
        ) i
        left join doubted d
          on d.territory = m.territory and d.indicator = k.indicator and d.period = o.period
        where m.list = l.list and o.period / 100 >= m.from_year and o.period / 100 < m.until_year
        group by o.period
      ) g
    ) t`.execute(db);
  return rows;
}

function totalOf(row: Row, membersIn: MembersIn): Total {
  const [period, present, inapplicable, covered, provisional, estimated, doubtful, ...sums] = row;
  const [total, weight, middle] = sums;
  const expected = membersIn(yearOf(period)).length - inapplicable;
  // Kept medians pass through a decimal of fifteen digits, so these do.
  const kept = middle === null ? null : Number(middle.toPrecision(15));
  const counts = { present, expected, covered, provisional, estimated, doubtful };
  return { ...counts, total, weight, middle: kept };
}
