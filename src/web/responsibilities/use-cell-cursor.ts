import { type KeyboardEvent, type RefObject, useEffect } from 'react';
import { useLocation } from 'wouter';

const steps: Record<string, readonly [number, number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/**
 * Returns the key handler of a grid whose cells carry `data-cell="row:column"` (heads at -1). One
 * cell is in the tab order; arrows, Home and End move it, Enter opens its item, Space pins its agency.
 */
export function useCellCursor(
  table: RefObject<HTMLTableElement | null>,
  pin: (agency: string) => void,
): (event: KeyboardEvent) => void {
  const [, navigate] = useLocation();
  useEffect(() => {
    if (!table.current?.querySelector('[data-cell][tabindex="0"]'))
      table.current?.querySelector('[data-cell]')?.setAttribute('tabindex', '0');
  });

  const cellAt = (row: number, column: number) =>
    table.current?.querySelector<HTMLElement>(`[data-cell="${row}:${column}"]`);

  return (event) => {
    const cell = (event.target as HTMLElement).closest<HTMLElement>('[data-cell]');
    const [row, column] = cell?.dataset.cell?.split(':').map(Number) ?? [];
    if (!cell || row === undefined || column === undefined) return;
    const next = destination(event, row, column, cellAt);
    if (next) {
      for (const held of table.current?.querySelectorAll('[data-cell][tabindex="0"]') ?? [])
        held.setAttribute('tabindex', '-1');
      next.setAttribute('tabindex', '0');
      next.focus();
    } else if (event.key === ' ') {
      const agency = cellAt(-1, column)?.dataset.agency;
      if (agency) pin(agency);
    } else if (event.key === 'Enter' && cell.tagName === 'TD') {
      const href = cellAt(row, -1)?.getAttribute('href');
      if (href) navigate(href);
    } else return;
    event.preventDefault();
  };
}

function destination(
  event: KeyboardEvent,
  row: number,
  column: number,
  cellAt: (row: number, column: number) => HTMLElement | null | undefined,
): HTMLElement | null {
  const step = steps[event.key];
  if (step) return cellAt(row + step[0], column + step[1]) ?? null;
  if (event.key === 'Home') return cellAt(row, row < 0 ? 0 : -1) ?? null;
  if (event.key !== 'End') return null;
  let last = column;
  while (cellAt(row, last + 1)) last += 1;
  return cellAt(row, last) ?? null;
}
