import type { FindingParams } from '../domain/finding.ts';
/** A part of an archive, as its directory lists it; the sizes are claims until it is inflated. */
export interface ZipEntry {
  readonly method: number;
  readonly encrypted: boolean;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

/** An archive whose directory was read and found within the limits. */
export interface ZipArchive {
  readonly bytes: Uint8Array;
  readonly entries: ReadonlyMap<string, ZipEntry>;
}

/** Why an archive is not opened; `size` and `limit` are set where it is too large. */
export interface ZipFault {
  readonly fault: 'damaged' | 'encrypted' | 'too-large';
  /** What is too large, how large it is, and the limit. */
  readonly params?: FindingParams;
}

const mebibyte = 1024 * 1024;
/** A long document with pictures has a few hundred parts and inflates to some tens of megabytes. */
export const mostEntries = 2000;
const mostInflated = 100 * mebibyte;
/** XML shrinks ten- to fiftyfold; a bomb a thousandfold. Small parts may repeat themselves freely. */
const steepestRatio = 200;
const smallPart = mebibyte;

const endSignature = 0x06054b50;
const directorySignature = 0x02014b50;
const localSignature = 0x04034b50;
const endLength = 22;
const longestComment = 0xffff;

/** Returns the archive in `bytes`, or why it is refused. Nothing is inflated before its size is known. */
export function openZip(bytes: Uint8Array): ZipArchive | ZipFault {
  const view = viewOf(bytes);
  const end = findEnd(view);
  if (end === null) return { fault: 'damaged' };
  const count = view.getUint16(end + 10, true);
  if (count > mostEntries) return tooLarge(parts, count, mostEntries);
  const entries = readDirectory(view, view.getUint32(end + 16, true), count);
  if (entries === null) return { fault: 'damaged' };
  return overweight(entries, mostInflated) ?? { bytes, entries };
}

/**
 * Returns the bytes of the part `name`, or null when the archive has none. Throws a RangeError when the
 * part is broken or inflates to more than the directory says.
 */
export async function readPart(archive: ZipArchive, name: string): Promise<Uint8Array | null> {
  const entry = archive.entries.get(name);
  if (entry === undefined) return null;
  const packed = packedBytes(archive.bytes, entry);
  if (entry.method === 0) return packed;
  if (entry.method !== 8) throw new RangeError(`compression method ${entry.method}`);
  return await inflate(packed, entry.size);
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Returns where the end record stands, or null; it is last, before a comment of any length. */
export function findEnd(view: DataView): number | null {
  const last = view.byteLength - endLength;
  for (let at = last; at >= Math.max(0, last - longestComment); at--) {
    if (view.getUint32(at, true) === endSignature) return at;
  }
  return null;
}

/** Returns the parts by name that a directory lists from `start` on, or null where it is broken. */
export function readDirectory(
  view: DataView,
  start: number,
  count: number,
): Map<string, ZipEntry> | null {
  const entries = new Map<string, ZipEntry>();
  const names = new TextDecoder('utf-8');
  let at = start;
  for (let i = 0; i < count; i++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== directorySignature) return null;
    const nameLength = view.getUint16(at + 28, true);
    const next =
      at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (next > view.byteLength) return null;
    const name = new Uint8Array(view.buffer, view.byteOffset + at + 46, nameLength);
    entries.set(names.decode(name).replaceAll('\\', '/'), readEntry(view, at));
    at = next;
  }
  return entries;
}

function readEntry(view: DataView, at: number): ZipEntry {
  return {
    encrypted: (view.getUint16(at + 8, true) & 1) === 1,
    method: view.getUint16(at + 10, true),
    packed: view.getUint32(at + 20, true),
    size: view.getUint32(at + 24, true),
    offset: view.getUint32(at + 42, true),
  };
}

/** Returns why an archive is refused for its weight or its encryption, by what its directory claims. */
export function overweight(
  entries: ReadonlyMap<string, ZipEntry>,
  mostInflated: number,
): ZipFault | null {
  let total = 0;
  for (const entry of entries.values()) {
    if (entry.encrypted) return { fault: 'encrypted' };
    total += entry.size;
    if (entry.size > smallPart && entry.size > entry.packed * steepestRatio) {
      const ratio = Math.round(entry.size / Math.max(1, entry.packed));
      return tooLarge(['解压倍数', 'inflates to times its size'], ratio, steepestRatio);
    }
  }
  if (total <= mostInflated) return null;
  const [size, limit] = [Math.ceil(total / mebibyte), mostInflated / mebibyte];
  return tooLarge(['解压后', 'inflated'], size, limit, ' MB');
}

/** Returns the fault of an archive beyond a limit, of what is counted in both languages. */
export function tooLarge(
  [what, whatEn]: readonly [zh: string, en: string],
  size: number,
  limit: number,
  unit = '',
): ZipFault {
  const words = { size: `${what} ${size}${unit}`, sizeEn: `${whatEn} ${size}${unit}` };
  return { fault: 'too-large', params: { what, whatEn, ...words, limit: `${limit}${unit}` } };
}

/** What the entries of an archive are to who reads a message. */
export const parts = ['部件数', 'parts'] as const;

function packedBytes(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  const view = viewOf(bytes);
  if (entry.offset + 30 > bytes.length || view.getUint32(entry.offset, true) !== localSignature) {
    throw new RangeError('a part of the archive is missing');
  }
  const lengths = view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true);
  const start = entry.offset + 30 + lengths;
  if (start + entry.packed > bytes.length) throw new RangeError('a part of the archive is cut off');
  return bytes.subarray(start, start + entry.packed);
}

async function inflate(packed: Uint8Array, size: number): Promise<Uint8Array> {
  const inflated = new Uint8Array(size);
  let length = 0;
  for await (const chunk of new Blob([packed as Uint8Array<ArrayBuffer>])
    .stream()
    .pipeThrough(new DecompressionStream('deflate-raw'))) {
    if (length + chunk.length > size)
      throw new RangeError('a part is larger than the archive says');
    inflated.set(chunk, length);
    length += chunk.length;
  }
  return inflated.subarray(0, length);
}
