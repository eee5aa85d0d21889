import { lazy, type ReactNode, Suspense, useCallback, useRef, useState } from 'react';
import type { Basis } from '../../domain/figure.ts';
import { useAnswer } from '../answers.ts';
import { periodsText } from '../statistics/explorer-address.ts';
import type { CellAt } from '../statistics/explorer-table.tsx';
import { StoryContext } from './story-context.ts';

const StoryPopover = lazy(async () => ({
  default: (await import('../statistics/story-popover.tsx')).StoryPopover,
}));

/** A page whose figures open their stories; what a story needs is asked for when one is opened. */
export function WithStories(props: {
  basis: Basis;
  asOf: string | undefined;
  /** The periods the page shows: a comparable basis holds over all of them. */
  periods: readonly string[];
  children: ReactNode;
}): ReactNode {
  const { basis, asOf } = props;
  const [cell, setCell] = useState<CellAt | null>(null);
  const from = useRef<HTMLElement | null>(null);
  const { data: catalog } = useAnswer('catalog', {}, cell !== null);
  const open = useCallback((opened: CellAt, element: HTMLElement) => {
    from.current = element;
    setCell(opened);
  }, []);
  const close = useCallback(() => setCell(null), []);
  return (
    <StoryContext value={open}>
      {props.children}
      {cell && catalog && (
        <Suspense fallback={null}>
          <StoryPopover
            cell={cell}
            asked={{
              basis,
              ...(basis !== 'reported' && { span: periodsText(props.periods) }),
              ...(asOf !== undefined && { asOf }),
            }}
            catalog={catalog}
            anchor={() => from.current}
            close={close}
          />
        </Suspense>
      )}
    </StoryContext>
  );
}
