import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { MatrixRow } from '../../api/plan.ts';
import { agencyPath, clausePath } from '../addresses.ts';
import { shortLabel } from '../clause-label.ts';
import { useMessages } from '../language.tsx';
import { KindShape } from '../marks/kind-shape.tsx';
import type { MatrixView } from './matrix-view.ts';

/** The matrix as a list of items, each with the agencies it names in printed order. */
export function ItemsList({ view }: { view: MatrixView }): ReactNode {
  const { matrix: words } = useMessages();
  const shown = new Set(view.columns.map(({ name }) => name));
  return view.areas.map(({ area, rows, cells }) => (
    <section className="matrix-part" key={area.id}>
      <h2>
        <Link href={clausePath(area.id)} lang="zh-CN">
          {area.heading}
        </Link>
        <span>
          {words.itemsCount(rows.length)} · {words.cellsCount(cells)}
        </span>
      </h2>
      <ul>
        {rows.map((row) => (
          <li key={row.clause.id} className="matrix-entry">
            <ItemLink row={row} />
            <p className="matrix-names" lang="zh-CN">
              {row.agencies
                .filter((name) => shown.has(name))
                .map((name) => (
                  <Link key={name} href={agencyPath(name)}>
                    {name}
                  </Link>
                ))}
              {row.others.map((name) => (
                <span key={name}>{name}</span>
              ))}
            </p>
          </li>
        ))}
      </ul>
    </section>
  ));
}

/** The matrix as a list of agencies, each opening on the items that name it. */
export function AgenciesList({ view }: { view: MatrixView }): ReactNode {
  const { matrix: words } = useMessages();
  const columns = [...view.columns].sort((a, b) => b.count - a.count);
  const largest = columns[0]?.count ?? 1;
  return (
    <section className="matrix-part" aria-label={words.views.agencies}>
      {columns.map(({ name, count }) => (
        <details key={name} className="matrix-agency">
          <summary>
            <span lang="zh-CN">{name}</span>
            <svg width="120" height="8" aria-hidden="true">
              <rect width={(120 * count) / largest} height="8" />
            </svg>
            <span className="num">{count}</span>
          </summary>
          <ul>
            {view.rows
              .filter((row) => row.agencies.includes(name))
              .map((row) => (
                <li key={row.clause.id}>
                  <ItemLink row={row} />
                </li>
              ))}
            <li>
              <Link className="item-link" href={agencyPath(name)}>
                {words.openAgency}
              </Link>
            </li>
          </ul>
        </details>
      ))}
    </section>
  );
}

function ItemLink({ row }: { row: MatrixRow }): ReactNode {
  const messages = useMessages();
  const { clause } = row;
  return (
    <Link className="item-link" href={clausePath(clause.id)}>
      <KindShape kind={clause.kind} />
      <span className="unseen">{messages.kinds[clause.kind]}</span>
      <span className="id">{shortLabel(clause.id, messages)}</span>
      <span lang="zh-CN">{clause.heading}</span>
    </Link>
  );
}
