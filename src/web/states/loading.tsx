import type { ReactNode } from 'react';
import { useMessages } from '../language.tsx';
import './states.css';

/** Hairlines in the height of the rows to come, so that nothing jumps when they arrive. */
export function Loading({ rows }: { rows: number }): ReactNode {
  const { states } = useMessages();
  return (
    <div className="loading wrap" role="status">
      <span className="unseen">{states.loading}</span>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are alike and never move
        <div key={row} className="loading-row" />
      ))}
    </div>
  );
}
