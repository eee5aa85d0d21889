/** A key as the browser reports it. */
export interface PressedKey {
  readonly key: string;
  readonly shift: boolean;
  readonly ctrl: boolean;
  readonly alt: boolean;
}

export type GridColumn = 'value' | 'note';

/** A cell of the grid: a row that stands in it, and one of its two columns that can be gone to. */
export interface GridCell {
  readonly row: number;
  readonly column: GridColumn;
}

/**
 * How a cell is held. `ready`: what is typed takes the place of what is there. `typing`: it has, and
 * arrows still leave. `editing`: arrows move in the text.
 */
export type Hold = 'ready' | 'typing' | 'editing';

export type GridAction =
  | {
      readonly do: 'go';
      readonly rows: number;
      readonly column?: GridColumn;
      /** Past what cannot be typed into. */
      readonly open?: true;
      /** At the end of the grid out of it. */
      readonly leaves?: true;
    }
  | { readonly do: 'extend'; readonly rows: 1 | -1 }
  | { readonly do: 'end'; readonly of: 'first' | 'last' }
  | {
      readonly do:
        | 'all'
        | 'edit'
        | 'cancel'
        | 'clear'
        | 'reason'
        | 'note'
        | 'fix'
        | 'next-problem'
        | 'previous-problem'
        | 'undo'
        | 'redo';
    };

const sideways: Readonly<Record<string, GridColumn>> = { ArrowLeft: 'value', ArrowRight: 'note' };

/** Rows a page of the keyboard is. */
const page = 12;

/** Returns what a key does in a value cell; null: what it does in any field. */
export function actionOf(pressed: PressedKey, hold: Hold): GridAction | null {
  const { key, shift, ctrl, alt } = pressed;
  if (ctrl) return hold === 'ready' || key === '.' ? withControl(key, shift) : null;
  if (alt) return withAlt(key);
  const anyway = inEitherHold(key, shift);
  if (anyway) return anyway;
  if (hold !== 'editing' && sideways[key]) return { do: 'go', rows: 0, column: sideways[key] };
  return hold === 'ready' ? whenReady(key) : null;
}

/** Returns the cell an action leads to; null where it leads out of the grid. */
export function destination(
  action: Extract<GridAction, { do: 'go' | 'end' }>,
  from: GridCell,
  rows: number,
): GridCell | null {
  if (action.do === 'end') return { ...from, row: action.of === 'first' ? 0 : rows - 1 };
  const column = action.column ?? from.column;
  if (action.rows === 0) return { row: from.row, column };
  const row = from.row + action.rows;
  const far = Math.abs(action.rows) > 1;
  if (row >= 0 && row < rows) return { row, column };
  return far ? { row: row < 0 ? 0 : rows - 1, column } : null;
}

function inEitherHold(key: string, shift: boolean): GridAction | null {
  if (key === 'Enter') return { do: 'go', rows: shift ? -1 : 1, open: true };
  if (key === 'Tab') return { do: 'go', rows: shift ? -1 : 1, open: true, leaves: true };
  if (key === 'ArrowUp') return shift ? { do: 'extend', rows: -1 } : { do: 'go', rows: -1 };
  if (key === 'ArrowDown') return shift ? { do: 'extend', rows: 1 } : { do: 'go', rows: 1 };
  if (key === 'PageUp') return { do: 'go', rows: -page };
  if (key === 'PageDown') return { do: 'go', rows: page };
  if (key === 'Escape') return { do: 'cancel' };
  if (key === 'F2') return { do: shift ? 'note' : 'edit' };
  if (key === 'F8') return { do: shift ? 'previous-problem' : 'next-problem' };
  return null;
}

function whenReady(key: string): GridAction | null {
  if (key === 'Delete' || key === 'Backspace') return { do: 'clear' };
  if (key === '/' || key === '、') return { do: 'reason' };
  return null;
}

function withControl(key: string, shift: boolean): GridAction | null {
  const letter = key.toLowerCase();
  if (letter === 'z') return { do: shift ? 'redo' : 'undo' };
  if (letter === 'y') return { do: 'redo' };
  if (letter === 'a') return { do: 'all' };
  if (key === '.') return { do: 'fix' };
  if (key === 'Home') return { do: 'end', of: 'first' };
  if (key === 'End') return { do: 'end', of: 'last' };
  return null;
}

function withAlt(key: string): GridAction | null {
  if (key === 'ArrowDown') return { do: 'reason' };
  return key.toLowerCase() === 'n' ? { do: 'note' } : null;
}
