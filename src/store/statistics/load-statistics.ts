import { createHash } from 'node:crypto';
import type pg from 'pg';
import { buildPlaces, type Scope } from '../../statistics/places.ts';
import { lockWriting } from './locks.ts';
import type { StatisticsDefinition } from './newest-definition.ts';
import { nextNumber, record } from './numbering.ts';
import { reviewDoubts } from './review-doubts.ts';
import { createTouched, rollUpAll } from './rollup.ts';
import { inTransaction } from './transaction.ts';

/**
 * Puts the territory and the indicators of a plan into the database, as its owner, and resolves to
 * whether they changed. A change is a publication with a number of its own: states before it are
 * read with the definition they had. Places and indicators keep their small numbers, also those that
 * are gone from the files: observations refer to them. Totals and doubts are made anew; `few` as in
 * `Places.scopes`.
 */
export async function loadStatistics(
  writer: pg.Pool,
  plan: string,
  definition: StatisticsDefinition,
  few?: number,
): Promise<boolean> {
  const stored = storedForm(definition);
  return await inTransaction(writer, async (client) => {
    await lockWriting(client, plan);
    const { rows } = await client.query(
      'select hash from xingbian.statistics where plan_id = $1 order by number desc limit 1',
      [plan],
    );
    if (rows[0]?.hash === stored.hash) return false;
    const number = await nextNumber(client, plan);
    await client.query(
      `insert into xingbian.statistics (plan_id, number, hash, register, indicators)
        values ($1, $2, $3, $4, $5)`,
      [plan, number, stored.hash, stored.register, stored.indicators],
    );
    await applyDefinition(client, plan, definition, number, few);
    const fields = { dataset: null, counts: null, fileHash: stored.hash };
    await record(client, plan, { number, kind: 'definition', file: 'indicators.yaml', ...fields });
    return true;
  });
}

/** Gives places, indicators and scopes their small numbers, and makes totals and doubts anew. */
export async function applyDefinition(
  client: pg.ClientBase,
  plan: string,
  definition: StatisticsDefinition,
  number: number,
  few?: number,
): Promise<void> {
  const {
    register,
    indicators: { indicators },
  } = definition;
  await addKeys(client, 'territory', plan, register.territories);
  await addKeys(client, 'indicator', plan, indicators);
  await replaceScopes(client, plan, buildPlaces(register).scopes(few));
  await createTouched(client);
  await client.query(
    `create temporary table reviewed on commit drop as
      select key as territory from xingbian.territory where plan_id = $1`,
    [plan],
  );
  await reviewDoubts(client, plan, number, definition);
  await rollUpAll(client, plan, indicators);
}

function storedForm(definition: StatisticsDefinition) {
  const register = JSON.stringify(definition.register);
  const indicators = JSON.stringify(definition.indicators);
  const hash = createHash('sha256').update(register).update(indicators).digest('hex');
  return { register, indicators, hash };
}

async function addKeys(
  client: pg.ClientBase,
  table: 'territory' | 'indicator',
  plan: string,
  items: readonly { readonly id: string }[],
): Promise<void> {
  await client.query(
    `insert into xingbian.${table} (plan_id, id)
      select $1, id from unnest($2::text[]) with ordinality as given (id, position)
      where not exists (select from xingbian.${table} t where t.plan_id = $1 and t.id = given.id)
      order by position`,
    [plan, items.map((item) => item.id)],
  );
}

async function replaceScopes(
  client: pg.ClientBase,
  plan: string,
  scopes: readonly Scope[],
): Promise<void> {
  await client.query(
    `delete from xingbian.aggregate
      where scope in (select key from xingbian.scope where plan_id = $1)`,
    [plan],
  );
  await client.query('delete from xingbian.scope where plan_id = $1', [plan]);
  await client.query(
    `insert into xingbian.scope (plan_id, group_id, territory_id)
      select $1, * from unnest($2::text[], $3::text[])`,
    [plan, scopes.map((scope) => scope.group), scopes.map((scope) => scope.territory)],
  );
  const members = scopes.flatMap((scope) => scope.members.map((member) => ({ scope, member })));
  await client.query(
    `insert into xingbian.scope_member (scope, territory, from_year, until_year)
      select s.key, t.key, given.from_year, given.until_year
      from unnest($2::text[], $3::text[], $4::text[], $5::int[], $6::int[])
        as given (group_id, within, member, from_year, until_year)
      join xingbian.scope s
        on s.plan_id = $1 and s.group_id = given.group_id and s.territory_id = given.within
      join xingbian.territory t on t.plan_id = $1 and t.id = given.member
      where given.from_year < given.until_year`,
    [
      plan,
      members.map(({ scope }) => scope.group),
      members.map(({ scope }) => scope.territory),
      members.map(({ member }) => member.territory),
      members.map(({ member }) => member.from),
      members.map(({ member }) => member.until),
    ],
  );
}
