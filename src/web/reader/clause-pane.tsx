import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import { clausePath } from '../addresses.ts';
import { CiteButton } from '../cite-button.tsx';
import { clauseLabel } from '../clause-label.ts';
import { useMessages } from '../language.tsx';
import { citationOf } from './citation.ts';
import { PaneBodies, PaneDuties, PaneSharing } from './pane-bodies.tsx';
import { PaneCommitments, PaneProjects, PaneQuantities } from './pane-commitments.tsx';
import { PaneContents, PaneCorrections } from './pane-contents.tsx';
import type { ReadClause, Reading } from './reading.ts';

/** What hangs on the selected clause. On a phone it is a sheet whose head is always in sight. */
export function ClausePane(props: {
  reading: Reading;
  of: ReadClause;
  find: string;
  step: (by: 1 | -1) => void;
}): ReactNode {
  const { reading, of, find, step } = props;
  const messages = useMessages();
  const { reader } = messages;
  const [raised, setRaised] = useState(false);
  const { clause } = of;
  const label = clauseLabel(clause.id, messages);
  const address = () => new URL(clausePath(clause.id), location.href).href;
  const area = of.ancestors.at(-1);
  const bare =
    of.commitments.length + of.statements.length + of.quantities.length + of.children.length ===
      0 && of.duties.length + of.projects.length === 0;
  return (
    <div className={raised ? 'pane raised' : 'pane'}>
      <div className="pane-bar">
        <span className="pane-place">
          {label}
          <span className="sheet-words">
            {reader.sheet(of.commitments.length, of.statements[0]?.agencies.length ?? 0)}
          </span>
        </span>
        <button type="button" className="quiet raise" onClick={() => setRaised(!raised)}>
          {raised ? reader.collapse : reader.open}
        </button>
        <span className="pane-steps">
          <button type="button" className="quiet" onClick={() => step(-1)} title="k">
            {reader.previous}
          </button>
          <button type="button" className="quiet" onClick={() => step(1)} title="j">
            {reader.next}
          </button>
        </span>
        <Link className="quiet pane-close" href={clausePath(null, find)} title={reader.closePane}>
          <span className="unseen">{reader.closePane}</span>
          <span aria-hidden="true">✕</span>
        </Link>
      </div>
      <div className="pane-body" key={clause.id}>
        <h2 lang="zh-CN">{clause.heading || `${clause.number ?? reader.preamble}`}</h2>
        <p className="pane-kind">
          {messages.kinds[clause.kind]}
          {area?.clause.heading && (
            <>
              <span aria-hidden="true"> · </span>
              <Link href={clausePath(area.clause.id)} lang="zh-CN">
                {area.clause.heading}
              </Link>
            </>
          )}
        </p>
        <CiteButton citation={() => citationOf(reading, of, address())} />
        <PaneCorrections reading={reading} of={of} />
        {bare && <p className="note">{reader.nothingHere}</p>}
        <PaneCommitments of={of} />
        <PaneProjects of={of} />
        <PaneDuties of={of} agencies={reading.agencies} />
        <PaneBodies of={of} />
        <PaneQuantities of={of} />
        <PaneContents of={of} />
        <PaneSharing reading={reading} of={of} />
      </div>
    </div>
  );
}
