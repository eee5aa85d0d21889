import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { CellView, Sheet } from '../../api/collection.ts';
import { answers } from '../answers.ts';
import { onErased } from './browser-account.ts';
import { type CellQueue, openCellQueue, type QueueView } from './cell-queue.ts';
import type { QueueStore } from './queue-store.ts';
import { sendCells } from './send-cells.ts';

export interface OpenedQueue {
  readonly queue: CellQueue | null;
  readonly view: QueueView;
  /** The sheet with what the server has taken since. */
  readonly sheet: Sheet;
}

const nothing: QueueView = { queue: [], link: 'idle' };
/** In milliseconds. */
const refreshEvery = 60_000;
const noCells: ReadonlyMap<string, CellView> = new Map();

/** Opens the queue of a submission, and keeps the sheet in this browser for the next visit. */
export function useQueue(account: number, opened: Sheet, store: QueueStore): OpenedQueue {
  const submission = opened.entry.id;
  const [queue, setQueue] = useState<CellQueue | null>(null);
  const [taken, setTaken] = useState(noCells);
  useEffect(() => {
    const key = { account, submission };
    const next = openCellQueue({
      key,
      store,
      send: (batch) => sendCells(key, batch),
      taken: (cells, kept) => {
        setTaken((before) => withNewer(before, cells));
        if (kept) refetchSheet(submission);
      },
      elsewhere: () => refetchSheet(submission),
    });
    const forget = onErased(account, () => {
      next.close();
      void answers.resetQueries({ queryKey: ['session', {}] });
    });
    const stop = refreshing(submission);
    setQueue(next);
    return () => {
      stop();
      forget();
      next.close();
    };
  }, [account, submission, store]);
  const sheet = useMemo(() => withTaken(opened, taken), [opened, taken]);
  useEffect(() => {
    void store.keepSheet({ account, submission }, sheet);
  }, [store, account, submission, sheet]);
  const subscribe = useCallback(
    (changed: () => void) => queue?.subscribe(changed) ?? (() => {}),
    [queue],
  );
  const view = useSyncExternalStore(subscribe, () => queue?.view() ?? nothing);
  return { queue, view, sheet };
}

/** Asks for the sheet again; what was typed meanwhile stays. */
export function refetchSheet(id: number): void {
  void answers.invalidateQueries({ queryKey: ['sheet', { id }] });
}

/** Asks anew now and then, and when somebody comes back to the page: others fill the same form. */
function refreshing(submission: number): () => void {
  const refresh = () => {
    if (document.visibilityState === 'visible') refetchSheet(submission);
  };
  const timer = setInterval(refresh, refreshEvery);
  document.addEventListener('visibilitychange', refresh);
  return () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', refresh);
  };
}

/** An answer may have left the server before a cell was saved: the higher revision holds. */
function withTaken(sheet: Sheet, taken: ReadonlyMap<string, CellView>): Sheet {
  const known = new Map(sheet.cells.map((cell) => [cell.indicator, cell]));
  return { ...sheet, cells: [...withNewer(known, [...taken.values()]).values()] };
}

function withNewer(
  before: ReadonlyMap<string, CellView>,
  cells: readonly CellView[],
): ReadonlyMap<string, CellView> {
  const next = new Map(before);
  for (const cell of cells) {
    const old = next.get(cell.indicator);
    if (!old || old.revision < cell.revision) next.set(cell.indicator, cell);
  }
  return next;
}
