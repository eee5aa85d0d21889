import type { StatisticsCatalog } from '../../api/statistics.ts';
import { isMovement } from '../../statistics/implied-indicator.ts';
import type { Language } from '../language.tsx';
import type { Messages } from '../messages/zh.ts';
import { type Moves, movesOf, type RowsNamed, rowsNamed } from './explorer-finding.ts';
import { inOrder } from './explorer-order.ts';
import type { ExplorerState } from './explorer-state.ts';
import { type FigureTable, splitRows } from './figure-table.ts';

/** The head of the page: what it shows and what the figures say, as far as they can be said simply. */
export interface TitleWords {
  readonly title: string;
  readonly lede: string;
}

/** Returns the head of the page; of the places alone until figures are there. */
export function titleWords(
  catalog: StatisticsCatalog,
  state: ExplorerState,
  table: FigureTable | null,
  language: Language,
  messages: Messages,
): TitleWords {
  const words = messages.explorer;
  if (!table) return { title: words.title, lede: '' };
  const rows = inOrder(
    splitRows(table.series.places, state.compare).rows,
    { by: 'place', order: 'frontier' },
    table,
    catalog,
  );
  const named = rowsNamed(state.places, rows, catalog);
  const { periods } = table.series;
  const moves = movesOf(state.indicators, table, rows);
  const [from = '', to = ''] = moves ? [moves.first, moves.last] : [periods[0], periods.at(-1)];
  const subject = rowsText(named, catalog, language, messages);
  const statement = moves
    ? (isMovement(moves.indicator.shown) ? words.signs : words.moves)(
        moves.indicator.shown.name[language],
        moves.up,
        moves.down,
      )
    : null;
  return {
    title: words.head(subject, words.span(from, to), statement),
    lede: moves && moves.first !== moves.last ? ledeOf(moves, messages) : '',
  };
}

/** How many were compared, where that is not all of them, and why the others were not. */
function ledeOf({ up, down, same, changed, unknown }: Moves, { explorer }: Messages): string {
  return changed + unknown > 0 ? explorer.lede(up + down + same, changed, unknown) : '';
}

function rowsText(
  named: RowsNamed,
  catalog: StatisticsCatalog,
  language: Language,
  messages: Messages,
): string {
  const words = messages.explorer;
  if (named.kind === 'one') return named.place.name[language];
  if (named.kind === 'several') return words.several(named.count);
  const member = catalog.groups.find(({ id }) => id === named.group)?.member[language] ?? '';
  const within = catalog.territories.find(({ id }) => id === named.within);
  const where = within && within.kind !== 'state' ? within.shortName : null;
  return words.members(where, named.count, member);
}
