import { type ReactNode, useState } from 'react';
import type { FigureStory } from '../../api/statistics.ts';
import { figureWordsOf } from '../../domain/figure-words.ts';
import type { Indicator } from '../../domain/indicator.ts';
import { useLanguage } from '../language.tsx';
import { cellWords } from './cell-words.ts';
import { DoubtMark } from './explorer-cell.tsx';
import { withUnit } from './unit-words.ts';

/** Operands that are shown at first; the others on demand. */
const most = 6;

type Operand = FigureStory['operands'][number];

/**
 * What a figure was computed from: its parts at the same place, or members of a group, those that have
 * a figure first.
 */
export function StoryOperands(props: {
  story: FigureStory;
  find: (indicator: string) => Indicator;
}): ReactNode {
  const { messages } = useLanguage();
  const words = messages.explorer.story;
  const { operands, place } = props.story;
  const [all, showAll] = useState(false);
  if (operands.length === 0) return null;
  const known = ({ figure }: Operand) => typeof figure?.value === 'number';
  const same = operands.every((one) => one.place.token === place.token);
  const sorted = same ? operands : operands.toSorted((a, b) => Number(known(b)) - Number(known(a)));
  const shown = all || operands.length <= most + 1 ? sorted : sorted.slice(0, most);
  const without = operands.filter((one) => !known(one)).length;
  return (
    <div>
      <dt>{words.operands}</dt>
      <dd>
        <ul className="story-operands">
          {shown.map((one) => (
            <OperandItem
              key={`${one.place.token} ${one.indicator} ${one.period}`}
              one={one}
              indicator={props.find(one.indicator)}
              same={same}
            />
          ))}
        </ul>
        {shown.length < operands.length && (
          <button type="button" className="quiet story-more" onClick={() => showAll(true)}>
            {words.all(operands.length, without)}
          </button>
        )}
      </dd>
    </div>
  );
}

function OperandItem(props: { one: Operand; indicator: Indicator; same: boolean }): ReactNode {
  const { one, indicator, same } = props;
  const { language } = useLanguage();
  const cell = cellWords(one.figure, indicator, figureWordsOf(language));
  const { value, partialSum, coverage } = one.figure ?? {};
  const amount = value ?? partialSum;
  return (
    <li>
      <span lang={same ? undefined : 'zh-CN'}>
        {same ? `${indicator.name[language]} ${one.period}` : one.place.name[language]}
      </span>
      <span className="num">
        {typeof amount === 'number' ? withUnit(amount, indicator, language) : cell.text}
        {amount !== undefined && coverage && (
          <small> {`${coverage.present}/${coverage.expected}`}</small>
        )}
        <DoubtMark cell={cell} />
      </span>
    </li>
  );
}
