/**
 * Does something now and again every so many milliseconds, until the returned function is called;
 * that resolves when the turn in hand is over. A turn that fails is logged under the name, and
 * comes again.
 */
export function startClock(
  turn: (stopped: () => boolean) => Promise<void>,
  given: {
    readonly name: string;
    /** Milliseconds from the end of a turn to the next. */
    readonly interval: number;
    readonly log: (line: string) => void;
  },
): () => Promise<void> {
  const { name, interval, log } = given;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let running = look();

  async function look(): Promise<void> {
    try {
      await turn(() => stopped);
    } catch (error) {
      log(`${name}: ${error instanceof Error ? error.message : String(error)}`);
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
