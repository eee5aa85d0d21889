import { type Finding, finding, type PlaceOf } from '../domain/finding.ts';
import type { IndicatorsFile } from '../domain/indicator.ts';
import { type PeriodNumber, periodText, yearOf } from '../domain/period.ts';
import type { TerritoryEvent, TerritoryRegister } from '../domain/territory.ts';
import { changesBetween, changeYear } from './changes.ts';
import type { Share } from './comparable.ts';
import type { Places } from './places.ts';
import type { ReportedAt } from './reported.ts';

/** Years after a change in which figures of both parts are looked for. */
const yearsLookedAt = 15;

/**
 * Returns the share of a place that went with a change: as the register gives it, else that of the
 * new place in the first year in which an indicator the register names (`apportionBy`) was reported
 * of it, of the old one and of whatever split from that in the same year, each with what has split
 * from it since. Null where neither is there, or where the new place has parts of others too.
 */
export function shareOfChange(
  event: TerritoryEvent,
  places: Places,
  reported: ReportedAt,
): Share | null {
  if (event.share) return event.share;
  const { events, apportionBy = [] } = places.register;
  const sources = events.filter((other) => other.to === event.to && sameYear(other, event));
  if (event.kind !== 'split' || event.whole === 'no' || sources.length !== 1) return null;
  for (const indicator of apportionBy)
    for (const period of periodsLookedAt(event)) {
      const figureOf = (id: string) => reported(id, indicator, period)?.value ?? null;
      const went = sumOf(withLater([event.to], event, yearOf(period), events), figureOf);
      const total = sumOf(partsIn(yearOf(period), event, events), figureOf);
      if (went !== null && total !== null && total > 0)
        return { value: went / total, of: `${indicator} ${periodText(period)}` };
    }
  return null;
}

/** Returns what a share is computed from: places, indicators and periods to be read beforehand. */
export function neededForShares(places: Places): {
  readonly territories: readonly string[];
  readonly indicators: readonly string[];
  readonly periods: readonly PeriodNumber[];
} {
  const { events, apportionBy = [] } = places.register;
  const open = events.filter((event) => event.share === null && event.kind === 'split');
  return {
    territories: [...new Set(open.flatMap((event) => partsIn(lastLookedAt(event), event, events)))],
    indicators: apportionBy,
    periods: [...new Set(open.flatMap(periodsLookedAt))],
  };
}

/** Returns a finding for each indicator of `apportionBy` that is not one. */
export function checkApportioning(
  { apportionBy = [] }: TerritoryRegister,
  { indicators }: IndicatorsFile,
  { placeOf }: { readonly placeOf: PlaceOf },
): Finding[] {
  const known = new Set(indicators.map((indicator) => indicator.id));
  return apportionBy.flatMap((id, index) =>
    known.has(id)
      ? []
      : [
          finding('reference-unknown', placeOf(['apportionBy', index]), {
            field: 'apportionBy',
            id,
          }),
        ],
  );
}

/** The old place and all that split from it in the same year, each with what split from it later. */
function partsIn(
  year: number,
  event: TerritoryEvent,
  events: readonly TerritoryEvent[],
): readonly string[] {
  const siblings = events.filter((other) => other.from === event.from && sameYear(other, event));
  return withLater([event.from, ...siblings.map((other) => other.to)], event, year, events);
}

/** Places, and all that split from them, or from what split from them, after a change up to a year. */
function withLater(
  places: readonly string[],
  event: TerritoryEvent,
  year: number,
  events: readonly TerritoryEvent[],
): readonly string[] {
  const later = changesBetween(events, changeYear(event), year).filter(
    (other) => other.kind === 'split',
  );
  const all = new Set(places);
  for (const { from, to } of later) if (all.has(from)) all.add(to);
  return [...all];
}

/** Null where one is not known. */
function sumOf(places: readonly string[], figureOf: (id: string) => number | null): number | null {
  const known = places.map(figureOf).filter((value) => value !== null);
  return known.length === places.length ? known.reduce((sum, value) => sum + value, 0) : null;
}

function periodsLookedAt(event: TerritoryEvent): readonly PeriodNumber[] {
  return Array.from({ length: yearsLookedAt }, (_, year) => (changeYear(event) + year) * 100);
}

function lastLookedAt(event: TerritoryEvent): number {
  return changeYear(event) + yearsLookedAt - 1;
}

function sameYear(a: TerritoryEvent, b: TerritoryEvent): boolean {
  return changeYear(a) === changeYear(b);
}
