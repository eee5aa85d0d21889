import { type MouseEvent, memo, type ReactNode, useRef } from 'react';
import { Link } from 'wouter';
import type { MatrixRow } from '../../api/plan.ts';
import type { Change } from '../address-state.ts';
import { agencyPath, clausePath } from '../addresses.ts';
import { shortLabel } from '../clause-label.ts';
import { useMessages } from '../language.tsx';
import { KindShape } from '../marks/kind-shape.tsx';
import type { MatrixView } from './matrix-view.ts';
import { useCellCursor } from './use-cell-cursor.ts';
import { useCrosshair } from './use-crosshair.ts';

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
  let index = 0;
  return (
    <div className="matrix-scroll" onClickCapture={pin}>
      <div className="crosshair" ref={hover.row} />
      <div className="crosshair" ref={hover.column} />
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells are walked by arrows is a grid */}
      <table className="matrix" role="grid" ref={table} onKeyDown={walk} {...hover.handlers}>
        <caption className="unseen">
          {words.caption(view.rows.length, view.columns.length, view.cells)}
        </caption>
        <Heads columns={view.columns} pinned={agency} />
        {view.areas.map((part) => (
          <tbody key={part.area.id}>
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
                {within === 0 && (
                  <th className="matrix-area" rowSpan={part.rows.length} scope="rowgroup">
                    <Link href={clausePath(part.area.id)} lang="zh-CN" tabIndex={-1}>
                      {part.area.heading}
                    </Link>
                    <span>
                      {words.itemsCount(part.rows.length)} · {words.cellsCount(part.cells)}
                    </span>
                  </th>
                )}
              </Row>
            ))}
          </tbody>
        ))}
        <Totals view={view} pinned={agency} />
      </table>
    </div>
  );
}

const Heads = memo(function Heads(props: {
  columns: MatrixView['columns'];
  pinned: string | null;
}): ReactNode {
  const { matrix: words } = useMessages();
  return (
    <thead>
      <tr>
        <td className="matrix-corner" />
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

function Totals({ view, pinned }: { view: MatrixView; pinned: string | null }): ReactNode {
  const { matrix: words } = useMessages();
  const largest = Math.max(...view.columns.map(({ count }) => count));
  return (
    <tfoot>
      <tr>
        <th scope="row">{words.total}</th>
        <td className="matrix-item">{words.itemsCount(view.rows.length)}</td>
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
