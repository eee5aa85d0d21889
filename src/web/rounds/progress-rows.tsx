import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { SubmissionEntry } from '../../api/collection.ts';
import { reviewPath } from '../addresses.ts';
import { useMessages } from '../language.tsx';
import { beijingMinute } from '../submissions/beijing-time.ts';
import { PunctualityWord } from '../submissions/punctuality-word.tsx';
import { ReasonForm } from '../submissions/reason-form.tsx';
import { RefusalLine } from '../submissions/refusal-line.tsx';
import { standingOf, standingWord } from '../submissions/standing.ts';
import { useAct } from '../submissions/use-act.ts';
import { type Branch, completeness, figureShare, type Tally, tallyOf } from './progress-tree.ts';
import { type Calling, RowCall } from './remind-bar.tsx';
import { StateSquares } from './state-squares.tsx';

/** Which branches are open, and how to turn one. */
export interface Folding {
  readonly open: ReadonlySet<string>;
  readonly turn: (key: string) => void;
  readonly calling: Calling;
}

/** The rows of a branch: its sums and, where it is open, what is below it. */
export function BranchRows({ branch, folding }: { branch: Branch; folding: Folding }): ReactNode {
  const words = useMessages().rounds.progress;
  const { key, name, depth, entries, branches, own } = branch;
  const isOpen = folding.open.has(key);
  return (
    <>
      <tr className="branch">
        <th scope="row" className={`depth-${depth}`}>
          <button
            type="button"
            className="fold"
            aria-expanded={isOpen}
            aria-label={isOpen ? words.fold(name) : words.unfold(name)}
            onClick={() => folding.turn(key)}
          >
            <svg width="8" height="8" aria-hidden="true">
              <path d={isOpen ? 'M0 1.5h8L4 7z' : 'M1.5 0v8L7 4z'} fill="currentColor" />
            </svg>
            {name}
          </button>
        </th>
        <Sums entries={entries} />
      </tr>
      {isOpen && branches.map((one) => <BranchRows key={one.key} branch={one} folding={folding} />)}
      {isOpen &&
        own.map((entry) => (
          <EntryRow key={entry.id} entry={entry} depth={depth + 1} calling={folding.calling} />
        ))}
    </>
  );
}

/** What the submissions of a row add up to, a cell a column. */
export function Sums({ entries }: { entries: readonly SubmissionEntry[] }): ReactNode {
  const { rounds } = useMessages();
  const tally = tallyOf(entries);
  return (
    <>
      <td>
        <StateSquares entries={entries} />
      </td>
      <td className="num">{rounds.inOf(tally.in, tally.total)}</td>
      <Cells of={tally} />
      <td className="num wide">{tally.inTime}</td>
      <td className="num wide">{tally.grace}</td>
      <td className="num wide">{tally.late}</td>
      <td className={tally.overdue > 0 ? 'num late' : 'num'}>{tally.overdue}</td>
    </>
  );
}

/** How many cells are answered, and apart from it how many of them with a figure. */
function Cells({ of }: { of: Pick<Tally, 'filled' | 'absent' | 'asked'> }): ReactNode {
  return (
    <>
      <td className="num">{completeness(of) ?? '—'}</td>
      <td className="num">{figureShare(of) ?? '—'}</td>
      <td className="num wide">{of.absent}</td>
    </>
  );
}

/** The row of one submission. */
export function EntryRow(props: {
  entry: SubmissionEntry;
  depth: number;
  calling: Calling;
}): ReactNode {
  const { collection } = useMessages();
  const { entry, depth, calling } = props;
  const { id, bodyName, submittedAt, level, levels, state } = entry;
  const standing = standingOf(entry);
  const word = standingWord(standing, collection);
  const waitsAt = state === 'submitted' || state === 'accepted' ? levels[level] : undefined;
  return (
    <tr>
      <th scope="row" className={`depth-${depth}`}>
        {calling.callable.has(id) && (
          <label className="call-choice">
            <input
              type="checkbox"
              aria-label={collection.choose(bodyName)}
              checked={calling.chosen.ids.has(id)}
              onChange={() => calling.chosen.toggle(id)}
            />
          </label>
        )}
        <Link href={reviewPath(id)}>{bodyName}</Link>
      </th>
      <td className="state-cell">
        <i className={`square ${standing}`} aria-hidden="true" />{' '}
        {waitsAt ? collection.stateAt(word, waitsAt.bodyName) : word}
        <RowCall entry={entry} calling={calling} />
        <Exemption entry={entry} />
      </td>
      <td />
      <Cells of={entry} />
      <td className="wide came" colSpan={3}>
        {submittedAt && beijingMinute(submittedAt)}
      </td>
      <td className="num nowrap">
        <PunctualityWord entry={entry} />
      </td>
    </tr>
  );
}

/** For a coordinator: to exempt a body with a reason, or ask it again. */
function Exemption({ entry }: { entry: SubmissionEntry }): ReactNode {
  const words = useMessages().rounds.progress;
  const exempt = useAct('exempt');
  const isExempt = entry.may.includes('unexempt');
  if (!isExempt && !entry.may.includes('exempt')) return null;
  return (
    <>
      <ReasonForm
        className="quiet row-act"
        label={isExempt ? words.askAgain : words.exemptIt}
        busy={exempt.busy}
        act={(reason) => exempt.run({ id: entry.id, exempt: !isExempt, reason })}
      />
      <RefusalLine refusal={exempt.refusal} />
    </>
  );
}
