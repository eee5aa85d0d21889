import { useEffect, useMemo, useRef, useState } from 'react';
import type { Sheet } from '../../api/collection.ts';
import { useMessages } from '../language.tsx';
import { isSame } from './cell-content.ts';
import type { CellChange, Desk } from './desk.ts';
import { type Act, noHistory, recorded, redo, undo } from './edit-history.ts';
import type { QueueStore } from './queue-store.ts';
import { rowStates, tallyOf } from './sheet-problems.ts';
import { sheetRows, type Unsent } from './sheet-rows.ts';
import { useQueue } from './use-queue.ts';

/** For how long, in milliseconds, it is said what an act did. */
const saidFor = 8_000;
const noText: ReadonlyMap<string, string> = new Map();

/** Returns the desk of a submission: its rows as they are typed, checked, kept and sent. */
export function useNewDesk(given: {
  readonly account: number;
  readonly opened: Sheet;
  readonly store: QueueStore;
  readonly kept: boolean;
}): Desk {
  const { account, opened, store, kept } = given;
  const words = useMessages().filling.said;
  const { queue, view, sheet } = useQueue(account, opened, store);
  const [typing, setTyping] = useState<Unsent['typing']>(null);
  const [unsound, setUnsoundTexts] = useState(noText);
  const [said, say] = useSaid();
  const history = useRef(noHistory);
  const checked = useMemo(
    () => rowStates(sheet, sheetRows(sheet, view.queue, { unsound, typing: null })),
    [sheet, view.queue, unsound],
  );
  const states = useMemo(() => {
    if (typing === null) return checked;
    const rows = sheetRows(sheet, view.queue, { unsound, typing });
    return checked.map((state, at) => ({ ...state, row: rows[at] ?? state.row }));
  }, [checked, sheet, view.queue, unsound, typing]);

  const put = (act: Act, bases: ReadonlyMap<string, number> = new Map()) => {
    for (const { indicator, after } of act) {
      const base = bases.get(indicator) ?? rowOf(indicator)?.base ?? 0;
      queue?.save({ indicator, ...after, base, version: sheet.version });
    }
  };
  const rowOf = (indicator: string) =>
    states.find(({ row }) => row.field.indicator === indicator)?.row;
  const step = (take: typeof undo, words: (count: number) => string) => () => {
    const taken = take(history.current);
    if (!taken) return null;
    history.current = taken.history;
    put(taken.act);
    say(words(taken.act.length));
    return taken.act[0]?.indicator ?? null;
  };
  return {
    sheet,
    states,
    tally: useMemo(() => tallyOf(checked), [checked]),
    view,
    lasting: store.lasting,
    kept,
    editable: sheet.editable && queue !== null,
    said,
    say,
    change: (changes: readonly CellChange[]) => {
      const act = changes.flatMap(({ indicator, content }) => {
        const row = rowOf(indicator);
        if (!row || isSame(row.own, content)) return [];
        // What the base knows is not typed by looking at it.
        if (row.origin === 'known' && isSame(row.content, content)) return [];
        return [{ indicator, before: row.own, after: content }];
      });
      history.current = recorded(history.current, act);
      put(act, basesOf(changes));
      return act.length;
    },
    setUnsound: (indicator, text) => setUnsoundTexts((before) => withText(before, indicator, text)),
    setTyping,
    undo: step(undo, words.undone),
    redo: step(redo, words.redone),
    decide: (key, keep) => queue?.decide(key, keep),
  };
}

function basesOf(changes: readonly CellChange[]): ReadonlyMap<string, number> {
  return new Map(
    changes.flatMap(({ indicator, base }) => (base === undefined ? [] : [[indicator, base]])),
  );
}

function useSaid(): [string, (words: string) => void] {
  const [said, say] = useState('');
  useEffect(() => {
    if (said === '') return;
    const timer = setTimeout(() => say(''), saidFor);
    return () => clearTimeout(timer);
  }, [said]);
  return [said, say];
}

function withText(
  before: ReadonlyMap<string, string>,
  indicator: string,
  text: string | null,
): ReadonlyMap<string, string> {
  if ((before.get(indicator) ?? null) === text) return before;
  const next = new Map(before);
  if (text === null) next.delete(indicator);
  else next.set(indicator, text);
  return next;
}
