import { type ReactNode, useMemo, useState } from 'react';
import { Link } from 'wouter';
import type { SubmissionEntry } from '../../api/collection.ts';
import { hasErrors } from '../../domain/finding.ts';
import { useMessages } from '../language.tsx';
import type { Output } from '../request.ts';
import { type Chosen, useChosen } from '../review/chosen.ts';
import { KeyHints } from '../review/key-hints.tsx';
import { useRowKeys } from '../review/use-row-keys.ts';
import { beijingMinute, fromBeijing } from '../submissions/beijing-time.ts';
import { RefusalLine } from '../submissions/refusal-line.tsx';
import { useAct } from '../submissions/use-act.ts';
import { PublishChoice } from './publish-choice.tsx';
import { findingsLeft, type Reasons, reasonsToSend, withoutReason } from './revision-reasons.ts';
import { TriedRelease } from './tried-release.tsx';

type Answer = Output<'publish'>;

/** Choose, name, try, give reasons, publish. */
export function PublishForm({ entries }: { entries: readonly SubmissionEntry[] }): ReactNode {
  const words = useMessages().releases;
  const chosen = useChosen(useMemo(() => entries.map(({ id }) => id), [entries]));
  const [done, setDone] = useState<Answer | null>(null);
  return (
    <>
      {done?.release && <Published release={done.release} />}
      {entries.length === 0 && !done && <p className="work-empty">{words.nothingHint}</p>}
      {entries.length > 0 && <Steps entries={entries} chosen={chosen} done={setDone} />}
    </>
  );
}

function Steps(props: {
  entries: readonly SubmissionEntry[];
  chosen: Chosen;
  done: (answer: Answer) => void;
}): ReactNode {
  const { releases: words, review } = useMessages();
  const { entries, chosen, done } = props;
  const publish = useAct('publish');
  const [title, setTitle] = useState('');
  const [embargo, setEmbargo] = useState('');
  const [reasons, setReasons] = useState<Reasons>({});
  const [tried, setTried] = useState<{ of: string; answer: Answer } | null>(null);
  const submissions = entries
    .filter(({ id }) => chosen.ids.has(id))
    .map(({ id, revision }) => ({ id, revision }));
  const area = useRowKeys((key, row) => {
    if (key === 'x') chosen.toggle(Number(row));
    return key === 'x';
  });
  // What was tried holds for what was chosen then.
  const of = JSON.stringify(submissions);
  const answer = tried?.of === of ? tried.answer : null;
  const revisions = answer?.revisions ?? [];
  const send = async (dryRun: boolean) => {
    const made = await publish.run({
      title: title.trim() || words.title,
      submissions,
      ...(embargo && { embargo: fromBeijing(embargo) }),
      reasons: reasonsToSend(revisions, reasons),
      dryRun,
    });
    if (made?.release) {
      done(made);
      // The next one has another name, and waits for no day of this one.
      setTitle('');
      setEmbargo('');
      setReasons({});
      setTried(null);
    } else if (made) setTried({ of, answer: made });
  };
  const isBlocked = hasErrors(findingsLeft(answer?.findings ?? []));
  const wanting = withoutReason(revisions, reasons).length;
  return (
    <div ref={area}>
      <form
        className="publish-steps"
        onSubmit={(event) => {
          event.preventDefault();
          // Enter in a field tries and never publishes.
          void send(true);
        }}
      >
        <KeyHints keys={review.keys} />
        <PublishChoice entries={entries} chosen={chosen} />
        <NameFields title={title} embargo={embargo} setTitle={setTitle} setEmbargo={setEmbargo} />
        <section className="part">
          <h2>{words.check}</h2>
          {answer === null && <p className="note">{words.checkHint}</p>}
          {answer && (
            <TriedRelease
              answer={answer}
              count={submissions.length}
              reasons={reasons}
              write={setReasons}
            />
          )}
          <div className="act-bar">
            <button
              type="submit"
              className={answer ? 'button' : 'button primary'}
              disabled={submissions.length === 0 || publish.busy}
            >
              {answer ? words.again : words.dryRun}
            </button>
            <button
              type="button"
              className={answer ? 'button primary' : 'button'}
              disabled={!answer || wanting > 0 || isBlocked || publish.busy}
              onClick={() => void send(false)}
            >
              {(embargo ? words.schedule : words.publish)(submissions.length)}
            </button>
            {publish.busy && <span role="status">{words.working(submissions.length)}</span>}
            {wanting > 0 && <span className="late">{words.missing(wanting)}</span>}
            <RefusalLine refusal={publish.refusal} />
          </div>
        </section>
      </form>
    </div>
  );
}

function NameFields(props: {
  title: string;
  embargo: string;
  setTitle: (title: string) => void;
  setEmbargo: (embargo: string) => void;
}): ReactNode {
  const words = useMessages().releases;
  return (
    <section className="part">
      <h2>{words.name}</h2>
      <div className="field-row">
        <label className="labelled wide-field">
          {words.releaseTitle}
          <input
            className="field"
            required
            maxLength={200}
            placeholder={words.releaseTitleHint}
            value={props.title}
            onChange={(event) => props.setTitle(event.target.value)}
          />
        </label>
        <label className="labelled">
          {words.embargo}
          <input
            className="field"
            type="datetime-local"
            value={props.embargo}
            onChange={(event) => props.setEmbargo(event.target.value)}
          />
        </label>
      </div>
      <p className="note">{words.embargoHint}</p>
    </section>
  );
}

function Published({ release }: { release: NonNullable<Answer['release']> }): ReactNode {
  const words = useMessages().releases;
  const { number, embargo } = release;
  return (
    <p className="said published" role="status">
      <strong>
        {number !== null
          ? words.published(number)
          : embargo
            ? words.scheduled(beijingMinute(embargo))
            : words.recorded}
      </strong>{' '}
      {number !== null && <Link href="/statistics">{words.toExplorer}</Link>}
    </p>
  );
}
