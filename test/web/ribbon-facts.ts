import type { Series, StatisticsCatalog } from '../../src/api/statistics.ts';
import type { Product } from './product.ts';

/**
 * Returns what the base says that the ribbon should show: the frontier in order, the last figures of
 * the indicator it begins with, the places whose area changed, indicators for tracks and for years.
 */
export async function ribbonFacts(product: Product) {
  const answer = async (path: string) => (await fetch(product.base + path)).json();
  const catalog = (await answer('/api/statistics')) as StatisticsCatalog;
  const names = new Map(catalog.territories.map(({ id, name }) => [id, name]));
  const order = catalog.frontier
    .toSorted((a, b) => a.order - b.order)
    .map(({ territory }) => ({ territory, name: names.get(territory) ?? '' }));
  const begins = catalog.indicators.find(
    (item) => item.unit === '%' && item.direction === 'up' && item.periods.length === 2,
  );
  const period = begins?.periods.at(-1)?.period;
  const series = (await answer(
    `/api/statistics/series?t=${catalog.main}/*&i=${begins?.id}&p=${period}`,
  )) as Series;
  const share = new Map(
    series.places.map(({ territory }, row) => [territory, series.figures[row]?.[0]?.[0]?.value]),
  );
  const last = Number(period);
  const since = Number(begins?.periods[0]?.period);
  const moved = catalog.events.filter(({ date }) => Number(date) > since && Number(date) <= last);
  const parts = new Set(moved.flatMap(({ from, to }) => [from, to]));
  const among = catalog.indicators.filter(({ amongMembers }) => amongMembers);
  return {
    order,
    share,
    changed: order.filter(({ territory }) => parts.has(territory)),
    tracks: among
      .filter(({ periods, id }) => periods.length === 2 && id !== begins?.id)
      .map(({ id }) => id),
    yearly: among.find(({ unit, periods }) => unit === '万元' && periods.length > 6)?.id,
  };
}
