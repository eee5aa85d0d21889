import { type Finding, finding, type PlaceOf } from '../domain/finding.ts';
import type { TerritoryRegister, TerritoryRelation } from '../domain/territory.ts';

interface Dated {
  readonly from: string | null;
  readonly until: string | null;
}

/**
 * Returns what is wrong with the dates of a register: an end that is not after its beginning, a
 * membership or relation that outlasts its place, two places above one at once, a split that is
 * not of the year its new place begins in. Dates are compared as far as both are exact.
 */
export function checkDates(register: TerritoryRegister, placeOf: PlaceOf): Finding[] {
  return [
    ...reversed(register, placeOf),
    ...outside(register, placeOf),
    ...aboveSeveral(register.relations, placeOf),
    ...events(register, placeOf),
  ];
}

function reversed(register: TerritoryRegister, placeOf: PlaceOf): Finding[] {
  const rows: readonly (readonly [string, number, string, Dated])[] = [
    ...register.territories.map((item, index) => ['territories', index, item.id, item] as const),
    ...register.relations.map((item, index) => ['relations', index, item.territory, item] as const),
    ...register.members.map((item, index) => ['members', index, item.territory, item] as const),
  ];
  return rows.flatMap(([name, index, id, { from, until }]) => {
    if (from === null || until === null || isBefore(from, until)) return [];
    return [finding('dates-reversed', placeOf([name, index]), { id, from, until })];
  });
}

function outside(register: TerritoryRegister, placeOf: PlaceOf): Finding[] {
  const places = new Map(register.territories.map((item) => [item.id, item]));
  const check = (name: string, field: string, item: Dated & { territory: string }, at: number) => {
    const place = places.get(item.territory);
    if (!place || isWithin(item, place)) return [];
    const params = { id: item.territory, field, found: span(item), allowed: span(place) };
    return [finding('dates-outside', placeOf([name, at]), params)];
  };
  return [
    ...register.members.flatMap((item, at) => check('members', item.group, item, at)),
    ...register.relations.flatMap((item, at) => check('relations', item.hierarchy, item, at)),
  ];
}

function aboveSeveral(relations: readonly TerritoryRelation[], placeOf: PlaceOf): Finding[] {
  return relations.flatMap((item, index) => {
    const earlier = relations
      .slice(0, index)
      .find((other) => sameChild(item, other) && overlaps(item, other));
    if (!earlier) return [];
    const { territory: id, hierarchy, within: second } = item;
    const params = { id, hierarchy, first: earlier.within, second };
    return [finding('above-several', placeOf(['relations', index]), params)];
  });
}

function events(register: TerritoryRegister, placeOf: PlaceOf): Finding[] {
  const places = new Map(register.territories.map((item) => [item.id, item]));
  return register.events.flatMap((item, index) => {
    const from = places.get(item.to)?.from ?? null;
    const where = placeOf(['events', index]);
    if (item.from === item.to)
      return [finding('reference-cycle', where, { id: item.to, field: 'from' })];
    if (item.kind !== 'split' || from === null || yearOf(from) === yearOf(item.date)) return [];
    return [finding('event-date', where, { id: item.id, date: item.date, to: item.to, from })];
  });
}

function sameChild(one: TerritoryRelation, other: TerritoryRelation): boolean {
  return one.territory === other.territory && one.hierarchy === other.hierarchy;
}

function overlaps(one: Dated, other: Dated): boolean {
  return startsBeforeEnd(one, other) && startsBeforeEnd(other, one);
}

function startsBeforeEnd({ from }: Dated, { until }: Dated): boolean {
  return from === null || until === null || isBefore(from, until);
}

/** An open end of the item is no claim; the place's own dates hold then. */
function isWithin(item: Dated, place: Dated): boolean {
  const early = item.from !== null && place.from !== null && isBefore(item.from, place.from);
  const late = item.until !== null && place.until !== null && isBefore(place.until, item.until);
  return !early && !late;
}

/** A year is neither before nor after a month in it. */
function isBefore(one: string, other: string): boolean {
  const length = Math.min(one.length, other.length);
  return one.slice(0, length) < other.slice(0, length);
}

function yearOf(date: string): string {
  return date.slice(0, 4);
}

function span({ from, until }: Dated): string {
  return `${from ?? ''}–${until ?? ''}`;
}
