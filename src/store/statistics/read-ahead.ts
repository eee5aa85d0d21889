/**
 * Yields each item with what `read` resolves to for it. The next is asked for before one is handed
 * over: the database reads on while the program works.
 */
export async function* readAhead<Item, Answer>(
  items: Iterable<Item>,
  read: (item: Item) => Promise<Answer>,
): AsyncGenerator<readonly [Item, Answer]> {
  let coming: readonly [Item, Promise<Answer>] | null = null;
  for (const item of items) {
    const next = [item, read(item)] as const;
    // Where the one before fails, nobody waits for this one.
    next[1].catch(() => {});
    if (coming) yield [coming[0], await coming[1]];
    coming = next;
  }
  if (coming) yield [coming[0], await coming[1]];
}
