import type { ReactNode } from 'react';
import { useMessages } from '../language.tsx';
import { useDesk } from './desk.ts';
import type { Submitting } from './submit-bar.tsx';
import type { GridActs } from './use-grid-acts.ts';

/** At the foot of a phone: how far the form is, the next problem, submitting. */
export function PhoneBar(props: { acts: GridActs; submitting: Submitting }): ReactNode {
  const { acts, submitting } = props;
  const words = useMessages().filling;
  const { tally, sheet } = useDesk();
  const { may } = sheet.entry;
  return (
    <div className="phone-bar">
      <p>
        <b>
          {tally.filled} / {tally.asked}
        </b>
        <small>
          {tally.returned.length > 0 && `${words.phone.returned(tally.returned.length)} · `}
          {words.phone.counts(tally.hard.length, tally.soft.length, tally.empty.length)}
        </small>
      </p>
      <button type="button" className="button" onClick={() => acts.toProblem(acts.current, 1)}>
        {words.phone.next}
      </button>
      {may.includes('submit') && (
        <button
          type="button"
          className={submitting.left.length > 0 ? 'button off' : 'button main'}
          aria-disabled={submitting.left.length > 0 || submitting.busy}
          onClick={submitting.submit}
        >
          {words.side.submit}
        </button>
      )}
    </div>
  );
}
