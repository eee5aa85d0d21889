/** Returns `text` in GBK. Node only decodes it: every code is decoded once to learn how to write it. */
export function encodeGbk(text: string): Uint8Array {
  codes ??= readCodes();
  const bytes: number[] = [];
  for (const character of text) {
    if (character < '\x80') bytes.push(character.charCodeAt(0));
    else bytes.push(...(codes.get(character) ?? missing(character)));
  }
  return new Uint8Array(bytes);
}

let codes: Map<string, readonly number[]> | null = null;

function readCodes(): Map<string, readonly number[]> {
  const found = new Map<string, readonly number[]>();
  const decoder = new TextDecoder('gb18030');
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const bytes = [lead, trail];
      found.set(decoder.decode(new Uint8Array(bytes)), bytes);
    }
  }
  return found;
}

function missing(character: string): never {
  throw new RangeError(`${character} is not in GBK`);
}
