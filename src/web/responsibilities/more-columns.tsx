import { type ReactNode, type RefObject, useEffect, useState } from 'react';
import { useMessages } from '../language.tsx';
import type { MatrixView } from './matrix-view.ts';

/** How many agencies stand out of sight on the right, and a press that brings them. */
export function MoreColumns(props: {
  scroller: RefObject<HTMLDivElement | null>;
  view: MatrixView;
}): ReactNode {
  const { matrix: words } = useMessages();
  const { scroller, view } = props;
  const [hidden, setHidden] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other columns are counted anew
  useEffect(() => {
    const box = scroller.current;
    if (!box) return;
    const count = () => {
      const edge = box.getBoundingClientRect().right + 1;
      const heads = [...box.querySelectorAll('thead .column')];
      const more = heads.filter((head) => head.getBoundingClientRect().right > edge).length;
      box.classList.toggle('more', more > 0);
      setHidden(more);
    };
    const sizes = new ResizeObserver(count);
    sizes.observe(box);
    box.addEventListener('scroll', count, { passive: true });
    return () => {
      sizes.disconnect();
      box.removeEventListener('scroll', count);
    };
  }, [scroller, view]);
  const show = () => scroller.current?.scrollBy({ left: scroller.current.clientWidth / 2 });
  return (
    <p className="matrix-more">
      {hidden > 0 && (
        <button type="button" className="quiet" onClick={show}>
          {words.moreColumns(hidden)}
        </button>
      )}
    </p>
  );
}
