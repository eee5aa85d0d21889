import { type Kysely, sql } from 'kysely';
import { agencyBody, agencyOf, type Body } from '../../domain/account.ts';
import type { TerritoryRegister } from '../../domain/territory.ts';
import { buildPlaces, type Places } from '../../statistics/places.ts';
import type { Tables } from '../schema.ts';
import { readDefinition } from '../statistics/definition.ts';
import { newestNumber } from '../statistics/instant.ts';

/**
 * Writes down which bodies a plan has and what each lies within: places by the hierarchies that add
 * up (a farm within its division, the division within the corps), agencies within the state.
 */
export async function loadBodies(
  owner: Kysely<Tables>,
  plan: string,
  register: TerritoryRegister | null,
): Promise<void> {
  const places = register && buildPlaces(register);
  await owner.transaction().execute(async (db) => {
    const agencies = await db
      .selectFrom('agency')
      .select('name')
      .where('plan_id', '=', plan)
      .execute();
    const names = agencies.map(({ name }) => name);
    const rows = [...placeRows(places), ...agencyRows(names, places?.state || null)];
    await db.deleteFrom('body_within').where('plan_id', '=', plan).execute();
    await sql`insert into xingbian.body_within (plan_id, body, within)
      select ${plan}, * from unnest(${rows.map(([body]) => body)}::text[],
        ${rows.map(([, within]) => within)}::text[])`.execute(db);
  });
}

/** Resolves to whether a plan has a body. */
export async function isBody(db: Kysely<Tables>, plan: string, body: Body): Promise<boolean> {
  const found = await db
    .selectFrom('body_within')
    .select('body')
    .where('plan_id', '=', plan)
    .where('body', '=', body)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

/**
 * Resolves to a function that names a body: the place by its newest name, the agency by its printed
 * one. `pool` is what the register is remembered under.
 */
export async function bodyNames(
  pool: Kysely<Tables>,
  db: Kysely<Tables>,
  plan: string,
): Promise<(body: Body) => string> {
  const places = await placesOf(pool, db, plan);
  return (body) => agencyOf(body) ?? places?.territory(body)?.name ?? body;
}

async function placesOf(
  pool: Kysely<Tables>,
  db: Kysely<Tables>,
  plan: string,
): Promise<Places | null> {
  const { rows } =
    await sql`select from xingbian.statistics where plan_id = ${plan} limit 1`.execute(db);
  if (rows.length === 0) return null;
  const { places } = await readDefinition(pool, db, plan, await newestNumber(db, plan));
  return places;
}

function placeRows(places: Places | null): (readonly [Body, Body])[] {
  return (places?.register.territories ?? []).flatMap(({ id }) =>
    [id, ...(places?.ancestors(id) ?? [])].map((within) => [id, within] as const),
  );
}

function agencyRows(names: readonly string[], state: string | null): (readonly [Body, Body])[] {
  return names
    .map(agencyBody)
    .flatMap((body) => [
      [body, body] as const,
      ...(state === null ? [] : [[body, state] as const]),
    ]);
}
