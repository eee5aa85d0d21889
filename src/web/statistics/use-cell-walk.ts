import { type KeyboardEvent, type MouseEvent, type RefObject, useEffect } from 'react';

const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  PageUp: [-12, 0],
  PageDown: [12, 0],
};

/**
 * Moves a cursor among cells that carry `data-cell="row:column"`: one is in the tab order; arrows,
 * Page Up and Down, Home and End move it; Enter, Space or a press opens it. Names of rows stand at
 * column -1 and are links.
 */
export function useCellWalk(
  table: RefObject<HTMLTableElement | null>,
  open: (row: number, column: number) => void,
): {
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onClick: (event: MouseEvent) => void;
} {
  useEffect(() => {
    if (!table.current?.querySelector('[data-cell][tabindex="0"]'))
      table.current?.querySelector('td[data-cell]')?.setAttribute('tabindex', '0');
  });
  const cellAt = (row: number, column: number) =>
    table.current?.querySelector<HTMLElement>(`[data-cell="${row}:${column}"]`) ?? null;
  const hold = (cell: HTMLElement) => {
    for (const held of table.current?.querySelectorAll('[data-cell][tabindex="0"]') ?? [])
      held.setAttribute('tabindex', '-1');
    cell.setAttribute('tabindex', '0');
    cell.focus();
  };
  return {
    onKeyDown: (event) => {
      const at = positionOf(event.target);
      if (!at) return;
      if (event.key === 'Enter' && at[1] < 0) return;
      if (event.key === 'Enter' || event.key === ' ') open(...at);
      else {
        const next = destination(event, at, cellAt);
        if (!next) return;
        hold(next);
      }
      event.preventDefault();
    },
    onClick: (event) => {
      const at = positionOf(event.target);
      const cell = at && cellAt(...at);
      if (!at || !cell || at[1] < 0) return;
      hold(cell);
      open(...at);
    },
  };
}

function positionOf(target: EventTarget): readonly [number, number] | null {
  const cell = (target as HTMLElement).closest<HTMLElement>('[data-cell]');
  const [row, column] = cell?.dataset.cell?.split(':').map(Number) ?? [];
  return row === undefined || column === undefined ? null : [row, column];
}

/** The cell a key leads to; a step past the edge leads to the last one there is. */
function destination(
  event: KeyboardEvent,
  [row, column]: readonly [number, number],
  cellAt: (row: number, column: number) => HTMLElement | null,
): HTMLElement | null {
  const step = steps[event.key];
  if (step) {
    for (let rows = step[0]; ; rows -= Math.sign(rows)) {
      const cell = cellAt(row + rows, column + step[1]);
      if (cell || rows === 0) return cell;
    }
  }
  if (event.key === 'Home') return cellAt(row, -1) ?? cellAt(row, 0);
  if (event.key !== 'End') return null;
  let last = column;
  while (cellAt(row, last + 1)) last += 1;
  return cellAt(row, last);
}
