import type {
  GroupMember,
  Hierarchy,
  Territory,
  TerritoryGroup,
  TerritoryRegister,
} from '../domain/territory.ts';

/** The register, indexed: who is where, and who belongs to what, in a year. */
export interface Places {
  readonly register: TerritoryRegister;
  readonly territory: (id: string) => Territory | undefined;
  readonly group: (id: string) => TerritoryGroup | undefined;
  /** The place that holds all others. */
  readonly state: string;
  /** The place directly above, in a year. */
  readonly above: (id: string, hierarchy: Hierarchy, year: number) => string | null;
  /** The places above, nearest first, by the hierarchies that add up. */
  readonly ancestors: (id: string) => readonly string[];
  /**
   * The places above, and those whose land it lies on with all above them: within each of these it
   * counts as a member of a group, though their own figures need not include it.
   */
  readonly holders: (id: string) => readonly string[];
  /** Memberships of a group, whatever its rule: every member with the years it counts in. */
  readonly memberships: (group: string) => readonly Membership[];
  /** Memberships of a group within a place or on its land, in any year. */
  readonly membershipsIn: (group: string, within: string) => readonly Membership[];
  /** Members of a group within a place or on its land that count in a year, in the order of the register. */
  readonly membersIn: (group: string, within: string, year: number) => readonly string[];
  /**
   * Every group and place totals are kept for: the state, and places with more than `few` members of
   * the group. Fewer are as quick to add up when asked for.
   */
  readonly scopes: (few?: number) => readonly Scope[];
}

/** A member of a group, counted in the years from `from` up to but without `until`. */
export interface Membership {
  readonly territory: string;
  readonly from: number;
  readonly until: number;
}

/** A group within a place, with its members. */
export interface Scope {
  readonly group: string;
  readonly territory: string;
  readonly members: readonly Membership[];
}

/** Most prefectures do not have more. */
const fewMembers = 8;

/** Years that stand for open ends: before and after all data. */
export const firstYear = 0;
export const lastYear = 9999;

/** Returns the register indexed. A group that names no group or itself has no members. */
export function buildPlaces(register: TerritoryRegister): Places {
  const territories = new Map(register.territories.map((item) => [item.id, item]));
  const groups = new Map(register.groups.map((item) => [item.id, item]));
  const relations = groupedBy(register.relations, (item) => item.territory);
  const listed = groupedBy(register.members, (item) => item.group);
  const state = register.territories.find((item) => item.kind === 'state')?.id ?? '';
  const known = new Map<string, readonly Membership[]>();
  const chains = new Map<string, readonly string[]>();
  const grounds = new Map<string, readonly string[]>();
  // Asked for every figure of a group, and always the same few.
  const inside = new Map<string, readonly Membership[]>();
  const members = new Map<string, readonly string[]>();

  function above(id: string, hierarchy: Hierarchy, year: number): string | null {
    const found = relations
      .get(id)
      ?.find((item) => item.hierarchy === hierarchy && holdsIn(item, year));
    return found?.within ?? null;
  }

  function ancestors(id: string): readonly string[] {
    const chain = chains.get(id) ?? chainOf(id, (hierarchy) => hierarchy !== 'land');
    chains.set(id, chain);
    return chain;
  }

  function holders(id: string): readonly string[] {
    const chain = grounds.get(id) ?? chainOf(id, () => true);
    grounds.set(id, chain);
    return chain;
  }

  function chainOf(id: string, follows: (hierarchy: Hierarchy) => boolean): readonly string[] {
    const chain: string[] = [];
    let level = [id];
    while (level.length > 0) {
      level = level.flatMap((item) =>
        (relations.get(item) ?? [])
          .filter((relation) => follows(relation.hierarchy))
          .map((relation) => relation.within)
          .filter((within) => !chain.includes(within)),
      );
      chain.push(...new Set(level));
    }
    return chain;
  }

  function memberships(group: string, seen: readonly string[] = []): readonly Membership[] {
    const kept = known.get(group);
    if (kept) return kept;
    const definition = groups.get(group);
    if (!definition || seen.includes(group)) return [];
    const made = membershipsOf(definition, [...seen, group]);
    known.set(group, made);
    return made;
  }

  function membershipsOf(group: TerritoryGroup, seen: readonly string[]): Membership[] {
    const rule = group.members;
    if (rule.rule === 'listed')
      return (listed.get(group.id) ?? []).map((member) => counted(member, group));
    if (rule.rule === 'union') return rule.groups.flatMap((other) => memberships(other, seen));
    const over = new Map<string, Membership>();
    for (const member of memberships(rule.group, seen)) {
      const place = ancestors(member.territory).find(
        (id) => territories.get(id)?.kind === rule.kind,
      );
      if (place === undefined) continue;
      const before = over.get(place) ?? {
        territory: place,
        from: member.from,
        until: member.until,
      };
      over.set(place, {
        territory: place,
        from: Math.min(before.from, member.from),
        until: Math.max(before.until, member.until),
      });
    }
    return [...over.values()];
  }

  /** A member counts from when it is one and exists. */
  function counted(member: GroupMember, group: TerritoryGroup): Membership {
    const place = territories.get(member.territory);
    const dates = group.counted === 'ever' ? [place] : [place, member];
    return {
      territory: member.territory,
      from: Math.max(...dates.map((item) => startOf(item?.from ?? null))),
      until: Math.min(...dates.map((item) => endOf(item?.until ?? null))),
    };
  }

  function membershipsIn(group: string, within: string): readonly Membership[] {
    const key = `${group} ${within}`;
    const found =
      inside.get(key) ??
      memberships(group).filter(
        ({ territory }) => territory === within || holders(territory).includes(within),
      );
    inside.set(key, found);
    return found;
  }

  return {
    register,
    territory: (id) => territories.get(id),
    group: (id) => groups.get(id),
    state,
    above,
    ancestors,
    holders,
    memberships,
    membershipsIn,
    membersIn: (group, within, year) => {
      const key = `${group} ${within} ${year}`;
      const found =
        members.get(key) ??
        membershipsIn(group, within)
          .filter((item) => item.from <= year && year < item.until)
          .map((item) => item.territory);
      members.set(key, found);
      return found;
    },
    scopes: (few = fewMembers) =>
      register.groups
        .filter((group) => group.totals)
        .flatMap((group) => scopesOf(group.id, memberships(group.id), holders))
        .filter((scope) => scope.territory === state || scope.members.length > few),
  };
}

/** Returns whether something dated holds in a year: in force at its end. */
export function holdsIn(
  item: { readonly from: string | null; readonly until: string | null },
  year: number,
): boolean {
  return startOf(item.from) <= year && year < endOf(item.until);
}

function startOf(from: string | null): number {
  return from === null ? firstYear : Number(from.slice(0, 4));
}

function endOf(until: string | null): number {
  return until === null ? lastYear : Number(until.slice(0, 4));
}

function scopesOf(
  group: string,
  members: readonly Membership[],
  holders: (id: string) => readonly string[],
): Scope[] {
  const within = new Map<string, Membership[]>();
  for (const member of members)
    for (const place of holders(member.territory))
      within.set(place, [...(within.get(place) ?? []), member]);
  return [...within].map(([territory, inside]) => ({ group, territory, members: inside }));
}

function groupedBy<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
