import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { SubmissionEntry } from '../../api/collection.ts';
import { reviewPath } from '../addresses.ts';
import { grouped } from '../grouped.ts';
import { useLanguage } from '../language.tsx';
import type { Chosen } from '../review/chosen.ts';
import { formAndPeriod } from '../submissions/period-words.ts';

/** What can be published, by round: all of one, or some. */
export function PublishChoice(props: {
  entries: readonly SubmissionEntry[];
  chosen: Chosen;
}): ReactNode {
  const { messages } = useLanguage();
  const { entries, chosen } = props;
  const { releases: words, review } = messages;
  return (
    <section className="part">
      <header>
        <h2>{words.choose}</h2>
        <span className="muted" aria-live="polite">
          {review.chosen(chosen.ids.size, 0)}
        </span>
      </header>
      {[...grouped(entries, ({ round }) => round)].map(([round, own]) => (
        <RoundChoice key={round} entries={own} chosen={chosen} />
      ))}
    </section>
  );
}

function RoundChoice(props: { entries: readonly SubmissionEntry[]; chosen: Chosen }): ReactNode {
  const { language, messages } = useLanguage();
  const { entries, chosen } = props;
  const [first] = entries;
  if (!first) return null;
  const ids = entries.map(({ id }) => id);
  return (
    <fieldset className="round-choice">
      <legend>
        <label className="choose-all">
          <input
            type="checkbox"
            checked={ids.every((id) => chosen.ids.has(id))}
            onChange={() => chosen.toggleAll(ids)}
          />
          <strong>{formAndPeriod(first, language, messages.collection)}</strong>
          <span className="muted">{messages.review.rows(entries.length)}</span>
        </label>
      </legend>
      <ul>
        {entries.map(({ id, bodyName }) => (
          <li key={id}>
            <label className="choose-all">
              <input
                type="checkbox"
                aria-label={bodyName}
                checked={chosen.ids.has(id)}
                onChange={() => chosen.toggle(id)}
              />
            </label>
            <Link href={reviewPath(id)} data-row={id}>
              {bodyName}
            </Link>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
