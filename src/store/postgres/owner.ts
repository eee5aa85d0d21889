import {
  linkSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { z } from 'zod';
import { AppError } from '../../domain/app-error.ts';
import type { DataFolder } from './data-folder.ts';
import { refusalOfFile } from './file-refusal.ts';
import { startTimeOf } from './process-identity.ts';

const Owner = z.object({ pid: z.number().int(), started: z.string().nullable(), host: z.string() });
type Owner = z.infer<typeof Owner>;

/** Two containers can share a folder without seeing each other's processes: the owner shows life. */
const heartbeat = 5_000;

/**
 * Makes this process the owner of the data folder and returns the function that gives it up. The
 * owner file is linked into place, so that of two starts at the same time one wins.
 *
 * Refuses with `folder-busy` while another process owns it.
 */
export function claimFolder(folder: DataFolder): () => void {
  const mine: Owner = { pid: process.pid, started: startTimeOf(process.pid), host: hostname() };
  try {
    claim(folder, mine);
  } catch (error) {
    throw refusalOfFile(error, folder.path);
  }
  const timer = setInterval(() => touch(folder.owner), heartbeat).unref();
  return () => {
    clearInterval(timer);
    if (readOwner(folder.owner)?.pid === mine.pid) rmSync(folder.owner, { force: true });
  };
}

function claim(folder: DataFolder, mine: Owner): void {
  const draft = `${folder.owner}.${mine.pid}`;
  rmSync(draft, { force: true });
  writeFileSync(draft, JSON.stringify(mine), { mode: 0o644, flag: 'wx' });
  try {
    for (let attempt = 0; attempt < 20; attempt++) {
      if (tryLink(draft, folder.owner)) return;
      removeStale(folder, mine);
    }
    throw new AppError('folder-busy', { folder: folder.path, pid: '?' });
  } finally {
    rmSync(draft, { force: true });
  }
}

function tryLink(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Takes away the file of a dead owner; a live one refuses. */
function removeStale(folder: DataFolder, mine: Owner): void {
  const before = readText(folder.owner);
  const owner = parseOwner(before);
  if (owner && isLive(owner, folder.owner, mine)) {
    throw new AppError('folder-busy', { folder: folder.path, pid: owner.pid });
  }
  const aside = `${folder.owner}.stale.${mine.pid}`;
  try {
    renameSync(folder.owner, aside);
  } catch {
    return; // Another start was faster: look again.
  }
  // What was moved must be what was read; else it is the file of a start that was faster.
  if (readText(aside) !== before) tryLink(aside, folder.owner);
  rmSync(aside, { force: true });
}

function isLive(owner: Owner, file: string, mine: Owner): boolean {
  if (owner.host !== mine.host) return Date.now() - modified(file) < 3 * heartbeat;
  if (owner.pid === mine.pid) return owner.started === mine.started;
  const started = startTimeOf(owner.pid);
  return started !== null && (owner.started === null || started === owner.started);
}

function readOwner(file: string): Owner | null {
  return parseOwner(readText(file));
}

function parseOwner(text: string | null): Owner | null {
  try {
    return Owner.parse(JSON.parse(text ?? ''));
  } catch {
    return null;
  }
}

function readText(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

function modified(file: string): number {
  try {
    return statSync(file).mtimeMs;
  } catch {
    return 0;
  }
}

function touch(file: string): void {
  try {
    utimesSync(file, new Date(), new Date());
  } catch {
    // The folder went away under us; the database will say so.
  }
}
