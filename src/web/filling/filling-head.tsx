import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useLanguage } from '../language.tsx';
import { hasOpened } from '../submissions/beijing-time.ts';
import { LevelStrip } from '../submissions/level-strip.tsx';
import { periodWords } from '../submissions/period-words.ts';
import { ReminderLines } from '../submissions/reminder-lines.tsx';
import { standingOf, standingWord } from '../submissions/standing.ts';
import { useDesk } from './desk.ts';
import { PrintedAt } from './printed-at.tsx';
import { ReturnedMark } from './row-marks.tsx';
import { returnReason } from './sheet-problems.ts';

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
          {entry.formTitle[language]} <span>{periodWords(entry.period, messages.collection)}</span>
        </h1>
        <ul className="facts">
          <li>{entry.bodyName}</li>
          {entry.filledBy !== entry.body && <li>{words.head.filledBy(entry.filledByName)}</li>}
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
            {entry.state === 'draft' && !hasOpened(entry.opens) && (
              <b>{words.tasks.opens(messages.date(entry.opens))} </b>
            )}
            {entry.closed ? words.head.closed : words.head.due(messages.date(entry.due))}
            {entry.overdueDays > 0 && (
              <b className="overdue"> {words.tasks.overdue(entry.overdueDays)}</b>
            )}
          </li>
          <li>
            <Link href="/collect">{words.tasks.own}</Link>
          </li>
        </ul>
        <PrintedAt />
        <ReturnedLines />
        <ReminderLines entry={entry} />
      </div>
      <LevelStrip entry={entry} />
    </div>
  );
}

/** That the form came back, why as a whole, and how many of its cells wait to be mended. */
function ReturnedLines(): ReactNode {
  const { messages } = useLanguage();
  const words = messages.filling;
  const { sheet, tally } = useDesk();
  if (sheet.entry.state !== 'returned') return null;
  const move = returnReason(sheet);
  const open = tally.returned.length;
  return (
    <div className="returned-lines">
      <p>
        <ReturnedMark />
        <b>{standingWord(standingOf(sheet.entry), messages.collection)}</b>
        {open > 0 && ` · ${words.head.returned(open)}`} {open > 0 && <kbd>F8</kbd>}
      </p>
      {move && <p>{words.grid.returned(move.by ?? words.conflict.someone, move.reason)}</p>}
    </div>
  );
}
