import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useMessages } from '../language.tsx';
import type { Messages } from '../messages/zh.ts';
import { type Desk, useDesk } from './desk.ts';
import { unsent } from './queue-state.ts';

/** One quiet line: whether what was typed is on the server, on this device, or on its way. */
export function SyncLine(): ReactNode {
  const words = useMessages().filling;
  const desk = useDesk();
  const signedOut = desk.view.link === 'signed-out';
  const away = desk.view.link === 'offline' || desk.kept;
  const look = signedOut ? ' signed-out' : away ? ' away' : '';
  return (
    <p className={`sync-line${look}`} role="status" aria-live="polite">
      <i aria-hidden="true" />
      <span>
        {syncWords(desk, words.link)}
        {signedOut && (
          <>
            {' '}
            <Link href={`/sign-in?to=${encodeURIComponent(location.pathname)}`}>
              {words.link.signInAgain}
            </Link>
          </>
        )}
        {!desk.lasting && <b> {words.link.notLasting}</b>}
      </span>
    </p>
  );
}

function syncWords(
  { view, editable, kept, sheet }: Desk,
  words: Messages['filling']['link'],
): string {
  const count = unsent(view.queue);
  if (view.link === 'signed-out') return words.signedOut(count);
  if (view.link === 'offline' || kept) return words.offline(count);
  if (count > 0) return view.link === 'sending' ? words.sending(count) : words.waiting(count);
  return editable || sheet.editable ? words.saved : words.readOnly;
}
