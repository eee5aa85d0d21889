import { type CSSProperties, type MouseEvent, memo, type ReactNode, useRef } from 'react';
import { Link } from 'wouter';
import type { MatrixRow } from '../../api/plan.ts';
import type { Change } from '../address-state.ts';
import { agencyPath, clausePath } from '../addresses.ts';
import { shortLabel } from '../clause-label.ts';
import { useMessages } from '../language.tsx';
import { KindShape } from '../marks/kind-shape.tsx';
import type { MatrixView } from './matrix-view.ts';
import { MoreColumns } from './more-columns.tsx';
import { useCellCursor } from './use-cell-cursor.ts';
import { useCrosshair } from './use-crosshair.ts';
import { useFloatingHead } from './use-floating-head.ts';

/** Rows an area needs for its heading to stand beside them; with fewer it stands above. */
const besideRows = 6;

interface Props {
  readonly view: MatrixView;
  readonly agency: string | null;
  readonly item: string | null;
  readonly change: (change: Change) => void;
}

/**
 * The matrix as a grid: a real table, so that every cell is read with its item and its agency.
 * One cell at a time can be tabbed to; arrows move it. A press on a head pins its column or row.
 */
export function MatrixGrid({ view, agency, item, change }: Props): ReactNode {
  const { matrix: words } = useMessages();
  const table = useRef<HTMLTableElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  useFloatingHead(scroller, table);
  const hover = useCrosshair(table);
  const walk = useCellCursor(table, (name) => change({ agency: name === agency ? null : name }));

  // A press pins; Enter, a new tab and assistive technology follow the link.
  const pin = (event: MouseEvent) => {
    const head = (event.target as HTMLElement).closest<HTMLElement>('[data-agency], [data-item]');
    if (!head || event.detail === 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const { agency: name, item: id } = head.dataset;
    if (name !== undefined) change({ agency: name === agency ? null : name });
    if (id !== undefined) change({ item: id === item ? null : id });
  };
  const largest = Math.max(...view.rows.map((row) => row.agencies.length));
  const above = view.areas.some(({ rows }) => rows.length < besideRows);
  const size = { '--columns': view.columns.length } as CSSProperties;
  let index = 0;
  return (
    <>
      <MoreColumns scroller={scroller} view={view} />
      <div className="matrix-scroll" ref={scroller} onClickCapture={pin}>
        <div className="crosshair" ref={hover.row} />
        <div className="crosshair" ref={hover.column} />
        <table
          className="matrix"
          style={size}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells are walked by arrows is a grid
          role="grid"
          ref={table}
          onKeyDown={walk}
          {...hover.handlers}
        >
          <caption className="unseen">
            {words.caption(view.rows.length, view.columns.length, view.cells)}
          </caption>
          <Heads columns={view.columns} pinned={agency} above={above} />
          {view.areas.map((part) => (
            <tbody key={part.area.id}>
              {above && (
                <tr className="area-above">
                  <AreaHead part={part} columns={view.columns.length + 3} />
                </tr>
              )}
              {part.rows.map((row, within) => (
                <Row
                  key={row.clause.id}
                  row={row}
                  at={index++}
                  columns={view.columns}
                  largest={largest}
                  agency={agency}
                  pinned={row.clause.id === item}
                >
                  {within === 0 && !above && <AreaHead part={part} rows={part.rows.length} />}
                </Row>
              ))}
            </tbody>
          ))}
          <Totals view={view} pinned={agency} above={above} />
        </table>
      </div>
    </>
  );
}

/** The heading of an area: beside its rows, or above them across all columns. */
function AreaHead(props: {
  part: MatrixView['areas'][number];
  rows?: number;
  columns?: number;
}): ReactNode {
  const { matrix: words } = useMessages();
  const { area, rows, cells } = props.part;
  return (
    <th className="matrix-area" rowSpan={props.rows} colSpan={props.columns} scope="rowgroup">
      <Link href={clausePath(area.id)} lang="zh-CN" tabIndex={-1}>
        {area.heading}
      </Link>
      <span>
        {words.itemsCount(rows.length)} · {words.cellsCount(cells)}
      </span>
    </th>
  );
}

const Heads = memo(function Heads(props: {
  columns: MatrixView['columns'];
  pinned: string | null;
  above: boolean;
}): ReactNode {
  const { matrix: words } = useMessages();
  return (
    <thead>
      <tr>
        {!props.above && <td className="matrix-corner" />}
        <th className="matrix-corner" scope="col">
          <span className="unseen">{words.item}</span>
        </th>
        {props.columns.map(({ name, count }, column) => (
          <th key={name} scope="col" className={name === props.pinned ? 'column pinned' : 'column'}>
            <Link
              href={agencyPath(name)}
              data-agency={name}
              data-cell={`-1:${column}`}
              tabIndex={-1}
              lang="zh-CN"
            >
              <span className="vertical">{name}</span>
              <span className="count">{count}</span>
            </Link>
          </th>
        ))}
        <th scope="col" colSpan={2}>
          <span className="unseen">{words.total}</span>
        </th>
      </tr>
    </thead>
  );
});

const Row = memo(
  function Row(props: {
    row: MatrixRow;
    at: number;
    columns: MatrixView['columns'];
    largest: number;
    agency: string | null;
    pinned: boolean;
    children: ReactNode;
  }): ReactNode {
    const messages = useMessages();
    const { row, at, columns } = props;
    const { clause, agencies } = row;
    const named = new Set(agencies);
    const shown = columns.filter(({ name }) => named.has(name)).length;
    return (
      <tr className={props.pinned ? 'pinned' : undefined}>
        {props.children}
        <th scope="row" className="matrix-item">
          <Link
            href={clausePath(clause.id)}
            data-item={clause.id}
            data-cell={`${at}:-1`}
            tabIndex={-1}
            title={clause.heading}
          >
            <span className="id">{shortLabel(clause.id, messages)}</span>
            <span lang="zh-CN">{clause.heading}</span>
          </Link>
        </th>
        {columns.map(({ name }, column) => (
          <td
            key={name}
            data-cell={`${at}:${column}`}
            tabIndex={-1}
            className={name === props.agency ? 'pinned' : undefined}
          >
            {named.has(name) && (
              <>
                <KindShape kind={clause.kind} />
                <span className="unseen">{messages.matrix.named}</span>
              </>
            )}
          </td>
        ))}
        <td className="sum">{shown}</td>
        <td className="bar" aria-hidden="true">
          <svg width="42" height="8" aria-hidden="true">
            <rect width={(42 * shown) / props.largest} height="8" />
          </svg>
        </td>
      </tr>
    );
  },
  (before, after) =>
    before.row === after.row &&
    before.at === after.at &&
    before.columns === after.columns &&
    before.agency === after.agency &&
    before.pinned === after.pinned,
);

function Totals(props: { view: MatrixView; pinned: string | null; above: boolean }): ReactNode {
  const { matrix: words } = useMessages();
  const { view, pinned, above } = props;
  const largest = Math.max(...view.columns.map(({ count }) => count));
  return (
    <tfoot>
      <tr>
        {!above && <th scope="row">{words.total}</th>}
        <td className="matrix-item">
          {above && `${words.total} `}
          {words.itemsCount(view.rows.length)}
        </td>
        {view.columns.map(({ name, count }) => (
          <td key={name} className={name === pinned ? 'pinned' : undefined}>
            <svg width="11" height="54" aria-hidden="true">
              <rect width="11" height={(54 * count) / largest} />
            </svg>
            <span className="unseen">{count}</span>
          </td>
        ))}
        <td className="sum grand" colSpan={2}>
          {view.cells}
        </td>
      </tr>
    </tfoot>
  );
}
