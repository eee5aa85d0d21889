import { type Kysely, sql } from 'kysely';
import { AppError } from '../../domain/app-error.ts';
import type { Indicator, IndicatorsFile } from '../../domain/indicator.ts';
import type { Enclosed } from '../../domain/observation.ts';
import type { TerritoryRegister } from '../../domain/territory.ts';
import { type Nesting, nestingsAmong } from '../../statistics/overlap.ts';
import { buildPlaces, type Places } from '../../statistics/places.ts';
import type { Tables } from '../schema.ts';

/** What a plan's statistics are about from a number on, indexed, with the small numbers of the tables. */
export interface Definition {
  readonly plan: string;
  readonly places: Places;
  readonly file: IndicatorsFile;
  readonly indicators: ReadonlyMap<string, Indicator>;
  readonly territoryKeys: ReadonlyMap<string, number>;
  readonly indicatorKeys: ReadonlyMap<string, number>;
  /** Which members of a group within a place lie within others of them, in any year. */
  readonly nestedIn: (group: string, within: string) => readonly Nesting[];
  /** Whether a source takes in enclosed units; filled as sources are met, which never change. */
  readonly enclosed: Map<number, Enclosed>;
}

/** Definitions by database and by plan, number and hash: reading one takes longer than most questions. */
const known = new WeakMap<object, Map<string, Definition>>();

/** The newest one, and a few that past states are read with. */
const mostKept = 6;

/**
 * Resolves to the definition a plan's statistics have as of `number`, the newest at or before it; so
 * that of the first for the empty base. `pool` is what it is remembered under; `db` may be a
 * transaction on it. Refuses with `statistics-missing` where the plan has none.
 */
export async function readDefinition(
  pool: Kysely<Tables>,
  db: Kysely<Tables>,
  plan: string,
  number: number,
): Promise<Definition> {
  const { rows } = await sql<{ number: number; hash: string }>`
    select number, hash from xingbian.statistics where plan_id = ${plan}
    order by number <= ${number} desc, abs(number - ${number}) limit 1`.execute(db);
  const [found] = rows;
  if (!found) throw new AppError('statistics-missing');
  const definitions = known.get(pool) ?? new Map<string, Definition>();
  known.set(pool, definitions);
  const key = `${plan} ${found.number} ${found.hash}`;
  const definition = definitions.get(key) ?? (await readAll(db, plan, found.number));
  definitions.delete(key);
  definitions.set(key, definition);
  const [oldest] = definitions.keys();
  if (definitions.size > mostKept && oldest !== undefined) definitions.delete(oldest);
  return definition;
}

async function readAll(db: Kysely<Tables>, plan: string, number: number): Promise<Definition> {
  const row = await db
    .selectFrom('statistics')
    .select(['register', 'indicators'])
    .where('plan_id', '=', plan)
    .where('number', '=', number)
    .executeTakeFirstOrThrow();
  const keys = async (table: 'territory' | 'indicator') => {
    const rows = await db
      .selectFrom(table)
      .select(['id', 'key'])
      .where('plan_id', '=', plan)
      .execute();
    return new Map(rows.map((one) => [one.id, one.key]));
  };
  const file = row.indicators as unknown as IndicatorsFile;
  const places = buildPlaces(row.register as unknown as TerritoryRegister);
  return {
    plan,
    places,
    nestedIn: nestings(places),
    file,
    indicators: new Map(file.indicators.map((indicator) => [indicator.id, indicator])),
    territoryKeys: await keys('territory'),
    indicatorKeys: await keys('indicator'),
    enclosed: new Map(),
  };
}

function nestings(places: Places): Definition['nestedIn'] {
  const found = new Map<string, readonly Nesting[]>();
  return (group, within) => {
    const key = `${group} ${within}`;
    const members = () => places.membershipsIn(group, within).map((item) => item.territory);
    const nested = found.get(key) ?? nestingsAmong(new Set(members()), places);
    found.set(key, nested);
    return nested;
  };
}
