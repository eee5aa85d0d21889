import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useLanguage } from '../language.tsx';
import { refusalOf } from '../request.ts';
import './states.css';

/** Says what was refused, what to do about it, and offers to try again; 404s offer a way back. */
export function Refused(props: { error: unknown; retry: () => void }): ReactNode {
  const { language, messages } = useLanguage();
  const { states } = messages;
  const refusal = refusalOf(props.error);
  return (
    <div className="state wrap" role="alert">
      <h1>{refusal.message[language]}</h1>
      <p>{refusal.hint[language]}</p>
      <p className="actions">
        {refusal.status === 404 ? (
          <>
            <Link className="button" href="/plan">
              {states.back}
            </Link>
            <Link className="button" href="/agencies">
              {states.toAgencies}
            </Link>
          </>
        ) : (
          <button type="button" className="button" onClick={props.retry}>
            {states.retry}
          </button>
        )}
      </p>
    </div>
  );
}
