import { type ReactNode, useEffect, useRef } from 'react';
import type { StatisticsCatalog } from '../../api/statistics.ts';
import { useAnswer } from '../answers.ts';
import { useMessages } from '../language.tsx';
import { placeBelow } from '../menu.tsx';
import { Refused } from '../states/refused.tsx';
import type { CellAt } from './explorer-table.tsx';
import { FigureStoryView } from './figure-story-view.tsx';

/**
 * The story of a figure beside its cell, on a phone at the foot of the window. It takes the focus,
 * Esc or a press outside closes it, and the focus goes back to the cell.
 */
export function StoryPopover(props: {
  cell: CellAt;
  asked: {
    readonly basis: 'reported' | 'merged' | 'apportioned';
    readonly span?: string;
    readonly asOf?: string;
  };
  catalog: StatisticsCatalog;
  anchor: () => HTMLElement | null;
  close: () => void;
}): ReactNode {
  const { cell, asked, anchor, close } = props;
  const { explorer, states } = useMessages();
  const panel = useRef<HTMLDivElement>(null);
  const answer = useAnswer('story', {
    t: cell.place,
    i: cell.indicator,
    p: cell.period,
    ...asked,
  });
  const at = `${cell.place} ${cell.indicator} ${cell.period}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another cell or its answer is placed anew
  useEffect(() => {
    const box = anchor()?.getBoundingClientRect();
    if (!panel.current) return;
    if (!panel.current.matches(':popover-open')) panel.current.showPopover();
    if (box) placeBelow(panel.current, box, 'end');
    else panel.current.classList.add('unanchored');
  }, [at, answer.data]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each cell
  useEffect(() => panel.current?.focus(), [at]);
  const leave = () => {
    close();
    anchor()?.focus();
  };
  useEffect(() => {
    const press = (event: PointerEvent) => {
      const target = event.target as Element;
      if (!panel.current?.contains(target) && !target.closest('[data-cell]')) close();
    };
    addEventListener('pointerdown', press);
    return () => removeEventListener('pointerdown', press);
  }, [close]);
  return (
    <div
      ref={panel}
      className="story"
      popover="manual"
      role="dialog"
      tabIndex={-1}
      aria-label={explorer.table.openStory}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        leave();
      }}
    >
      <button type="button" className="quiet story-close" onClick={leave}>
        <span className="unseen">{explorer.story.close}</span>
        <span className="key" aria-hidden="true">
          Esc
        </span>
      </button>
      {answer.data ? (
        <FigureStoryView story={answer.data} catalog={props.catalog} />
      ) : answer.error ? (
        <Refused error={answer.error} retry={() => void answer.refetch()} />
      ) : (
        <p className="muted story-loading" role="status">
          {states.loading}
        </p>
      )}
    </div>
  );
}
