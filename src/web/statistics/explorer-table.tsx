import { memo, type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { Link } from 'wouter';
import type { SeriesPlace, TerritoryEntry } from '../../api/statistics.ts';
import { figureWordsOf } from '../../domain/figure-words.ts';
import { territoryPath } from '../addresses.ts';
import { useLanguage, useMessages } from '../language.tsx';
import { useFloatingHead } from '../responsibilities/use-floating-head.ts';
import { ExplorerCell } from './explorer-cell.tsx';
import { type Column, type ColumnGroup, holdsFigures } from './explorer-columns.ts';
import { TableHead } from './explorer-table-head.tsx';
import type { FigureTable } from './figure-table.ts';
import { areaOf, type PlaceNames, shortArea } from './place-names.ts';
import { useCellWalk } from './use-cell-walk.ts';

/** In pixels; the area holds a prefecture's short name, with its province in the title. */
const areaWidth = 78;
const placeWidth = 134;

/** A cell that can be opened: the row and column of the table it stands in. */
export interface CellAt {
  readonly place: string;
  readonly indicator: string;
  readonly period: string;
}

/**
 * Places down, indicators across; the rows that are compared with stay on top. One cell at a time can
 * be tabbed to; arrows move it, Enter opens its story.
 */
export function ExplorerTable(props: {
  top: readonly SeriesPlace[];
  rows: readonly SeriesPlace[];
  groups: readonly ColumnGroup[];
  table: FigureTable;
  names: PlaceNames;
  sort: string | null;
  areas: boolean;
  caption: string;
  sortBy: (column: string) => void;
  open: (cell: CellAt) => void;
  opened: CellAt | null;
}): ReactNode {
  const { top, rows, groups, table, names, opened } = props;
  const element = useRef<HTMLTableElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const wide = useWide(scroller, element, groups);
  useFloatingHead(scroller, element);
  const columns = useMemo(() => groups.flatMap((group) => group.columns), [groups]);
  const places = useMemo(() => [...top, ...rows], [top, rows]);
  const openAt = (row: number, column: number) => {
    const place = places[row];
    const at = columns.filter(holdsFigures)[column];
    if (place && at)
      props.open({ place: place.token, indicator: at.indicator.id, period: at.period });
  };
  const walk = useCellWalk(element, openAt);
  let area = '';
  return (
    <div className={wide ? 'explorer-scroll wide' : 'explorer-scroll'} ref={scroller}>
      <table
        className="explorer-table"
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells are walked by arrows is a grid
        role="grid"
        style={{
          minWidth: columns.reduce((sum, { width }) => sum + width, areaWidth + placeWidth),
        }}
        ref={element}
        onKeyDown={walk.onKeyDown}
        onClick={walk.onClick}
      >
        <caption className="unseen">{props.caption}</caption>
        <colgroup>
          <col style={{ width: areaWidth }} />
          <col style={{ width: placeWidth }} />
          {columns.map(({ key, width }) => (
            <col key={key} style={{ width }} />
          ))}
        </colgroup>
        <TableHead groups={groups} sort={props.sort} sortBy={props.sortBy}>
          {top.map((place, index) => (
            <Row
              key={place.token}
              at={index}
              place={place}
              area=""
              summary
              columns={columns}
              table={table}
              names={names}
              opened={opened?.place === place.token ? opened : null}
            />
          ))}
        </TableHead>
        <tbody>
          {rows.map((place, index) => {
            const here = props.areas ? areaOf(place, names) : '';
            const first = here !== area;
            area = here;
            return (
              <Row
                key={place.token}
                at={top.length + index}
                place={place}
                area={here}
                areaSaid={first}
                columns={columns}
                table={table}
                names={names}
                opened={opened?.place === place.token ? opened : null}
              />
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

const Row = memo(function Row(props: {
  at: number;
  place: SeriesPlace;
  area: string;
  /** Whether the area is another than that of the row above. */
  areaSaid?: boolean;
  summary?: boolean;
  columns: readonly Column[];
  table: FigureTable;
  names: PlaceNames;
  opened: CellAt | null;
}): ReactNode {
  const { place, columns, table, names, opened, at } = props;
  const { language } = useLanguage();
  const words = figureWordsOf(language);
  const entry = names.entry(place);
  let figures = -1;
  return (
    <tr className={props.summary ? 'summary' : opened ? 'opened' : undefined}>
      <td className="area" lang="zh-CN" title={props.area || undefined}>
        {props.areaSaid && shortArea(place, names)}
      </td>
      <th scope="row" className="place">
        <PlaceName place={place} entry={entry} name={names.of(place)} at={at} />
        {props.summary && <SummaryCount place={place} />}
      </th>
      {columns.map((column) => {
        if (holdsFigures(column)) figures += 1;
        return (
          <ExplorerCell
            key={column.key}
            at={holdsFigures(column) ? `${at}:${figures}` : null}
            column={column}
            place={place}
            entry={entry}
            table={table}
            words={words}
            summary={props.summary === true}
            names={names}
            opened={opened?.indicator === column.indicator.id && opened.period === column.period}
          />
        );
      })}
    </tr>
  );
});

/** Of how many the row is made; nothing for a place with figures of its own. */
function SummaryCount({ place }: { place: SeriesPlace }): ReactNode {
  const { explorer } = useMessages();
  return place.members === null ? null : (
    <span className="coverage">{explorer.table.members(place.members)}</span>
  );
}

function PlaceName(props: {
  place: SeriesPlace;
  entry: TerritoryEntry | undefined;
  name: string;
  at: number;
}): ReactNode {
  const { language } = useLanguage();
  const words = figureWordsOf(language);
  const { entry, place, name } = props;
  const sure = !entry || entry.certainty === 'certain' || place.group !== null;
  return (
    <>
      {entry ? (
        <Link
          href={territoryPath(entry.id)}
          data-cell={`${props.at}:-1`}
          tabIndex={-1}
          lang="zh-CN"
          title={entry.name}
        >
          {name}
        </Link>
      ) : (
        <span title={place.name[language]}>{name}</span>
      )}
      {!sure && <i className="certainty">{words.certainties[entry.certainty]}</i>}
    </>
  );
}

/** Whether the table is wider than its place: only then does it scroll by itself. */
function useWide(
  scroller: React.RefObject<HTMLDivElement | null>,
  table: React.RefObject<HTMLTableElement | null>,
  groups: readonly ColumnGroup[],
): boolean {
  const [wide, setWide] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other columns are measured anew
  useEffect(() => {
    const measure = () =>
      setWide((table.current?.scrollWidth ?? 0) > (scroller.current?.clientWidth ?? 0) + 1);
    const sizes = new ResizeObserver(measure);
    if (scroller.current) sizes.observe(scroller.current);
    measure();
    return () => sizes.disconnect();
  }, [scroller, table, groups]);
  return wide;
}
