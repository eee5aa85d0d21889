import { type Kysely, sql } from 'kysely';
import type { Body, Role } from '../../domain/account.ts';
import { agencyOf } from '../../domain/account.ts';
import type { Party } from '../../domain/submission.ts';
import type { Tables } from '../schema.ts';
import { type Definition, readDefinition } from '../statistics/definition.ts';
import { newestNumber } from '../statistics/instant.ts';
import type { Visit, Visitor } from '../visit.ts';

/** A visit by somebody signed in, to the collection of a plan. */
export interface Desk extends Visit {
  readonly who: Visitor;
  readonly plan: string;
  readonly definition: Definition;
  readonly now: Date;
  readonly held: readonly HeldRole[];
}

/** A role held now. */
export interface HeldRole {
  readonly role: Role;
  readonly body: Body;
}

/** Resolves to the desk of a visitor; `pool` is what the definition is remembered under. */
export async function openDesk(
  pool: Kysely<Tables>,
  plan: string,
  visit: Visit & { readonly who: Visitor },
  now = new Date(),
): Promise<Desk> {
  const { db, who } = visit;
  const definition = await readDefinition(pool, db, plan, await newestNumber(db, plan));
  const { rows } = await sql<HeldRole>`select role, body from xingbian.held_roles()`.execute(db);
  return { ...visit, who, plan, definition, now, held: rows };
}

/** Returns what a place or an agency is called. */
export function bodyName({ definition }: Pick<Desk, 'definition'>, body: Body): string {
  return agencyOf(body) ?? definition.places.territory(body)?.name ?? body;
}

/** A submission as far as it says who may do what. */
export interface Placed {
  readonly body: Body;
  readonly filledBy: Body;
  /** Whether the visitor filled it in: then it is for others to review. */
  readonly own: boolean;
  readonly level: number;
  readonly levels: readonly { readonly body: Body; readonly role: Role }[];
}

/** Returns what the visitor is to a submission. `above` has the bodies it lies within, itself too. */
export function partiesOf(
  { held }: Pick<Desk, 'held'>,
  { filledBy, own, level, levels }: Placed,
  above: ReadonlySet<Body>,
): Party[] {
  const waitsAt = levels[level];
  const holds = (role: Role, at: (body: Body) => boolean) =>
    held.some((item) => item.role === role && at(item.body));
  return [
    ...(holds('reporter', (item) => item === filledBy) ? (['reporter'] as const) : []),
    ...(waitsAt && !own && holds(waitsAt.role, (item) => item === waitsAt.body)
      ? (['level'] as const)
      : []),
    ...(holds('publisher', (item) => above.has(item)) ? (['publisher'] as const) : []),
    ...(holds('coordinator', (item) => above.has(item)) ? (['coordinator'] as const) : []),
  ];
}

/** Who may call for what is outstanding, from above. */
export const remindingRoles: readonly Role[] = ['coordinator', 'reviewer', 'approver'];

/** Says whether the visitor may remind a body; `above` has the bodies it lies within, itself too. */
export function mayRemind({ held }: Pick<Desk, 'held'>, above: ReadonlySet<Body>): boolean {
  return held.some(({ role, body }) => remindingRoles.includes(role) && above.has(body));
}

/** Resolves to the bodies that each of these lies within, itself included. */
export async function readAbove(
  { db, plan }: Pick<Desk, 'db' | 'plan'>,
  bodies: readonly Body[],
): Promise<ReadonlyMap<Body, ReadonlySet<Body>>> {
  const rows = await db
    .selectFrom('body_within')
    .select(['body', 'within'])
    .where('plan_id', '=', plan)
    .where('body', 'in', [...new Set(bodies), ''])
    .execute();
  const above = new Map<Body, Set<Body>>();
  for (const { body, within } of rows) above.set(body, (above.get(body) ?? new Set()).add(within));
  return above;
}
