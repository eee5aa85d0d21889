import type { TerritoryEvent } from '../domain/territory.ts';

/** Returns the year from which figures are of the territory after a change: those of its end are. */
export function changeYear(event: TerritoryEvent): number {
  return Number(event.date.slice(0, 4));
}

/** Returns the changes that lie between the figures of two years, in the order of their dates. */
export function changesBetween(
  events: readonly TerritoryEvent[],
  from: number,
  to: number,
): readonly TerritoryEvent[] {
  return events
    .filter((event) => from < changeYear(event) && changeYear(event) <= to)
    .toSorted((a, b) => a.date.localeCompare(b.date));
}

/** Returns the places whose territory is not the same in two years. */
export function changedBetween(
  events: readonly TerritoryEvent[],
  from: number,
  to: number,
): ReadonlySet<string> {
  return new Set(changesBetween(events, from, to).flatMap((event) => [event.from, event.to]));
}
