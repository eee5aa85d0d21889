import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { Ledger } from '../../api/plan.ts';
import { clausePath } from '../addresses.ts';
import { clauseLabel } from '../clause-label.ts';
import { useMessages } from '../language.tsx';

/** The obligations running text lays on a body, apart from the statements. */
export function LedgerDuties({ duties }: { duties: Ledger['duties'] }): ReactNode {
  const messages = useMessages();
  const words = messages.ledger;
  return (
    <section className="part" id="duties">
      <header>
        <h2>{words.duties}</h2>
        <p className="note">{words.dutiesNote}</p>
      </header>
      {duties.length === 0 && <p className="ledger-nothing">{words.noDuties}</p>}
      <ul>
        {duties.map((duty) => (
          <li key={`${duty.start} ${duty.action}`} className="duty-row">
            <Link className="id" href={clausePath(duty.clause)} title={duty.link.heading}>
              {clauseLabel(duty.clause, messages)}
            </Link>
            <span lang="zh-CN" className="duty-actors">
              {duty.actors.join('、')}
            </span>
            <span lang="zh-CN" className="serif">
              {duty.action}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
