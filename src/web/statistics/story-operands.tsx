import type { ReactNode } from 'react';
import type { FigureStory } from '../../api/statistics.ts';
import { figureWordsOf } from '../../domain/figure-words.ts';
import type { Indicator } from '../../domain/indicator.ts';
import { useLanguage } from '../language.tsx';
import { cellWords } from './cell-words.ts';
import { shownUnitName } from './unit-words.ts';

/** Operands that are shown; of more it is said how many. */
const most = 6;

/** What a figure was computed from: its parts at the same place, or members of a group. */
export function StoryOperands(props: {
  story: FigureStory;
  find: (indicator: string) => Indicator;
}): ReactNode {
  const { language, messages } = useLanguage();
  const words = messages.explorer.story;
  const { operands, place } = props.story;
  if (operands.length === 0) return null;
  const shown = operands.length > most + 1 ? operands.slice(0, most) : operands;
  const same = operands.every((one) => one.place.token === place.token);
  return (
    <div>
      <dt>{words.operands}</dt>
      <dd>
        <ul className="story-operands">
          {shown.map((one) => {
            const indicator = props.find(one.indicator);
            const cell = cellWords(one.figure, indicator, figureWordsOf(language));
            const unit = shownUnitName(indicator, language);
            return (
              <li key={`${one.place.token} ${one.indicator} ${one.period}`}>
                <span lang={same ? undefined : 'zh-CN'}>
                  {same ? `${indicator.name[language]} ${one.period}` : one.place.name[language]}
                </span>
                <span className="num">
                  {cell.text}
                  {cell.kind === 'figure' && <small> {unit}</small>}
                  {cell.doubts.length > 0 && (
                    <i className="doubtful">{messages.explorer.table.doubtful}</i>
                  )}
                </span>
              </li>
            );
          })}
          {shown.length < operands.length && (
            <li className="muted">{words.more(operands.length - shown.length)}</li>
          )}
        </ul>
      </dd>
    </div>
  );
}
