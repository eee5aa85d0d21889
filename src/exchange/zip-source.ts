import { Readable } from 'node:stream';
import { createInflateRaw } from 'node:zlib';
import { type ByteSource, chunksOf } from './byte-source.ts';
import { tableLimits } from './table-limits.ts';
import {
  findEnd,
  mostEntries,
  overweight,
  parts,
  readDirectory,
  tooLarge,
  type ZipEntry,
  type ZipFault,
} from './zip.ts';

/** An archive of which nothing but the directory is in memory. */
export interface ZipSource {
  readonly source: ByteSource;
  readonly entries: ReadonlyMap<string, ZipEntry>;
}

const longestTail = 0xffff + 22;
const longestDirectory = 4 * 1024 * 1024;
const localHeader = 30;

/** Resolves to the archive in a source, or why it is refused by what its directory claims. */
export async function openZipSource(source: ByteSource): Promise<ZipSource | ZipFault> {
  const tail = viewOf(await source.read(Math.max(0, source.size - longestTail), source.size));
  const end = findEnd(tail);
  if (end === null) return { fault: 'damaged' };
  const count = tail.getUint16(end + 10, true);
  if (count > mostEntries) return tooLarge(parts, count, mostEntries);
  const size = tail.getUint32(end + 12, true);
  const start = tail.getUint32(end + 16, true);
  if (size > longestDirectory || start + size > source.size) return { fault: 'damaged' };
  const entries = readDirectory(viewOf(await source.read(start, start + size)), 0, count);
  if (entries === null) return { fault: 'damaged' };
  return overweight(entries, tableLimits.inflatedBytes) ?? { source, entries };
}

/**
 * Yields the bytes of a part as they are inflated. Throws a RangeError where it is broken or grows
 * beyond what the directory says.
 */
export async function* partChunks(archive: ZipSource, entry: ZipEntry): AsyncGenerator<Uint8Array> {
  const packed = chunksOf(archive.source, ...(await packedRange(archive, entry)));
  if (entry.method !== 0 && entry.method !== 8)
    throw new RangeError(`compression method ${entry.method}`);
  const chunks = entry.method === 0 ? packed : inflated(packed);
  let length = 0;
  for await (const chunk of chunks) {
    length += chunk.length;
    if (length > entry.size) throw new RangeError('a part is larger than the archive says');
    yield chunk;
  }
  if (length < entry.size) throw new RangeError('a part is smaller than the archive says');
}

async function packedRange({ source }: ZipSource, entry: ZipEntry): Promise<[number, number]> {
  const header = viewOf(await source.read(entry.offset, entry.offset + localHeader));
  if (header.byteLength < localHeader || header.getUint32(0, true) !== 0x04034b50)
    throw new RangeError('a part of the archive is missing');
  const start =
    entry.offset + localHeader + header.getUint16(26, true) + header.getUint16(28, true);
  if (start + entry.packed > source.size) throw new RangeError('a part is cut off');
  return [start, start + entry.packed];
}

async function* inflated(packed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const source = Readable.from(packed);
  const inflate = createInflateRaw({ chunkSize: 64 * 1024 });
  source.once('error', (error) => inflate.destroy(error));
  try {
    for await (const chunk of source.pipe(inflate)) yield chunk as Uint8Array;
  } catch (error) {
    throw new RangeError(error instanceof Error ? error.message : String(error));
  } finally {
    source.destroy();
    inflate.destroy();
  }
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
