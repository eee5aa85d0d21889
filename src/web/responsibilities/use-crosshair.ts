import { type PointerEvent, type RefObject, useRef } from 'react';

interface Crosshair {
  readonly row: RefObject<HTMLDivElement | null>;
  readonly column: RefObject<HTMLDivElement | null>;
  readonly handlers: {
    readonly onPointerOver: (event: PointerEvent) => void;
    readonly onPointerLeave: () => void;
    readonly onFocus: (event: { target: EventTarget }) => void;
  };
}

/**
 * Returns two bands that follow the cell under the pointer or the cursor, and lights its two heads.
 * They are moved by hand: redrawing thousands of cells for every step would be felt.
 */
export function useCrosshair(table: RefObject<HTMLTableElement | null>): Crosshair {
  const row = useRef<HTMLDivElement>(null);
  const column = useRef<HTMLDivElement>(null);
  const lit = useRef<Element[]>([]);

  const clear = () => {
    for (const head of lit.current) head.classList.remove('lit');
    lit.current = [];
    row.current?.classList.remove('shown');
    column.current?.classList.remove('shown');
  };
  const show = (target: EventTarget) => {
    clear();
    const cell = (target as HTMLElement).closest<HTMLElement>('td, th');
    const key =
      (target as HTMLElement).closest<HTMLElement>('[data-cell]') ??
      cell?.querySelector<HTMLElement>('[data-cell]');
    const [at, across] = key?.dataset.cell?.split(':').map(Number) ?? [];
    if (!cell || at === undefined || across === undefined || !table.current) return;
    const { offsetWidth, offsetHeight } = table.current;
    if (at >= 0) place(row.current, 0, cell.offsetTop, offsetWidth, cell.offsetHeight);
    if (across >= 0) place(column.current, cell.offsetLeft, 0, cell.offsetWidth, offsetHeight);
    for (const head of [`${at}:-1`, `-1:${across}`]) {
      const link = table.current.querySelector(`[data-cell="${head}"]`);
      if (!link) continue;
      link.classList.add('lit');
      lit.current.push(link);
    }
  };
  return {
    row,
    column,
    handlers: {
      onPointerOver: (event) => show(event.target),
      onPointerLeave: clear,
      onFocus: (event) => show(event.target),
    },
  };
}

function place(
  band: HTMLElement | null,
  left: number,
  top: number,
  width: number,
  height: number,
): void {
  if (!band) return;
  band.style.transform = `translate(${left}px, ${top}px)`;
  band.style.width = `${width}px`;
  band.style.height = `${height}px`;
  band.classList.add('shown');
}
