import { type ReactNode, useMemo, useState } from 'react';
import type { SubmissionEntry } from '../../api/collection.ts';
import type { DeliveryTrouble } from '../../api/reminders.ts';
import { useMessages } from '../language.tsx';
import type { Output } from '../request.ts';
import { type Chosen, useChosen } from '../review/chosen.ts';
import { RefusalLine } from '../submissions/refusal-line.tsx';
import { isCallable, isCalledOn, reminderDay } from '../submissions/reminder-lines.tsx';
import { type Act, useAct } from '../submissions/use-act.ts';
import { isOwed } from './progress-tree.ts';

/** Reminding by hand: of which submissions one may, which are ticked, and how it went. */
export interface Calling {
  readonly round: number;
  readonly callable: ReadonlySet<number>;
  readonly chosen: Chosen;
  readonly troubles: readonly DeliveryTrouble[];
  readonly act: Act<'remind'>;
  readonly outcome: Output<'remind'> | null;
  /** Left out: all of the round that are not in. */
  readonly remind: (submissions?: readonly number[], note?: string) => Promise<boolean>;
}

/** Returns what reminding by hand needs on the page of a round; `shown` are the rows that are there. */
export function useCalling(
  round: number,
  shown: readonly SubmissionEntry[],
  troubles: readonly DeliveryTrouble[],
): Calling {
  const ids = useMemo(
    () => shown.filter((entry) => isCallable(entry, new Date())).map(({ id }) => id),
    [shown],
  );
  const chosen = useChosen(ids);
  const act = useAct('remind');
  const [outcome, setOutcome] = useState<Output<'remind'> | null>(null);
  const remind = async (submissions?: readonly number[], note = '') => {
    const text = note.trim();
    const done = await act.run({
      round,
      ...(submissions && { submissions: [...submissions] }),
      ...(text && { note: text }),
    });
    if (done) setOutcome(done);
    return done !== null;
  };
  return { round, callable: new Set(ids), chosen, troubles, act, outcome, remind };
}

/** For who may remind: what is ticked, or all that is not in, with a note; and how it went. */
export function RemindBar(props: {
  calling: Calling;
  shown: readonly SubmissionEntry[];
  /** Whether the list was narrowed down: then only its rows are meant. */
  narrowed: boolean;
}): ReactNode {
  const words = useMessages().reminders;
  const { calling, shown, narrowed } = props;
  const { callable, chosen, act, outcome } = calling;
  const [note, setNote] = useState('');
  if (!shown.some(({ mayRemind }) => mayRemind)) return null;
  const outstanding = shown.filter((entry) => callable.has(entry.id) && isOwed(entry));
  const now = new Date();
  const called = shown.filter((entry) => entry.mayRemind && isCalledOn(entry, now)).length;
  const picked = chosen.ids.size > 0;
  const send = async () => {
    if (!picked && outstanding.length === 0) return;
    const all = narrowed ? outstanding.map(({ id }) => id) : undefined;
    if (await calling.remind(picked ? [...chosen.ids] : all, note)) setNote('');
  };
  return (
    <form
      className="act-bar remind-bar"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {callable.size > 0 && (
        <>
          <label className="choose-all">
            <input
              type="checkbox"
              checked={chosen.ids.size === callable.size}
              onChange={() => chosen.toggleAll([...callable])}
            />
            {words.choose(outstanding.length, callable.size - outstanding.length)}
          </label>
          <input
            className="field"
            maxLength={500}
            aria-label={words.note}
            placeholder={words.note}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
          {(picked || outstanding.length > 0) && (
            <button type="submit" className="button primary" disabled={act.busy}>
              {picked ? words.chosen(chosen.ids.size) : words.allOutstanding(outstanding.length)}
            </button>
          )}
        </>
      )}
      <span className="muted" role="status">
        {outcome ? words.done(outcome) : called > 0 && words.called(called)}
      </span>
      <RefusalLine refusal={act.refusal} />
    </form>
  );
}

/** In the row of a submission: when it was called for, what was not delivered, and to call for it. */
export function RowCall({
  entry,
  calling,
}: {
  entry: SubmissionEntry;
  calling: Calling;
}): ReactNode {
  const words = useMessages().reminders;
  const { id, bodyName, reminders } = entry;
  const [last] = reminders;
  const troubles = calling.troubles.filter(({ submission }) => submission === id);
  return (
    <>
      {last && (
        <span className="muted last-call">
          {last.by === null
            ? words.lastByProgram(reminderDay(last, words))
            : words.last(reminderDay(last, words))}
        </span>
      )}
      {troubles.map(({ channel, givenUp, error }) => (
        <span key={channel} className="late last-call">
          {words.trouble(channel, givenUp, error)}
        </span>
      ))}
      {calling.callable.has(id) && (
        <button
          type="button"
          className="quiet row-act"
          aria-label={words.remindOf(bodyName)}
          disabled={calling.act.busy}
          onClick={() => void calling.remind([id])}
        >
          {words.remind}
        </button>
      )}
    </>
  );
}
