import type { SeriesPlace, StatisticsCatalog } from '../../api/statistics.ts';
import type { FigureTable } from './figure-table.ts';

/** Orders of places that need no figure. */
export const placeOrders = ['frontier', 'official', 'pinyin', 'strokes'] as const;
export type PlaceOrder = (typeof placeOrders)[number];

/** How rows are ordered: by place, or by the figures of a column. */
export type RowOrder =
  | { readonly by: 'place'; readonly order: PlaceOrder }
  | {
      readonly by: 'figure';
      readonly indicator: string;
      readonly period: string;
      readonly descending: boolean;
    };

/** Returns the order an address names: `pinyin`, `gdp.2020`, `-gdp.2020`; along the frontier without. */
export function orderOf(sort: string | null): RowOrder {
  const place = placeOrders.find((order) => order === sort);
  if (place || !sort) return { by: 'place', order: place ?? 'frontier' };
  const [, minus, indicator, period] = /^(-?)([^.]+)\.([^.]+)$/.exec(sort) ?? [];
  if (!indicator || !period) return { by: 'place', order: 'frontier' };
  return { by: 'figure', indicator, period, descending: minus === '-' };
}

/** Returns what the next press on a column's head asks for: most first, least first, no order. */
export function nextSort(sort: string | null, column: string): string | null {
  if (sort === `-${column}`) return column;
  return sort === column ? null : `-${column}`;
}

/** Returns rows in an order; what has no figure stands last, either way. */
export function inOrder(
  rows: readonly SeriesPlace[],
  order: RowOrder,
  table: FigureTable,
  catalog: Pick<StatisticsCatalog, 'territories'>,
): readonly SeriesPlace[] {
  if (order.by === 'figure') {
    const sign = order.descending ? -1 : 1;
    const value = ({ token }: SeriesPlace) => table.value(token, order.indicator, order.period);
    return rows.toSorted((a, b) => {
      const [one, other] = [value(a), value(b)];
      if (one === null || other === null) return Number(one === null) - Number(other === null);
      return sign * (one - other);
    });
  }
  if (order.order === 'official')
    return rows.toSorted((a, b) => a.territory.localeCompare(b.territory, 'en'));
  if (order.order === 'frontier') return alongFrontier(rows, catalog);
  const collation = order.order === 'pinyin' ? 'zh-u-co-pinyin' : 'zh-u-co-stroke';
  const collator = new Intl.Collator(collation);
  return rows.toSorted((a, b) => collator.compare(a.name.zh, b.name.zh));
}

/** Those on the frontier in its order; the others as they were asked for, behind them. */
function alongFrontier(
  rows: readonly SeriesPlace[],
  { territories }: Pick<StatisticsCatalog, 'territories'>,
): readonly SeriesPlace[] {
  const order = new Map(territories.map(({ id, order: at }) => [id, at]));
  const last = Number.MAX_SAFE_INTEGER;
  const at = (row: SeriesPlace) => (row.group === null ? order.get(row.territory) : null) ?? last;
  return rows.toSorted((a, b) => at(a) - at(b));
}
