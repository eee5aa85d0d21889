/** Characters gathered before they are sent on: large enough that a chunk costs next to nothing. */
const chunkLength = 65_536;

/** Yields texts as UTF-8, gathered into chunks; a lone surrogate becomes U+FFFD. */
export async function* encodeText(
  texts: Iterable<string> | AsyncIterable<string>,
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  let gathered = '';
  for await (const text of texts) {
    gathered += text;
    if (gathered.length < chunkLength) continue;
    yield encoder.encode(gathered);
    gathered = '';
  }
  if (gathered !== '') yield encoder.encode(gathered);
}
