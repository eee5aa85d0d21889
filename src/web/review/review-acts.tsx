import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import type { Sheet } from '../../api/collection.ts';
import { reviewPath } from '../addresses.ts';
import { useAnswer } from '../answers.ts';
import { useMessages } from '../language.tsx';
import { ReasonForm } from '../submissions/reason-form.tsx';
import { RefusalLine } from '../submissions/refusal-line.tsx';
import { useAct } from '../submissions/use-act.ts';
import type { Reasons } from './reasons.ts';

/** What whoever looks may do with a submission, and what comes after. */
export function ReviewActs(props: {
  sheet: Sheet;
  reasons: Reasons;
  clear: () => void;
}): ReactNode {
  const { review } = useMessages();
  const words = review.sheet;
  const { sheet, reasons, clear } = props;
  const { id, revision, may } = sheet.entry;
  const [said, setSaid] = useState<string | null>(null);
  const [give, accept] = [useAct('returnCells'), useAct('accept')];
  const cells = Object.entries(reasons).map(([indicator, reason]) => ({ indicator, reason }));
  const isWritten = cells.every(({ reason }) => reason.trim() !== '');
  const returnThem = async () => {
    if (!(await give.run({ id, revision, cells }))) return;
    clear();
    setSaid(words.given);
  };
  const pass = async () => {
    const answer = await accept.run({ submissions: [{ id, revision }] });
    const code = answer?.refused[0]?.code;
    if (answer) setSaid(code ? (review.refusals[code] ?? review.otherRefusal(code)) : words.passed);
  };
  const [returns, accepts] = [may.includes('return'), may.includes('accept')];
  return (
    <div className="act-bar">
      {accepts && (
        <button
          type="button"
          className="button primary"
          disabled={cells.length > 0 || accept.busy}
          onClick={() => void pass()}
        >
          {words.pass}
        </button>
      )}
      {returns && (
        <button
          type="button"
          className="button"
          disabled={cells.length === 0 || !isWritten || give.busy}
          onClick={() => void returnThem()}
        >
          {words.give(cells.length)}
        </button>
      )}
      <OtherActs sheet={sheet} said={setSaid} />
      <span className="muted" aria-live="polite">
        {said ?? <Hint sheet={sheet} cells={cells.length} isWritten={isWritten} />}
      </span>
      {said !== null && <Next id={id} />}
      <RefusalLine refusal={give.refusal ?? accept.refusal} />
    </div>
  );
}

/** Says what the buttons wait for, or where the submission goes next. */
function Hint(props: { sheet: Sheet; cells: number; isWritten: boolean }): ReactNode {
  const words = useMessages().review.sheet;
  const { may, levels, level } = props.sheet.entry;
  if (props.cells > 0) return props.isWritten ? words.withReasons : words.giveHint;
  if (may.includes('accept')) return words.passHint(levels[level + 1]?.bodyName ?? null);
  return may.length === 0 ? words.noAct : words.readOnly;
}

/** What a publisher and a coordinator may do. */
function OtherActs({ sheet, said }: { sheet: Sheet; said: (words: string) => void }): ReactNode {
  const words = useMessages().review.sheet;
  const { id, may } = sheet.entry;
  const [reopen, exempt] = [useAct('reopen'), useAct('exempt')];
  return (
    <>
      {may.includes('reopen') && (
        <ReasonForm
          label={words.reopen}
          busy={reopen.busy}
          act={async (reason) => {
            const done = await reopen.run({ id, reason });
            if (done) said(words.reopened);
            return done;
          }}
        />
      )}
      {may.includes('exempt') && (
        <ReasonForm
          label={words.exempt}
          busy={exempt.busy}
          act={(reason) => exempt.run({ id, exempt: true, reason })}
        />
      )}
      {may.includes('unexempt') && (
        <ReasonForm
          label={words.unexempt}
          busy={exempt.busy}
          act={(reason) => exempt.run({ id, exempt: false, reason })}
        />
      )}
      <RefusalLine refusal={reopen.refusal ?? exempt.refusal} />
    </>
  );
}

/** The next submission that waits. */
function Next({ id }: { id: number }): ReactNode {
  const words = useMessages().review.sheet;
  const review = useAnswer('tasks', {}).data?.review;
  const next = review?.find((entry) => entry.id !== id);
  if (!review) return null;
  return next ? (
    <Link href={reviewPath(next.id)}>{words.next(next.bodyName)}</Link>
  ) : (
    <span className="muted">{words.none}</span>
  );
}
