import type { Figure } from '../../api/statistics.ts';
import type { TerritoryPage } from '../../api/statistics-pages.ts';
import { isDoubtful } from '../statistics/figure-table.ts';
import { addsUp, changedBetween, figureAt, type ShownFigures } from './page-figures.ts';

/** How much a size grew over some years, in percent, beside the places above. */
export interface GrowthBeside {
  readonly from: string;
  readonly to: string;
  readonly growths: readonly { readonly name: string; readonly percent: number }[];
}

/**
 * Returns the growth of a size beside that of its province and the nation, over the longest years
 * between which nothing changed: neither the concept nor the area, and neither end in doubt. A line of
 * the province would only say that it is larger. Null where nothing compares.
 */
export function growthBeside(
  { indicator, figures, series, together }: ShownFigures,
  years: readonly string[],
  page: TerritoryPage,
): GrowthBeside | null {
  if (!addsUp(indicator) || together) return null;
  const nameOf = (kind: string) =>
    page.above.find(({ place }) => place.kind === kind)?.place.shortName ?? '';
  const above = [
    { name: nameOf('province'), of: figures.province },
    { name: nameOf('state'), of: figures.state },
  ];
  for (const [from, to] of spansOf(years)) {
    const cut = indicator.breaks.some(({ period }) => period > from && period <= to);
    if (cut || changedBetween(page, from, to)) continue;
    const growth = (of: readonly (Figure | null)[] | null) =>
      growthOf(figureAt(of ?? [], from, page), figureAt(of ?? [], to, page));
    const own = growth(series);
    const others = above.flatMap(({ name, of }) => {
      const percent = growth(of);
      return percent === null ? [] : [{ name, percent }];
    });
    if (own === null || others.length === 0) continue;
    return { from, to, growths: [{ name: page.territory.shortName, percent: own }, ...others] };
  }
  return null;
}

/** Every pair of years, the longest first, of equally long ones the latest. */
function spansOf(years: readonly string[]): readonly (readonly [string, string])[] {
  const pairs = years.flatMap((from, at) => years.slice(at + 1).map((to) => [from, to] as const));
  const length = ([from, to]: readonly [string, string]) => years.indexOf(to) - years.indexOf(from);
  return pairs.toSorted((a, b) => length(b) - length(a) || b[0].localeCompare(a[0]));
}

function growthOf(then: Figure | null, now: Figure | null): number | null {
  if (typeof then?.value !== 'number' || typeof now?.value !== 'number') return null;
  if (then.value <= 0 || isDoubtful(then) || isDoubtful(now)) return null;
  return (now.value / then.value - 1) * 100;
}
