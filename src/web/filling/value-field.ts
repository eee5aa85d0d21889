import {
  type ChangeEvent,
  type FocusEvent,
  type MouseEvent,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { useMessages } from '../language.tsx';
import { parseTyped } from './cell-entry.ts';
import { useDesk } from './desk.ts';
import type { Hold } from './grid-keys.ts';
import { contentWords } from './row-words.ts';
import type { SheetRow } from './sheet-rows.ts';

/** What a field of a value shows, how it is held, and what happens in it. */
export interface ValueField {
  readonly text: string;
  readonly hold: Hold;
  readonly edit: () => void;
  /** Takes what was typed, where anything was. */
  readonly commit: () => void;
  readonly drop: () => void;
  /** Forgets what was being typed, for the cell has been given something else. */
  readonly forget: () => void;
  readonly onChange: (event: ChangeEvent<HTMLInputElement>) => void;
  readonly onFocus: (event: FocusEvent<HTMLInputElement>) => void;
  readonly onMouseUp: (event: MouseEvent<HTMLInputElement>) => void;
}

/** Returns the field of a row: its text is its own until it is left, then it becomes the cell's. */
export function useValueField(row: SheetRow): ValueField {
  const desk = useDesk();
  const messages = useMessages();
  const { indicator, unit } = row.field;
  const [typed, setTyped] = useState<string | null>(null);
  const [hold, setHold] = useState<Hold>('ready');
  const entered = useRef(false);
  // A cell may be left twice in one event: by a key, and by the focus that the key moves.
  const latest = useRef<string | null>(null);
  const drop = () => {
    latest.current = null;
    setTyped(null);
    setHold('ready');
    desk.setTyping(null);
  };
  const commit = () => {
    const text = latest.current;
    drop();
    if (text === null) return;
    const { sound, value, absence } = parseTyped(text, unit);
    desk.setUnsound(indicator, sound ? null : text.trim());
    const { note } = row.own;
    if (sound) desk.change([{ indicator, content: { value, absence, note } }]);
  };
  useWhenHidden(commit, typed !== null);
  const standing =
    row.origin === 'unsound'
      ? (row.content.value ?? '')
      : contentWords(row.content, unit, messages.filling);
  const input = useSelected(standing, typed === null);
  return {
    text: typed ?? standing,
    hold,
    edit: () => setHold('editing'),
    commit,
    forget: drop,
    drop: () => {
      if (typed === null) desk.setUnsound(indicator, null);
      drop();
    },
    onChange: ({ target }) => {
      latest.current = target.value;
      setTyped(target.value);
      if (hold === 'ready') setHold('typing');
      const { sound, ...content } = parseTyped(target.value, unit);
      desk.setTyping(sound ? { indicator, ...content, note: row.own.note } : null);
    },
    onFocus: ({ target }) => {
      entered.current = true;
      input.current = target;
      target.select();
    },
    onMouseUp: (event) => {
      // The press that enters a cell selects it whole; the next one sets the caret.
      if (entered.current) event.preventDefault();
      else if (typed === null) setHold('editing');
      entered.current = false;
    },
  };
}

/**
 * Selects the text of the field one is in when it changes without being typed (taken, undone, pasted),
 * so that typing replaces it; returns where the field puts itself.
 */
function useSelected(text: string, isStanding: boolean): RefObject<HTMLInputElement | null> {
  const input = useRef<HTMLInputElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the text is what it waits for
  useLayoutEffect(() => {
    if (isStanding && input.current === document.activeElement) input.current?.select();
  }, [text, isStanding]);
  return input;
}

/** A page that is left may never come back. */
function useWhenHidden(commit: () => void, typing: boolean): void {
  const latest = useRef(commit);
  latest.current = commit;
  useEffect(() => {
    if (!typing) return;
    const hidden = () => {
      if (document.visibilityState === 'hidden') latest.current();
    };
    document.addEventListener('visibilitychange', hidden);
    return () => document.removeEventListener('visibilitychange', hidden);
  }, [typing]);
}
