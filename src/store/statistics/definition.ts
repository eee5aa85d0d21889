import type { Kysely } from 'kysely';
import { AppError } from '../../domain/app-error.ts';
import type { Indicator, IndicatorsFile } from '../../domain/indicator.ts';
import type { Enclosed } from '../../domain/observation.ts';
import type { TerritoryRegister } from '../../domain/territory.ts';
import { buildPlaces, type Places } from '../../statistics/places.ts';
import type { Tables } from '../schema.ts';

/** What a plan's statistics are about, indexed, with the small numbers the tables use. */
export interface Definition {
  readonly plan: string;
  readonly hash: string;
  readonly places: Places;
  readonly file: IndicatorsFile;
  readonly indicators: ReadonlyMap<string, Indicator>;
  readonly territoryKeys: ReadonlyMap<string, number>;
  readonly indicatorKeys: ReadonlyMap<string, number>;
  /** Keys of groups within places, by group and place with a space between. */
  readonly scopeKeys: ReadonlyMap<string, number>;
  /** Whether a source takes in enclosed units; filled as sources are met, which never change. */
  readonly enclosed: Map<number, Enclosed>;
}

/** Definitions by database, plan and number: reading one anew takes longer than most questions. */
const known = new WeakMap<object, Map<string, Definition>>();

/** Past definitions are seldom asked for. */
const mostKept = 8;

/**
 * Resolves to the definition of a plan's statistics that came in force with the publication
 * `number`. `pool` is what it is remembered under; `db` may be a transaction on it. Refuses with
 * `statistics-missing` where the plan has none.
 */
export async function readDefinition(
  pool: Kysely<Tables>,
  db: Kysely<Tables>,
  plan: string,
  version: { readonly number: number; readonly hash: string } | null,
): Promise<Definition> {
  if (version === null) throw new AppError('statistics-missing');
  const kept = known.get(pool) ?? new Map<string, Definition>();
  known.set(pool, kept);
  const key = `${plan} ${version.number} ${version.hash}`;
  const found = kept.get(key);
  if (found) return found;
  const read = await readAll(db, plan, version.number);
  const oldest = kept.keys().next().value;
  if (kept.size >= mostKept && oldest !== undefined) kept.delete(oldest);
  kept.set(key, read);
  return read;
}

async function readAll(db: Kysely<Tables>, plan: string, number: number): Promise<Definition> {
  const row = await db
    .selectFrom('statistics')
    .selectAll()
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
  const scopes = await db
    .selectFrom('scope')
    .select(['key', 'group_id', 'territory_id'])
    .where('plan_id', '=', plan)
    .execute();
  const file = row.indicators as unknown as IndicatorsFile;
  return {
    plan,
    hash: row.hash,
    places: buildPlaces(row.register as unknown as TerritoryRegister),
    file,
    indicators: new Map(file.indicators.map((indicator) => [indicator.id, indicator])),
    territoryKeys: await keys('territory'),
    indicatorKeys: await keys('indicator'),
    scopeKeys: new Map(
      scopes.map((scope) => [`${scope.group_id} ${scope.territory_id}`, scope.key]),
    ),
    enclosed: new Map(),
  };
}
