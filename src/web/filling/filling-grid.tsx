import type { ReactNode } from 'react';
import { changeText } from '../../charts/ribbon/figure-text.ts';
import { periodAfter, periodNumber, periodText } from '../../domain/period.ts';
import { unitName } from '../../domain/unit-words.ts';
import { useLanguage } from '../language.tsx';
import { useDesk } from './desk.ts';
import { NoteCell } from './note-cell.tsx';
import { contentWords, earlierWords, rowName } from './row-words.ts';
import type { RowState } from './sheet-problems.ts';
import type { GridActs } from './use-grid-acts.ts';
import { ValueCell } from './value-cell.tsx';

/** The form as a grid: last period beside this one, and what is to be said about each row. */
export function FillingGrid({ acts }: { acts: GridActs }): ReactNode {
  const { language, messages } = useLanguage();
  const words = messages.filling.grid;
  const { sheet, states } = useDesk();
  const { period, formTitle } = sheet.entry;
  return (
    // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells are walked with arrows is a grid
    <table className="filling-grid" role="grid" aria-rowcount={states.length + 1}>
      <caption className="unseen">{words.caption(formTitle[language])}</caption>
      <thead>
        <tr aria-rowindex={1}>
          <th scope="col" className="line">
            <span className="unseen">{words.line}</span>
          </th>
          <th scope="col">{words.indicator}</th>
          <th scope="col" className="unit">
            {words.unit}
          </th>
          <th scope="col" className="num before">
            {words.before(periodBefore(period))}
          </th>
          <th scope="col" className="num in">
            {words.now(period)}
          </th>
          <th scope="col" className="num change">
            {words.change}
          </th>
          <th scope="col" className="said">
            {words.notes}
          </th>
        </tr>
      </thead>
      {sheet.sections.map((section, index) => (
        <tbody key={section.title.zh}>
          <tr className="section">
            <th scope="rowgroup" colSpan={7}>
              {section.title[language]}
            </th>
          </tr>
          {states.map((state, at) =>
            state.row.section === index ? (
              <GridRow key={state.row.field.indicator} state={state} at={at} acts={acts} />
            ) : null,
          )}
        </tbody>
      ))}
    </table>
  );
}

function GridRow(props: { state: RowState; at: number; acts: GridActs }): ReactNode {
  const { state, at, acts } = props;
  const { row } = state;
  const { field } = row;
  const { language, messages } = useLanguage();
  const words = messages.filling.grid;
  const before = row.before && contentWords(row.before, field.unit, messages.filling);
  return (
    <tr aria-rowindex={at + 2} className={rowClass(state)}>
      <td className="line">{field.line}</td>
      <th scope="row" className={`indent-${field.indent}`} title={field.definition[language]}>
        {rowName(row, language)}
      </th>
      <td className="unit">{unitName(field.unit, language)}</td>
      <td className="num before" title={(row.before ?? row.earlier)?.source}>
        {before ?? (row.isFirst ? <small>{words.first}</small> : row.earlier ? '' : '—')}
        {row.earlier && (
          <small className="earlier">
            {earlierWords(row.earlier, field.unit, messages.filling)}
          </small>
        )}
      </td>
      <ValueCell state={state} at={at} acts={acts} />
      <td className="num change">{row.change === null ? '' : changeText(row.change, 1)}</td>
      <NoteCell state={state} at={at} acts={acts} />
    </tr>
  );
}

/** Returns how a row looks: what is wrong with it, whether it is empty, where its value comes from. */
export function rowClass({ row, hard, soft, missing, returned }: RowState): string {
  const marks = [
    (hard.length > 0 || row.conflict || row.queued?.state === 'refused') && 'hard',
    hard.length === 0 && soft.length > 0 && 'soft',
    returned && 'returned',
    missing && 'empty',
    row.origin,
  ];
  return marks.filter(Boolean).join(' ');
}

function periodBefore(period: string): string {
  const number = periodNumber(period);
  return number === null ? '' : periodText(periodAfter(number, -1));
}
