import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useMessages } from '../language.tsx';
import '../states/states.css';

/** Says that the address names a place that is not there, with a way back to all of them. */
export function UnknownPlace(): ReactNode {
  const { unknownTitle, unknownHint, back } = useMessages().explorer.places;
  return (
    <div className="state wrap" role="alert">
      <h1>{unknownTitle}</h1>
      <p>{unknownHint}</p>
      <p className="actions">
        <Link className="button" href="/statistics">
          {back}
        </Link>
      </p>
    </div>
  );
}
