import { type RefObject, useEffect } from 'react';

/**
 * Keeps the heads of a table in sight while the page scrolls past it. The scroller of a wide table
 * takes `position: sticky` for itself, so there the head is moved by hand.
 */
export function useFloatingHead(
  scroller: RefObject<HTMLElement | null>,
  table: RefObject<HTMLTableElement | null>,
): void {
  useEffect(() => {
    const place = () => {
      const head = table.current?.tHead;
      if (!head || !table.current || !scroller.current) return;
      const scrolls = getComputedStyle(scroller.current).overflowX !== 'visible';
      const { top, height } = table.current.getBoundingClientRect();
      const room = height - head.offsetHeight - (table.current.tFoot?.offsetHeight ?? 0);
      const down = scrolls ? Math.min(Math.max(0, -top), Math.max(0, room)) : 0;
      head.style.transform = down > 0 ? `translateY(${down}px)` : '';
    };
    // A head moved down on the screen would be printed there.
    const rest = () => {
      if (table.current?.tHead) table.current.tHead.style.transform = '';
    };
    place();
    addEventListener('scroll', place, { passive: true });
    addEventListener('resize', place);
    addEventListener('beforeprint', rest);
    addEventListener('afterprint', place);
    return () => {
      removeEventListener('scroll', place);
      removeEventListener('resize', place);
      removeEventListener('beforeprint', rest);
      removeEventListener('afterprint', place);
    };
  }, [scroller, table]);
}
