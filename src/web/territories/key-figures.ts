import type { Figure } from '../../api/statistics.ts';
import type { IndicatorBrief, TerritoryPage } from '../../api/statistics-pages.ts';
import { isPercentage } from '../../statistics/implied-indicator.ts';
import {
  addsUp,
  changedBetween,
  figureAt,
  isLevel,
  isWidelyHeld,
  periodsWith,
  type ShownFigures,
  shownFigures,
} from './page-figures.ts';

/** A figure that says who a place is. */
export interface KeyFigure {
  readonly indicator: IndicatorBrief;
  readonly period: string;
  readonly now: Figure;
  /** The first there is; null where there is only one. */
  readonly was: { readonly period: string; readonly figure: Figure } | null;
  readonly comparable: boolean;
  readonly together: boolean;
}

/**
 * Returns the figures a page begins with: the first size that nearly all members have, the first
 * computed share, and the first share that is better the more there is of it.
 */
export function keyFigures(page: TerritoryPage): readonly KeyFigure[] {
  const held = shownFigures(page).filter(isWidelyHeld);
  const chosen = [
    held.find(({ indicator }) => addsUp(indicator) && !indicator.derived),
    held.find(({ indicator }) => indicator.derived?.op === 'share'),
    fillingShare(page),
  ];
  const found = chosen.flatMap((one) => (one ? [keyFigure(one, page) ?? []].flat() : []));
  return found.length > 0 ? found : ownFigures(page);
}

/** Returns the first share of all that is better the more there is of it and has two periods. */
export function fillingShare(page: TerritoryPage): ShownFigures | undefined {
  return shownFigures(page).find(
    (one) =>
      isWidelyHeld(one) &&
      isLevel(one.indicator) &&
      isPercentage(one.indicator) &&
      one.indicator.direction === 'up' &&
      one.indicator.range.max === 100 &&
      periodsWith(one.series, page).length > 1,
  );
}

/** Of a place no member is like: the first few it has. */
function ownFigures(page: TerritoryPage): readonly KeyFigure[] {
  return shownFigures(page)
    .filter(({ indicator }) => !indicator.derived)
    .flatMap((one) => keyFigure(one, page) ?? [])
    .slice(0, 4);
}

function keyFigure(one: ShownFigures, page: TerritoryPage): KeyFigure | null {
  const { indicator, series, together } = one;
  const periods = periodsWith(series, page);
  const period = periods.findLast((at) => Number(at.slice(0, 4)) <= page.plan.period.end);
  const [first] = periods;
  const now = period === undefined ? null : figureAt(series, period, page);
  if (period === undefined || !now) return null;
  const before = first === undefined || first === period ? null : figureAt(series, first, page);
  return {
    ...{ indicator, period, now, together },
    was: before && first !== undefined ? { period: first, figure: before } : null,
    comparable: first === undefined || !changedBetween(page, first, period),
  };
}
