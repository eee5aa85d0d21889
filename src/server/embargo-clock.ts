import { publishNextDue } from '../store/collection/embargo.ts';
import type { Store } from '../store/open-store.ts';

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
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let running = look();

  async function look(): Promise<void> {
    try {
      let due = await publishNextDue(writer, plan);
      while (!stopped && due !== 'none') {
        if (due === 'held') log('embargo: a release was held; the page of releases says which');
        due = await publishNextDue(writer, plan);
      }
    } catch (error) {
      log(`embargo: ${error instanceof Error ? error.message : String(error)}`);
    }
    if (!stopped)
      timer = setTimeout(() => {
        running = look();
      }, interval).unref();
  }

  return async () => {
    stopped = true;
    clearTimeout(timer);
    await running;
  };
}
