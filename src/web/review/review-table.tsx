import type { ReactNode } from 'react';
import type { Sheet } from '../../api/collection.ts';
import { useLanguage, useMessages } from '../language.tsx';
import { periodWords } from '../submissions/period-words.ts';
import type { Reasons } from './reasons.ts';
import { linesBySection, type ReviewLine, usualAuthor } from './review-lines.ts';
import { ReviewRow } from './review-row.tsx';

/** Lines of a submission under the sections of the form. */
export function ReviewTable(props: {
  sheet: Sheet;
  lines: readonly ReviewLine[];
  reasons: Reasons;
  /** Whether this level has looked before: then it matters who changed a cell, and when. */
  again: boolean;
  /** Null where whoever looks returns nothing. */
  write: ((indicator: string, reason: string | null) => void) | null;
}): ReactNode {
  const { language, messages } = useLanguage();
  const words = messages.review.sheet;
  const { sheet, lines, reasons, again, write } = props;
  const usual = again ? null : usualAuthor(sheet);
  return (
    <table className="work-table review-table">
      <caption className="unseen">{words.caption}</caption>
      <Columns sheet={sheet} />
      {linesBySection(sheet, lines).map(({ section, lines: own }) => (
        <tbody key={section.title.zh}>
          <tr className="section-row">
            <th scope="rowgroup" colSpan={7}>
              {section.title[language]}
            </th>
          </tr>
          {own.map((line) => (
            <ReviewRow
              key={line.field.indicator}
              line={line}
              usual={usual}
              reason={reasons[line.field.indicator]}
              write={write && !line.field.derived ? write : null}
            />
          ))}
        </tbody>
      ))}
    </table>
  );
}

function Columns({ sheet }: { sheet: Sheet }): ReactNode {
  const { review, collection } = useMessages();
  const words = review.sheet;
  const before = sheet.before[0]?.period;
  return (
    <thead>
      <tr>
        <th scope="col" className="line">
          {words.line}
        </th>
        <th scope="col">{words.indicator}</th>
        <th scope="col" className="unit">
          {words.unit}
        </th>
        <th scope="col" className="num before">
          {words.before(before ? periodWords(before, collection) : '').trim()}
        </th>
        <th scope="col" className="num now">
          {words.now(periodWords(sheet.entry.period, collection))}
        </th>
        <th scope="col" className="num change">
          {words.change}
        </th>
        <th scope="col" className="notes">
          {words.notes}
        </th>
      </tr>
    </thead>
  );
}
