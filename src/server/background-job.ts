import type { Store } from '../store/open-store.ts';
import type { ReminderSettings } from './reminder-settings.ts';

/** Something the program does by itself, as the owner and for nobody in particular. */
export interface BackgroundJob {
  readonly id: string;
  /** Milliseconds from the end of a turn to the next. */
  readonly interval: number;
  /** Does what there is to do; ends early once it is stopped. */
  readonly turn: (parts: JobParts, stopped: () => boolean) => Promise<void>;
}

/** What the jobs of a program are given. */
export interface JobParts {
  readonly store: Store;
  readonly plan: string;
  readonly reminders: ReminderSettings;
  readonly log: (line: string) => void;
}

/**
 * Does a job now and again, until the returned function is called; that resolves when the turn in
 * hand is over. A turn that fails is logged under the name of the job, and comes again.
 */
export function startJob(
  { id, interval, turn }: BackgroundJob,
  parts: JobParts,
): () => Promise<void> {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let running = look();

  async function look(): Promise<void> {
    try {
      await turn(parts, () => stopped);
    } catch (error) {
      parts.log(`${id}: ${error instanceof Error ? error.message : String(error)}`);
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
