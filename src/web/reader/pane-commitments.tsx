import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { Commitment } from '../../domain/commitment.ts';
import { projectPath } from '../addresses.ts';
import { useAnswer } from '../answers.ts';
import { grouped } from '../grouped.ts';
import { useMessages } from '../language.tsx';
import { EvaluabilityNote } from '../marks/evaluability-note.tsx';
import { PromiseWords } from '../marks/promise-words.tsx';
import { VerbMark } from '../marks/verb-mark.tsx';
import { PaneSection } from './pane-section.tsx';
import type { ReadClause } from './reading.ts';

/** The promises of a clause: words, grade, target, deadline, and what would count as done. */
export function PaneCommitments({ of }: { of: ReadClause }): ReactNode {
  const messages = useMessages();
  const { reader } = messages;
  const byPeriod = of.commitments.find((item) => item.deadlineBasis === 'period')?.deadline;
  const ledger = useAnswer('ledger', {}, of.commitments.length > 0);
  if (of.commitments.length === 0) return null;
  const judged = new Map(ledger.data?.commitments.map((entry) => [entry.id, entry]));
  return (
    <PaneSection name={reader.commitments} remark={reader.byVerb(of.commitments.length)}>
      <ul className="pane-promises">
        {of.commitments.map((commitment) => {
          const entry = judged.get(commitment.id);
          return (
            <li key={commitment.id}>
              <p>
                <PromiseWords commitment={commitment} />
              </p>
              <p className="pane-facts">
                <CommitmentFacts commitment={commitment} />
                {entry && <EvaluabilityNote entry={entry} />}
              </p>
            </li>
          );
        })}
      </ul>
      {byPeriod && <p className="note">{reader.periodNote(messages.date(byPeriod))}</p>}
    </PaneSection>
  );
}

function CommitmentFacts({ commitment }: { commitment: Commitment }): ReactNode {
  const messages = useMessages();
  const { grade, target, deadline, deadlineBasis } = commitment;
  const facts: string[] = [];
  if (grade !== 'none') facts.push(messages.grades[grade]);
  if (target !== 'none') facts.push(messages.targets[target]);
  if (deadline && deadlineBasis === 'stated')
    facts.push(messages.reader.deadline(messages.date(deadline)));
  return <span>{facts.join(' · ')}</span>;
}

/** The railways, roads and zones a clause names, by kind and verb. */
export function PaneProjects({ of }: { of: ReadClause }): ReactNode {
  const messages = useMessages();
  const { reader } = messages;
  if (of.projects.length === 0) return null;
  const groups = grouped(of.projects, ({ kind, grade, verb }) => `${kind} ${grade} ${verb}`);
  return (
    <PaneSection name={reader.projects} remark={reader.projectCount(of.projects.length)}>
      {[...groups].map(([key, projects]) => (
        <div className="pane-projects" key={key}>
          <p>
            {projects[0] && (
              <>
                {messages.projectKinds[projects[0].kind]}{' '}
                <VerbMark verb={projects[0].verb} grade={projects[0].grade} />
              </>
            )}
            <span className="num">{projects.length}</span>
          </p>
          <ul>
            {projects.map((project) => (
              <li key={project.title}>
                <Link href={projectPath(project.title)} lang="zh-CN">
                  {project.title}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </PaneSection>
  );
}

/** The numbers a clause prints, with their qualifiers. */
export function PaneQuantities({ of }: { of: ReadClause }): ReactNode {
  const { reader } = useMessages();
  if (of.quantities.length === 0) return null;
  return (
    <PaneSection name={reader.quantities} remark={of.quantities.length}>
      <ul className="pane-quantities" lang="zh-CN">
        {of.quantities.map((quantity) => (
          <li key={quantity.start}>{quantity.text}</li>
        ))}
      </ul>
    </PaneSection>
  );
}
