import type { ClipboardEvent, KeyboardEvent, ReactNode } from 'react';
import { unitName } from '../../domain/unit-words.ts';
import { useLanguage } from '../language.tsx';
import { cellId, useDesk } from './desk.ts';
import { actionOf } from './grid-keys.ts';
import { ReasonMenu } from './reason-menu.tsx';
import { rowName } from './row-words.ts';
import type { RowState } from './sheet-problems.ts';
import type { SheetRow } from './sheet-rows.ts';
import type { GridActs } from './use-grid-acts.ts';
import { useValueField } from './value-field.ts';

/** Characters of a figure that a cell shows at full size: 123,456,789. */
const longestAtFullSize = 11;

/** The cell of this period's value: a field that is typed into and left by keys. */
export function ValueCell(props: { state: RowState; at: number; acts: GridActs }): ReactNode {
  const { state, at, acts } = props;
  const { row } = state;
  const { indicator, derived, unit, line } = row.field;
  const { language, messages } = useLanguage();
  const words = messages.filling.grid;
  const desk = useDesk();
  const field = useValueField(row);
  const locked = !desk.editable || derived !== null;
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    const action = actionOf(pressed(event), locked ? 'ready' : field.hold);
    if (!action || !acts.act(action, { at, column: 'value', field, locked })) return;
    event.preventDefault();
  };
  const onPaste = (event: ClipboardEvent) => {
    if (acts.paste(event.clipboardData.getData('text/plain'), at)) event.preventDefault();
    // What the paste was refused for stays at the cell.
    if (event.defaultPrevented) field.forget();
  };
  const onCopy = (event: ClipboardEvent) => {
    if (field.hold !== 'ready') return;
    event.clipboardData.setData('text/plain', acts.copy(at));
    event.preventDefault();
  };
  const label = words.value(line, rowName(row, language), unitName(unit, language));
  return (
    <td className={acts.isPicked(at) ? 'in picked' : 'in'}>
      <input
        id={cellId(indicator)}
        type="text"
        autoComplete="off"
        spellCheck={false}
        tabIndex={Math.max(0, acts.current) === at ? 0 : -1}
        readOnly={locked}
        aria-label={derived ? `${label}, ${words.computed}` : label}
        aria-invalid={state.hard.length > 0 || undefined}
        aria-required={state.missing || undefined}
        aria-describedby={cellId(indicator, 'note')}
        className={fieldClass(row, field.text)}
        value={field.text}
        onChange={field.onChange}
        onFocus={(event) => {
          acts.setCurrent(at);
          field.onFocus(event);
        }}
        onMouseUp={field.onMouseUp}
        onBlur={field.commit}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
        onCopy={onCopy}
      />
      <span className="print-only printed" aria-hidden="true">
        {field.text}
      </span>
      {acts.menuAt === at && <ReasonMenu row={row} close={() => acts.closeMenu(indicator)} />}
    </td>
  );
}

/** Returns how the text of a field looks: a reason in quiet ink, a long figure small enough to be whole. */
export function fieldClass({ content }: SheetRow, text: string): string | undefined {
  if (content.absence) return 'reason';
  return text.length > longestAtFullSize ? 'long' : undefined;
}

/** Returns a key as the grid reads it; ⌘ is Ctrl where there is one. */
export function pressed(event: KeyboardEvent): Parameters<typeof actionOf>[0] {
  const { key, shiftKey, ctrlKey, metaKey, altKey } = event;
  return { key, shift: shiftKey, ctrl: ctrlKey || metaKey, alt: altKey };
}
