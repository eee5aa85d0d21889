import { type ReactNode, useMemo, useState } from 'react';
import { Link } from 'wouter';
import type { RoundView, SubmissionEntry } from '../../api/collection.ts';
import type { DeliveryTrouble } from '../../api/reminders.ts';
import { oneOf, useAddressState } from '../address-state.ts';
import { useAnswer } from '../answers.ts';
import { WorkPage } from '../collection-nav/work-page.tsx';
import { useLanguage, useMessages } from '../language.tsx';
import { FindingHead } from '../submissions/finding-head.tsx';
import { formAndPeriod } from '../submissions/period-words.ts';
import { standingOf, standings } from '../submissions/standing.ts';
import { useTitle } from '../title.ts';
import { BranchRows, EntryRow, Sums } from './progress-rows.tsx';
import { ProgressTools } from './progress-tools.tsx';
import { type Branch, branchesOf, tallyOf } from './progress-tree.ts';
import { type Calling, RemindBar, useCalling } from './remind-bar.tsx';
import './rounds.css';

/** How far the submissions of a round are, by place and level. */
export function ProgressPage({ id }: { id: number }): ReactNode {
  const answer = useAnswer('progress', { id });
  return (
    <WorkPage here="rounds" answer={answer}>
      {(progress) => <Body {...progress} />}
    </WorkPage>
  );
}

function Body(props: {
  round: RoundView;
  entries: readonly SubmissionEntry[];
  troubles: readonly DeliveryTrouble[];
}): ReactNode {
  const { language, messages } = useLanguage();
  const words = messages.rounds.progress;
  const { round, entries, troubles } = props;
  const [params, change] = useAddressState();
  const state = oneOf(standings, params.get('state'));
  const shown = useMemo(
    () => entries.filter((entry) => state === null || standingOf(entry) === state),
    [entries, state],
  );
  const calling = useCalling(round.id, shown, troubles);
  const title = formAndPeriod(round, language, messages.collection);
  const tally = tallyOf(entries);
  useTitle(title);
  return (
    <div className="wrap progress-page">
      <p className="breadcrumb">
        <Link href="/rounds">{words.back}</Link>
      </p>
      <FindingHead finding={words.finding(tally.total, tally.in, tally.late + tally.overdue)}>
        <p>
          {round.formNumber} {title} ·{' '}
          {words.meta(messages.date(round.opens), messages.date(round.due), round.graceDays)}
          {round.closed && ` · ${messages.rounds.closed}`}
          {tally.exempt > 0 && ` · ${words.exempt(tally.exempt)}`}
        </p>
      </FindingHead>
      {entries.length === 0 && <p className="work-empty">{words.none}</p>}
      {entries.length > 0 && (
        <>
          <ProgressTools
            round={round}
            entries={entries}
            state={state}
            choose={(next) => change({ state: next })}
          />
          {shown.length === 0 ? (
            <p className="work-empty">{words.nothing}</p>
          ) : (
            <ProgressTable
              key={state}
              entries={shown}
              unfolded={state !== null}
              calling={calling}
            />
          )}
          <p className="note">{words.completenessNote}</p>
          <RemindBar calling={calling} shown={shown} narrowed={state !== null} />
        </>
      )}
    </div>
  );
}

/** `unfolded`: a list that was narrowed down is shown with all its rows. */
function ProgressTable(props: {
  entries: readonly SubmissionEntry[];
  unfolded: boolean;
  calling: Calling;
}): ReactNode {
  const words = useMessages().rounds.progress;
  const { entries, unfolded, calling } = props;
  const { branches, own } = useMemo(() => branchesOf(entries), [entries]);
  const keys = useMemo(() => branches.flatMap(keysOf), [branches]);
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set(unfolded ? keys : []));
  const turn = (key: string) => {
    const next = new Set(open);
    if (!next.delete(key)) next.add(key);
    setOpen(next);
  };
  return (
    <table className="work-table progress-table">
      <caption className="unseen">{words.caption}</caption>
      <Columns
        fold={keys.length > 0 ? () => setOpen(new Set(open.size > 0 ? [] : keys)) : null}
        isOpen={open.size > 0}
      />
      <tbody>
        <tr className="sum">
          <th scope="row">{words.all(entries.length)}</th>
          <Sums entries={entries} />
        </tr>
        {branches.map((branch) => (
          <BranchRows key={branch.key} branch={branch} folding={{ open, turn, calling }} />
        ))}
        {own.map((entry) => (
          <EntryRow key={entry.id} entry={entry} depth={0} calling={calling} />
        ))}
      </tbody>
    </table>
  );
}

function Columns({ fold, isOpen }: { fold: (() => void) | null; isOpen: boolean }): ReactNode {
  const { rounds, collection } = useMessages();
  const words = rounds.progress;
  return (
    <thead>
      <tr>
        <th scope="col">
          {collection.place}{' '}
          {fold && (
            <button type="button" className="quiet" onClick={fold}>
              {isOpen ? words.foldAll : words.unfoldAll}
            </button>
          )}
        </th>
        <th scope="col">{words.squares}</th>
        <th scope="col" className="num">
          {rounds.in}
        </th>
        <th scope="col" className="num">
          {words.completeness}
        </th>
        <th scope="col" className="num">
          {words.figures}
        </th>
        <th scope="col" className="num wide">
          {words.absent}
        </th>
        {[words.inTime, words.grace, words.late].map((word) => (
          <th key={word} scope="col" className="num wide">
            {word}
          </th>
        ))}
        <th scope="col" className="num">
          {words.overdue}
        </th>
      </tr>
    </thead>
  );
}

function keysOf(branch: Branch): string[] {
  return [branch.key, ...branch.branches.flatMap(keysOf)];
}
