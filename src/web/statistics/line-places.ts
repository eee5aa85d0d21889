import type { SeriesPlace } from '../../api/statistics.ts';
import { strongLines } from '../../charts/line-chart.ts';
import type { ShownIndicator } from './explorer-state.ts';
import { type FigureTable, periodsWithFigures } from './figure-table.ts';

type Shown = ShownIndicator['shown'];

/** What of a chart's rows has no line, by the reason. */
export interface Undrawn {
  /** Places without any figure; rows to compare with are not counted among them. */
  readonly places: number;
  /** Rows to compare with that would lie far above the scale. */
  readonly beyond: number;
  /** Rows to compare with that have no figure of their own, or were not added up. */
  readonly notAdded: number;
}

/** Returns how many rows of an indicator's chart have no line, and why. */
export function undrawnOf(
  shown: Shown,
  { top, rows }: { readonly top: readonly SeriesPlace[]; readonly rows: readonly SeriesPlace[] },
  table: FigureTable,
): Undrawn {
  const has = (place: SeriesPlace) => hasFigures(place, shown, table);
  return {
    places: rows.filter((place) => !has(place)).length,
    beyond: top.filter((place) => has(place) && !isComparable(place, shown)).length,
    notAdded: top.filter((place) => !has(place)).length,
  };
}

/** Returns whether a row belongs beside the others: a sum of many would flatten their lines. */
export function isComparable(place: SeriesPlace, shown: Shown): boolean {
  return !isSum(shown) || (place.members === null && shown.aggregation?.kind !== 'sum');
}

/** Returns the first places in the order of the page, those with figures of most indicators first. */
export function firstStrong(
  rows: readonly SeriesPlace[],
  indicators: readonly ShownIndicator[],
  table: FigureTable,
): readonly string[] {
  const most = rows.length <= strongLines ? rows.length : 4;
  return rows
    .map((place) => {
      const having = indicators.filter(({ shown }) => hasFigures(place, shown, table));
      return { token: place.token, count: having.length };
    })
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count)
    .slice(0, most)
    .map(({ token }) => token);
}

function hasFigures(place: SeriesPlace, { id }: Shown, table: FigureTable): boolean {
  return periodsWithFigures(table, [place], id).length > 0;
}

function isSum({ aggregation, derived }: Shown): boolean {
  return aggregation?.kind === 'sum' || derived?.op === 'sum' || derived?.op === 'difference';
}
