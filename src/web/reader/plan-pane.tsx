import type { ReactNode } from 'react';
import type { PlanDocument } from '../../api/plan.ts';
import type { ClauseKind } from '../../domain/clause.ts';
import { useMessages } from '../language.tsx';
import { PaneSection } from './pane-section.tsx';

/** The plan's own facts, while no clause is chosen. */
export function PlanPane({ document }: { document: PlanDocument }): ReactNode {
  const messages = useMessages();
  const { reader } = messages;
  const { plan } = document;
  const facts: [string, string][] = [
    [reader.factNumber, plan.number],
    [reader.factIssuer, plan.issuer],
    [reader.factIssued, messages.date(plan.issued)],
    [reader.factPeriod, messages.period(plan.period.start, plan.period.end)],
    [reader.factBase, messages.date(String(plan.baseYear))],
    [reader.factSource, plan.source.attribution],
  ];
  const { counts } = plan;
  const kinds = Object.entries(counts.clauses) as [ClauseKind, number][];
  const held: [string, number][] = [
    ...kinds
      .filter(([kind, count]) => count > 0 && kind !== 'section' && kind !== 'item')
      .map(([kind, count]): [string, number] => [messages.kinds[kind], count]),
    [reader.responsibilityStatements, counts.responsibilities],
    [reader.namedBodies, counts.agencies],
    [reader.cells, counts.cells],
    [reader.commitments, counts.commitments],
    [reader.projects, counts.namedProjects],
    [reader.duties, counts.duties],
  ];
  return (
    <div className="pane plan-pane">
      <div className="pane-bar">
        <h2>{reader.facts}</h2>
      </div>
      <dl className="plan-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd lang="zh-CN">{value}</dd>
          </div>
        ))}
      </dl>
      <PaneSection name={reader.holds}>
        <dl className="plan-counts">
          {held.map(([name, count]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{count.toLocaleString('en')}</dd>
            </div>
          ))}
        </dl>
      </PaneSection>
      <p className="note">{reader.hint}</p>
    </div>
  );
}
