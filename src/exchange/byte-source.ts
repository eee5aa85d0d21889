import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';

/** Bytes that are read where they are needed, so that no file stands in memory as a whole. */
export interface ByteSource {
  readonly size: number;
  /** Resolves to the bytes from `start` up to but without `end`; fewer where the source ends. */
  readonly read: (start: number, end: number) => Promise<Uint8Array>;
}

/** A file that is open until it is closed. */
export interface FileSource extends ByteSource {
  readonly close: () => Promise<void>;
}

/** Small enough that the system hands the same memory out again. */
const chunkBytes = 64 * 1024;

/** Opens a file. Rejects as node:fs does where there is none. */
export async function openFile(path: string): Promise<FileSource> {
  const handle = await open(path, 'r');
  const { size } = await handle.stat();
  return {
    size,
    read: (start, end) => readFrom(handle, start, Math.min(end, size)),
    close: () => handle.close(),
  };
}

/** Returns bytes in memory as a source. */
export function sourceOf(bytes: Uint8Array): ByteSource {
  return { size: bytes.length, read: async (start, end) => bytes.subarray(start, end) };
}

/** Yields the bytes between two places, 64 KiB at a time. */
export async function* chunksOf(
  source: ByteSource,
  start = 0,
  end = source.size,
): AsyncGenerator<Uint8Array> {
  for (let at = start; at < end; ) {
    const chunk = await source.read(at, Math.min(end, at + chunkBytes));
    if (chunk.length === 0) return;
    yield chunk;
    at += chunk.length;
  }
}

/** Resolves to the SHA-256 of what is in a source, in hexadecimal: a file is known by its content. */
export async function contentHash(source: ByteSource): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of chunksOf(source)) hash.update(chunk);
  return hash.digest('hex');
}

async function readFrom(handle: FileHandle, start: number, end: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(Math.max(0, end - start));
  let length = 0;
  while (length < bytes.length) {
    const { bytesRead } = await handle.read(bytes, length, bytes.length - length, start + length);
    if (bytesRead === 0) break;
    length += bytesRead;
  }
  return bytes.subarray(0, length);
}
