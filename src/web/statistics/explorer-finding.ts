import type { SeriesPlace, StatisticsCatalog } from '../../api/statistics.ts';
import { isMovement } from '../../statistics/implied-indicator.ts';
import type { ShownIndicator } from './explorer-state.ts';
import { type FigureTable, periodsWithFigures } from './figure-table.ts';

/** What the rows are, for a title: members of a group within a place, one place, or so many places. */
export type RowsNamed =
  | {
      readonly kind: 'members';
      readonly group: string;
      readonly within: string;
      readonly count: number;
    }
  | { readonly kind: 'one'; readonly place: SeriesPlace }
  | { readonly kind: 'several'; readonly count: number };

/** How the first indicator moved between the first and the last of its periods. */
export interface Moves {
  readonly indicator: ShownIndicator;
  /** The same as the last for what is itself a movement. */
  readonly first: string;
  readonly last: string;
  readonly up: number;
  readonly down: number;
  readonly same: number;
  /** Rows with no figure in either. */
  readonly unknown: number;
}

/** Returns what the rows are, by the tokens they were asked for with. */
export function rowsNamed(
  tokens: readonly string[],
  rows: readonly SeriesPlace[],
  catalog: StatisticsCatalog,
): RowsNamed {
  const [first, ...rest] = rows;
  if (first && rest.length === 0) return { kind: 'one', place: first };
  const [, group, within] = /^([a-z0-9-]+)(?:@([A-Za-z0-9-]+))?\/\*$/.exec(tokens[0] ?? '') ?? [];
  if (!group || tokens.length > 1) return { kind: 'several', count: rows.length };
  const state = catalog.territories.find(({ kind }) => kind === 'state')?.id ?? '';
  return { kind: 'members', group, within: within ?? state, count: rows.length };
}

/**
 * Returns how many rows went up and down, or null where no indicator has two periods with figures. Of
 * what is itself a movement the newest figures say it.
 */
export function movesOf(
  indicators: readonly ShownIndicator[],
  table: FigureTable,
  rows: readonly SeriesPlace[],
): Moves | null {
  for (const indicator of indicators) {
    const { id } = indicator.shown;
    const periods = periodsWithFigures(table, rows, id);
    const [first, last] = [periods[0], periods.at(-1)];
    if (first === undefined || last === undefined) continue;
    const moving = isMovement(indicator.shown);
    if (first === last && !moving) continue;
    const changes = rows.map(({ token }) => {
      if (moving) return signOf(table.value(token, id, last));
      const [then, now] = [table.value(token, id, first), table.value(token, id, last)];
      return then === null || now === null ? null : Math.sign(now - then);
    });
    const count = (sign: number | null) => changes.filter((change) => change === sign).length;
    const moves = { up: count(1), down: count(-1), same: count(0), unknown: count(null) };
    if (moves.up + moves.down > 1)
      return { indicator, first: moving ? last : first, last, ...moves };
  }
  return null;
}

function signOf(value: number | null): number | null {
  return value === null ? null : Math.sign(value);
}
