import { type Finding, finding, type PlaceOf } from '../domain/finding.ts';
import type { GroupRule, TerritoryRegister } from '../domain/territory.ts';
import { checkDates } from './check-dates.ts';

export interface RegisterCheck {
  /** Ids of the plan's clauses. */
  readonly clauses: ReadonlySet<string>;
  /** Where a part of the register is written: `['relations', 3]`, `['groups', 0, 'clauses']`. */
  readonly placeOf: PlaceOf;
}

/**
 * Returns what is wrong with a register of the territory: ids used twice or not known, places and
 * groups within themselves, neighbours outside the list, dates that do not fit.
 */
export function checkRegister(
  register: TerritoryRegister,
  { clauses, placeOf }: RegisterCheck,
): Finding[] {
  return [
    ...duplicates(register, placeOf),
    ...references(register, clauses, placeOf),
    ...neighbours(register, placeOf),
    ...cycles(register, placeOf),
    ...checkDates(register, placeOf),
  ];
}

type Path = readonly (string | number)[];

function duplicates(register: TerritoryRegister, placeOf: PlaceOf): Finding[] {
  const ids = (list: readonly { readonly id: string }[]) => list.map((item) => item.id);
  const lists: readonly (readonly [string, readonly string[]])[] = [
    ['territories', ids(register.territories)],
    ['groups', ids(register.groups)],
    ['siteKinds', ids(register.siteKinds)],
    ['events', ids(register.events)],
    ['frontier', register.frontier.map((item) => item.territory)],
    ['frontier', register.frontier.map((item) => String(item.order))],
  ];
  return lists.flatMap(([name, values]) =>
    values.flatMap((id, index) =>
      values.indexOf(id) < index ? [finding('id-duplicate', placeOf([name, index]), { id })] : [],
    ),
  );
}

function references(
  register: TerritoryRegister,
  clauses: ReadonlySet<string>,
  placeOf: PlaceOf,
): Finding[] {
  const territories = new Set(register.territories.map((item) => item.id));
  const groups = new Set(register.groups.map((item) => item.id));
  const kinds = new Set(register.siteKinds.map((item) => item.id));
  const missing = (known: ReadonlySet<string>, id: string, field: string, path: Path) =>
    known.has(id) ? [] : [finding('reference-unknown', placeOf(path), { field, id })];
  const place = (id: string, field: string, path: Path) => missing(territories, id, field, path);
  return [
    ...missing(groups, register.main, 'main', ['main']),
    ...register.relations.flatMap((item, index) => [
      ...place(item.territory, 'territory', ['relations', index]),
      ...place(item.within, 'within', ['relations', index]),
    ]),
    ...register.members.flatMap((item, index) => [
      ...missing(groups, item.group, 'group', ['members', index]),
      ...place(item.territory, 'territory', ['members', index]),
    ]),
    ...register.events.flatMap((item, index) => [
      ...place(item.from, 'from', ['events', index]),
      ...place(item.to, 'to', ['events', index]),
    ]),
    ...register.frontier.flatMap((item, index) =>
      place(item.territory, 'territory', ['frontier', index]),
    ),
    ...register.sites.flatMap((item, index) => [
      ...missing(kinds, item.kind, 'kind', ['sites', index]),
      ...place(item.territory, 'territory', ['sites', index]),
    ]),
    ...register.groups.flatMap((group, index) => [
      ...groupsOf(group.members).flatMap((id) =>
        missing(groups, id, 'members', ['groups', index, 'members']),
      ),
      ...group.clauses.flatMap((id) =>
        missing(clauses, id, 'clauses', ['groups', index, 'clauses']),
      ),
    ]),
  ];
}

function neighbours(register: TerritoryRegister, placeOf: PlaceOf): Finding[] {
  const listed = new Set(register.neighbours.map((item) => item.zh));
  return register.frontier.flatMap((item, index) =>
    item.neighbours
      .filter((id) => !listed.has(id))
      .map((id) => finding('neighbour-unlisted', placeOf(['frontier', index]), { id })),
  );
}

function cycles(register: TerritoryRegister, placeOf: PlaceOf): Finding[] {
  const above = new Map<string, string[]>();
  for (const { territory, within } of register.relations)
    above.set(territory, [...(above.get(territory) ?? []), within]);
  const groups = new Map(register.groups.map((group) => [group.id, groupsOf(group.members)]));
  return [
    ...inCycles(above).map((id) => {
      const index = register.relations.findIndex((item) => item.territory === id);
      return finding('reference-cycle', placeOf(['relations', index]), { id, field: 'within' });
    }),
    ...inCycles(groups).map((id) => {
      const index = register.groups.findIndex((group) => group.id === id);
      const where = placeOf(['groups', index, 'members']);
      return finding('reference-cycle', where, { id, field: 'members' });
    }),
  ];
}

/** Returns the nodes that lead back to themselves. */
export function inCycles(edges: ReadonlyMap<string, readonly string[]>): string[] {
  const leadsTo = (start: string): boolean => {
    const seen = new Set<string>();
    const open = [...(edges.get(start) ?? [])];
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      if (id === start) return true;
      if (seen.has(id)) continue;
      seen.add(id);
      open.push(...(edges.get(id) ?? []));
    }
    return false;
  };
  return [...edges.keys()].filter(leadsTo);
}

function groupsOf(rule: GroupRule): readonly string[] {
  if (rule.rule === 'union') return rule.groups;
  return rule.rule === 'above' ? [rule.group] : [];
}
