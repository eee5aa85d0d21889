import { createWriteStream, existsSync } from 'node:fs';
import { link, rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AppError } from '../domain/app-error.ts';

/**
 * Writes chunks to a file that is there whole or not at all: under a name beside it, renamed at the
 * end. A file that is there is overwritten only with `force`, also one that came meanwhile.
 *
 * Refuses with `output-exists` or `output-failed`; then nothing of it is left.
 */
export async function writeFileWhole(
  file: string,
  chunks: AsyncIterable<Uint8Array>,
  options: {
    readonly force: boolean;
    readonly signal: AbortSignal;
    /** The rights of the file, from the first byte on; the usual ones by default. */
    readonly mode?: number;
  },
): Promise<void> {
  const { force, signal, mode } = options;
  const draft = `${file}.${process.pid}.part`;
  try {
    const output = createWriteStream(draft, { flags: 'wx', mode });
    await pipeline(Readable.from(chunks), output, { signal });
    await (force ? rename(draft, file) : giveName(draft, file));
  } catch (error) {
    throw refusalOfOutput(error, file);
  } finally {
    await rm(draft, { force: true });
  }
}

/** Writes chunks to standard output. Whoever reads it may stop before the end. */
export async function writeStandardOutput(
  chunks: AsyncIterable<Uint8Array>,
  signal: AbortSignal,
): Promise<void> {
  try {
    await pipeline(Readable.from(chunks), process.stdout, { end: false, signal });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPIPE') throw error;
  }
}

/** A link, unlike a rename, does not replace; some disks know no links. */
async function giveName(draft: string, file: string): Promise<void> {
  try {
    await link(draft, file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST' || existsSync(file)) throw new AppError('output-exists', { file });
    await rename(draft, file);
  }
}

const reasons: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  ENOENT: ['没有这个目录', 'there is no such folder'],
  ENOTDIR: ['没有这个目录', 'there is no such folder'],
  EISDIR: ['这是一个目录', 'it is a folder'],
  EACCES: ['没有权限', 'no permission'],
  EPERM: ['没有权限', 'no permission'],
  EROFS: ['磁盘只读', 'the disk is read-only'],
  ENOSPC: ['磁盘已满', 'the disk is full'],
  EDQUOT: ['磁盘配额已满', 'the quota is used up'],
};

/** What is no error of a file (a refusal already made, a bug) is returned as it is. */
function refusalOfOutput(error: unknown, file: string): unknown {
  const found = reasons[(error as NodeJS.ErrnoException | null)?.code ?? ''];
  if (error instanceof AppError || !found) return error;
  const [reason, reasonEn] = found;
  return new AppError('output-failed', { file, reason, reasonEn });
}
