import type { ReactNode } from 'react';
import type { SubmissionEntry } from '../../api/collection.ts';
import { useMessages } from '../language.tsx';
import { stepsOf } from './standing.ts';
import './submissions.css';

/** The way of a submission: filled disc behind it, ring where it waits, hollow still to come. */
export function LevelStrip(props: { entry: SubmissionEntry; brief?: boolean }): ReactNode {
  const words = useMessages().collection;
  return (
    <ol className={props.brief ? 'level-strip brief' : 'level-strip'}>
      {stepsOf(props.entry).map(({ name, role, stage }) => (
        <li key={`${role} ${name}`} className={stage}>
          <span className="mark" aria-hidden="true" />
          <span className="who">
            {name} {words.roles[role]}
            <span className="unseen"> ({words.strip[stage]})</span>
          </span>
        </li>
      ))}
    </ol>
  );
}
