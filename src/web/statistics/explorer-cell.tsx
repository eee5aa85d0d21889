import { memo, type ReactNode } from 'react';
import type { Figure, SeriesPlace, TerritoryEntry } from '../../api/statistics.ts';
import type { FigureWords } from '../../domain/figure-words.ts';
import { useMessages } from '../language.tsx';
import { ChangeBar, Dumbbell, Spark } from './cell-drawings.tsx';
import { type CellWords, cellWords, doubtText } from './cell-words.ts';
import { coverageWords } from './coverage-words.ts';
import type { Column } from './explorer-columns.ts';
import { type FigureTable, isDoubtful } from './figure-table.ts';
import type { PlaceNames } from './place-names.ts';

/** A cell of the table: a figure with what goes with it, or a drawing of the figures beside it. */
export const ExplorerCell = memo(function ExplorerCell(props: {
  /** Row and column, for the cursor; null for a drawing. */
  at: string | null;
  column: Column;
  place: SeriesPlace;
  entry: TerritoryEntry | undefined;
  table: FigureTable;
  words: FigureWords;
  summary: boolean;
  names: PlaceNames;
  opened: boolean;
}): ReactNode {
  const { at, column, place, table } = props;
  if (at === null)
    return (
      <td className="drawn" aria-hidden="true">
        <CellDrawing column={column} place={place} table={table} plain={props.summary} />
      </td>
    );
  const figure = table.figure(place.token, column.indicator.id, column.period);
  const { entry, words } = props;
  const cell = cellWords(figure, column.indicator, words, { entry, period: column.period });
  const tone =
    column.form === 'change' && figure?.value ? (figure.value < 0 ? ' fell' : ' rose') : '';
  return (
    <td
      data-cell={at}
      tabIndex={-1}
      aria-haspopup="dialog"
      className={`num ${column.form} ${cell.kind}${tone}${props.opened ? ' open' : ''}`}
      title={cell.doubts.join('；') || reasonOf(figure, words)}
    >
      {cell.text}
      {cell.status && <i className="status">{cell.status.slice(0, 1)}</i>}
      {figure?.comparable && <Comparable comparable={figure.comparable} names={props.names} />}
      <DoubtMark cell={cell} />
      {props.summary && figure?.coverage && (
        <Coverage
          figure={figure}
          member={props.names.member(place)}
          roomy={column.besideDrawing && column.form !== 'was'}
        />
      )}
    </td>
  );
});

function reasonOf(
  figure: ReturnType<FigureTable['figure']>,
  words: FigureWords,
): string | undefined {
  if (figure?.withheld) return words.withheld[figure.withheld];
  return figure?.absence ? words.absences[figure.absence] : undefined;
}

/** That a figure is in doubt, or how many of those in it are. */
export function DoubtMark({ cell }: { cell: CellWords }): ReactNode {
  const { table } = useMessages().explorer;
  const text = doubtText(cell, table);
  if (text === '') return null;
  return <i className={cell.doubts.length > 0 ? 'doubtful' : 'doubtful among'}>{text}</i>;
}

/** That a figure is of several places together, or of a share of one. */
function Comparable(props: {
  comparable: NonNullable<Figure['comparable']>;
  names: PlaceNames;
}): ReactNode {
  const { comparable, names } = props;
  const { explorer, listOf } = useMessages();
  return (
    <i
      className="status"
      title={listOf(comparable.territories.map((id) => names.byId(id)?.name ?? id))}
    >
      {explorer.table.comparable[comparable.basis]}
    </i>
  );
}

/** How many members stand behind a figure of several places, and whether it is their middle one. */
function Coverage(props: { figure: Figure; member: string; roomy: boolean }): ReactNode {
  const { table } = useMessages().explorer;
  const { figure, member, roomy } = props;
  const words = coverageWords(figure, member, table) ?? '';
  const { present, expected } = figure.coverage ?? { present: 0, expected: 0 };
  const whole = present === expected;
  return (
    <span className={figure.value !== null && !whole ? 'coverage partial' : 'coverage'}>
      {figure.value === null && roomy ? table.noSum(words) : words}
      {figure.summary === 'median' && whole && roomy && ` ${table.median}`}
    </span>
  );
}

/** What is drawn in a cell from the figures beside it. */
export function CellDrawing(props: {
  /** Says nothing where there is nothing to draw. */
  plain?: boolean;
  column: Column;
  place: SeriesPlace;
  table: FigureTable;
}): ReactNode {
  const { column, place, table } = props;
  const { indicator, periods, period, extent } = column;
  const { explorer } = useMessages();
  const value = (at: string) => table.value(place.token, indicator.id, at);
  if (column.form === 'spark' && periods.every((at) => value(at) === null))
    return props.plain ? null : <span className="none">{explorer.table.notSupplied}</span>;
  if (column.form === 'bar') return <ChangeBar value={value(period)} extent={extent} />;
  const breaks = indicator.breaks.flatMap((one) => {
    const at = periods.findIndex((period) => period >= one.period);
    return at > 0 ? [at] : [];
  });
  if (column.form === 'dumbbell') {
    const moved = column.movement ? table.figure(place.token, column.movement, period) : null;
    const joined = breaks.length === 0 && moved?.withheld !== 'not-comparable';
    const was = value(periods[0] ?? period);
    return <Dumbbell was={was} now={value(period)} joined={joined} extent={extent} />;
  }
  const points = periods.map((at) => ({
    value: value(at),
    doubtful: isDoubtful(table.figure(place.token, indicator.id, at)),
  }));
  return <Spark points={points} breaks={breaks} />;
}
