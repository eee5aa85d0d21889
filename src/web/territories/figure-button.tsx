import type { ReactNode } from 'react';
import type { Figure } from '../../api/statistics.ts';
import { figureWordsOf } from '../../domain/figure-words.ts';
import { useLanguage } from '../language.tsx';
import { cellWords, doubtText, type ShownAs } from '../statistics/cell-words.ts';
import { coverageWords } from '../statistics/coverage-words.ts';
import { useStory } from './story-context.ts';
import './figure-button.css';

/** A figure that opens its story; where there is none, the reason or a dash. */
export function FigureButton(props: {
  figure: Figure | null;
  indicator: ShownAs & { readonly id: string; readonly name: { zh: string; en: string } };
  /** The token of the place or group it is of. */
  place: string;
  period: string;
  /** Where of how many it is made is said beside it already. */
  bare?: boolean;
}): ReactNode {
  const { figure, indicator, place, period } = props;
  const { language, messages } = useLanguage();
  const words = figureWordsOf(language);
  const open = useStory();
  const cell = cellWords(figure, indicator, words);
  const coverage = props.bare ? null : coverageWords(figure, '', messages.explorer.table);
  if (cell.kind !== 'figure') {
    const reason = figure?.withheld ? words.withheld[figure.withheld] : undefined;
    return (
      <span className="no-figure" title={reason}>
        {cell.text}
        {coverage && <small> {coverage}</small>}
      </span>
    );
  }
  const doubtful = doubtText(cell, messages.explorer.table);
  const status = cell.status?.slice(0, 1) ?? '';
  return (
    <>
      <button
        type="button"
        className={doubtful ? 'figure doubtful' : 'figure'}
        data-cell
        aria-haspopup="dialog"
        aria-label={`${indicator.name[language]} ${period}：${cell.text}${doubtful}${status}`}
        title={cell.doubts.join('；') || undefined}
        onClick={(event) => open({ place, indicator: indicator.id, period }, event.currentTarget)}
      >
        {cell.text}
        {doubtful && <i className="mark-doubtful">{doubtful}</i>}
        {status && <i className="mark-status">{status}</i>}
      </button>
      {coverage && <small className="mark-coverage"> {coverage}</small>}
    </>
  );
}
