import type { ReactNode } from 'react';
import type { SubmissionEntry } from '../../api/collection.ts';
import { useMessages } from '../language.tsx';

/** Whether a submission came in time; while it is not in, how long it is overdue. */
export function PunctualityWord({ entry }: { entry: SubmissionEntry }): ReactNode {
  const words = useMessages().collection;
  const { punctuality, overdueDays, state } = entry;
  if (state === 'exempt') return null;
  // Given back after the day, it is owed again.
  if (overdueDays > 0) return <span className="late">{words.overdue(overdueDays)}</span>;
  if (punctuality === null) return <span className="muted">{words.notIn}</span>;
  return (
    <span className={punctuality === 'in-time' ? undefined : 'late'}>
      {words.punctuality[punctuality]}
    </span>
  );
}
