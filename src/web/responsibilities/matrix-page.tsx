import { type ReactNode, useMemo } from 'react';
import type { Matrix } from '../../api/plan.ts';
import { useAddressState } from '../address-state.ts';
import { useAnswer } from '../answers.ts';
import { Downloads } from '../downloads.tsx';
import { useLanguage, useMessages } from '../language.tsx';
import { KindShape } from '../marks/kind-shape.tsx';
import { Phrases } from '../marks/phrases.tsx';
import { Answered } from '../states/answered.tsx';
import { useTitle } from '../title.ts';
import { useNarrow } from '../use-narrow.ts';
import { MatrixFilters } from './matrix-filters.tsx';
import { MatrixGrid } from './matrix-grid.tsx';
import { AgenciesList, ItemsList } from './matrix-list.tsx';
import { MatrixPinned } from './matrix-pinned.tsx';
import { choiceOf, findingOf, kindsOf, type MatrixView, viewOf } from './matrix-view.ts';
import './matrix.css';
import './matrix-list.css';
import './matrix-pinned.css';
import './matrix-print.css';

/** The responsibility matrix: every item of the plan and every agency it names. */
export function MatrixPage(): ReactNode {
  const answer = useAnswer('matrix', {});
  return <Answered answer={answer}>{(matrix) => <MatrixBody matrix={matrix} />}</Answered>;
}

function MatrixBody({ matrix }: { matrix: Matrix }): ReactNode {
  const { messages } = useLanguage();
  const [params, change] = useAddressState();
  const choice = useMemo(() => choiceOf(params), [params]);
  const { kind, area, words, order } = choice;
  const view = useMemo(
    () => viewOf(matrix, { kind, area, words, order, agency: null, item: null, view: null }),
    [matrix, kind, area, words, order],
  );
  const narrow = useNarrow();
  const shown = choice.view && !(narrow && choice.view === 'grid') ? choice.view : null;
  const form = shown ?? (narrow ? 'items' : 'grid');
  const finding = useMemo(() => findingOf(matrix), [matrix]);
  const title = messages.matrix.finding(matrix.rows.length, matrix.cells, finding.half);
  useTitle(messages.frame.responsibilities);
  return (
    <div className="wrap matrix-page">
      <header className="page-head">
        <div>
          <h1>
            <Phrases words={title} />
          </h1>
          <Lede matrix={matrix} />
        </div>
        <div className="actions">
          <button type="button" className="button print-button" onClick={() => print()}>
            {messages.matrix.print}
          </button>
          <Downloads
            csv="matrixCsv"
            xlsx="matrixXlsx"
            all={matrix.rows.length}
            filtered={view.filtered}
          />
        </div>
      </header>
      <MatrixFilters
        matrix={matrix}
        view={view}
        choice={{ ...choice, view: form }}
        change={change}
        narrow={narrow}
      />
      {form === 'grid' && <MatrixPinned matrix={matrix} choice={choice} change={change} />}
      {view.rows.length === 0 && <p className="matrix-nothing">{messages.matrix.nothing}</p>}
      {view.rows.length > 0 && form === 'grid' && (
        <MatrixGrid view={view} agency={choice.agency} item={choice.item} change={change} />
      )}
      {form === 'items' && <ItemsList view={view} />}
      {form === 'agencies' && <AgenciesList view={view} />}
      <p className="note matrix-note">
        {messages.matrix.note}
        {form === 'grid' && ` ${messages.matrix.box}`}
        {form === 'grid' && <KindsLegend view={view} />}
      </p>
    </div>
  );
}

function Lede({ matrix }: { matrix: Matrix }): ReactNode {
  const { matrix: words } = useLanguage().messages;
  const { first, most, once } = findingOf(matrix);
  const noLead = matrix.rows.every((row) => row.leads.length === 0);
  const respectively = matrix.rows.every((row) => row.manner === 'respectively');
  return (
    <p>
      {words.lede(first, most, once)}
      {noLead && words.noLead}
      {respectively && words.respectively}
    </p>
  );
}

/** What the shapes mean, for paper: on the screen the filter by kind says it. */
function KindsLegend({ view }: { view: MatrixView }): ReactNode {
  const messages = useMessages();
  return (
    <span className="print-only">
      {kindsOf(view.rows).map(({ kind, count }) => (
        <span key={kind} className="kind-meaning">
          <KindShape kind={kind} /> {messages.kinds[kind]} {count}
        </span>
      ))}
    </span>
  );
}
