import type { CellOutcome, CellView } from '../../api/collection.ts';
import type { CellContent } from './cell-content.ts';
import {
  decided,
  enqueued,
  nextBatch,
  type Queue,
  type QueuedSave,
  refused,
  sending,
  settled,
  unsent,
} from './queue-state.ts';
import type { QueueStore } from './queue-store.ts';
import { openSharedQueue, queueName, type SharedQueue } from './shared-queue.ts';
import type { SubmissionKey } from './submission-key.ts';

/** Where the sending stands: `idle` has nothing to send; the others say why something is still here. */
export type Link = 'idle' | 'sending' | 'offline' | 'signed-out';

export interface QueueView {
  readonly queue: Queue;
  readonly link: Link;
}

/** What became of a batch. `offline`: no answer. `unreadable`: the server would not take it. */
export type Sent = readonly CellOutcome[] | 'offline' | 'signed-out' | 'unreadable';

export interface QueueParts {
  readonly key: SubmissionKey;
  readonly store: QueueStore;
  /** Sends a batch under the account of `key`, and under no other. */
  readonly send: (batch: Queue) => Promise<Sent>;
  /** Told of every cell as it now stands on the server, and whether something was kept aside. */
  readonly taken: (cells: readonly CellView[], kept: boolean) => void;
  /** Told that another tab changed something: the sheet may have changed too. */
  readonly elsewhere: () => void;
}

export interface TypedCell extends CellContent {
  readonly indicator: string;
  readonly base: number;
  readonly version: number;
}

export interface CellQueue {
  readonly view: () => QueueView;
  readonly subscribe: (changed: () => void) => () => void;
  /** Keeps a typed cell here, then sends it. */
  readonly save: (cell: TypedCell) => void;
  readonly decide: (key: string, keep: 'mine' | 'theirs') => void;
  /** Tries at once what waits for the network. */
  readonly wake: () => void;
  readonly close: () => void;
}

const batchSize = 100;
const firstWait = 1_000;
const longestWait = 60_000;
/** After which a tab looks whether the one that is sending still does. */
const otherTabWait = 5_000;

/** What a sender goes by; its fields change. */
interface Sender {
  readonly parts: QueueParts;
  readonly shared: SharedQueue;
  readonly show: (link: Link) => void;
  busy: boolean;
  again: boolean;
  closed: boolean;
  failures: number;
  timer: ReturnType<typeof setTimeout> | undefined;
}

/**
 * Opens the queue of a submission: what an earlier visit left is sent at once. One tab sends at a
 * time; the others are told.
 */
export function openCellQueue(parts: QueueParts): CellQueue {
  const listeners = new Set<() => void>();
  let view: QueueView = { queue: [], link: 'idle' };
  const show = (link: Link) => {
    view = { queue: shared.view(), link };
    for (const listener of listeners) listener();
  };
  const elsewhere = (queue: Queue) => {
    parts.elsewhere();
    if (unsent(queue) > 0) wake(sender);
  };
  const shared = openSharedQueue({ ...parts, shown: () => show(view.link), elsewhere });
  const flags = { busy: false, again: false, closed: false, failures: 0, timer: undefined };
  const sender: Sender = { parts, shared, show, ...flags };
  const change = (step: (queue: Queue) => Queue) =>
    void shared.change(step).then(() => wake(sender));
  const wakeNow = () => {
    sender.failures = 0;
    wake(sender);
  };
  addEventListener('online', wakeNow);
  wake(sender);
  return {
    view: () => view,
    subscribe: (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    save: (cell) => {
      const save = queuedSave(parts.key, cell);
      change((queue) => enqueued(queue, save));
    },
    decide: (key, keep) => {
      const choice = { key, keep, newKey: crypto.randomUUID() };
      change((queue) => decided(queue, choice));
    },
    wake: wakeNow,
    close: () => {
      sender.closed = true;
      clearTimeout(sender.timer);
      removeEventListener('online', wakeNow);
      shared.close();
    },
  };
}

function queuedSave(key: SubmissionKey, cell: TypedCell): QueuedSave {
  return { ...cell, ...key, key: crypto.randomUUID(), order: 0, state: 'waiting', now: null };
}

function wake(sender: Sender): void {
  clearTimeout(sender.timer);
  if (sender.closed) return;
  sender.again = sender.busy;
  if (sender.busy) return;
  sender.busy = true;
  void underLock(queueName(sender.parts.key), () => sendAll(sender)).then((worked) => {
    sender.busy = false;
    if (sender.again) wake(sender);
    else if (!worked) retryAfter(sender, otherTabWait);
  });
}

async function sendAll(sender: Sender): Promise<void> {
  const { parts, shared } = sender;
  for (;;) {
    const batch = nextBatch(await shared.reread(), batchSize);
    if (batch.length === 0 || sender.closed) break;
    sender.show('sending');
    await shared.change((queue) => sending(queue, batch));
    const sent = await parts.send(batch);
    if (sender.closed) return;
    const further =
      sent === 'unreadable' ? await sendSingly(sender, batch) : await take(sender, batch, sent);
    if (!further) return backOff(sender);
  }
  sender.show('idle');
}

/** Returns whether to go on: a batch that nothing was said about would be sent for ever. */
async function take(
  sender: Sender,
  batch: Queue,
  sent: Exclude<Sent, 'unreadable'>,
): Promise<boolean> {
  if (sent === 'offline' || sent === 'signed-out') {
    sender.show(sent);
    return false;
  }
  sender.failures = 0;
  sender.parts.taken(
    cellsNow(batch, sent),
    sent.some(({ outcome }) => outcome === 'kept'),
  );
  await sender.shared.change((queue) => settled(queue, sent));
  return batch.some(({ key }) => sent.some((outcome) => outcome.key === key));
}

/** One cell the server cannot read must not hold back the others. */
async function sendSingly(sender: Sender, batch: Queue): Promise<boolean> {
  for (const save of batch) {
    const sent = batch.length === 1 ? 'unreadable' : await sender.parts.send([save]);
    if (sent === 'unreadable') await sender.shared.change((queue) => refused(queue, [save]));
    else if (!(await take(sender, [save], sent))) return false;
  }
  return true;
}

function backOff(sender: Sender): void {
  const wait = Math.min(longestWait, firstWait * 2 ** sender.failures);
  sender.failures += 1;
  // Two hundred desks whose server comes back do not all ask in the same second.
  retryAfter(sender, wait * (0.75 + Math.random() / 2));
}

function retryAfter(sender: Sender, wait: number): void {
  if (sender.closed) return;
  clearTimeout(sender.timer);
  sender.timer = setTimeout(() => wake(sender), wait);
}

/** The cells of a batch as the server now has them. */
function cellsNow(batch: Queue, outcomes: readonly CellOutcome[]): CellView[] {
  return outcomes.flatMap((outcome) => {
    if (outcome.outcome === 'conflict') return [outcome.now];
    const save = batch.find(({ key }) => key === outcome.key);
    if (outcome.outcome !== 'saved' || !save) return [];
    const { indicator, value, absence, note } = save;
    const at = { changedBy: '', changedAt: new Date().toISOString() };
    return [{ indicator, value, absence, note, revision: outcome.revision, ...at }];
  });
}

/** Does the work unless another tab is at it, and returns whether it was done. */
async function underLock(name: string, work: () => Promise<void>): Promise<boolean> {
  if (!navigator.locks) {
    await work();
    return true;
  }
  return await navigator.locks.request(name, { ifAvailable: true }, async (lock) => {
    if (lock) await work();
    return lock !== null;
  });
}
