/**
 * Yields what a source yields, which goes on working while the receiver is busy: up to `most` of what
 * `sizeOf` counts waits. An error of the source is thrown after what came before it.
 */
export async function* ahead<Item>(
  source: AsyncIterable<Item>,
  sizeOf: (item: Item) => number,
  most: number,
): AsyncGenerator<Item> {
  const waiting: Item[] = [];
  let size = 0;
  let ended = false;
  let stopped = false;
  let wake = () => {};
  const change = () => new Promise<void>((resolve) => (wake = resolve));
  const fill = async () => {
    for await (const item of source) {
      waiting.push(item);
      size += sizeOf(item);
      wake();
      while (size > most && !stopped) await change();
      if (stopped) return;
    }
  };
  const filled = fill().finally(() => {
    ended = true;
    wake();
  });
  // Its error is thrown below, once nothing waits.
  filled.catch(() => {});
  try {
    while (waiting.length > 0 || !ended) {
      const item = waiting.shift();
      if (item === undefined) {
        await change();
        continue;
      }
      size -= sizeOf(item);
      wake();
      yield item;
    }
    await filled;
  } finally {
    stopped = true;
    wake();
  }
}
