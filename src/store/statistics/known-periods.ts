import { sql } from 'kysely';
import type { PeriodNumber } from '../../domain/period.ts';
import { readCoverage } from './coverage.ts';
import type { Reading } from './instant.ts';

/** Periods by indicator. */
export type KnownPeriods = ReadonlyMap<string, ReadonlySet<PeriodNumber>>;

/** Resolves to the periods for which any of these places has something reported, by indicator. */
export async function readKnownPeriods(
  { db, definition, number }: Reading,
  territories: readonly string[],
): Promise<KnownPeriods> {
  const keys = territories.flatMap((id) => definition.territoryKeys.get(id) ?? []);
  if (keys.length === 0) return new Map();
  const { rows } = await sql<Row>`
    select indicator, array_agg(distinct period) as periods
    from xingbian.observation
    where territory = any(${keys}::int[]) and breakdown = '' and number <= ${number}
    group by indicator`.execute(db);
  return named(rows, definition.indicatorKeys);
}

/**
 * Resolves to the periods in which members of a group have a figure, by indicator: from kept totals
 * where the reading is the newest. Derived indicators are left out.
 */
export async function readGroupPeriods(reading: Reading): Promise<KnownPeriods> {
  const { db, definition, newest } = reading;
  const { register, state } = definition.places;
  if (!newest) return await periodsThen(reading);
  const { rows } = await sql<Row>`
    select a.indicator, array_agg(a.period) as periods
    from xingbian.scope s
    join xingbian.aggregate a on a.scope = s.key and a.breakdown = '' and a.present > 0
    where s.plan_id = ${definition.plan} and s.group_id = ${register.main}
      and s.territory_id = ${state}
    group by a.indicator`.execute(db);
  return named(rows, definition.indicatorKeys);
}

interface Row {
  readonly indicator: number;
  readonly periods: readonly PeriodNumber[];
}

function named(rows: readonly Row[], keys: ReadonlyMap<string, number>): KnownPeriods {
  const ids = new Map([...keys].map(([id, key]) => [key, id]));
  return new Map(rows.map((row) => [ids.get(row.indicator) ?? '', new Set(row.periods)]));
}

async function periodsThen(reading: Reading): Promise<KnownPeriods> {
  const coverage = await readCoverage(reading);
  const { indicators } = reading.definition;
  return new Map(
    [...coverage].flatMap(([id, { amongMembers, periods }]) =>
      amongMembers && !indicators.get(id)?.derived
        ? [[id, new Set(periods.map(({ period }) => period))] as const]
        : [],
    ),
  );
}
