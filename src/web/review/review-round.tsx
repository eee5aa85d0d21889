import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { SubmissionEntry } from '../../api/collection.ts';
import { reviewPath } from '../addresses.ts';
import { useLanguage, useMessages } from '../language.tsx';
import { beijingMinute } from '../submissions/beijing-time.ts';
import { LevelStrip } from '../submissions/level-strip.tsx';
import { formAndPeriod } from '../submissions/period-words.ts';
import { PunctualityWord } from '../submissions/punctuality-word.tsx';
import { ReminderLines } from '../submissions/reminder-lines.tsx';
import type { Chosen } from './chosen.ts';
import { movesSince } from './seen.ts';

/** What waits of one round, a row a body. */
export function ReviewRound(props: {
  entries: readonly SubmissionEntry[];
  chosen: Chosen;
}): ReactNode {
  const { language, messages } = useLanguage();
  const { review: words, collection } = messages;
  const { entries, chosen } = props;
  const [first] = entries;
  if (!first) return null;
  const title = formAndPeriod(first, language, collection);
  const ids = entries.map(({ id }) => id);
  return (
    <section className="part">
      <header>
        <h2>{title}</h2>
        <span className="muted">
          {first.formNumber} · {words.rows(entries.length)}
        </span>
      </header>
      <table className="work-table">
        <thead>
          <tr>
            <td className="choice">
              <label>
                <input
                  type="checkbox"
                  aria-label={collection.choose(title)}
                  checked={ids.every((id) => chosen.ids.has(id))}
                  onChange={() => chosen.toggleAll(ids)}
                />
              </label>
            </td>
            <th scope="col">{collection.place}</th>
            <th scope="col" className="wide">
              {words.way}
            </th>
            <th scope="col" className="wide">
              {collection.submitted}
            </th>
            <th scope="col">{collection.punctual}</th>
            <th scope="col" className="num">
              {words.figures}
            </th>
            <th scope="col" className="num">
              {words.absent}
            </th>
            <th scope="col" className="num">
              {words.explained}
            </th>
            <th scope="col" className="wide">
              {words.changes}
            </th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <Row key={entry.id} entry={entry} chosen={chosen} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({ entry, chosen }: { entry: SubmissionEntry; chosen: Chosen }): ReactNode {
  const { collection, review: words } = useMessages();
  const { id, bodyName, submittedAt, filled, asked, absent, explained } = entry;
  return (
    <tr>
      <td className="choice">
        <label>
          <input
            type="checkbox"
            aria-label={collection.choose(bodyName)}
            checked={chosen.ids.has(id)}
            onChange={() => chosen.toggle(id)}
          />
        </label>
      </td>
      <th scope="row">
        <Link href={reviewPath(id)} data-row={id}>
          {bodyName}
        </Link>
        <ReminderLines entry={entry} />
      </th>
      <td className="wide">
        <LevelStrip entry={entry} brief />
      </td>
      <td className="wide nowrap">{submittedAt && beijingMinute(submittedAt)}</td>
      <td>
        <PunctualityWord entry={entry} />
      </td>
      <td className="num nowrap">{words.figuresOf(filled - absent, asked)}</td>
      <td className={absent > 0 ? 'num late' : 'num'}>{absent}</td>
      <td className="num">{explained}</td>
      <td className="wide">
        <Changes entry={entry} />
      </td>
    </tr>
  );
}

/** What happened to it since it was looked at here. */
function Changes({ entry }: { entry: SubmissionEntry }): ReactNode {
  const words = useMessages().review;
  const moves = movesSince(entry.id, entry.revision);
  if (moves === null) return <strong>{words.unread}</strong>;
  return moves > 0 ? words.moved(moves) : null;
}
