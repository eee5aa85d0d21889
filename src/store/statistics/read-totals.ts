import { sql } from 'kysely';
import type { PeriodNumber } from '../../domain/period.ts';
import type { Total } from '../../statistics/totals.ts';
import type { Reading } from './instant.ts';

/** A group within a place. */
export interface Scope {
  readonly group: string;
  readonly territory: string;
}

/** The kept totals of a scope; undefined where totals are not kept for it. */
export type TotalsOf = (scope: Scope) => TotalAt | undefined;

type TotalAt = (indicator: string, period: PeriodNumber) => Total | undefined;

type Row = readonly [
  PeriodNumber,
  ...counts: [number, number, string, number, number, number],
  ...sums: [number | null, number | null, number | null],
];

/** Resolves to the totals kept for scopes: those of the newest publication, whatever the reading's. */
export async function readTotals(
  { db, definition }: Reading,
  scopes: readonly Scope[],
  indicators: readonly string[],
  periods: readonly PeriodNumber[],
): Promise<TotalsOf> {
  if (scopes.length === 0 || periods.length === 0) return () => undefined;
  const keyed = indicators.flatMap((id) => {
    const key = definition.indicatorKeys.get(id);
    return key === undefined ? [] : [{ id, key }];
  });
  // A scope without any total gives a row too: it says that totals are kept.
  const { rows } = await sql<FoundRow>`
    select k.position::int as scope, i.position::int as indicator, a.totals
    from unnest(${scopes.map((one) => one.group)}::text[],
        ${scopes.map((one) => one.territory)}::text[])
      with ordinality as k (group_id, territory_id, position)
    join xingbian.scope s on s.plan_id = ${definition.plan}
      and s.group_id = k.group_id and s.territory_id = k.territory_id
    cross join unnest(${keyed.map((one) => one.key)}::int[])
      with ordinality as i (indicator, position)
    cross join lateral (
      select json_agg(json_build_array(period, present, expected, covered::text, provisional,
        estimated, doubtful, total, weight, middle)) as totals
      from xingbian.aggregate
      where scope = s.key and indicator = i.indicator and breakdown = ''
        and period between ${Math.min(...periods)} and ${Math.max(...periods)}
        and period = any(${periods}::int[])
    ) a`.execute(db);
  const found = new Map<string, Map<string, ReadonlyMap<PeriodNumber, Total>>>();
  for (const row of rows) {
    const scope = scopes[row.scope - 1];
    const indicator = keyed[row.indicator - 1];
    if (!scope || !indicator) continue;
    const ofScope = found.get(nameOf(scope)) ?? new Map<string, ReadonlyMap<number, Total>>();
    const totals = (row.totals ?? []).map((one): [PeriodNumber, Total] => [one[0], totalOf(one)]);
    found.set(nameOf(scope), ofScope.set(indicator.id, new Map(totals)));
  }
  return (scope) => {
    const ofScope = found.get(nameOf(scope));
    return ofScope && ((indicator, period) => ofScope.get(indicator)?.get(period));
  };
}

interface FoundRow {
  /** Counted from one. */
  readonly scope: number;
  readonly indicator: number;
  readonly totals: readonly Row[] | null;
}

function nameOf({ group, territory }: Scope): string {
  return `${group} ${territory}`;
}

function totalOf(row: Row): Total {
  const [, present, expected, covered, provisional, estimated, doubtful, total, weight, middle] =
    row;
  return { present, expected, covered, provisional, estimated, doubtful, total, weight, middle };
}
