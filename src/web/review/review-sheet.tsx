import { type ReactNode, useEffect, useMemo } from 'react';
import { Link } from 'wouter';
import type { Sheet } from '../../api/collection.ts';
import { checkCells } from '../../collection/check-cells.ts';
import { derivedValues } from '../../collection/derived-values.ts';
import { roundPath } from '../addresses.ts';
import { useAnswer } from '../answers.ts';
import { WorkPage } from '../collection-nav/work-page.tsx';
import { useMessages } from '../language.tsx';
import { useSession } from '../session.ts';
import { KeyHints } from './key-hints.tsx';
import { type Reasons, useReasons } from './reasons.ts';
import { ReviewActs } from './review-acts.tsx';
import {
  askedAmong,
  type Held,
  isClosedDraft,
  isLevelOf,
  type ReviewLines,
  reviewLines,
} from './review-lines.ts';
import { ReviewTable } from './review-table.tsx';
import { markSeen } from './seen.ts';
import { SheetHead } from './sheet-head.tsx';
import { SheetHistory } from './sheet-history.tsx';
import { useRowKeys } from './use-row-keys.ts';
import './review.css';

/** One submission as those see it who review, publish or coordinate: nothing to type figures into. */
export function ReviewSheetPage({ id }: { id: number }): ReactNode {
  const answer = useAnswer('sheet', { id });
  const account = useSession()?.account;
  return (
    <WorkPage here="review" answer={answer}>
      {(sheet) => <Body key={account?.id} sheet={sheet} account={account?.id} />}
    </WorkPage>
  );
}

function Body({ sheet, account }: { sheet: Sheet; account: number | undefined }): ReactNode {
  const { review } = useMessages();
  const words = review.sheet;
  const { entry } = sheet;
  const roles = useSession()?.account?.roles;
  const lines = useMemo(() => linesOf(sheet, roles ?? []), [sheet, roles]);
  const [reasons, setReasons] = useReasons(account, entry.id);
  const returns = entry.may.includes('return');
  const write = (indicator: string, reason: string | null) =>
    setReasons((before) => withReason(before, indicator, reason));
  const area = useRowKeys((key, row) => {
    if (key === 'r' && returns && reasons[row] === undefined) write(row, '');
    return key === 'r';
  });
  useEffect(() => markSeen(entry.id, entry.revision), [entry.id, entry.revision]);
  const table = { sheet, reasons, again: lines.again, write: returns ? write : null };
  return (
    <div className="wrap review-sheet" ref={area}>
      <Crumbs round={entry.round} />
      <SheetHead sheet={sheet} lines={lines} />
      {returns && <KeyHints keys={review.sheetKeys} />}
      {isClosedDraft(sheet) ? (
        <p className="work-empty">{words.draftHint}</p>
      ) : (
        <>
          {lines.again && lines.open.length > 0 && (
            <h2 className="sheet-part">
              {entry.state === 'returned' ? words.toCorrect : words.changed}
            </h2>
          )}
          {lines.open.length > 0 && <ReviewTable {...table} lines={lines.open} />}
          {lines.quiet.length > 0 && (
            <details className="quiet-lines">
              <summary>{words.accepted(askedAmong(lines.quiet))}</summary>
              <ReviewTable {...table} lines={lines.quiet} />
            </details>
          )}
        </>
      )}
      <ReviewActs
        sheet={sheet}
        reasons={returns ? reasons : {}}
        clear={() => setReasons(() => ({}))}
      />
      <SheetHistory sheet={sheet} />
    </div>
  );
}

/** The ways back that whoever looks has. */
function Crumbs({ round }: { round: number }): ReactNode {
  const words = useMessages().review.sheet;
  const roles = useSession()?.account?.roles ?? [];
  const reviews = roles.some(({ role }) => role === 'reviewer' || role === 'approver');
  return (
    <p className="breadcrumb">
      {reviews && (
        <>
          <Link href="/review">{words.back}</Link> ·{' '}
        </>
      )}
      <Link href={roundPath(round)}>{words.backRound}</Link>
    </p>
  );
}

/** The reasons with one at a cell, or without where it is null. */
function withReason(before: Reasons, indicator: string, reason: string | null): Reasons {
  const { [indicator]: _, ...others } = before;
  return reason === null ? others : { ...others, [indicator]: reason };
}

/** The lines with what is computed from them and what the checks say of them. */
function linesOf(sheet: Sheet, held: readonly Held[]): ReviewLines {
  const checked = { ...sheet, rules: sheet.form.rules, period: sheet.entry.period };
  const isLevel = isLevelOf(sheet.entry, held);
  return reviewLines(sheet, checkCells(checked), derivedValues(checked), isLevel);
}
