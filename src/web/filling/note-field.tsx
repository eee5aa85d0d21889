import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useLanguage } from '../language.tsx';
import { useDesk } from './desk.ts';
import { rowName } from './row-words.ts';
import type { SheetRow } from './sheet-rows.ts';

/** The longest note the server takes. */
const longest = 2_000;

/** Writes the note of a cell: Enter or leaving keeps it, Escape drops it. */
export function NoteField(props: { row: SheetRow; close: () => void }): ReactNode {
  const { row, close } = props;
  const { language, messages } = useLanguage();
  const words = messages.filling.grid;
  const desk = useDesk();
  const [text, setText] = useState(row.own.note ?? '');
  const field = useRef<HTMLTextAreaElement>(null);
  const open = useRef(true);
  useEffect(() => {
    field.current?.focus();
    field.current?.setSelectionRange(longest, longest);
  }, []);
  const leave = (keep: boolean) => {
    if (!open.current) return;
    open.current = false;
    const note = text.trim() || null;
    if (keep) desk.change([{ indicator: row.field.indicator, content: { ...row.own, note } }]);
    close();
  };
  return (
    <span className="note-field">
      <textarea
        ref={field}
        rows={2}
        maxLength={longest}
        aria-label={words.noteLabel(row.field.line, rowName(row, language))}
        value={text}
        onChange={({ target }) => setText(target.value)}
        onBlur={() => leave(true)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Escape') leave(false);
          else if ((event.key === 'Enter' && !event.shiftKey) || event.key === 'Tab') leave(true);
          else return;
          event.preventDefault();
        }}
      />
      <small>{words.noteKeys}</small>
    </span>
  );
}
