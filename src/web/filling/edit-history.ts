import type { CellContent } from './cell-content.ts';

/** A cell before and after somebody changed it. */
export interface CellEdit {
  readonly indicator: string;
  readonly before: CellContent;
  readonly after: CellContent;
}

/** One act: a cell typed, a block pasted, a workbook read. */
export type Act = readonly CellEdit[];

export interface EditHistory {
  readonly done: readonly Act[];
  readonly undone: readonly Act[];
}

export const noHistory: EditHistory = { done: [], undone: [] };

const longest = 200;

/** Returns the history with one more act; what was undone cannot be done again after it. */
export function recorded(history: EditHistory, act: Act): EditHistory {
  if (act.length === 0) return history;
  return { done: [...history.done, act].slice(-longest), undone: [] };
}

/** Returns what to put into the cells to undo the last act; null where there is none. */
export function undo(history: EditHistory): { history: EditHistory; act: Act } | null {
  const act = history.done.at(-1);
  if (!act) return null;
  const next = { done: history.done.slice(0, -1), undone: [...history.undone, act] };
  return { history: next, act: reversed(act) };
}

/** Returns what to put into the cells to do again what was undone last. */
export function redo(history: EditHistory): { history: EditHistory; act: Act } | null {
  const act = history.undone.at(-1);
  if (!act) return null;
  return { history: { done: [...history.done, act], undone: history.undone.slice(0, -1) }, act };
}

function reversed(act: Act): Act {
  return act.toReversed().map(({ indicator, before, after }) => ({
    indicator,
    before: after,
    after: before,
  }));
}
