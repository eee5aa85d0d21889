import { sql } from 'kysely';
import type { PeriodNumber } from '../../domain/period.ts';
import { type Indicators, leafIds, leavesOf } from '../../statistics/evaluate.ts';
import type { Reading } from './instant.ts';

/** How many places have a figure of an indicator, ever and by period. */
export interface Coverage {
  readonly territories: number;
  /** Whether those are members of the main group. */
  readonly amongMembers: boolean;
  readonly periods: readonly { readonly period: PeriodNumber; readonly territories: number }[];
}

/**
 * Resolves to how far each indicator is covered: members of the main group with a figure; all places
 * for an indicator none of them has. A derived one is covered where all it rests on is there.
 */
export async function readCoverage(reading: Reading): Promise<ReadonlyMap<string, Coverage>> {
  const { places, indicators } = reading.definition;
  const main = new Set(places.memberships(places.register.main).map((item) => item.territory));
  const ids = [...indicators.keys()];
  const members = await readPresence(reading, [...main], allLeafIds(ids, indicators));
  const covered = new Map<string, Coverage>();
  for (const id of ids)
    covered.set(id, { ...coverageOf(id, members, reading), amongMembers: true });
  const rest = ids.filter((id) => covered.get(id)?.territories === 0);
  const others = places.register.territories.map(({ id }) => id).filter((id) => !main.has(id));
  const elsewhere = await readPresence(reading, others, allLeafIds(rest, indicators));
  for (const id of rest)
    covered.set(id, { ...coverageOf(id, elsewhere, reading), amongMembers: false });
  return covered;
}

function allLeafIds(ids: readonly string[], indicators: Indicators): readonly string[] {
  return [...new Set(ids.flatMap((id) => leafIds(id, indicators)))];
}

/** Periods with a figure, by place and indicator. */
type Presence = ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<PeriodNumber>>>;

function coverageOf(
  id: string,
  presence: Presence,
  { definition }: Reading,
): Omit<Coverage, 'amongMembers'> {
  const counts = new Map<PeriodNumber, number>();
  let territories = 0;
  for (const series of presence.values()) {
    const periods = periodsOf(id, series, definition.indicators);
    if (periods.length > 0) territories += 1;
    for (const period of periods) counts.set(period, (counts.get(period) ?? 0) + 1);
  }
  const periods = [...counts].toSorted(([a], [b]) => a - b);
  return {
    territories,
    periods: periods.map(([period, count]) => ({ period, territories: count })),
  };
}

function periodsOf(
  id: string,
  series: ReadonlyMap<string, ReadonlySet<PeriodNumber>>,
  indicators: Indicators,
): readonly PeriodNumber[] {
  const own = series.get(id);
  if (!indicators.get(id)?.derived) return [...(own ?? [])];
  const candidates = new Set([...series.values()].flatMap((periods) => [...periods]));
  return [...candidates].filter((period) => {
    const leaves = leavesOf({ indicator: id, period }, indicators, 'place');
    return (
      leaves.length > 0 && leaves.every((leaf) => series.get(leaf.indicator)?.has(leaf.period))
    );
  });
}

async function readPresence(
  { db, definition, number }: Reading,
  territories: readonly string[],
  wanted: readonly string[],
): Promise<Presence> {
  if (wanted.length === 0) return new Map();
  const keyed = territories.flatMap((id) => definition.territoryKeys.get(id) ?? []);
  const names = new Map([...definition.territoryKeys].map(([id, key]) => [key, id]));
  const wantedKeys = wanted.flatMap((id) => definition.indicatorKeys.get(id) ?? []);
  const indicators = new Map([...definition.indicatorKeys].map(([id, key]) => [key, id]));
  const { rows } = await sql<{ territory: number; indicator: number; periods: PeriodNumber[] }>`
    select territory, indicator, array_agg(period) as periods
    from (
      select distinct on (territory, indicator, period) territory, indicator, period, value
      from xingbian.observation
      where territory = any(${keyed}::int[]) and indicator = any(${wantedKeys}::int[])
        and breakdown = '' and number <= ${number}
      order by territory, indicator, period, number desc
    ) latest
    where value is not null
    group by territory, indicator`.execute(db);
  const presence = new Map<string, Map<string, ReadonlySet<PeriodNumber>>>();
  for (const row of rows) {
    const place = names.get(row.territory) ?? '';
    const series = presence.get(place) ?? new Map<string, ReadonlySet<PeriodNumber>>();
    series.set(indicators.get(row.indicator) ?? '', new Set(row.periods));
    presence.set(place, series);
  }
  return presence;
}
