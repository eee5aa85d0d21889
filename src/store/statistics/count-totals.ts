import { type RawBuilder, sql } from 'kysely';
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
  if (lists.length > 0 && kinds.length > 0 && periods.length > 0) {
    const doubted = await readDoubted(reading, lists, kinds, periods);
    for (const kind of ['sum', 'mean', 'median'] as const) {
      const same = kinds.filter((one) => one.kind === kind);
      for (const row of await readRows(reading, lists, same, periods)) {
        const [membersIn, id] = [lists[row.list], same[row.kind - 1]?.id];
        if (!membersIn || id === undefined || row.totals === null) continue;
        const totals = row.totals.map((one): [PeriodNumber, Total] => [
          one[0],
          totalOf(one, membersIn, doubted.get(`${id} ${one[0]}`) ?? []),
        ]);
        found.set(`${row.list} ${id}`, new Map(totals));
      }
    }
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

/** A member, in the years from one up to but without another. */
interface Run {
  readonly territory: number;
  readonly from: number;
  readonly until: number;
}

function runsOf(
  membersIn: MembersIn,
  years: readonly number[],
  { territoryKeys }: Definition,
): readonly Run[] {
  const done: Run[] = [];
  let open = new Map<number, Run>();
  for (const year of years) {
    const still = new Map<number, Run>();
    for (const id of membersIn(year)) {
      const territory = territoryKeys.get(id);
      if (territory === undefined) continue;
      const from = open.get(territory)?.from ?? year;
      still.set(territory, { territory, from, until: year + 1 });
    }
    done.push(...[...open.values()].filter((run) => !still.has(run.territory)));
    open = still;
  }
  return [...done, ...open.values()];
}

type Row = readonly [
  PeriodNumber,
  ...counts: [number, number, string, number, number],
  ...sums: [number | null, number | null, number | null],
];

interface FoundRow {
  readonly list: number;
  /** Counted from one. */
  readonly kind: number;
  readonly totals: readonly Row[] | null;
}

/** What each way to add up puts into total, weight and middle, and which figures are in; as in rollup.ts. */
const columns = {
  sum: { total: 'sum(o.value)', weight: 'null', middle: 'null', counted: 'o.value' },
  mean: {
    total: 'sum(o.value * o.weight)',
    weight: 'sum(o.weight) filter (where o.value is not null)',
    middle: 'null',
    counted: '(o.value + o.weight)',
  },
  median: {
    total: 'null',
    weight: 'null',
    middle: 'percentile_cont(0.5) within group (order by o.value::double precision)',
    counted: 'o.value',
  },
} as const;

/**
 * The members of all lists stand one list after the other, and each list takes its slice: so every
 * group is small, and is added up where its index ranges are read.
 */
async function readRows(
  { db, definition, number }: Reading,
  lists: readonly MembersIn[],
  kinds: readonly Kind[],
  periods: readonly PeriodNumber[],
): Promise<readonly FoundRow[]> {
  const [kind] = kinds;
  if (!kind || kind.kind === 'ratio') return [];
  const years = [...new Set(periods.map(yearOf))].toSorted((a, b) => a - b);
  const runs = lists.map((membersIn) => runsOf(membersIn, years, definition));
  const lengths = runs.map((list) => list.length);
  const ends = lengths.map((_, list) => lengths.slice(0, list + 1).reduce((a, b) => a + b));
  const all = runs.flat();
  const { total, weight, middle, counted } = columns[kind.kind];
  const inIt = sql.raw(`${counted} is not null`);
  const { rows } = await sql<FoundRow>`
    select l.list::int - 1 as list, k.position::int as kind, t.totals
    from unnest(${ends.map((end, list) => end - (lengths[list] ?? 0) + 1)}::int[],
        ${ends}::int[]) with ordinality as l (first, last, list)
    cross join unnest(${kinds.map((one) => one.key)}::int[],
        ${kinds.map((one) => one.weight)}::int[])
      with ordinality as k (indicator, weight, position)
    cross join lateral (
      select json_agg(json_build_array(period, present, inapplicable, covered::text, provisional,
        estimated, total, weight, middle)) as totals
      from (
        select o.period, count(${sql.raw(counted)}) as present,
          count(*) filter (where o.absence = 'not-applicable') as inapplicable,
          coalesce(bit_xor(hashint4extended(m.territory, 0)) filter (where ${inIt}), 0) as covered,
          count(*) filter (where o.status = 'provisional' and ${inIt}) as provisional,
          count(*) filter (where o.status = 'estimated' and ${inIt}) as estimated,
          ${sql.raw(total)} as total, ${sql.raw(weight)} as weight, ${sql.raw(middle)} as middle
        from unnest(
          (${all.map((run) => run.territory)}::int[])[l.first:l.last],
          (${all.map((run) => run.from)}::int[])[l.first:l.last],
          (${all.map((run) => run.until)}::int[])[l.first:l.last]
        ) as m (territory, from_year, until_year)
        cross join lateral (${memberFigures(kind.kind, number, periods)}) o
        where o.period / 100 >= m.from_year and o.period / 100 < m.until_year
        group by o.period
      ) g
    ) t`.execute(db);
  return rows;
}

/** The latest figures of a member; for a mean with their weights, both in the order of the index. */
function memberFigures(
  kind: keyof typeof columns,
  number: number,
  periods: readonly PeriodNumber[],
): RawBuilder<unknown> {
  const latest = (columnNames: string, indicator: string) => sql`
    select distinct on (period) ${sql.raw(columnNames)} from xingbian.observation
    where territory = m.territory and indicator = ${sql.raw(indicator)} and breakdown = ''
      and period between ${Math.min(...periods)} and ${Math.max(...periods)}
      and period = any(${periods}::int[]) and number <= ${number}
    order by period desc, number desc`;
  const own = latest('period, value, absence, status', 'k.indicator');
  if (kind !== 'mean') return own;
  // "offset 0" keeps the join in here, where each side is read once a member.
  return sql`select f.*, w.value as weight from (${own}) f
    left join (${latest('period, value', 'k.weight')}) w on w.period = f.period offset 0`;
}

function totalOf(row: Row, membersIn: MembersIn, doubted: readonly string[]): Total {
  const [period, present, inapplicable, covered, provisional, estimated, ...sums] = row;
  const [total, weight, middle] = sums;
  const members = membersIn(yearOf(period));
  const doubtful = doubted.filter((id) => members.includes(id)).length;
  // Kept medians pass through a decimal of fifteen digits, so these do.
  const kept = middle === null ? null : Number(middle.toPrecision(15));
  const counts = { present, expected: members.length - inapplicable, covered };
  return { ...counts, provisional, estimated, doubtful, total, weight, middle: kept };
}

/** Places whose figures are in doubt and count, by indicator and period. There are few. */
async function readDoubted(
  { db, definition, number }: Reading,
  lists: readonly MembersIn[],
  kinds: readonly Kind[],
  periods: readonly PeriodNumber[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const years = [...new Set(periods.map(yearOf))];
  const members = [...new Set(lists.flatMap((membersIn) => years.flatMap(membersIn)))];
  const keys = members.map((id) => definition.territoryKeys.get(id) ?? null);
  const latest = (indicator: string) => sql`(
    select value from xingbian.observation
    where territory = d.territory and indicator = ${sql.raw(indicator)} and period = d.period
      and breakdown = '' and number <= ${number}
    order by number desc limit 1)`;
  const { rows } = await sql<{ territory: number; kind: number; period: PeriodNumber }>`
    select t.position::int as territory, k.position::int as kind, d.period
    from (
      select distinct on (territory, indicator, period) territory, indicator, period, doubts
      from xingbian.doubt
      where territory = any(${keys}::int[]) and breakdown = '' and number <= ${number}
        and indicator = any(${kinds.map((one) => one.key)}::int[])
        and period = any(${periods}::int[])
      order by territory, indicator, period, number desc
    ) d
    join unnest(${keys}::int[]) with ordinality as t (key, position) on t.key = d.territory
    join unnest(${kinds.map((one) => one.key)}::int[], ${kinds.map((one) => one.weight)}::int[])
      with ordinality as k (key, weight, position) on k.key = d.indicator
    where d.doubts <> '[]' and ${latest('d.indicator')} is not null
      and (k.weight is null or ${latest('k.weight')} is not null)`.execute(db);
  const found = new Map<string, string[]>();
  for (const row of rows) {
    const key = `${kinds[row.kind - 1]?.id} ${row.period}`;
    found.set(key, [...(found.get(key) ?? []), members[row.territory - 1] ?? '']);
  }
  return found;
}
