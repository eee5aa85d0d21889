import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useAnswer } from '../answers.ts';
import { useMessages } from '../language.tsx';
import { useSession } from '../session.ts';
import { pagesFor, type WorkPage, waitingOn } from './work-pages.ts';
import '../submissions/submissions.css';
import './collection-nav.css';

/** The pages of collection that the session has a role on, with how much waits on each. */
export function CollectionNav({ here }: { here: WorkPage }): ReactNode {
  const { nav } = useMessages().collection;
  const account = useSession()?.account;
  const isIn = account?.stage === 'full';
  const owed = useAnswer('owed', {}, isIn).data;
  const pages = pagesFor(isIn ? account.roles.map(({ role }) => role) : []);
  if (pages.length < 2) return null;
  return (
    <nav className="collection-nav" aria-label={nav.label}>
      <ul className="wrap">
        {pages.map((page) => {
          const waiting = waitingOn(page, owed);
          return (
            <li key={page}>
              <Link href={`/${page}`} aria-current={page === here ? 'page' : undefined}>
                {nav[page]}
                {waiting !== null && waiting > 0 && (
                  <span className="waiting">
                    <span aria-hidden="true">{waiting}</span>
                    <span className="unseen">{nav.waiting(waiting)}</span>
                  </span>
                )}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
