import { type ReactNode, useMemo, useState } from 'react';
import type { SubmissionEntry } from '../../api/collection.ts';
import { useAnswer } from '../answers.ts';
import { WorkPage } from '../collection-nav/work-page.tsx';
import { grouped } from '../grouped.ts';
import { useMessages } from '../language.tsx';
import type { Output } from '../request.ts';
import { FindingHead } from '../submissions/finding-head.tsx';
import { RefusalLine } from '../submissions/refusal-line.tsx';
import { useAct } from '../submissions/use-act.ts';
import { useTitle } from '../title.ts';
import { AcceptOutcome } from './accept-outcome.tsx';
import { useChosen } from './chosen.ts';
import { KeyHints } from './key-hints.tsx';
import { ReviewRound } from './review-round.tsx';
import { movesSince } from './seen.ts';
import { useRowKeys } from './use-row-keys.ts';
import './review.css';

/** What waits at the levels of whoever looks: to be accepted in bulk, or opened one by one. */
export function ReviewListPage(): ReactNode {
  const answer = useAnswer('tasks', {});
  useTitle(useMessages().review.title);
  return (
    <WorkPage here="review" answer={answer}>
      {({ review }) => <Body entries={review} />}
    </WorkPage>
  );
}

function Body({ entries }: { entries: readonly SubmissionEntry[] }): ReactNode {
  const words = useMessages().review;
  const ids = useMemo(() => entries.map(({ id }) => id), [entries]);
  const chosen = useChosen(ids);
  const accept = useAct('accept');
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const area = useRowKeys((key, row) => {
    if (key === 'x') chosen.toggle(Number(row));
    return key === 'x';
  });
  const late = entries.filter(({ punctuality }) => punctuality === 'late').length;
  const fresh = entries.filter(({ id, revision }) => movesSince(id, revision) !== 0).length;
  const plain = entries.filter(isPlain).map(({ id }) => id);
  const send = async () => {
    const submissions = entries
      .filter(({ id }) => chosen.ids.has(id))
      .map(({ id, revision }) => ({ id, revision }));
    const answer = await accept.run({ submissions });
    if (answer) setOutcome({ answer, entries });
  };
  return (
    <div className="wrap review-list" ref={area}>
      <FindingHead
        finding={entries.length > 0 ? words.finding(entries.length, late, fresh) : words.nothing}
      >
        {entries.length > 0 && <p>{words.lede}</p>}
      </FindingHead>
      {entries.length > 0 && <KeyHints keys={words.keys} />}
      {outcome && <AcceptOutcome answer={outcome.answer} entries={outcome.entries} />}
      {entries.length === 0 && <p className="work-empty">{words.nothingHint}</p>}
      {[...grouped(entries, ({ round }) => round)].map(([round, group]) => (
        <ReviewRound key={round} entries={group} chosen={chosen} />
      ))}
      {entries.length > 0 && (
        <div className="act-bar">
          <label className="choose-all">
            <input
              type="checkbox"
              checked={chosen.ids.size === ids.length}
              onChange={() => chosen.toggleAll(ids)}
            />
            {words.all}
          </label>
          {plain.length > 0 && (
            <button type="button" className="button" onClick={() => chosen.only(plain)}>
              {words.choosePlain(plain.length)}
            </button>
          )}
          <button
            type="button"
            className="button primary"
            disabled={chosen.ids.size === 0 || accept.busy}
            onClick={() => void send()}
          >
            {words.accept(chosen.ids.size)}
          </button>
          <span className="muted" aria-live="polite">
            {chosen.ids.size === 0
              ? words.chooseFirst
              : words.chosen(chosen.ids.size, ids.length - chosen.ids.size)}
          </span>
          <RefusalLine refusal={accept.refusal} />
        </div>
      )}
    </div>
  );
}

/** Every cell has a figure and nothing is said beside any. */
function isPlain({ absent, explained }: SubmissionEntry): boolean {
  return absent === 0 && explained === 0;
}

interface Outcome {
  readonly answer: Output<'accept'>;
  /** As they stood in the list. */
  readonly entries: readonly SubmissionEntry[];
}
