import { type RefObject, useEffect, useRef } from 'react';
import { isTyping } from '../keyboard.ts';

/**
 * Walks through what carries `data-row` with j and k, by focus, and with F8 through those whose row
 * carries `data-doubt`; `a` goes to the acts of the page. Other keys go to `press` with the row they
 * were pressed on. Enter is left to what has the focus.
 */
export function useRowKeys(
  press: (key: string, row: string) => boolean,
): RefObject<HTMLDivElement | null> {
  const area = useRef<HTMLDivElement>(null);
  const latest = useRef(press);
  latest.current = press;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (isTyping(event) && !isTick(event.target) && event.key !== 'F8') return;
      const rows = [...(area.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])].filter(
        (row) => row.offsetParent !== null,
      );
      const at = rows.findIndex((row) => row.closest('tr, li')?.contains(document.activeElement));
      if (event.key === 'F8') {
        doubtFrom(rows, at, event.shiftKey ? -1 : 1)?.focus();
        event.preventDefault();
      } else if (event.key === 'a') {
        area.current?.querySelector<HTMLElement>('.act-bar button:enabled')?.focus();
        event.preventDefault();
      } else if (event.key === 'j' || event.key === 'k') {
        const next = event.key === 'j' ? at + 1 : Math.max(0, at - 1);
        rows[Math.min(next, rows.length - 1)]?.focus();
        event.preventDefault();
      } else if (at >= 0 && latest.current(event.key, rows[at]?.dataset.row ?? ''))
        event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return area;
}

/** The next row with a doubt, or the one before; past the end it begins anew. */
function doubtFrom(
  rows: readonly HTMLElement[],
  at: number,
  step: 1 | -1,
): HTMLElement | undefined {
  const from = step === 1 ? at : Math.max(at, 0);
  return rows
    .map((_, steps) => rows[(from + step * (steps + 1) + 2 * rows.length) % rows.length])
    .find((row) => row?.closest('[data-doubt]'));
}

/** A box to tick takes no letters. */
function isTick(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement && target.type === 'checkbox';
}
