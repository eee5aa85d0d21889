import type { ReactNode } from 'react';
import type { Sheet } from '../../api/collection.ts';
import { useMessages } from '../language.tsx';
import { beijingMinute } from '../submissions/beijing-time.ts';

/** The moves of a submission, newest first, with their reasons. */
export function SheetHistory({ sheet }: { sheet: Sheet }): ReactNode {
  const { review, collection } = useMessages();
  const moves = sheet.moves.toReversed();
  if (moves.length === 0) return null;
  return (
    <section className="part sheet-history">
      <h2>{review.sheet.history}</h2>
      <ol>
        {moves.map(({ act, by, at, reason }) => (
          <li key={`${at} ${act}`}>
            <span className="muted nowrap">{beijingMinute(at)}</span>
            <span>
              {review.sheet.movedBy(by ?? collection.program, collection.acts[act])}
              {reason && <span className="muted">{review.sheet.after(reason)}</span>}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
