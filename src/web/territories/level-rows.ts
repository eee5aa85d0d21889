import type { Figure } from '../../api/statistics.ts';
import type { IndicatorBrief, Standing, TerritoryPage } from '../../api/statistics-pages.ts';
import {
  changedBetween,
  figureAt,
  isLevel,
  isWidelyHeld,
  periodsWith,
  shownFigures,
} from './page-figures.ts';

/** What a place is like at two times far apart, and where it stands. */
export interface LevelRow {
  readonly indicator: IndicatorBrief;
  readonly was: Figure | null;
  readonly now: Figure | null;
  /** False where its extent changed in between. */
  readonly comparable: boolean;
  /** Null for a place that is no member. */
  readonly position: Standing | null;
}

/** The rows with the two periods they are of. */
export interface LevelRows {
  readonly periods: readonly [first: string, last: string];
  readonly rows: readonly LevelRow[];
  /** Where the figures are published, if all in one place. */
  readonly publication: string | null;
}

/**
 * Returns what nearly all members have of two times: levels first that have a better end, then those
 * that have none, last those of one time only. Null where there is nothing of the kind.
 */
export function levelRows(page: TerritoryPage): LevelRows | null {
  const held = shownFigures(page).filter((one) => isLevel(one.indicator) && isWidelyHeld(one));
  const known = held.flatMap(({ series }) => [...periodsWith(series, page)]).sort();
  const [first] = known;
  const last = known.at(-1);
  if (first === undefined || last === undefined) return null;
  const rows = held.map(({ indicator, series, figures }): LevelRow => {
    const [was, now] = [figureAt(series, first, page), figureAt(series, last, page)];
    return {
      indicator,
      was: first === last ? null : was,
      now,
      comparable: !changedBetween(page, first, last),
      position: figures.position?.period === last ? figures.position : null,
    };
  });
  const reported = held.filter(({ indicator }) => !indicator.derived);
  const publications = new Set(reported.map(({ indicator }) => indicator.source.publication));
  const [publication = null] = publications.size === 1 ? publications : [];
  return { periods: [first, last], rows: rows.toSorted(byUse), publication };
}

function byUse(a: LevelRow, b: LevelRow): number {
  return rankOf(a) - rankOf(b);
}

function rankOf({ indicator, was }: LevelRow): number {
  return (indicator.direction === 'none' ? 1 : 0) + (was === null ? 2 : 0);
}
