import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useLanguage } from '../language.tsx';
import { ReminderLines } from '../submissions/reminder-lines.tsx';
import { useDesk } from './desk.ts';
import { levelSteps, periodWords } from './row-words.ts';

/** Which form of whom this is, when it is due, and on whose desk it lies. */
export function FillingHead(): ReactNode {
  const { language, messages } = useLanguage();
  const words = messages.filling;
  const { sheet } = useDesk();
  const { entry, form } = sheet;
  const { approval } = form;
  return (
    <div className="filling-head">
      <div>
        <h1>
          {entry.formTitle[language]} <span>{periodWords(entry.period, words)}</span>
        </h1>
        <ul className="facts">
          <li>{entry.bodyName}</li>
          <li>
            {entry.formNumber} · {words.head.frequencies[form.frequency]}
          </li>
          <li>{words.head.issuer(form.issuer)}</li>
          <li>
            {approval
              ? words.head.approved(approval.by, approval.number, approval.validUntil)
              : words.head.proposed}
          </li>
          <li>
            {entry.closed ? words.head.closed : words.head.due(messages.date(entry.due))}
            {entry.overdueDays > 0 && (
              <b className="overdue"> {words.tasks.overdue(entry.overdueDays)}</b>
            )}
          </li>
          <li>
            <Link href="/collect">{words.head.back}</Link>
          </li>
        </ul>
        <ReminderLines entry={entry} />
      </div>
      <LevelStrip />
    </div>
  );
}

/** Who reports, reviews and publishes; the one it waits for is filled. */
function LevelStrip(): ReactNode {
  const words = useLanguage().messages.filling;
  const { entry } = useDesk().sheet;
  return (
    <ol className="level-strip" aria-label={words.head.levels}>
      {levelSteps(entry, words).map(({ key, words: name, standing }) => (
        <li key={key} className={standing} aria-current={standing === 'now' ? 'step' : undefined}>
          <i aria-hidden="true" />
          {name}
          {standing === 'done' && <span className="unseen">{words.head.done}</span>}
        </li>
      ))}
    </ol>
  );
}
