import type { LevelView } from '../api/collection.ts';
import { agencyBody, type Body } from '../domain/account.ts';
import type { Form, ReviewLevel } from '../domain/form.ts';
import type { TerritoryKind } from '../domain/territory.ts';
import { holdsIn, type Places } from '../statistics/places.ts';

/** A level a submission passes: who looks at it there, and in which role. */
export type Level = Pick<LevelView, 'body' | 'role'>;

/** A body that is asked, who fills the form in for it, and the levels its copy passes, the nearest first. */
export interface ReportingBody {
  readonly body: Body;
  /** Itself, or the place above that lists it. */
  readonly filledBy: Body;
  readonly levels: readonly Level[];
}

/**
 * Returns the bodies that a form asks for a year, places in the order of the register, agencies as
 * printed. A level that a place does not have above it is left out; an agency's levels are the
 * state's. Agencies the plan does not name are left out.
 */
export function reportingBodies(
  form: Pick<Form, 'reporters' | 'review'>,
  { places, agencies, year }: ReporterContext,
): ReportingBody[] {
  const { reporters, review } = form;
  if (reporters.of === 'agencies') {
    const names = reporters.names ? agencies.filter(isIn(reporters.names)) : agencies;
    const levels = distinct(review.map(({ role }) => ({ body: places.state, role })));
    return names.map(agencyBody).map((body) => ({ body, filledBy: body, levels }));
  }
  return reportingPlaces(reporters, places, year).map((body) => {
    const chain = chainAbove(body, places, year);
    return {
      body,
      filledBy: firstOf(chain, reporters.filledBy ?? [], places) ?? body,
      levels: levelsAbove(chain, review, places),
    };
  });
}

export interface ReporterContext {
  readonly places: Places;
  /** Printed names of the agencies of the plan. */
  readonly agencies: readonly string[];
  readonly year: number;
}

function isIn(names: readonly string[]): (name: string) => boolean {
  return (name) => names.includes(name);
}

function reportingPlaces(
  { kinds, group }: Extract<Form['reporters'], { of: 'places' }>,
  places: Places,
  year: number,
): string[] {
  const candidates =
    group === undefined
      ? places.register.territories.filter((place) => holdsIn(place, year)).map(({ id }) => id)
      : places.membersIn(group, places.state, year);
  return [...new Set(candidates)].filter((id) => {
    const kind = places.territory(id)?.kind;
    return kind !== undefined && kinds.includes(kind);
  });
}

/** The nearest of some places that is of one of these kinds. */
function firstOf(
  chain: readonly string[],
  kinds: readonly TerritoryKind[],
  places: Places,
): string | undefined {
  return chain.find((id) => kinds.some((kind) => kind === places.territory(id)?.kind));
}

function levelsAbove(
  chain: readonly string[],
  review: readonly ReviewLevel[],
  places: Places,
): Level[] {
  const found = review.flatMap(({ kinds, role }) => {
    const place = firstOf(chain, kinds, places);
    return place === undefined ? [] : [{ body: place, role }];
  });
  return distinct(found);
}

/** The places above in a year, nearest first, by the hierarchies that add up. */
function chainAbove(body: string, places: Places, year: number): string[] {
  const chain: string[] = [];
  for (let level = [body]; level.length > 0; ) {
    level = level
      .flatMap((id) => [places.above(id, 'administrative', year), places.above(id, 'corps', year)])
      .filter((id): id is string => id !== null && !chain.includes(id));
    chain.push(...new Set(level));
  }
  return chain;
}

/** Where two levels come to the same place in the same role, it looks once. */
function distinct(levels: readonly Level[]): Level[] {
  const same = (one: Level, other: Level) => one.body === other.body && one.role === other.role;
  return levels.filter((one, at) => levels.findIndex((other) => same(one, other)) === at);
}
