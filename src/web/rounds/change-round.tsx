import { type ReactNode, useState } from 'react';
import type { RoundView } from '../../api/collection.ts';
import { useMessages } from '../language.tsx';
import { useSession } from '../session.ts';
import { RefusalLine } from '../submissions/refusal-line.tsx';
import { useAct } from '../submissions/use-act.ts';
import { SecondPress } from './second-press.tsx';

/** For a coordinator: closes a round or moves its days, by a second press, and opens it again. */
export function ChangeRound({ round }: { round: RoundView }): ReactNode {
  const words = useMessages().rounds.progress;
  const roles = useSession()?.account?.roles ?? [];
  const [asks, ask] = useState<'close' | 'days' | null>(null);
  const change = useAct('changeRound');
  if (!roles.some(({ role }) => role === 'coordinator')) return null;
  const run = async (fields: { due?: string; graceDays?: number; closed?: boolean }) => {
    if (await change.run({ id: round.id, ...fields })) ask(null);
  };
  return (
    <>
      {asks === null && (
        <>
          <button type="button" className="button" onClick={() => ask('days')}>
            {words.days}
          </button>
          {round.closed ? (
            <button
              type="button"
              className="button"
              disabled={change.busy}
              onClick={() => void run({ closed: false })}
            >
              {words.openAgain}
            </button>
          ) : (
            <button type="button" className="button" onClick={() => ask('close')}>
              {words.close}
            </button>
          )}
        </>
      )}
      {asks === 'close' && (
        <SecondPress
          busy={change.busy}
          sure={words.closeSure}
          drop={() => ask(null)}
          go={() => void run({ closed: true })}
        >
          <p>{words.closeHint}</p>
        </SecondPress>
      )}
      {asks === 'days' && (
        <Days
          round={round}
          busy={change.busy}
          drop={() => ask(null)}
          go={(days) => void run(days)}
        />
      )}
      <RefusalLine refusal={change.refusal} />
    </>
  );
}

function Days(props: {
  round: RoundView;
  busy: boolean;
  drop: () => void;
  go: (days: { due: string; graceDays: number }) => void;
}): ReactNode {
  const words = useMessages().rounds;
  const { round, busy, drop, go } = props;
  const [due, setDue] = useState(round.due);
  const [grace, setGrace] = useState(String(round.graceDays));
  return (
    <SecondPress
      busy={busy || due === '' || !/^\d{1,3}$/.test(grace)}
      sure={words.progress.daysSure}
      drop={drop}
      go={() => go({ due, graceDays: Number(grace) })}
    >
      <label className="labelled">
        {words.due}
        <input
          className="field"
          type="date"
          value={due}
          min={round.opens}
          onChange={(event) => setDue(event.target.value)}
        />
      </label>
      <label className="labelled">
        {words.grace}
        <input
          className="field year"
          type="number"
          min={0}
          max={366}
          value={grace}
          onChange={(event) => setGrace(event.target.value)}
        />
      </label>
    </SecondPress>
  );
}
