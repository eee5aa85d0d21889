import { chownSync, lstatSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Account } from './account.ts';
import type { DataFolder } from './data-folder.ts';

const prefix = 'xingbian-';

/**
 * Returns a new private folder (0700) for the socket: only PostgreSQL's account and root can pass
 * it. It lies in the system's place for temporary files, because the path of a Unix socket may not
 * be longer than about 107 bytes, and a clone can lie deep or out of PostgreSQL's reach. The
 * folder of a start that was killed is removed first; the data folder remembers it.
 */
export function makeSocketFolder(folder: DataFolder, account: Account | null): string {
  removeSocketFolder(folder);
  const made = mkdtempSync(join(shortTmpdir(), prefix));
  if (account) chownSync(made, account.uid, account.gid);
  writeFileSync(memoryOf(folder), made);
  return made;
}

/** Returns the socket folder the data folder remembers, null where there is none. */
export function socketFolderOf(folder: DataFolder): string | null {
  const made = readText(memoryOf(folder));
  return made && basename(made).startsWith(prefix) && isFolder(made) ? made : null;
}

/** Removes the socket folder the data folder remembers, if it is one of ours. */
export function removeSocketFolder(folder: DataFolder): void {
  const made = socketFolderOf(folder);
  if (made !== null) rmSync(made, { recursive: true, force: true });
  rmSync(memoryOf(folder), { force: true });
}

function memoryOf(folder: DataFolder): string {
  return join(folder.path, 'socket-folder');
}

function shortTmpdir(): string {
  const place = tmpdir();
  // As root, a TMPDIR of root's own would be out of reach for PostgreSQL's account.
  return process.getuid?.() === 0 || Buffer.byteLength(place) > 60 ? '/tmp' : place;
}

function readText(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

function isFolder(path: string): boolean {
  try {
    return lstatSync(path).isDirectory();
  } catch {
    return false;
  }
}
