import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { Link } from 'wouter';
import type { Sheet } from '../../api/collection.ts';
import { checkCells } from '../../collection/check-cells.ts';
import { derivedValues } from '../../collection/derived-values.ts';
import { roundPath } from '../addresses.ts';
import { useAnswer } from '../answers.ts';
import { WorkPage } from '../collection-nav/work-page.tsx';
import { useLanguage } from '../language.tsx';
import { Phrases } from '../marks/phrases.tsx';
import { beijingMinute } from '../submissions/beijing-time.ts';
import { LevelStrip } from '../submissions/level-strip.tsx';
import { periodWords } from '../submissions/period-words.ts';
import { PunctualityWord } from '../submissions/punctuality-word.tsx';
import { ReminderLines } from '../submissions/reminder-lines.tsx';
import { useTitle } from '../title.ts';
import type { Reasons } from './reasons.ts';
import { ReviewActs } from './review-acts.tsx';
import { type ReviewLines, reviewLines } from './review-lines.ts';
import { ReviewTable } from './review-table.tsx';
import { markSeen } from './seen.ts';
import { SheetHistory } from './sheet-history.tsx';
import { useRowKeys } from './use-row-keys.ts';
import './review.css';

/** One submission as those see it who review, publish or coordinate: nothing to type figures into. */
export function ReviewSheetPage({ id }: { id: number }): ReactNode {
  const answer = useAnswer('sheet', { id });
  return (
    <WorkPage here="review" answer={answer}>
      {(sheet) => <Body sheet={sheet} />}
    </WorkPage>
  );
}

function Body({ sheet }: { sheet: Sheet }): ReactNode {
  const { messages } = useLanguage();
  const words = messages.review.sheet;
  const { entry } = sheet;
  const lines = useMemo(() => linesOf(sheet), [sheet]);
  const [reasons, setReasons] = useState<Reasons>({});
  const returns = entry.may.includes('return');
  const write = (indicator: string, reason: string | null) =>
    setReasons(({ [indicator]: _, ...others }) =>
      reason === null ? others : { ...others, [indicator]: reason },
    );
  const area = useRowKeys((key, row) => {
    if (key === 'r' && returns && reasons[row] === undefined) write(row, '');
    return key === 'r';
  });
  useEffect(() => markSeen(entry.id, entry.revision), [entry.id, entry.revision]);
  const table = { sheet, reasons, write: returns ? write : null };
  return (
    <div className="wrap review-sheet" ref={area}>
      <p className="breadcrumb">
        <Link href="/review">{words.back}</Link> ·{' '}
        <Link href={roundPath(entry.round)}>{words.backRound}</Link>
      </p>
      <Head sheet={sheet} lines={lines} />
      {lines.again && lines.open.length > 0 && <h2 className="sheet-part">{words.changed}</h2>}
      {lines.open.length > 0 && <ReviewTable {...table} lines={lines.open} />}
      {lines.quiet.length > 0 && (
        <details className="quiet-lines">
          <summary>{words.accepted(lines.quiet.length)}</summary>
          <ReviewTable {...table} lines={lines.quiet} />
        </details>
      )}
      <ReviewActs sheet={sheet} reasons={reasons} clear={() => setReasons({})} />
      <SheetHistory sheet={sheet} />
    </div>
  );
}

/** The lines with what is computed from them and what the checks say of them. */
function linesOf(sheet: Sheet): ReviewLines {
  const checked = { ...sheet, rules: sheet.form.rules, period: sheet.entry.period };
  return reviewLines(sheet, checkCells(checked), derivedValues(checked));
}

function Head({ sheet, lines }: { sheet: Sheet; lines: ReviewLines }): ReactNode {
  const { language, messages } = useLanguage();
  const { review, collection } = messages;
  const words = review.sheet;
  const { entry, form } = sheet;
  const all = [...lines.open, ...lines.quiet];
  const filled = all.filter(({ now, field }) => now !== null && !field.derived).length;
  const doubts = all.filter(({ findings }) => findings.length > 0).length;
  const finding = lines.again
    ? words.findingAgain(lines.open.length, lines.quiet.length)
    : words.findingFirst(filled, doubts);
  const title = `${form.title[language]} ${periodWords(entry.period, collection)}`;
  useTitle(`${entry.bodyName} ${title}`);
  return (
    <header className="page-head">
      <div>
        <h1>
          <Phrases words={`${entry.bodyName}：${finding}`} />
        </h1>
        <p>
          {title} · {words.meta(form.number, messages.date(entry.due))}
          {entry.submittedAt && ` · ${words.submitted(beijingMinute(entry.submittedAt))} `}
          <PunctualityWord entry={entry} />
        </p>
        <ReminderLines entry={entry} />
      </div>
      <LevelStrip entry={entry} />
    </header>
  );
}
