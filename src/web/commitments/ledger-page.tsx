import { type ReactNode, useEffect, useMemo } from 'react';
import type { Ledger } from '../../api/plan.ts';
import { useAddressState } from '../address-state.ts';
import { useAnswer } from '../answers.ts';
import { Downloads } from '../downloads.tsx';
import { useLanguage } from '../language.tsx';
import { Phrases } from '../marks/phrases.tsx';
import { Answered } from '../states/answered.tsx';
import { useTitle } from '../title.ts';
import { CrossTable } from './cross-table.tsx';
import { LedgerDuties } from './ledger-duties.tsx';
import { LedgerFilters } from './ledger-filters.tsx';
import { LedgerList } from './ledger-list.tsx';
import { LedgerProjects } from './ledger-projects.tsx';
import { choiceOf, holds, inCell, inScope, isFiltered } from './ledger-view.ts';
import './cross-table.css';
import './ledger.css';

/** The ledger: every promise of the plan by grade, target and area; the named projects; the duties. */
export function LedgerPage(): ReactNode {
  const answer = useAnswer('ledger', {});
  return <Answered answer={answer}>{(ledger) => <Body ledger={ledger} />}</Answered>;
}

function Body({ ledger }: { ledger: Ledger }): ReactNode {
  const { messages } = useLanguage();
  const words = messages.ledger;
  const [params, change] = useAddressState();
  const choice = useMemo(() => choiceOf(params), [params]);
  const scope = useMemo(() => inScope(ledger.commitments, choice), [ledger, choice]);
  const entries = useMemo(
    () => inCell(scope, choice.grade, choice.target),
    [scope, choice.grade, choice.target],
  );
  const evaluable = ledger.commitments.filter((entry) => entry.evaluability.evaluable).length;
  const all = ledger.commitments.length;
  const projects = ledger.namedProjects.filter(
    (project) =>
      holds(choice.words, project.title, project.link.heading, project.clause) &&
      (!choice.area || project.area.id === choice.area),
  );
  const duties = ledger.duties.filter((duty) =>
    holds(choice.words, duty.action, duty.actors.join('、'), duty.clause),
  );
  useTitle(messages.frame.commitments);
  useEffect(() => {
    // The sections exist only now, so the browser could not go to the fragment itself.
    if (location.hash) document.getElementById(location.hash.slice(1))?.scrollIntoView();
  }, []);
  return (
    <div className="wrap ledger">
      <header className="page-head">
        <div>
          <h1>
            <Phrases words={words.finding(all, evaluable)} />
          </h1>
          <p>{words.lede(all - evaluable, ledger.namedProjects.length, ledger.duties.length)}</p>
        </div>
        <div className="actions">
          <Downloads csv="ledgerCsv" xlsx="ledgerXlsx" all={all} filtered={isFiltered(choice)} />
        </div>
      </header>
      <LedgerFilters ledger={ledger} choice={choice} shown={entries.length} change={change} />
      <CrossTable entries={scope} choice={choice} change={change} />
      <nav className="ledger-jump" aria-label={words.jump}>
        <a href="#commitments">
          {words.commitments} <b>{entries.length}</b>
        </a>
        <a href="#projects">
          {words.projects} <b>{projects.length}</b>
        </a>
        <a href="#duties">
          {words.duties} <b>{duties.length}</b>
        </a>
      </nav>
      <LedgerList entries={entries} />
      <LedgerProjects projects={projects} />
      <LedgerDuties duties={duties} />
    </div>
  );
}
