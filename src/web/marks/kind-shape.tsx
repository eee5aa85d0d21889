import type { ReactNode } from 'react';
import type { ClauseKind } from '../../domain/clause.ts';

const shapes: Partial<Record<ClauseKind, ReactNode>> = {
  task: <path d="M1 1h10v10H1z" />,
  programme: <circle cx="6" cy="6" r="4.8" />,
  policy: <path d="M6 0l6 6-6 6-6-6z" />,
  organisation: <path d="M6 1l5.5 10H.5z" />,
};

/** The shape of a clause's kind: task square, programme circle, policy diamond. One ink for all. */
export function KindShape({ kind }: { kind: ClauseKind }): ReactNode {
  return (
    <svg className="swatch shape" viewBox="0 0 12 12" width="11" height="11" aria-hidden="true">
      {shapes[kind] ?? <path d="M1 4.5h10v3H1z" />}
    </svg>
  );
}
