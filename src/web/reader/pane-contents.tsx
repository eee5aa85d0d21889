import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { PlanDocument } from '../../api/plan.ts';
import { clausePath } from '../addresses.ts';
import { clauseLabel } from '../clause-label.ts';
import { useMessages } from '../language.tsx';
import { PaneSection } from './pane-section.tsx';
import type { ReadClause, Reading } from './reading.ts';

type Correction = PlanDocument['corrections'][number];

/** The clauses below, with the promises each holds. */
export function PaneContents({ of }: { of: ReadClause }): ReactNode {
  const messages = useMessages();
  const { reader } = messages;
  if (of.children.length === 0) return null;
  return (
    <PaneSection name={reader.contains} remark={reader.containsCount(of.children.length)}>
      <ul className="pane-links">
        {of.children.map(({ clause, total }) => (
          <li key={clause.id}>
            <span className="muted">{clauseLabel(clause.id, messages)}</span>
            <Link href={clausePath(clause.id)} lang="zh-CN">
              {clause.heading || clause.number}
            </Link>
            <span className="muted">{total || ''}</span>
          </li>
        ))}
      </ul>
    </PaneSection>
  );
}

/** What a person changed in what the compiler gave, and why. */
export function PaneCorrections(props: { reading: Reading; of: ReadClause }): ReactNode {
  const { reader } = useMessages();
  const { id } = props.of.clause;
  const own = props.reading.document.corrections.filter((item) => clauseOf(item) === id);
  if (own.length === 0) return null;
  return (
    <ul className="pane-corrections">
      {own.map((item) => (
        <li key={item.id}>
          <b>{reader.correction}</b> <span lang="zh-CN">{quoted(item)}</span>
          <span lang="zh-CN">{item.reason}</span>
          <span className="muted" lang="zh-CN">
            {reader.correctionBy(item.provider)}
          </span>
        </li>
      ))}
    </ul>
  );
}

function clauseOf(item: Correction): string {
  return item.op === 'set' || item.op === 'set-commitment' ? item.clause : item.value.clause;
}

function quoted(item: Correction): string {
  return item.op === 'set' ? item.value : `“${item.quote}”`;
}
