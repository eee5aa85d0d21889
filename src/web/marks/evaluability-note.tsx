import type { ReactNode } from 'react';
import type { Ledger } from '../../api/plan.ts';
import { useMessages } from '../language.tsx';

type Entry = Pick<Ledger['commitments'][number], 'evaluability' | 'grade' | 'target'>;

/** What would count as done, or 不可评估 with the reason: shape and words, never colour alone. */
export function EvaluabilityNote({ entry }: { entry: Entry }): ReactNode {
  const messages = useMessages();
  const { evaluability } = entry;
  if (evaluability.evaluable)
    return (
      <span className="evaluability">
        <Ring open />
        {evaluability.basis === 'target'
          ? messages.targetBasis[entry.target]
          : messages.gradeBasis[entry.grade]}
      </span>
    );
  return (
    <span className="evaluability not">
      <Ring open={false} />
      {/* One box, so that the reason wraps behind its words and not beside them. */}
      <span>
        {messages.ledger.unevaluable}
        <span className="reason">{messages.reasons[evaluability.reason]}</span>
      </span>
    </span>
  );
}

/** A ring waits for data; a ring with a stroke cannot be judged as written. */
export function Ring({ open }: { open: boolean }): ReactNode {
  return (
    <svg className="swatch" width="12" height="12" aria-hidden="true">
      <circle cx="6" cy="6" r="4.5" fill="none" stroke="currentColor" strokeWidth="1.3" />
      {!open && <path d="M2.8 9.2l6.4-6.4" stroke="currentColor" strokeWidth="1.3" />}
    </svg>
  );
}
