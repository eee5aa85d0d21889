import {
  type MouseEvent,
  type ReactNode,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { Link, useLocation, useSearchParams } from 'wouter';
import type { PlanDocument } from '../../api/plan.ts';
import { clausePath } from '../addresses.ts';
import { useAnswer } from '../answers.ts';
import { clauseLabel } from '../clause-label.ts';
import { useMessages } from '../language.tsx';
import { Answered } from '../states/answered.tsx';
import { useTitle } from '../title.ts';
import { ClausePane } from './clause-pane.tsx';
import { KeysDialog } from './keys-dialog.tsx';
import { placeInView } from './place-in-view.ts';
import { PlanPane } from './plan-pane.tsx';
import { PlanText } from './plan-text.tsx';
import { ReaderSide } from './reader-side.tsx';
import { readingOf } from './reading.ts';
import { UnknownClause } from './unknown-clause.tsx';
import { useReaderKeys } from './use-reader-keys.ts';
import './reader.css';
import './outline.css';
import './text.css';
import './text-print.css';
import './pane.css';

/** The plan to read: outline, official text, and what hangs on the selected clause. */
export function PlanReader({ clauseId }: { clauseId: string | null }): ReactNode {
  const answer = useAnswer('document', {});
  return (
    <Answered answer={answer}>{(data) => <Reader document={data} clauseId={clauseId} />}</Answered>
  );
}

function Reader(props: { document: PlanDocument; clauseId: string | null }): ReactNode {
  const { document: plan, clauseId } = props;
  const messages = useMessages();
  const reading = useMemo(() => readingOf(plan), [plan]);
  const [, navigate] = useLocation();
  const [query, setQuery] = useSearchParams();
  const find = query.get('find')?.trim() ?? '';
  const [keysShown, setKeysShown] = useState(false);
  const selected = clauseId === null ? undefined : reading.byId.get(clauseId);
  // A clause chosen in the text is in sight already; any other choice brings the text to it.
  const inSight = useRef(false);

  useTitle(
    selected
      ? `${clauseLabel(selected.clause.id, messages)} ${selected.clause.heading}`
      : plan.plan.shortTitle.zh,
  );
  useEffect(() => {
    if (clauseId !== null && !inSight.current)
      document.getElementById(`c-${clauseId}`)?.scrollIntoView({ block: 'start' });
    inSight.current = false;
  }, [clauseId]);

  const step = useCallback(
    (by: 1 | -1) => {
      const from = clauseId ?? placeInView();
      const at = reading.clauses.findIndex((entry) => entry.clause.id === from);
      const next = reading.clauses[clauseId === null && from ? at : at + by];
      if (!next) return;
      navigate(clausePath(next.clause.id, find));
      const link = document.querySelector<HTMLElement>(`[id="c-${next.clause.id}"] .clause-number`);
      link?.focus({ preventScroll: true });
    },
    [clauseId, find, navigate, reading],
  );
  const setFind = useCallback(
    (words: string) => setQuery(words ? { find: words } : {}, { replace: true }),
    [setQuery],
  );
  const leave = useCallback(() => {
    if (find) setFind('');
    else if (clauseId !== null) {
      inSight.current = true;
      navigate(clausePath(null));
    }
  }, [clauseId, find, navigate, setFind]);
  useReaderKeys({ step, leave, showKeys: useCallback(() => setKeysShown(true), []) });

  const choose = (event: MouseEvent) => {
    const target = event.target as HTMLElement;
    const id = target.closest<HTMLElement>('[data-clause]')?.dataset.clause;
    const link = target.closest('a, button, label');
    if (id === undefined || !getSelection()?.isCollapsed) return;
    if (link && !link.classList.contains('clause-number')) return;
    inSight.current = id !== clauseId;
    if (!link && id !== clauseId) navigate(clausePath(id, find));
  };

  if (clauseId !== null && !selected) return <UnknownClause id={clauseId} />;
  return (
    <div className="reader">
      <ReaderSide reading={reading} selected={clauseId} find={find} setFind={setFind} />
      <div className="reader-text">
        <Link
          className="skip-to-pane"
          href="#pane"
          onClick={() => document.getElementById('pane')?.focus()}
        >
          {messages.reader.pane}
        </Link>
        <PlanText reading={reading} selected={clauseId} find={find} choose={choose} />
      </div>
      <aside
        className="reader-pane"
        id="pane"
        tabIndex={-1}
        aria-label={selected ? messages.reader.pane : messages.reader.facts}
      >
        {selected ? (
          <ClausePane reading={reading} of={selected} find={find} step={step} />
        ) : (
          <PlanPane document={plan} />
        )}
      </aside>
      <KeysDialog open={keysShown} close={() => setKeysShown(false)} />
    </div>
  );
}
