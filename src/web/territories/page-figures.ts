import type { Figure } from '../../api/statistics.ts';
import type { IndicatorBrief, PlaceFigures, TerritoryPage } from '../../api/statistics-pages.ts';
import { isMovement } from '../../statistics/implied-indicator.ts';

/** An indicator of the page with its figures. */
export interface ShownFigures {
  readonly indicator: IndicatorBrief;
  readonly figures: PlaceFigures;
  /** Those the page prints: the place's own, or of a place that holds members those of all of them. */
  readonly series: readonly (Figure | null)[];
  /** Whether `series` is of the members taken together. */
  readonly together: boolean;
}

/** Returns the figures of a page with their indicators, in the order of their file. */
export function shownFigures(page: TerritoryPage): readonly ShownFigures[] {
  const indicators = new Map(page.indicators.map((one) => [one.id, one]));
  return page.figures.flatMap((figures) => {
    const indicator = indicators.get(figures.indicator);
    if (!indicator) return [];
    const alone = figures.own.some((figure) => figure !== null);
    const series = alone || !figures.together ? figures.own : figures.together;
    return [{ indicator, figures, series, together: !alone && figures.together !== null }];
  });
}

/** Returns the figure of a series in a period of the page. */
export function figureAt(
  series: readonly (Figure | null)[],
  period: string,
  page: Pick<TerritoryPage, 'periods'>,
): Figure | null {
  return series[page.periods.indexOf(period)] ?? null;
}

/** Returns the periods in which a series has a value. */
export function periodsWith(
  series: readonly (Figure | null)[],
  page: Pick<TerritoryPage, 'periods'>,
): readonly string[] {
  return page.periods.filter((_, index) => typeof series[index]?.value === 'number');
}

/** Returns whether values of places add up; those of others lie on one scale and may be compared. */
export function addsUp({ aggregation, derived }: IndicatorBrief): boolean {
  return aggregation?.kind === 'sum' || derived?.op === 'sum' || derived?.op === 'difference';
}

/** Returns whether an indicator says what a place is like, not how it moved nor how large it is. */
export function isLevel(indicator: IndicatorBrief): boolean {
  return !addsUp(indicator) && !isMovement(indicator) && indicator.derived?.op !== 'index';
}

/**
 * Returns whether nearly all members have a figure: a census, not a yearbook. Of a place that holds
 * members, whether nearly all of those in it have.
 */
export function isWidelyHeld({ figures, series, together }: ShownFigures): boolean {
  const widely = 0.9;
  const { position } = figures;
  if (position) return position.present >= widely * position.expected;
  const last = series.findLast((figure) => figure?.coverage !== undefined);
  const { present = 0, expected = 1 } = last?.coverage ?? {};
  return together && present >= widely * expected;
}

/** Returns whether the place was of another extent in one year than in another. */
export function changedBetween(
  page: Pick<TerritoryPage, 'events' | 'basis'>,
  from: string,
  to: string,
): boolean {
  if (page.basis !== 'reported') return false;
  return page.events.some(({ event }) => {
    const year = event.date.slice(0, 4);
    return from.slice(0, 4) < year && year <= to.slice(0, 4);
  });
}

/** Returns the indicators of a page by id, for formulas that name others. */
export function briefs(
  page: Pick<TerritoryPage, 'indicators'>,
): ReadonlyMap<string, IndicatorBrief> {
  return new Map(page.indicators.map((one) => [one.id, one]));
}
