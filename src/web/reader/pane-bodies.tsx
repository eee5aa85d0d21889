import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { agencyPath, clausePath } from '../addresses.ts';
import { clauseLabel } from '../clause-label.ts';
import { useMessages } from '../language.tsx';
import { PaneSection } from './pane-section.tsx';
import { type ReadClause, type Reading, sharingBodies } from './reading.ts';

/** The bodies a clause names, in printed order; that none leads is said, not left out. */
export function PaneBodies({ of }: { of: ReadClause }): ReactNode {
  const messages = useMessages();
  const { reader } = messages;
  return of.statements.map((statement) => (
    <PaneSection
      key={statement.start}
      name={reader.responsible}
      remark={reader.printedOrder(statement.agencies.length)}
    >
      <ol className="pane-bodies">
        {statement.agencies.map((name) => (
          <li key={name}>
            <Link href={agencyPath(name)} lang="zh-CN">
              {name}
            </Link>
          </li>
        ))}
        {statement.others.map((name) => (
          <li key={name} lang="zh-CN">
            {name}
          </li>
        ))}
      </ol>
      <p className="note">
        {statement.leads.length > 0
          ? reader.leads(messages.listOf(statement.leads))
          : reader.noLead}
        <span aria-hidden="true"> · </span>
        {messages.manners[statement.manner]}
        {statement.open && ` · ${reader.openList}`}
      </p>
    </PaneSection>
  ));
}

/** What running text lays on a body, apart from the statement. */
export function PaneDuties(props: { of: ReadClause; agencies: ReadonlySet<string> }): ReactNode {
  const messages = useMessages();
  const { duties } = props.of;
  if (duties.length === 0) return null;
  return (
    <PaneSection name={messages.reader.duties} remark={duties.length}>
      <ul className="pane-duties">
        {duties.map((duty) => (
          <li key={`${duty.start} ${duty.action}`} lang="zh-CN">
            {duty.actors.map((name, index) => (
              <span key={name}>
                {index > 0 && '、'}
                {props.agencies.has(name) ? (
                  <Link href={agencyPath(name)}>{name}</Link>
                ) : (
                  <b>{name}</b>
                )}
              </span>
            ))}
            <span className="serif">　{duty.action}</span>
          </li>
        ))}
      </ul>
    </PaneSection>
  );
}

/** Other clauses most of these bodies answer for. */
export function PaneSharing(props: { reading: Reading; of: ReadClause }): ReactNode {
  const messages = useMessages();
  const { reader } = messages;
  const sharing = sharingBodies(props.reading, props.of).slice(0, 6);
  if (sharing.length === 0) return null;
  return (
    <PaneSection name={reader.shared} remark={reader.sharedNote}>
      <ul className="pane-links">
        {sharing.map(({ clause: { clause }, shared }) => (
          <li key={clause.id}>
            <span className="muted">{clauseLabel(clause.id, messages)}</span>
            <Link href={clausePath(clause.id)} lang="zh-CN">
              {clause.heading}
            </Link>
            <span className="muted">{reader.sharedCount(shared)}</span>
          </li>
        ))}
      </ul>
    </PaneSection>
  );
}
