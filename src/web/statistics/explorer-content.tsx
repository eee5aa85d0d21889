import { type ReactNode, useCallback, useMemo } from 'react';
import type { StatisticsCatalog } from '../../api/statistics.ts';
import type { ChangeAddress } from '../address-state.ts';
import { useLanguage } from '../language.tsx';
import { coverageWords } from './coverage-words.ts';
import { cellText, periodsText } from './explorer-address.ts';
import { ExplorerBars } from './explorer-bars.tsx';
import { columnGroups } from './explorer-columns.ts';
import { ExplorerLines } from './explorer-lines.tsx';
import { ExplorerList } from './explorer-list.tsx';
import { ExplorerNotes } from './explorer-notes.tsx';
import { inOrder, nextSort, orderOf } from './explorer-order.ts';
import { ExplorerRibbon } from './explorer-ribbon.tsx';
import type { ExplorerState } from './explorer-state.ts';
import { type CellAt, ExplorerTable } from './explorer-table.tsx';
import { type FigureTable, splitRows } from './figure-table.ts';
import { placeNames } from './place-names.ts';
import { StoryPopover } from './story-popover.tsx';

/** What the question was answered with, in the chosen form, and the story of a cell beside it. */
export function ExplorerContent(props: {
  catalog: StatisticsCatalog;
  state: ExplorerState;
  table: FigureTable;
  change: ChangeAddress;
  narrow: boolean;
  waiting: boolean;
}): ReactNode {
  const { catalog, state, table, change, narrow } = props;
  const { language, messages } = useLanguage();
  const words = messages.explorer;
  const { choice, indicators, compare } = state;
  const names = useMemo(() => placeNames(catalog, language), [catalog, language]);
  const order = useMemo(() => orderOf(choice.sort), [choice.sort]);
  const { top, rows } = useMemo(() => {
    const split = splitRows(table.series.places, compare);
    return { top: split.top, rows: inOrder(split.rows, order, table, catalog) };
  }, [table, compare, order, catalog]);
  const groups = useMemo(
    () =>
      columnGroups(indicators, table, { top, rows }, choice.layout, (place, figure) =>
        coverageWords(figure, names.member(place), words.table),
      ),
    [indicators, table, rows, top, choice.layout, names, words],
  );
  const open = useCallback((cell: CellAt) => change({ at: cellText(cell) }, 'typing'), [change]);
  const close = useCallback(() => change({ at: null }, 'typing'), [change]);
  const empty = groups.every(({ columns }) => columns.every(({ periods }) => periods.length === 0));
  const { periods } = table.series;
  const shared = { top, rows, table, names };
  return (
    <div className={props.waiting ? 'explorer-content waiting' : 'explorer-content'}>
      {empty && <p className="explorer-empty">{words.noFigures}</p>}
      {choice.view === 'lines' && (
        <ExplorerLines {...shared} indicators={indicators} strong={choice.strong} change={change} />
      )}
      {choice.view === 'ribbon' && (
        <ExplorerRibbon catalog={catalog} rows={rows} table={table} indicators={indicators} />
      )}
      {choice.view === 'bars' && <ExplorerBars {...shared} indicators={indicators} open={open} />}
      {choice.view === 'table' && narrow && (
        <ExplorerList {...shared} groups={groups} sort={choice.sort} open={open} />
      )}
      {choice.view === 'table' && !narrow && (
        <ExplorerTable
          {...shared}
          groups={groups}
          sort={choice.sort}
          areas={order.by === 'place' && rows.length > 1}
          caption={words.table.caption(
            rows.length,
            indicators.length,
            words.span(periods[0] ?? '', periods.at(-1) ?? ''),
          )}
          sortBy={(column) => change({ sort: nextSort(choice.sort, column) })}
          open={open}
          opened={choice.open}
        />
      )}
      <ExplorerNotes catalog={catalog} state={state} shown={groups} table={table} />
      {choice.open && (
        <StoryPopover
          cell={choice.open}
          asked={{
            basis: choice.basis,
            ...(choice.basis !== 'reported' && { span: periodsText(periods) }),
            ...(choice.asOf !== null && { asOf: choice.asOf }),
          }}
          catalog={catalog}
          anchor={() => document.querySelector<HTMLElement>('[data-cell].open')}
          close={close}
        />
      )}
    </div>
  );
}
