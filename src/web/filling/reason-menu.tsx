import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import type { Absence } from '../../domain/observation.ts';
import { useMessages } from '../language.tsx';
import { absences } from './cell-entry.ts';
import { useDesk } from './desk.ts';
import type { SheetRow } from './sheet-rows.ts';

/** Why a cell has no figure: chosen with arrows and Enter, or by number. */
export function ReasonMenu(props: { row: SheetRow; close: () => void }): ReactNode {
  const { row, close } = props;
  const words = useMessages().filling.grid;
  const desk = useDesk();
  const list = useRef<HTMLDivElement>(null);
  const { indicator } = row.field;
  useEffect(() => {
    const items = list.current?.querySelectorAll('button');
    items?.[Math.max(0, absences.indexOf(row.content.absence ?? 'missing'))]?.focus();
  }, [row.content.absence]);
  const choose = (absence: Absence) => {
    desk.setUnsound(indicator, null);
    desk.change([{ indicator, content: { value: null, absence, note: row.own.note } }]);
    close();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const items = [...(list.current?.querySelectorAll('button') ?? [])];
    const at = items.indexOf(document.activeElement as HTMLButtonElement);
    const numbered = absences[Number(event.key) - 1];
    if (event.key === 'Enter' || event.key === ' ') return;
    if (event.key === 'Escape' || event.key === 'Tab') close();
    else if (numbered) choose(numbered);
    else if (event.key === 'ArrowDown') items[(at + 1) % items.length]?.focus();
    else if (event.key === 'ArrowUp') items.at(at - 1)?.focus();
    else return;
    event.preventDefault();
  };
  return (
    <div
      ref={list}
      role="menu"
      tabIndex={-1}
      aria-label={words.reasons}
      className="reason-menu"
      onKeyDown={onKeyDown}
      onBlur={({ relatedTarget, currentTarget }) => {
        if (!currentTarget.contains(relatedTarget)) close();
      }}
    >
      {absences.map((absence, at) => (
        <button
          key={absence}
          type="button"
          role="menuitemradio"
          aria-checked={row.content.absence === absence}
          tabIndex={-1}
          onClick={() => choose(absence)}
        >
          <kbd>{at + 1}</kbd> {words.absences[absence]}
        </button>
      ))}
    </div>
  );
}
