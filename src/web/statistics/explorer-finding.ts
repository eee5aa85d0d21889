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
  /** Rows whose territory is not the same at both ends, so that their figures say nothing of a move. */
  readonly changed: number;
  /** Rows without a figure at one end or both. */
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

/** The periods since the concept last changed: figures before it do not compare with those after. */
function sinceBreak(
  periods: readonly string[],
  breaks: ShownIndicator['shown']['breaks'],
): readonly string[] {
  const last = breaks
    .map(({ period }) => period)
    .toSorted()
    .at(-1);
  return last === undefined ? periods : periods.filter((period) => period >= last);
}

type Move = 'up' | 'down' | 'same' | 'changed' | 'unknown';

/**
 * Returns how many rows went up and down, or null where no indicator has two periods with figures. Of
 * what is itself a movement the newest figures say it; where the table has a column of changes, that
 * column does, so that both count the same.
 */
export function movesOf(
  indicators: readonly ShownIndicator[],
  table: FigureTable,
  rows: readonly SeriesPlace[],
): Moves | null {
  for (const indicator of indicators) {
    const all = periodsWithFigures(table, rows, indicator.shown.id);
    const periods = sinceBreak(all, indicator.shown.breaks);
    const [first, last] = [periods[0], periods.at(-1)];
    if (first === undefined || last === undefined) continue;
    const moving = isMovement(indicator.shown);
    if (first === last && !moving) continue;
    const cut = periods.length < all.length;
    const moves = rows.map(({ token }) => moveOf(token, { indicator, table, first, last, cut }));
    const count = (wanted: Move) => moves.filter((move) => move === wanted).length;
    const [up, down] = [count('up'), count('down')];
    if (up + down <= 1) continue;
    const rest = { same: count('same'), changed: count('changed'), unknown: count('unknown') };
    return { indicator, first: moving ? last : first, last, up, down, ...rest };
  }
  return null;
}

function moveOf(
  token: string,
  at: {
    readonly indicator: ShownIndicator;
    readonly table: FigureTable;
    readonly first: string;
    readonly last: string;
    /** Whether the periods before a break were left out: then the column of changes has other ends. */
    readonly cut: boolean;
  },
): Move {
  const { indicator, table, first, last, cut } = at;
  const { shown } = indicator;
  const movement = isMovement(shown) ? shown : cut ? null : indicator.movement;
  if (movement) {
    const figure = table.figure(token, movement.id, last);
    if (figure?.withheld === 'not-comparable') return 'changed';
    return signed(figure?.value ?? null);
  }
  const [then, now] = [table.value(token, shown.id, first), table.value(token, shown.id, last)];
  return signed(then === null || now === null ? null : now - then);
}

function signed(value: number | null): Move {
  if (value === null) return 'unknown';
  return value > 0 ? 'up' : value < 0 ? 'down' : 'same';
}
