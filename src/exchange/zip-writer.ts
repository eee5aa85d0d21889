import { pipeline, Readable } from 'node:stream';
import { crc32, createDeflateRaw } from 'node:zlib';

/** A part of an archive: its name, and its bytes whenever they come. */
export interface ZipPart {
  readonly name: string;
  readonly content: Iterable<Uint8Array> | AsyncIterable<Uint8Array>;
}

/** What the directory at the end says of a part. */
interface WrittenPart {
  readonly name: Uint8Array;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

/** The sizes of a part are fields of 32 bits. */
const largest = 0xffff_ffff;
/** Version 2.0: deflate. */
const version = 20;
/** Sizes follow the part; the name is UTF-8. */
const flags = 0x0808;
const deflated = 8;
/** 1980-01-01, the first day there is in an archive: equal parts make equal bytes. */
const day = 0x0021;

/**
 * Yields a ZIP archive of `parts` in their order, deflated as they come: memory does not grow with
 * them. Equal parts give equal bytes. Throws a RangeError past 4 GiB, of a part or of the whole.
 */
export async function* writeZip(
  parts: Iterable<ZipPart> | AsyncIterable<ZipPart>,
): AsyncGenerator<Uint8Array> {
  const directory: WrittenPart[] = [];
  let offset = 0;
  for await (const part of parts) {
    const name = new TextEncoder().encode(part.name);
    const header = localHeader(name);
    yield header;
    const counts = { crc: 0, size: 0, packed: 0 };
    for await (const chunk of deflate(part.content, counts)) yield chunk;
    yield descriptor(counts);
    directory.push({ name, offset, ...counts });
    offset += header.length + counts.packed + descriptorLength;
    if (Math.max(counts.size, offset) > largest) throw new RangeError(`${part.name}: past 4 GiB`);
  }
  yield* directoryOf(directory, offset);
}

interface Counts {
  crc: number;
  size: number;
  packed: number;
}

async function* deflate(content: ZipPart['content'], counts: Counts): AsyncGenerator<Uint8Array> {
  const packer = createDeflateRaw();
  // What fails in the source is thrown where the packer is read.
  pipeline(Readable.from(counted(content, counts), { objectMode: false }), packer, () => {});
  for await (const chunk of packer as AsyncIterable<Buffer>) {
    counts.packed += chunk.length;
    yield chunk;
  }
}

async function* counted(content: ZipPart['content'], counts: Counts): AsyncGenerator<Uint8Array> {
  for await (const chunk of content) {
    // The sum of nothing would begin anew.
    if (chunk.length === 0) continue;
    counts.crc = crc32(chunk, counts.crc);
    counts.size += chunk.length;
    yield chunk;
  }
}

function localHeader(name: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(30 + name.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 0x04034b50, true);
  view.setUint16(4, version, true);
  view.setUint16(6, flags, true);
  view.setUint16(8, deflated, true);
  view.setUint16(12, day, true);
  view.setUint16(26, name.length, true);
  bytes.set(name, 30);
  return bytes;
}

const descriptorLength = 16;

function descriptor({ crc, packed, size }: Counts): Uint8Array {
  const bytes = new Uint8Array(descriptorLength);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 0x08074b50, true);
  view.setUint32(4, crc, true);
  view.setUint32(8, packed, true);
  view.setUint32(12, size, true);
  return bytes;
}

function* directoryOf(parts: readonly WrittenPart[], start: number): Generator<Uint8Array> {
  let length = 0;
  for (const part of parts) {
    const entry = directoryEntry(part);
    length += entry.length;
    yield entry;
  }
  const bytes = new Uint8Array(22);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 0x06054b50, true);
  view.setUint16(8, parts.length, true);
  view.setUint16(10, parts.length, true);
  view.setUint32(12, length, true);
  view.setUint32(16, start, true);
  yield bytes;
}

function directoryEntry(part: WrittenPart): Uint8Array {
  const bytes = new Uint8Array(46 + part.name.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 0x02014b50, true);
  view.setUint16(4, version, true);
  view.setUint16(6, version, true);
  view.setUint16(8, flags, true);
  view.setUint16(10, deflated, true);
  view.setUint16(14, day, true);
  view.setUint32(16, part.crc, true);
  view.setUint32(20, part.packed, true);
  view.setUint32(24, part.size, true);
  view.setUint16(28, part.name.length, true);
  view.setUint32(42, part.offset, true);
  bytes.set(part.name, 46);
  return bytes;
}
