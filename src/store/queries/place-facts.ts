import type { GroupLink, PlaceLink, TerritoryPage } from '../../api/statistics-pages.ts';
import type { Territory, TerritoryGroup } from '../../domain/territory.ts';
import type { Places } from '../../statistics/places.ts';

/** What the register says of a place. */
export type PlaceFacts = Pick<
  TerritoryPage,
  | 'main'
  | 'enclosed'
  | 'territory'
  | 'above'
  | 'memberships'
  | 'frontier'
  | 'members'
  | 'sites'
  | 'onLand'
  | 'below'
  | 'groups'
  | 'events'
>;

/** Returns who a place is: names, what it lies in and holds, its groups, its place on the frontier. */
export function placeFacts(territory: Territory, places: Places): PlaceFacts {
  const { register } = places;
  const { id } = territory;
  return {
    main: groupLink(places.group(register.main), register.main),
    enclosed: register.enclosed,
    territory,
    above: aboveOf(id, places),
    memberships: membershipsOf(id, places),
    frontier: frontierOf(id, places),
    members: membersOf(places),
    sites: register.sites
      .filter((site) => site.territory === id)
      .toSorted((a, b) => kindOrder(a.kind, places) - kindOrder(b.kind, places))
      .map((site) => ({ ...site, kindName: siteKindName(site.kind, places) })),
    onLand: linksOf(
      register.relations
        .filter((item) => item.hierarchy === 'land' && item.within === id)
        .map((item) => item.territory),
      places,
    ),
    below: linksOf(
      register.relations
        .filter((item) => item.hierarchy !== 'land' && item.within === id)
        .map((item) => item.territory),
      places,
    ),
    groups: groupsWithin(id, places),
    events: register.events
      .filter((event) => event.from === id || event.to === id)
      .map((event) => ({
        event,
        from: placeLink(event.from, places),
        to: placeLink(event.to, places),
      })),
  };
}

/** Returns a place as others refer to it. One the register does not know goes by its id. */
export function placeLink(id: string, places: Places): PlaceLink {
  const known = places.territory(id);
  if (!known) return { id, kind: 'county', name: id, shortName: id, certainty: 'unverified' };
  const { kind, name, shortName, certainty } = known;
  return { id, kind, name, shortName, certainty };
}

/** Returns a group as pages refer to it. */
export function groupLink(group: TerritoryGroup | undefined, id: string): GroupLink {
  const name = { zh: id, en: id };
  return group ? { id, name: group.name, member: group.member } : { id, name, member: name };
}

/** Returns everyone who ever was a member of the main group, along the frontier, the others last. */
export function mainMembers(places: Places): readonly string[] {
  const { register } = places;
  const order = new Map(register.frontier.map((item) => [item.territory, item.order]));
  const last = Number.MAX_SAFE_INTEGER;
  const members = new Set(places.memberships(register.main).map((item) => item.territory));
  return [...members].toSorted((a, b) => (order.get(a) ?? last) - (order.get(b) ?? last));
}

/** Returns the place of a kind above another; null where there is none. */
export function aboveOfKind(id: string, kind: Territory['kind'], places: Places): Territory | null {
  const found = places.ancestors(id).find((place) => places.territory(place)?.kind === kind);
  return places.territory(found ?? '') ?? null;
}

function linksOf(ids: readonly string[], places: Places): PlaceLink[] {
  return [...new Set(ids)].map((id) => placeLink(id, places));
}

/** Nearest first; the land it lies on before what administers it. */
function aboveOf(id: string, places: Places): TerritoryPage['above'] {
  const { relations } = places.register;
  const land = relations
    .filter((item) => item.territory === id && item.hierarchy === 'land')
    .map((item) => ({ place: placeLink(item.within, places), hierarchy: 'land' as const }));
  const chain = places.ancestors(id).map((above) => ({
    place: placeLink(above, places),
    hierarchy:
      relations.find((item) => item.within === above && item.hierarchy !== 'land')?.hierarchy ??
      ('administrative' as const),
  }));
  return [...land, ...chain];
}

/** As listed, with their source; of computed groups that it is in them. */
function membershipsOf(id: string, places: Places): TerritoryPage['memberships'] {
  const { register } = places;
  return register.groups.flatMap((group): TerritoryPage['memberships'] => {
    const named = { name: group.name, member: group.member };
    if (group.members.rule === 'listed')
      return register.members
        .filter((item) => item.group === group.id && item.territory === id)
        .map(({ from, until, basis, certainty, source, note }) => ({
          ...{ group: group.id, from, until, basis, certainty, source, note },
          ...named,
        }));
    if (group.members.rule === 'union') return [];
    const inIt = places.memberships(group.id).some((item) => item.territory === id);
    const { zh: basis } = group.definition;
    const certainty = places.territory(id)?.certainty ?? 'certain';
    const dates = { from: null, until: null };
    return inIt
      ? [{ group: group.id, ...dates, basis, certainty, source: basis, note: null, ...named }]
      : [];
  });
}

function frontierOf(id: string, places: Places): TerritoryPage['frontier'] {
  const { frontier, neighbours } = places.register;
  const ordered = frontier.toSorted((a, b) => a.order - b.order);
  const at = ordered.findIndex((item) => item.territory === id);
  const here = ordered[at];
  if (!here) return null;
  const beside = (step: number) => {
    const other = ordered[at + step];
    if (!other) return null;
    const chain = places.ancestors(other.territory).flatMap((one) => places.territory(one) ?? []);
    const within = chain.filter(({ kind }) => kind === 'province' || kind === 'prefecture');
    return {
      ...placeLink(other.territory, places),
      order: other.order,
      within: within
        .toReversed()
        .map(({ shortName }) => shortName)
        .join(''),
    };
  };
  return {
    ...here,
    of: ordered.length,
    neighbourNames: here.neighbours.map(
      (name) => neighbours.find((one) => one.zh === name) ?? { zh: name, en: name },
    ),
    previous: beside(-1),
    next: beside(1),
  };
}

function membersOf(places: Places): TerritoryPage['members'] {
  return mainMembers(places).map((id) => ({
    id,
    shortName: places.territory(id)?.shortName ?? id,
    province: aboveOfKind(id, 'province', places)?.shortName ?? '',
  }));
}

/** Listed and computed groups alike; groups that only put others together are left out. */
function groupsWithin(id: string, places: Places): TerritoryPage['groups'] {
  return places.register.groups.flatMap((group) => {
    if (group.members.rule === 'union') return [];
    const inside = places
      .membershipsIn(group.id, id)
      .map((item) => item.territory)
      .filter((member) => member !== id);
    const order = new Map(mainMembers(places).map((member, index) => [member, index]));
    const sorted = inside.toSorted((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
    return sorted.length > 0
      ? [{ group: groupLink(group, group.id), places: linksOf(sorted, places) }]
      : [];
  });
}

/** As the register lists the kinds. */
function kindOrder(kind: string, places: Places): number {
  return places.register.siteKinds.findIndex((one) => one.id === kind);
}

function siteKindName(kind: string, places: Places): { zh: string; en: string } {
  const found = places.register.siteKinds.find((one) => one.id === kind);
  return found?.name ?? { zh: kind, en: kind };
}
