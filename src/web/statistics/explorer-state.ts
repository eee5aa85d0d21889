import type { IndicatorEntry, StatisticsCatalog } from '../../api/statistics.ts';
import type { Indicator } from '../../domain/indicator.ts';
import { impliedIndicator, movementId } from '../../statistics/implied-indicator.ts';
import type { ExplorerChoice, Measure } from './explorer-address.ts';

/** Indicators a page that was told nothing opens with. */
const firstIndicators = 5;

/** An indicator the reader chose and what is shown of it. */
export interface ShownIndicator {
  readonly chosen: IndicatorEntry;
  /** The chosen one, its figure per person, or its movement. */
  readonly shown: Indicator;
  /** How it moved between its two periods in view, which says whether they compare; else null. */
  readonly movement: Indicator | null;
  /** Whether the switch could not be applied to it. */
  readonly unchanged: boolean;
}

/** A choice with everything left open filled in from what there is. */
export interface ExplorerState {
  readonly choice: ExplorerChoice;
  readonly places: readonly string[];
  readonly compare: readonly string[];
  readonly indicators: readonly ShownIndicator[];
  readonly periods: readonly string[];
}

/** What the page shows, as the series and its files are asked for. */
export interface SeriesQuestion {
  readonly t: string;
  readonly i: string;
  readonly p: string;
  readonly basis: ExplorerChoice['basis'];
  readonly asOf?: string;
}

/** Returns a choice filled in: all members of the main group, the best covered indicator of each theme. */
export function stateOf(catalog: StatisticsCatalog, choice: ExplorerChoice): ExplorerState {
  const places = choice.places ?? [`${catalog.main}/*`];
  const byId = new Map(catalog.indicators.map((entry) => [entry.id, entry]));
  const ids = choice.indicators ?? leadIndicators(catalog);
  const entries = ids.flatMap((id) => byId.get(id) ?? []);
  const periods = choice.periods ?? coveredPeriods(entries, catalog);
  return {
    choice,
    places,
    compare: choice.compare ?? comparedWith(places, catalog),
    indicators: entries.map((entry) => shownOf(entry, choice.measure, periods, byId)),
    periods,
  };
}

/** Returns what the series is asked for: rows on top first. Null where nothing is chosen. */
export function questionOf(state: ExplorerState): SeriesQuestion | null {
  const { places, compare, indicators, periods, choice } = state;
  const ids = indicators.flatMap(({ shown, movement }) =>
    movement ? [shown.id, movement.id] : [shown.id],
  );
  // What the catalog does not know is passed on, so that the server can say so.
  const unknown = choice.indicators?.filter(
    (id) => !indicators.some(({ chosen }) => chosen.id === id),
  );
  const all = [...new Set([...ids, ...(unknown ?? [])])];
  if (places.length === 0 || all.length === 0 || periods.length === 0) return null;
  return {
    t: [...new Set([...compare, ...places])].join(','),
    i: all.join(','),
    p: periods.join(','),
    basis: choice.basis,
    ...(choice.asOf !== null && { asOf: choice.asOf }),
  };
}

/**
 * Returns the best covered indicator of each theme: those that nearly every member of the main group
 * has first, then the others, each in the order of the themes.
 */
export function leadIndicators(catalog: StatisticsCatalog): readonly string[] {
  const members = catalog.groups.find(({ id }) => id === catalog.main)?.count ?? 0;
  const nearlyAll = ({ territories }: IndicatorEntry) => Number(territories >= members * 0.9);
  const best = catalog.themes.flatMap(({ id }) => {
    const ofTheme = catalog.indicators.filter((entry) => entry.theme === id && entry.amongMembers);
    return ofTheme.toSorted((a, b) => b.territories - a.territories)[0] ?? [];
  });
  return best
    .filter((entry) => entry.amongMembers && entry.territories > 1)
    .toSorted((a, b) => nearlyAll(b) - nearlyAll(a))
    .slice(0, firstIndicators)
    .map((entry) => entry.id);
}

/** Returns the periods any of the indicators has figures for, up to the end of the plan where there are such. */
export function coveredPeriods(
  entries: readonly IndicatorEntry[],
  { plan }: Pick<StatisticsCatalog, 'plan'>,
): readonly string[] {
  const all = [...new Set(entries.flatMap(periodsOf))].sort();
  const until = all.filter((period) => Number(period.slice(0, 4)) <= plan.period.end);
  return until.length > 0 ? until : all;
}

/** Returns the periods an indicator has figures for. */
export function periodsOf(entry: IndicatorEntry): readonly string[] {
  return entry.periods.filter(({ territories }) => territories > 0).map(({ period }) => period);
}

/** Returns the rows members are compared with: the group as a whole, and its part in the place. */
export function comparedWith(
  places: readonly string[],
  catalog: Pick<StatisticsCatalog, 'main'>,
): readonly string[] {
  const tokens = places.flatMap((token) => {
    const [, group, within] = /^([a-z0-9-]+)(@[A-Za-z0-9-]+)?\/\*$/.exec(token) ?? [];
    if (!group) return [];
    return within ? [group, `${group}${within}`] : [group];
  });
  const found = [...new Set(tokens)];
  return found.length > 0 ? found : [catalog.main];
}

/** Returns how many years lie between the figures an indicator moves by: one, or the gap of its censuses. */
export function movementYears(periods: readonly string[]): number {
  const years = [...new Set(periods.map((period) => Number(period.slice(0, 4))))].sort(
    (a, b) => a - b,
  );
  const gaps = years.slice(1).map((year, index) => year - (years[index] ?? year));
  return gaps.length === 0 ? 1 : Math.min(...gaps);
}

function shownOf(
  chosen: IndicatorEntry,
  measure: Measure,
  periods: readonly string[],
  byId: ReadonlyMap<string, IndicatorEntry>,
): ShownIndicator {
  const covered = periodsOf(chosen);
  const years = movementYears(covered);
  if (measure === 'growth') {
    const moved = indicatorAt(movementId(chosen, years, byId), byId);
    return { chosen, shown: moved ?? chosen, movement: null, unchanged: moved === null };
  }
  if (measure === 'per-capita') {
    const each = [...byId.values()].find(
      ({ derived }) => derived?.op === 'per-capita' && derived.of === chosen.id,
    );
    return { chosen, shown: each ?? chosen, movement: null, unchanged: !each };
  }
  const inView = covered.filter((period) => periods.includes(period));
  const movement =
    inView.length === 2 ? indicatorAt(movementId(chosen, movementYears(inView), byId), byId) : null;
  return { chosen, shown: chosen, movement, unchanged: false };
}

function indicatorAt(
  id: string | null,
  byId: ReadonlyMap<string, IndicatorEntry>,
): Indicator | null {
  return id === null ? null : (byId.get(id) ?? impliedIndicator(id, byId));
}

/** A quotient with the periods in which there is something to divide and nothing to divide by. */
export interface LackingDivisor {
  readonly indicator: Indicator;
  readonly by: Indicator;
  readonly periods: readonly string[];
}

/** Returns the quotients in view that are empty in some periods because nobody has their divisor. */
export function lackingDivisors(
  { indicators }: Pick<ExplorerState, 'indicators'>,
  catalog: Pick<StatisticsCatalog, 'indicators'>,
  periods: readonly string[],
): readonly LackingDivisor[] {
  const byId = new Map(catalog.indicators.map((entry) => [entry.id, entry]));
  return indicators.flatMap(({ shown }) => {
    const { derived } = shown;
    if (!derived || !('by' in derived)) return [];
    const [of, by] = [byId.get(derived.of), byId.get(derived.by)];
    if (!of || !by) return [];
    const [there, divisor] = [periodsOf(of), periodsOf(by)];
    const empty = periods.filter((period) => there.includes(period) && !divisor.includes(period));
    return empty.length > 0 ? [{ indicator: shown, by, periods: empty }] : [];
  });
}
