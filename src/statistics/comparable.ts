import type { TerritoryEvent } from '../domain/territory.ts';
import { changesBetween, changeYear } from './changes.ts';
import { holdsIn, type Places } from './places.ts';
import { type Comparable, type Part, reportedUnit, type Unit } from './unit.ts';

/** The first and the last year that figures are asked for, operands of formulas included. */
export type Span = readonly [first: number, last: number];

/** The part of a place that went to another, and what it is a part of. */
export interface Share {
  readonly value: number;
  readonly of: string;
}

/**
 * Returns places on the merged basis: each together with all that split from it or merged into it
 * within the span, throughout the span. Places taken together are one unit, named by the first of
 * them; one that nothing happened to is as reported. What began with parts of unnamed places cannot
 * be put together again: it is marked unknown.
 */
export function mergedUnits(
  territories: readonly string[],
  [first, last]: Span,
  places: Places,
): readonly Unit[] {
  const changes = changesBetween(places.register.events, first, last);
  const units = new Map<string, Unit>();
  for (const territory of territories) {
    const together = togetherWith(territory, changes);
    const key = together.toSorted().join(' ');
    if (!units.has(key)) units.set(key, mergedUnit(together, changes, places));
  }
  return [...units.values()];
}

/** A place, and whatever is joined to it by changes. */
function togetherWith(territory: string, changes: readonly TerritoryEvent[]): readonly string[] {
  const together = new Set([territory]);
  for (let size = 0; size !== together.size; ) {
    size = together.size;
    for (const { from, to } of changes)
      if (together.has(from) || together.has(to)) together.add(from).add(to);
  }
  return [...together];
}

function mergedUnit(
  together: readonly string[],
  changes: readonly TerritoryEvent[],
  places: Places,
): Unit {
  const [territory = ''] = together;
  if (together.length === 1) return reportedUnit(territory);
  const own = changes.filter((event) => together.includes(event.from));
  const partsIn = remembered((year) =>
    together
      .filter((id) => existsIn(id, year, own, places))
      .map((id) => ({ territory: id, share: 1 })),
  );
  const comparable: Comparable = {
    basis: 'merged',
    territories: [...together],
    certain: own.every((event) => event.whole !== 'unknown' || !beginsWith(event)),
  };
  const unknown = own.some((event) => hasStrangers(event, own));
  return { territory, partsIn, comparable, unknownIn: () => unknown };
}

function existsIn(
  id: string,
  year: number,
  changes: readonly TerritoryEvent[],
  places: Places,
): boolean {
  const place = places.territory(id);
  const begun = changes.every(
    (event) => event.to !== id || !beginsWith(event) || changeYear(event) <= year,
  );
  const ended = changes.some(
    (event) => event.from === id && event.kind === 'merge' && changeYear(event) <= year,
  );
  return begun && !ended && (!place || holdsIn(place, year));
}

/** A split makes a new place; a transfer and a merge go to one that is there, or is named by several. */
function beginsWith(event: TerritoryEvent): boolean {
  return event.kind === 'split';
}

/** The new place has more than came from here, and nothing says from where. */
function hasStrangers(event: TerritoryEvent, changes: readonly TerritoryEvent[]): boolean {
  const sources = changes.filter((other) => other.to === event.to);
  return beginsWith(event) && event.whole === 'no' && sources.length === 1;
}

/**
 * Returns places on the apportioned basis: the territory each has at the end of the span, made up in
 * earlier years of shares of the places it was then. A share that is neither given nor can be
 * computed (`shareOf` returns null) leaves the unit unknown.
 */
export function apportionedUnits(
  territories: readonly string[],
  [first, last]: Span,
  places: Places,
  shareOf: (event: TerritoryEvent) => Share | null,
): readonly Unit[] {
  const changes = changesBetween(places.register.events, first, last);
  const changed = new Set(changes.flatMap((event) => [event.from, event.to]));
  return territories.map((territory) =>
    changed.has(territory)
      ? apportionedUnit(territory, [first, last], changes, places, shareOf)
      : reportedUnit(territory),
  );
}

function apportionedUnit(
  territory: string,
  [first, last]: Span,
  changes: readonly TerritoryEvent[],
  places: Places,
  shareOf: (event: TerritoryEvent) => Share | null,
): Unit {
  const until = places.territory(territory)?.until ?? null;
  const target = until === null ? last : Math.min(last, Number(until.slice(0, 4)) - 1);
  const since = remembered((year) => {
    const passed = changes.filter(
      (event) => changeYear(event) > year && changeYear(event) <= target,
    );
    return madeUpBefore(territory, passed, shareOf);
  });
  const { parts, met } = since(first);
  const bases = new Set(met.flatMap((event) => shareOf(event)?.of ?? []));
  const comparable: Comparable = {
    basis: 'apportioned',
    territories: [...new Set([territory, ...parts.map((part) => part.territory)])],
    certain: met.every((event) => event.whole !== 'unknown'),
    ...(bases.size > 0 && { shareOf: [...bases].join(', ') }),
  };
  return {
    territory,
    partsIn: (year) => since(year).parts,
    comparable,
    unknownIn: (year) => since(year).met.some((event) => !isKnown(event, shareOf)),
  };
}

/** A merger takes all; of anything else the share has to be known. */
function isKnown(event: TerritoryEvent, shareOf: (event: TerritoryEvent) => Share | null): boolean {
  return event.kind === 'merge' || shareOf(event) !== null;
}

function madeUpBefore(
  territory: string,
  changes: readonly TerritoryEvent[],
  shareOf: (event: TerritoryEvent) => Share | null,
): { readonly parts: readonly Part[]; readonly met: readonly TerritoryEvent[] } {
  const met = new Set<TerritoryEvent>();
  const parts = partsBefore([{ territory, share: 1 }], changes, (event) => {
    met.add(event);
    return event.kind === 'merge' ? 1 : (shareOf(event)?.value ?? 0);
  });
  return { parts, met: [...met] };
}

/** Undoes changes, the last first: what a place is after them, in places as they were before. */
function partsBefore(
  parts: readonly Part[],
  changes: readonly TerritoryEvent[],
  share: (event: TerritoryEvent) => number,
): readonly Part[] {
  const years = [...new Set(changes.map(changeYear))].toSorted((a, b) => b - a);
  let before = parts;
  for (const year of years) {
    const ofYear = changes.filter((event) => changeYear(event) === year);
    before = before.flatMap((part) => undone(part, ofYear, share));
  }
  const shares = new Map<string, number>();
  for (const { territory, share: part } of before)
    shares.set(territory, (shares.get(territory) ?? 0) + part);
  return [...shares].map(([territory, part]) => ({ territory, share: part }));
}

/** What stayed, and what came from others. */
function undone(
  part: Part,
  changes: readonly TerritoryEvent[],
  share: (event: TerritoryEvent) => number,
): readonly Part[] {
  const came = changes.filter((event) => event.to === part.territory);
  const went = changes.filter((event) => event.from === part.territory && event.kind !== 'merge');
  const isNew = came.some(beginsWith);
  const left = went.reduce((rest, event) => rest - share(event), 1);
  const own = isNew ? [] : [{ territory: part.territory, share: part.share * left }];
  const others = came.map((event) => ({
    territory: event.from,
    share: part.share * share(event),
  }));
  return [...own, ...others];
}

function remembered<Result>(find: (year: number) => Result): (year: number) => Result {
  const known = new Map<number, Result>();
  return (year) => {
    const result = known.get(year) ?? find(year);
    known.set(year, result);
    return result;
  };
}
