import type { ReactNode } from 'react';
import type { Figure } from '../../api/statistics.ts';
import { figureWordsOf } from '../../domain/figure-words.ts';
import { useLanguage } from '../language.tsx';
import { cellWords, type ShownAs } from '../statistics/cell-words.ts';
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
  const coverage = props.bare ? null : cell.coverage;
  if (cell.kind !== 'figure') {
    const reason = figure?.withheld ? words.withheld[figure.withheld] : undefined;
    return (
      <span className="no-figure" title={reason}>
        {cell.text}
        {coverage && <small> {coverage}</small>}
      </span>
    );
  }
  return (
    <button
      type="button"
      className={cell.doubts.length > 0 ? 'figure doubtful' : 'figure'}
      data-cell
      aria-haspopup="dialog"
      aria-label={`${indicator.name[language]} ${period}：${cell.text}${cell.doubts.length > 0 ? `（${words.doubtful}）` : ''}`}
      title={cell.doubts.join('；') || undefined}
      onClick={(event) => open({ place, indicator: indicator.id, period }, event.currentTarget)}
    >
      {cell.text}
      {cell.doubts.length > 0 && (
        <i className="mark-doubtful">{messages.explorer.table.doubtful}</i>
      )}
      {cell.status && <i className="mark-status">{cell.status.slice(0, 1)}</i>}
      {coverage && <small className="mark-coverage"> {coverage}</small>}
    </button>
  );
}
