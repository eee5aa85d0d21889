import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { SubmissionEntry } from '../../api/collection.ts';
import { reviewPath } from '../addresses.ts';
import { useMessages } from '../language.tsx';
import type { Output } from '../request.ts';

/** How many were accepted, and which were not and why. */
export function AcceptOutcome(props: {
  answer: Output<'accept'>;
  entries: readonly SubmissionEntry[];
}): ReactNode {
  const words = useMessages().review;
  const { accepted, refused } = props.answer;
  const nameOf = (id: number) => props.entries.find((entry) => entry.id === id)?.bodyName ?? id;
  return (
    <div className="accept-outcome" role="status">
      <p>
        <strong>{words.accepted(accepted.length)}</strong>
        {refused.length > 0 && ` ${words.refused(refused.length)}`}
      </p>
      {refused.length > 0 && (
        <ul>
          {refused.map(({ id, code }) => (
            <li key={id}>
              <Link href={reviewPath(id)}>{nameOf(id)}</Link>{' '}
              {words.refusals[code] ?? words.otherRefusal(code)}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
