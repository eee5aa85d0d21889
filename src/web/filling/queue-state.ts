import type { CellOutcome, CellSave, CellView } from '../../api/collection.ts';
import { type CellContent, isSame } from './cell-content.ts';
import type { SubmissionKey } from './submission-key.ts';

/**
 * A cell on its way to the server. `waiting`: never sent. `sent`: sent, and no answer seen; it may
 * have been saved. `conflict`: somebody else was there first, and whoever typed it has to choose.
 * `refused`: the server would not read it.
 */
export interface QueuedSave extends CellSave, SubmissionKey {
  /** The version of the form it was typed into. */
  readonly version: number;
  /** Counts upwards as cells are typed. */
  readonly order: number;
  readonly state: 'waiting' | 'sent' | 'conflict' | 'refused';
  /** Of a conflict: what is there now. */
  readonly now: CellView | null;
}

export type Queue = readonly QueuedSave[];

/**
 * Returns the queue with a cell typed. It takes the place of an unsent save of the same cell; one
 * that was sent stays, because it may have been saved. In a conflict it is the new “mine”: what
 * stands against it is still to be chosen.
 */
export function enqueued(queue: Queue, save: QueuedSave): Queue {
  const held = queue.find((one) => one.indicator === save.indicator && one.state === 'conflict');
  const others = queue.filter((one) => one.indicator !== save.indicator || one.state === 'sent');
  const order = 1 + Math.max(0, ...queue.map((one) => one.order));
  const next = held ? { ...save, order, state: held.state, now: held.now } : { ...save, order };
  return [...others, next];
}

/**
 * Returns what is to be sent next, in the order it was typed: what was sent and not answered first,
 * then what waits, one save a cell and one version of the form a batch.
 */
export function nextBatch(queue: Queue, limit: number): Queue {
  const ready = inOrder(queue).filter(({ state }) => state === 'sent' || state === 'waiting');
  const first = ready.find(({ state }) => state === 'sent') ?? ready[0];
  const asked = new Set<string>();
  const batch: QueuedSave[] = [];
  for (const save of ready.toSorted((a, b) => rank(a) - rank(b))) {
    if (save.version !== first?.version || asked.has(save.indicator)) continue;
    if (batch.length === limit) break;
    asked.add(save.indicator);
    batch.push(save);
  }
  return inOrder(batch);
}

/** Returns the queue as it stands when a batch leaves: from now on its saves may be on the server. */
export function sending(queue: Queue, batch: Queue): Queue {
  const keys = keysOf(batch);
  return queue.map((one) => (keys.has(one.key) ? { ...one, state: 'sent' } : one));
}

/** Returns the queue after the server said what became of some saves. */
export function settled(queue: Queue, outcomes: readonly CellOutcome[]): Queue {
  return outcomes.reduce<Queue>(settledOne, queue);
}

/** Returns the queue without what the server will not read; it stays at its cell until typed anew. */
export function refused(queue: Queue, batch: Queue): Queue {
  const keys = keysOf(batch);
  return queue.map((one) => (keys.has(one.key) ? { ...one, state: 'refused' } : one));
}

/** Returns the queue after a choice in a conflict: mine goes out again over what is there now. */
export function decided(
  queue: Queue,
  choice: { readonly key: string; readonly keep: 'mine' | 'theirs'; readonly newKey: string },
): Queue {
  return queue.flatMap((one) => {
    if (one.key !== choice.key || one.state !== 'conflict' || !one.now) return [one];
    if (choice.keep === 'theirs') return [];
    return [
      { ...one, key: choice.newKey, base: one.now.revision, state: 'waiting' as const, now: null },
    ];
  });
}

/** Returns how many saves have not been answered. */
export function unsent(queue: Queue): number {
  return queue.filter(({ state }) => state === 'waiting' || state === 'sent').length;
}

/** Returns the newest save of a cell, which is what its author sees there. */
export function newestOf(queue: Queue, indicator: string): QueuedSave | null {
  return inOrder(queue).findLast((one) => one.indicator === indicator) ?? null;
}

function settledOne(queue: Queue, outcome: CellOutcome): Queue {
  const save = queue.find(({ key }) => key === outcome.key);
  if (!save) return queue;
  const rest = queue.filter((one) => one !== save);
  if (outcome.outcome === 'kept') return rest;
  if (outcome.outcome === 'saved') return rebased(rest, save.indicator, outcome.revision);
  const later = newestOf(rest, save.indicator);
  const mine: CellContent = later ?? save;
  if (isSame(mine, outcome.now)) return rest.filter((one) => one !== later);
  const held = { ...(later ?? save), state: 'conflict' as const, now: outcome.now };
  return [...rest.filter((one) => one !== later), held];
}

/** What was typed after a save of the same cell was typed over that save. */
function rebased(queue: Queue, indicator: string, revision: number): Queue {
  return queue.map((one) =>
    one.indicator === indicator && one.state === 'waiting' ? { ...one, base: revision } : one,
  );
}

function rank({ state }: QueuedSave): number {
  return state === 'sent' ? 0 : 1;
}

function inOrder(queue: Queue): Queue {
  return queue.toSorted((a, b) => a.order - b.order);
}

function keysOf(batch: Queue): ReadonlySet<string> {
  return new Set(batch.map(({ key }) => key));
}
