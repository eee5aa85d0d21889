import { memo, type ReactNode } from 'react';
import { Link } from 'wouter';
import { clausePath } from '../addresses.ts';
import { clauseLabel } from '../clause-label.ts';
import { grouped } from '../grouped.ts';
import { useMessages } from '../language.tsx';
import { EvaluabilityNote } from '../marks/evaluability-note.tsx';
import { PromiseWords } from '../marks/promise-words.tsx';
import type { Entry } from './ledger-view.ts';

/** The commitments by area. Areas out of sight are not laid out, so five hundred rows stay light. */
export const LedgerList = memo(function LedgerList(props: {
  entries: readonly Entry[];
}): ReactNode {
  const messages = useMessages();
  const words = messages.ledger;
  const { entries } = props;
  return (
    <section className="part" id="commitments">
      <header>
        <h2>{words.commitments}</h2>
        <p className="note">{messages.itemsOf(entries.length)}</p>
      </header>
      {entries.length === 0 && (
        <p className="ledger-nothing">
          {words.nothing}
          {words.nothingHint}
        </p>
      )}
      {[...grouped(entries, (entry) => entry.area.id).values()].map((part) => (
        <section key={part[0]?.area.id} className="ledger-area">
          <h3>
            <span lang="zh-CN">{part[0]?.area.heading}</span>
            <span>{messages.itemsOf(part.length)}</span>
          </h3>
          <ul>
            {part.map((entry) => (
              <LedgerRow key={entry.id} entry={entry} />
            ))}
          </ul>
        </section>
      ))}
    </section>
  );
});

function LedgerRow({ entry }: { entry: Entry }): ReactNode {
  const messages = useMessages();
  const words = messages.ledger;
  const { grade, target, deadline, deadlineBasis, conditions } = entry;
  return (
    <li className="ledger-row">
      <Link className="id" href={clausePath(entry.clause)} title={entry.link.heading}>
        {clauseLabel(entry.clause, messages)}
      </Link>
      <div className="ledger-words">
        <PromiseWords commitment={entry} />
        {conditions.length > 0 && (
          <span className="note" lang="zh-CN">
            {words.conditions(conditions.join('、'))}
          </span>
        )}
      </div>
      <span className="ledger-grade">
        {messages.grades[grade]}
        {target !== 'none' && ` · ${messages.targets[target]}`}
      </span>
      <span className="ledger-deadline">
        {deadline === null && words.deadlineNone}
        {deadline && messages.date(deadline)}
        {deadline && deadlineBasis === 'period' && (
          <span className="muted"> {words.deadlinePeriod}</span>
        )}
      </span>
      <EvaluabilityNote entry={entry} />
    </li>
  );
}
