import type { TerritoryPage } from '../../api/statistics-pages.ts';

/** Returns the token of what a page's figures are of: the place, or the main group in it. */
export function placeToken(
  page: Pick<TerritoryPage, 'territory' | 'main'>,
  together: boolean,
): string {
  return together ? `${page.main.id}@${page.territory.id}` : page.territory.id;
}

/** Returns the query that asks the downloads and the explorer for all figures of a page. */
export function pageQuestion(page: TerritoryPage): { t: string; i: string; p: string } {
  const beside = page.above
    .filter(({ place }) => place.kind === 'province' || place.kind === 'state')
    .map(({ place }) => place.id);
  return {
    t: [page.territory.id, ...beside].join(','),
    i: page.figures.map(({ indicator }) => indicator).join(','),
    p: page.periods.join(','),
  };
}
