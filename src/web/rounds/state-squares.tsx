import type { ReactNode } from 'react';
import type { SubmissionEntry } from '../../api/collection.ts';
import { useMessages } from '../language.tsx';
import { standingOf, standings, standingWord } from '../submissions/standing.ts';
import { standingCounts } from './progress-tree.ts';

/** A small square a submission, by where they stand; the counts in words for who does not see them. */
export function StateSquares({ entries }: { entries: readonly SubmissionEntry[] }): ReactNode {
  const { collection, rounds } = useMessages();
  const counts = standingCounts(entries);
  const parts = standings.flatMap((standing) => {
    const count = counts.get(standing);
    return count ? [`${standingWord(standing, collection)} ${count}`] : [];
  });
  const label = rounds.progress.squaresOf(parts);
  const order = (entry: SubmissionEntry) => standings.indexOf(standingOf(entry));
  return (
    <span className="squares" role="img" aria-label={label} title={label}>
      {[...entries]
        .sort((a, b) => order(b) - order(a))
        .map((entry) => (
          <i key={entry.id} className={`square ${standingOf(entry)}`} />
        ))}
    </span>
  );
}
