import { publishNextDue } from '../store/collection/embargo.ts';
import type { Store } from '../store/open-store.ts';
import { startClock } from './clock.ts';

/** Milliseconds between two looks for releases whose embargo has ended. */
const interval = 5_000;

/**
 * Publishes what is due, now and every few seconds, until the returned function is called; that
 * resolves when the release in hand is in. A failure is logged and tried again.
 */
export function startEmbargoClock(
  { writer }: Pick<Store, 'writer'>,
  plan: string,
  log: (line: string) => void,
): () => Promise<void> {
  return startClock(
    async (stopped) => {
      let due = await publishNextDue(writer, plan);
      while (!stopped() && due !== 'none') {
        if (due === 'held') log('embargo: a release was held; the page of releases says which');
        due = await publishNextDue(writer, plan);
      }
    },
    { name: 'embargo', interval, log },
  );
}
