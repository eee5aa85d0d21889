import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { SubmissionEntry } from '../../api/collection.ts';
import { useLanguage } from '../language.tsx';
import type { CollectionWords } from '../messages/collection-zh.ts';
import { hasOpened } from '../submissions/beijing-time.ts';
import { formAndPeriod } from '../submissions/period-words.ts';
import { ReminderLines } from '../submissions/reminder-lines.tsx';
import { standingOf, standingWord } from '../submissions/standing.ts';

/** Submissions that wait for one kind of act; nothing where there are none. */
export function TaskTable(props: {
  title: string;
  entries: readonly SubmissionEntry[];
  /** Where a submission of this list is opened. */
  to: string;
}): ReactNode {
  const { messages } = useLanguage();
  const words = messages.filling.tasks;
  const { title, entries, to } = props;
  if (entries.length === 0) return null;
  return (
    <section className="part">
      <header>
        <h2>{title}</h2>
        <p className="note">{words.count(entries.length)}</p>
      </header>
      <table className="task-table">
        <caption className="unseen">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{words.form}</th>
            <th scope="col">{words.body}</th>
            <th scope="col">{words.state}</th>
            <th scope="col">{words.due}</th>
            <th scope="col" className="num">
              {words.filled}
            </th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <TaskRow key={entry.id} entry={entry} to={to} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function TaskRow({ entry, to }: { entry: SubmissionEntry; to: string }): ReactNode {
  const { language, messages } = useLanguage();
  const words = messages.filling;
  return (
    <tr>
      <th scope="row">
        <Link href={`${to}/${entry.id}`}>
          {formAndPeriod(entry, language, messages.collection)}
        </Link>
        <small>{entry.formNumber}</small>
        <ReminderLines entry={entry} />
      </th>
      <td>{entry.bodyName}</td>
      <td>
        {stateWords(entry, messages.collection)}
        {entry.openRemarks > 0 && (
          <b className="overdue"> {words.tasks.remarks(entry.openRemarks)}</b>
        )}
      </td>
      <td>
        {messages.date(entry.due)} <DueWords entry={entry} />
      </td>
      <td className="num">
        {entry.filled}
        <small> / {entry.asked}</small>
      </td>
    </tr>
  );
}

function DueWords({ entry }: { entry: SubmissionEntry }): ReactNode {
  const { date, filling } = useLanguage().messages;
  const words = filling.tasks;
  const { overdueDays, punctuality, state, opens } = entry;
  if (punctuality === 'late') return <small className="overdue">{words.late}</small>;
  if (punctuality === 'grace') return <small>{words.grace}</small>;
  if (state !== 'draft' && state !== 'returned') return null;
  if (!hasOpened(opens)) return <small>{words.opens(date(opens))}</small>;
  return overdueDays > 0 ? (
    <b className="overdue">{words.overdue(overdueDays)}</b>
  ) : (
    <small>{words.left(-overdueDays)}</small>
  );
}

/** Returns where a submission stands and, in review, at whom it waits. */
function stateWords(entry: SubmissionEntry, words: CollectionWords): string {
  const { state, level, levels } = entry;
  const word = standingWord(standingOf(entry), words);
  const waitsAt = state === 'submitted' || state === 'accepted' ? levels[level] : undefined;
  return waitsAt ? words.stateAt(word, waitsAt.bodyName) : word;
}
