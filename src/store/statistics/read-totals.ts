import { sql } from 'kysely';
import type { PeriodNumber } from '../../domain/period.ts';
import type { Total } from '../../statistics/totals.ts';
import type { Reading } from './instant.ts';

/** The kept totals of a scope, by its key. */
export type TotalAt = (scope: number, indicator: string, period: PeriodNumber) => Total | undefined;

type Row = readonly [
  PeriodNumber,
  ...counts: [number, number, string, number, number, number],
  ...sums: [number | null, number | null, number | null],
];

/** Resolves to the totals kept for scopes: those of the newest publication, whatever the reading's. */
export async function readTotals(
  { db, definition }: Reading,
  scopes: readonly number[],
  indicators: readonly string[],
  periods: readonly PeriodNumber[],
): Promise<TotalAt> {
  const pairs = scopes.flatMap((scope) =>
    indicators.flatMap((indicator) => {
      const key = definition.indicatorKeys.get(indicator);
      return key === undefined ? [] : [{ scope, indicator, key }];
    }),
  );
  const found = new Map<number, Map<string, Map<PeriodNumber, Total>>>();
  if (pairs.length === 0 || periods.length === 0) return () => undefined;
  const { rows } = await sql<{ pair: number; totals: readonly Row[] }>`
    select k.pair::int as pair, a.totals
    from unnest(${pairs.map((pair) => pair.scope)}::int[], ${pairs.map((pair) => pair.key)}::int[])
      with ordinality as k (scope, indicator, pair)
    cross join lateral (
      select json_agg(json_build_array(period, present, expected, covered::text, provisional,
        estimated, doubtful, total, weight, middle)) as totals
      from xingbian.aggregate
      where scope = k.scope and indicator = k.indicator and breakdown = ''
        and period between ${Math.min(...periods)} and ${Math.max(...periods)}
        and period = any(${periods}::int[])
    ) a
    where a.totals is not null`.execute(db);
  for (const row of rows) {
    const pair = pairs[row.pair - 1];
    if (!pair) continue;
    const ofScope = found.get(pair.scope) ?? new Map<string, Map<PeriodNumber, Total>>();
    ofScope.set(pair.indicator, new Map(row.totals.map((one) => [one[0], totalOf(one)])));
    found.set(pair.scope, ofScope);
  }
  return (scope, indicator, period) => found.get(scope)?.get(indicator)?.get(period);
}

function totalOf(row: Row): Total {
  const [, present, expected, covered, provisional, estimated, doubtful, total, weight, middle] =
    row;
  return { present, expected, covered, provisional, estimated, doubtful, total, weight, middle };
}
