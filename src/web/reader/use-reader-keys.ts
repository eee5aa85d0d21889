import { useEffect } from 'react';
import { isTyping } from '../keyboard.ts';

export interface ReaderKeys {
  readonly step: (by: 1 | -1) => void;
  readonly leave: () => void;
  readonly showKeys: () => void;
}

/** Binds the reader's keys: j and k step, c copies the citation, Esc leaves, ? shows the keys. */
export function useReaderKeys({ step, leave, showKeys }: ReaderKeys): void {
  useEffect(() => {
    const actions: Record<string, () => void> = {
      j: () => step(1),
      k: () => step(-1),
      c: () => document.querySelector<HTMLButtonElement>('.pane [data-cite]')?.click(),
      Escape: leave,
      '?': showKeys,
    };
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return;
      const act = actions[event.key];
      if (!act) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [step, leave, showKeys]);
}
