import { createContext, useContext } from 'react';
import type { Sheet } from '../../api/collection.ts';
import type { CellContent } from './cell-content.ts';
import type { QueueView } from './cell-queue.ts';
import type { RowState, Tally } from './sheet-problems.ts';
import type { Unsent } from './sheet-rows.ts';

/** What is to be put into a cell. */
export interface CellChange {
  readonly indicator: string;
  readonly content: CellContent;
  /** The revision it was written over, where that is not the one shown. */
  readonly base?: number;
}

/** A form on somebody's desk: what it holds, and what can be done to it. */
export interface Desk {
  readonly sheet: Sheet;
  readonly states: readonly RowState[];
  readonly tally: Tally;
  readonly view: QueueView;
  /** Whether what is typed outlives the page. */
  readonly lasting: boolean;
  /** Whether the server could not be asked, and this is what the browser kept. */
  readonly kept: boolean;
  readonly editable: boolean;
  /** What was last said about an act. */
  readonly said: string;
  readonly say: (words: string) => void;
  /** Fills cells as one act, which one undo takes back. Returns how many changed. */
  readonly change: (changes: readonly CellChange[]) => number;
  /** Keeps text at its cell that no figure can be read from; null: no longer. */
  readonly setUnsound: (indicator: string, text: string | null) => void;
  readonly setTyping: (typing: Unsent['typing']) => void;
  /** Undoes or does again the last act; resolves to the cell to go to, null where there is none. */
  readonly undo: () => string | null;
  readonly redo: () => string | null;
  readonly decide: (key: string, keep: 'mine' | 'theirs') => void;
}

export const DeskContext = createContext<Desk | null>(null);

/** Returns the desk that the components below it work on. */
export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('there is no desk above');
  return desk;
}

/** Returns the id of the element that holds the value or the note of an indicator. */
export function cellId(indicator: string, column: 'value' | 'note' = 'value'): string {
  return `${column}-${indicator}`;
}

/** Goes to the cell of an indicator. */
export function goToCell(indicator: string, column: 'value' | 'note' = 'value'): void {
  const cell = document.getElementById(cellId(indicator, column));
  cell?.focus();
  cell?.scrollIntoView({ block: 'nearest' });
}
