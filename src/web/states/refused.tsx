import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useHere } from '../here.ts';
import { useLanguage } from '../language.tsx';
import type { Messages } from '../messages/zh.ts';
import { refusalOf } from '../request.ts';
import './states.css';

/** Says what was refused, what to do about it, and offers to try again; 404s offer a way back. */
export function Refused(props: { error: unknown; retry: () => void }): ReactNode {
  const { language, messages } = useLanguage();
  const { states } = messages;
  const refusal = refusalOf(props.error);
  const here = useHere();
  const list = listFor(refusal.code, states);
  return (
    <div className="state wrap" role="alert">
      <h1>{refusal.message[language]}</h1>
      <p>{list?.hint ?? refusal.hint[language]}</p>
      <p className="actions">
        {refusal.code === 'sign-in-needed' && (
          <Link className="button" href={`/sign-in?to=${encodeURIComponent(here)}`}>
            {messages.accounts.signIn.link}
          </Link>
        )}
        {refusal.status === 404 ? (
          <>
            <Link className="button" href="/plan">
              {states.back}
            </Link>
            {list && (
              <Link className="button" href={list.href}>
                {list.words}
              </Link>
            )}
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

/** Where all of what was not found are listed. */
function listFor(
  code: string,
  words: Messages['states'],
): { readonly href: string; readonly words: string; readonly hint?: string } | null {
  if (code === 'agency-not-found') return { href: '/agencies', words: words.toAgencies };
  // The hint of the interface speaks to programs.
  if (code === 'indicator-unknown')
    return { href: '/indicators', words: words.toIndicators, hint: words.unknownPageHint };
  return null;
}
