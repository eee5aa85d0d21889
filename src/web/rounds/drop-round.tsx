import { type ReactNode, useState } from 'react';
import { useLocation } from 'wouter';
import type { SubmissionEntry } from '../../api/collection.ts';
import { useMessages } from '../language.tsx';
import { useSession } from '../session.ts';
import { RefusalLine } from '../submissions/refusal-line.tsx';
import { useAct } from '../submissions/use-act.ts';
import { SecondPress } from './second-press.tsx';

/** Takes back a round opened by mistake, by a second press; offered as long as nothing has moved. */
export function DropRound(props: { id: number; entries: readonly SubmissionEntry[] }): ReactNode {
  const { id, entries } = props;
  const words = useMessages().rounds.progress;
  const roles = useSession()?.account?.roles ?? [];
  const drop = useAct('dropRound');
  const [asks, setAsks] = useState(false);
  const [, navigate] = useLocation();
  // Whether somebody has begun to fill in, the server knows.
  const isMoved = entries.some(({ state, revision }) => state !== 'draft' || revision > 0);
  if (isMoved || !roles.some(({ role }) => role === 'coordinator')) return null;
  if (!asks)
    return (
      <button type="button" className="button" onClick={() => setAsks(true)}>
        {words.drop}
      </button>
    );
  const run = async () => {
    if (await drop.run({ id })) navigate('/rounds');
  };
  return (
    <SecondPress
      busy={drop.busy}
      sure={words.dropSure}
      drop={() => setAsks(false)}
      go={() => void run()}
    >
      <p>{words.dropHint}</p>
      <RefusalLine refusal={drop.refusal} />
    </SecondPress>
  );
}
