import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useMessages } from '../language.tsx';
import { useTitle } from '../title.ts';
import './states.css';

/** An address that leads nowhere. */
export function UnknownPage(): ReactNode {
  const { states } = useMessages();
  useTitle(states.unknownPage);
  return (
    <div className="state wrap">
      <h1>{states.unknownPage}</h1>
      <p>{states.unknownPageHint}</p>
      <p className="actions">
        <Link className="button" href="/plan">
          {states.back}
        </Link>
      </p>
    </div>
  );
}
