import type { ReactNode } from 'react';
import type { RoundView, SubmissionEntry } from '../../api/collection.ts';
import { useLanguage } from '../language.tsx';
import type { CollectionWords } from '../messages/collection-zh.ts';
import { beijingMinute } from '../submissions/beijing-time.ts';
import { saveRows } from '../submissions/file.ts';
import {
  type Standing,
  standingOf,
  standings,
  standingWord,
  stepsOf,
} from '../submissions/standing.ts';
import { ChangeRound } from './change-round.tsx';
import { DropRound } from './drop-round.tsx';
import { standingCounts } from './progress-tree.ts';

/** The key of the squares, which also filters; the file; and for a coordinator, to change the round. */
export function ProgressTools(props: {
  round: RoundView;
  entries: readonly SubmissionEntry[];
  state: Standing | null;
  choose: (state: Standing | null) => void;
}): ReactNode {
  const { messages } = useLanguage();
  const { collection } = messages;
  const words = messages.rounds.progress;
  const { round, entries, state, choose } = props;
  const counts = standingCounts(entries);
  const save = () =>
    saveRows(words.file(round.form, round.period), [
      words.columns,
      ...entries.map((entry) => rowOf(entry, collection)),
    ]);
  return (
    <div className="toolbar progress-tools">
      <fieldset className="square-key">
        <legend className="unseen">{words.filter}</legend>
        <button type="button" aria-pressed={state === null} onClick={() => choose(null)}>
          {words.anyState(entries.length)}
        </button>
        {standings
          .filter((standing) => counts.has(standing) || standing === state)
          .map((standing) => (
            <button
              key={standing}
              type="button"
              aria-pressed={standing === state}
              onClick={() => choose(standing === state ? null : standing)}
            >
              <i className={`square ${standing}`} aria-hidden="true" />
              {standingWord(standing, collection)} {counts.get(standing) ?? 0}
            </button>
          ))}
      </fieldset>
      <button type="button" className="button end" onClick={save}>
        {words.csv}
      </button>
      <ChangeRound round={round} />
      <DropRound id={round.id} entries={entries} />
    </div>
  );
}

function rowOf(entry: SubmissionEntry, words: CollectionWords): (string | number | null)[] {
  const now = stepsOf(entry).find(({ stage }) => stage === 'now' || stage === 'back');
  return [
    entry.bodyName,
    entry.body,
    standingWord(standingOf(entry), words),
    now ? `${now.name} ${words.roles[now.role]}`.trim() : null,
    entry.submittedAt && beijingMinute(entry.submittedAt),
    entry.punctuality && words.punctuality[entry.punctuality],
    entry.filled,
    entry.asked,
    entry.absent,
  ];
}
