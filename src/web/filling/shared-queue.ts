import type { Queue } from './queue-state.ts';
import type { QueueStore } from './queue-store.ts';
import type { SubmissionKey } from './submission-key.ts';

/** A queue in this browser's store as one tab sees it, its own changes at once. */
export interface SharedQueue {
  readonly view: () => Queue;
  /** Shows a change at once and puts it in the store; resolves when it is there. */
  readonly change: (step: (queue: Queue) => Queue) => Promise<void>;
  /** Reads what the store has. */
  readonly reread: () => Promise<Queue>;
  readonly close: () => void;
}

/** Returns the name of what the tabs of a submission share. */
export function queueName({ account, submission }: SubmissionKey): string {
  return `xingbian-cells-${account}-${submission}`;
}

/** Opens a queue; `shown` is told of every change, `elsewhere` also of those made in other tabs. */
export function openSharedQueue(given: {
  readonly key: SubmissionKey;
  readonly store: QueueStore;
  readonly shown: () => void;
  readonly elsewhere: (queue: Queue) => void;
}): SharedQueue {
  const { key, store, shown } = given;
  const channel = new BroadcastChannel(queueName(key));
  let stored: Queue = [];
  let pending: ((queue: Queue) => Queue)[] = [];
  let seen: Queue = [];
  const show = () => {
    seen = pending.reduce((queue, step) => step(queue), stored);
    shown();
  };
  const reread = async () => {
    stored = await store.read(key);
    show();
    return stored;
  };
  // One write at a time; what is typed meanwhile goes into the next one together.
  let writing: Promise<void> | null = null;
  const write = async () => {
    while (pending.length > 0) {
      const steps = pending;
      stored = await store.update(key, (queue) => steps.reduce((one, step) => step(one), queue));
      pending = pending.slice(steps.length);
      show();
      channel.postMessage('changed');
    }
  };
  // Leaving in the moment before a cell is in the store would lose it.
  const ask = (event: BeforeUnloadEvent) => {
    if (pending.length > 0) event.preventDefault();
  };
  addEventListener('beforeunload', ask);
  channel.onmessage = () => void reread().then(given.elsewhere);
  return {
    view: () => seen,
    reread,
    change: async (step) => {
      pending = [...pending, step];
      show();
      writing ??= write().finally(() => {
        writing = null;
      });
      await writing;
    },
    close: () => {
      removeEventListener('beforeunload', ask);
      channel.close();
    },
  };
}
