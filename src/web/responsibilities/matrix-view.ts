import type { ClauseLink, Matrix, MatrixRow } from '../../api/plan.ts';
import type { ClauseKind } from '../../domain/clause.ts';
import { oneOf } from '../address-state.ts';
import { grouped } from '../grouped.ts';
import { seriation } from './seriation.ts';

export const orders = ['count', 'printed', 'similar'] as const;
export type Order = (typeof orders)[number];
export const views = ['grid', 'items', 'agencies'] as const;
export type View = (typeof views)[number];

/** What the reader chose; all of it stands in the address. */
export interface MatrixChoice {
  readonly kind: string | null;
  readonly area: string | null;
  readonly words: string;
  readonly order: Order;
  /** The pinned column and the pinned row. */
  readonly agency: string | null;
  readonly item: string | null;
  readonly view: View | null;
}

/** The part of the matrix a choice leaves, columns in the chosen order. */
export interface MatrixView {
  readonly areas: readonly { area: ClauseLink; rows: readonly MatrixRow[]; cells: number }[];
  readonly rows: readonly MatrixRow[];
  readonly columns: readonly { name: string; count: number }[];
  readonly cells: number;
  readonly filtered: boolean;
}

/** Returns the choice an address holds. */
export function choiceOf(params: URLSearchParams): MatrixChoice {
  return {
    kind: params.get('kind'),
    area: params.get('area'),
    words: params.get('q')?.trim() ?? '',
    order: oneOf(orders, params.get('sort')) ?? 'count',
    agency: params.get('agency'),
    item: params.get('item'),
    view: oneOf(views, params.get('view')),
  };
}

/**
 * Returns the rows and columns a choice leaves. Words keep the agencies whose name holds them and
 * the items whose heading does: an item found by its heading keeps all its agencies.
 */
export function viewOf(matrix: Matrix, choice: MatrixChoice): MatrixView {
  const { words } = choice;
  const inScope = matrix.rows.filter(
    (row) =>
      (!choice.kind || row.clause.kind === choice.kind) &&
      (!choice.area || row.area.id === choice.area),
  );
  const byHeading = inScope.filter(({ clause }) =>
    `${clause.id} ${clause.heading}`.includes(words),
  );
  const byName = matrix.agencies.filter(({ name }) => name.includes(words));
  const names = new Set(byName.map(({ name }) => name));
  for (const row of words ? byHeading : []) for (const name of row.agencies) names.add(name);
  const rows = inScope.filter(
    (row) => byHeading.includes(row) || row.agencies.some((name) => names.has(name)),
  );
  const counts = grouped(
    rows.flatMap((row) => row.agencies.filter((name) => names.has(name))),
    (name) => name,
  );
  const columns = matrix.agencies
    .filter(({ name }) => counts.has(name))
    .map(({ name }) => ({ name, count: counts.get(name)?.length ?? 0 }));
  const cellsOf = (part: readonly MatrixRow[]) =>
    part.reduce((sum, row) => sum + row.agencies.filter((name) => names.has(name)).length, 0);
  const areas = [...grouped(rows, (row) => row.area.id).values()].flatMap((part) =>
    part[0] ? [{ area: part[0].area, rows: part, cells: cellsOf(part) }] : [],
  );
  return {
    areas,
    rows,
    columns: inOrder(columns, rows, choice.order),
    cells: cellsOf(rows),
    filtered: Boolean(choice.kind || choice.area || words),
  };
}

/** Returns what the whole matrix shows: how few agencies hold half of its cells, and so on. */
export function findingOf(matrix: Matrix): {
  half: number;
  once: number;
  first: string;
  most: number;
} {
  const counts = [...matrix.agencies].sort((a, b) => b.count - a.count);
  let held = 0;
  let half = 0;
  while (held * 2 < matrix.cells && half < counts.length) held += counts[half++]?.count ?? 0;
  return {
    half,
    once: counts.filter(({ count }) => count === 1).length,
    first: counts[0]?.name ?? '',
    most: counts[0]?.count ?? 0,
  };
}

/** Returns the kinds of the rows with the number of each, in the order of the text. */
export function kindsOf(rows: readonly MatrixRow[]): { kind: ClauseKind; count: number }[] {
  return [...grouped(rows, (row) => row.clause.kind)].map(([kind, part]) => ({
    kind,
    count: part.length,
  }));
}

/** Returns the agencies named most often beside one, most often first. */
export function companionsOf(
  rows: readonly MatrixRow[],
  name: string,
): { name: string; shared: number }[] {
  const beside = rows
    .filter((row) => row.agencies.includes(name))
    .flatMap((row) => row.agencies.filter((other) => other !== name));
  return [...grouped(beside, (other) => other)]
    .map(([other, times]) => ({ name: other, shared: times.length }))
    .sort((a, b) => b.shared - a.shared);
}

function inOrder(
  columns: readonly { name: string; count: number }[],
  rows: readonly MatrixRow[],
  order: Order,
): { name: string; count: number }[] {
  if (order === 'printed') return [...columns];
  if (order === 'count') return [...columns].sort((a, b) => b.count - a.count);
  const sets = columns.map(
    ({ name }) => new Set(rows.flatMap((row, at) => (row.agencies.includes(name) ? [at] : []))),
  );
  return seriation(sets).flatMap((index) => columns[index] ?? []);
}
