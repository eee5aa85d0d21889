import { type ReactNode, useCallback } from 'react';
import type { Matrix } from '../../api/plan.ts';
import type { ChangeAddress } from '../address-state.ts';
import { grouped } from '../grouped.ts';
import { useMessages } from '../language.tsx';
import { KindShape } from '../marks/kind-shape.tsx';
import { Segmented } from '../segmented.tsx';
import { TypedField } from '../typed-field.tsx';
import { kindsOf, type MatrixChoice, type MatrixView, orders, views } from './matrix-view.ts';

/** What narrows and orders the matrix. */
export function MatrixFilters(props: {
  matrix: Matrix;
  view: MatrixView;
  choice: MatrixChoice;
  change: ChangeAddress;
  narrow: boolean;
}): ReactNode {
  const { matrix, view, choice, change, narrow } = props;
  const messages = useMessages();
  const words = messages.matrix;
  const kinds = kindsOf(matrix.rows);
  const areas = [...grouped(matrix.rows, (row) => row.area.id).values()];
  const type = useCallback((q: string) => change({ q }, 'typing'), [change]);
  return (
    <div className="toolbar">
      <Segmented
        label={words.kinds}
        chosen={choice.kind ?? ''}
        choose={(kind) => change({ kind })}
        options={[
          { value: '', words: `${words.all} ${matrix.rows.length}` },
          ...kinds.map(({ kind, count }) => ({
            value: kind as string,
            words: (
              <>
                <KindShape kind={kind} /> {messages.kinds[kind]} {count}
              </>
            ),
          })),
        ]}
      />
      {choice.view === 'grid' && (
        <Segmented
          label={words.order}
          chosen={choice.order}
          choose={(sort) => change({ sort: sort === 'count' ? null : sort })}
          options={orders.map((value) => ({ value, words: words.orders[value] }))}
        />
      )}
      <select
        className="field"
        aria-label={words.area}
        value={choice.area ?? ''}
        onChange={(event) => change({ area: event.target.value })}
      >
        <option value="">{words.allAreas}</option>
        {areas.map((rows) => (
          <option key={rows[0]?.area.id} value={rows[0]?.area.id} lang="zh-CN">
            {rows[0]?.area.heading} {rows.length}
          </option>
        ))}
      </select>
      <TypedField label={words.filter} words={choice.words} change={type} />
      {view.filtered && (
        <span className="small muted" role="status">
          {words.shown(view.cells, matrix.cells)}{' '}
          <button
            type="button"
            className="quiet"
            onClick={() => change({ kind: null, area: null, q: null })}
          >
            {words.clear}
          </button>
        </span>
      )}
      <Segmented
        className="end"
        label={words.view}
        chosen={choice.view ?? 'grid'}
        choose={(value) => change({ view: value })}
        options={views
          .filter((value) => !(narrow && value === 'grid'))
          .map((value) => ({ value, words: words.views[value] }))}
      />
    </div>
  );
}
