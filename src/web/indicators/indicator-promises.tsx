import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { IndicatorPage } from '../../api/statistics-pages.ts';
import { clausePath } from '../addresses.ts';
import { clauseLabel } from '../clause-label.ts';
import { useLanguage } from '../language.tsx';
import { PromiseWords } from '../marks/promise-words.tsx';

/** The clauses of the plan an indicator serves, and the commitments it measures. */
export function IndicatorPromises({ page }: { page: IndicatorPage }): ReactNode {
  const { messages } = useLanguage();
  const words = messages.indicators;
  const { clauses, commitments } = page;
  return (
    <>
      <section className="side-part">
        <h2>{words.clauses.title}</h2>
        {clauses.length === 0 && <p className="note">{words.clauses.none}</p>}
        <ul className="promise-list">
          {clauses.map(({ id, heading }) => (
            <li key={id}>
              <Link href={clausePath(id)}>{clauseLabel(id, messages)}</Link>{' '}
              <span className="serif" lang="zh-CN">
                {heading}
              </span>
            </li>
          ))}
        </ul>
      </section>
      <section className="side-part">
        <h2>{words.commitments.title}</h2>
        {commitments.length === 0 && <p className="note">{words.commitments.none}</p>}
        <ul className="promise-list">
          {commitments.map(({ clause, commitment }) => (
            <li key={commitment.id}>
              <Link href={clausePath(clause.id)}>{clauseLabel(clause.id, messages)}</Link>{' '}
              <PromiseWords commitment={commitment} />
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
