import { type ReactNode, useRef } from 'react';
import { describeFinding, type Finding } from '../../domain/finding.ts';
import { unitName } from '../../domain/unit-words.ts';
import { useLanguage, useMessages } from '../language.tsx';
import { beijingMinute } from '../submissions/beijing-time.ts';
import { lineText } from '../submissions/cell-text.ts';
import { isDoubt, outcomeOf, type ReviewLine } from './review-lines.ts';

/** A line of a submission: last period, this one, what was said about it, and a reason to return it. */
export function ReviewRow(props: {
  line: ReviewLine;
  /** Who typed most of the form, and is not named at each cell; null: everybody is named. */
  usual: string | null;
  reason: string | undefined;
  write: ((indicator: string, reason: string | null) => void) | null;
}): ReactNode {
  const { language, messages } = useLanguage();
  const { line, usual, reason, write } = props;
  const words = messages.review.sheet;
  const { field, before, now, change } = line;
  return (
    <tr
      className={reason === undefined ? undefined : 'returning'}
      data-doubt={line.findings.some(isDoubt) || line.remarks.length > 0 ? '' : undefined}
    >
      <td className="line">{field.line}</td>
      <th scope="row" className={`indent-${field.indent}`} title={field.definition[language]}>
        {field.name[language]}
      </th>
      <td className="unit">{unitName(field.unit, language)}</td>
      <td className="num before" data-label={words.before('').trim()}>
        {lineText(before, field.unit, messages.collection)}
      </td>
      <td className="num now">
        <Old line={line} />
        <strong>{lineText(now, field.unit, messages.collection)}</strong>
      </td>
      <td className="num change">{change}</td>
      <td className="notes">
        <div className="notes-body">
          <Beside line={line} usual={usual} />
          {write && <ReasonBox line={line} reason={reason} write={write} />}
        </div>
      </td>
    </tr>
  );
}

/** What stood there when it was returned, where it is another now. */
function Old({ line }: { line: ReviewLine }): ReactNode {
  const { review, collection } = useMessages();
  const last = line.remarks.at(-1);
  if (!last || outcomeOf(last, line) !== 'changed') return null;
  return (
    <>
      <del>
        <span className="unseen">{review.sheet.was('')}</span>
        {lineText(last, line.field.unit, collection)}
      </del>
      <span aria-hidden="true"> → </span>
    </>
  );
}

/** Who said what about the line: the reporter's note, findings, remarks, where a figure is from. */
function Beside({ line, usual }: { line: ReviewLine; usual: string | null }): ReactNode {
  const { language, messages } = useLanguage();
  const words = messages.review.sheet;
  const { cell, field, known, findings, remarks, now } = line;
  return (
    <ul className="beside-line">
      {findings.map((item) => (
        <li key={item.code} className={findingClass(item)}>
          {describeFinding(item, language).message}
        </li>
      ))}
      {cell?.note && <li className="reporter-note">{words.note(cell.note)}</li>}
      {remarks.map((remark) => (
        <li key={remark.id} className="remark">
          {words.remark(remark.by, remark.reason)}{' '}
          <span className="muted">({words.outcomes[outcomeOf(remark, line)]})</span>
        </li>
      ))}
      {cell && cell.changedBy !== usual && (
        <li className="muted">
          {cell.changedBy} {beijingMinute(cell.changedAt)}
        </li>
      )}
      {!cell && field.derived && <li className="muted">{words.derived}</li>}
      {!cell && !field.derived && known && <li className="muted">{words.known(known.source)}</li>}
      {!field.derived && now === null && <li className="muted">{words.noFigure}</li>}
    </ul>
  );
}

/** A mere information is said quietly. */
function findingClass(item: Finding): string {
  if (!isDoubt(item)) return 'muted';
  return item.severity === 'info' ? 'soft explained' : 'soft';
}

function ReasonBox(props: {
  line: ReviewLine;
  reason: string | undefined;
  write: (indicator: string, reason: string | null) => void;
}): ReactNode {
  const { language, messages } = useLanguage();
  const words = messages.review.sheet;
  const { line, reason, write } = props;
  const { indicator, name } = line.field;
  const label = words.reasonFor(name[language]);
  // What took the focus away gives it back: the next key goes on from this row.
  const isDropped = useRef(false);
  const end = useRef<HTMLButtonElement>(null);
  const drop = () => {
    isDropped.current = true;
    write(indicator, null);
  };
  if (reason === undefined)
    return (
      <button
        type="button"
        ref={(button) => {
          if (isDropped.current) button?.focus();
          isDropped.current = false;
        }}
        className="quiet return-cell"
        data-row={indicator}
        aria-label={`${words.returnIt} ${name[language]}`}
        onClick={() => write(indicator, '')}
      >
        {words.returnIt}
      </button>
    );
  return (
    <div className="reason-box">
      <input
        className="field"
        maxLength={2000}
        aria-label={label}
        placeholder={words.reasonHint}
        value={reason}
        // biome-ignore lint/a11y/noAutofocus: the key that opened it asked for it
        autoFocus={reason === ''}
        onChange={(event) => write(indicator, event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') drop();
          if (event.key !== 'Enter') return;
          event.preventDefault();
          end.current?.focus();
        }}
      />
      <button ref={end} type="button" className="quiet" data-row={indicator} onClick={drop}>
        {words.drop}
      </button>
    </div>
  );
}
