/** Resolves to all the bytes of a stream. */
export async function gathered(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<Uint8Array> {
  const list: Uint8Array[] = [];
  for await (const chunk of chunks) list.push(chunk);
  return Buffer.concat(list);
}

/** Resolves to all the text of a stream, a byte order mark included. */
export async function gatheredText(chunks: AsyncIterable<Uint8Array>): Promise<string> {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await gathered(chunks));
}

/** Runs to the end of a stream of bytes, keeping none; resolves to their number and the most memory used meanwhile, in MB above the start. */
export async function drained(
  chunks: AsyncIterable<Uint8Array>,
): Promise<{ bytes: number; megabytes: number }> {
  const before = process.memoryUsage().rss;
  let bytes = 0;
  let most = before;
  let seen = 0;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    if (++seen % 16 === 0) most = Math.max(most, process.memoryUsage().rss);
  }
  return { bytes, megabytes: (most - before) / 2 ** 20 };
}
