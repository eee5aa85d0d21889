import type { KeyboardEvent, ReactNode } from 'react';
import { cellId, useDesk } from './desk.ts';
import { actionOf } from './grid-keys.ts';
import { NoteField } from './note-field.tsx';
import { RowRemarks } from './row-remarks.tsx';
import type { RowState } from './sheet-problems.ts';
import type { GridActs } from './use-grid-acts.ts';
import { pressed } from './value-cell.tsx';

/** The cell of checks and notes: gone to with →, written into with Enter, F2 or any letter. */
export function NoteCell(props: { state: RowState; at: number; acts: GridActs }): ReactNode {
  const { state, at, acts } = props;
  const desk = useDesk();
  const { indicator, derived } = state.row.field;
  const locked = !desk.editable || derived !== null;
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.target !== event.currentTarget || event.nativeEvent.isComposing) return;
    const key = pressed(event);
    const begins =
      key.key === 'Enter' || key.key === 'F2' || (isLetter(key.key) && !key.ctrl && !key.alt);
    if (begins && !locked) acts.openNote(at);
    const action = begins ? null : actionOf(key, 'ready');
    if (!begins && !(action && acts.act(action, { at, column: 'note', locked }))) return;
    // The first letter goes into the field that opens.
    if (!isLetter(key.key)) event.preventDefault();
  };
  return (
    <td
      id={cellId(indicator, 'note')}
      className="said"
      tabIndex={-1}
      onKeyDown={onKeyDown}
      onDoubleClick={() => !locked && acts.openNote(at)}
    >
      <RowRemarks state={state} fix={() => acts.fix(at)} writeNote={() => acts.openNote(at)} />
      {acts.noteAt === at && <NoteField row={state.row} close={() => acts.closeNote(indicator)} />}
    </td>
  );
}

function isLetter(key: string): boolean {
  return [...key].length === 1;
}
