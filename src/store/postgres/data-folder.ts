import { chownSync, mkdirSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { AppError } from '../../domain/app-error.ts';
import { refusalOfFile } from './file-refusal.ts';

/** Where everything of one data folder lies. */
export interface DataFolder {
  /** Real, absolute path of the folder. */
  readonly path: string;
  /** Who uses it: process, start time, host. */
  readonly owner: string;
  /** Holds `cluster` and `credentials.json`; comes into being by a rename, whole or not at all. */
  readonly database: string;
  /** Where `database` is prepared. */
  readonly init: string;
  /** A copy of the PostgreSQL binaries, when those of the package cannot be used. */
  readonly binaries: string;
  readonly log: string;
}

/**
 * Returns the data folder at `path`, created if needed. Parents get the default mode, the folder
 * itself 0711: passable for the account that PostgreSQL runs as, not listable; what is in it has
 * its own modes. An existing folder keeps its mode.
 *
 * Refuses with `folder-read-only`, `folder-denied`, `folder-invalid` or `disk-full`.
 */
export function openDataFolder(path: string): DataFolder {
  const absolute = resolve(path);
  try {
    mkdirSync(dirname(absolute), { recursive: true });
    mkdirIfMissing(absolute);
    if (!statSync(absolute).isDirectory()) throw new AppError('folder-invalid', { folder: path });
    return layout(realpathSync(absolute));
  } catch (error) {
    throw refusalOfFile(error, absolute);
  }
}

/** Returns the directory PostgreSQL calls its data directory, inside `database` or `init`. */
export function clusterOf(database: string): string {
  return join(database, 'cluster');
}

/** Returns the file with the owner role's password, beside the cluster. */
export function credentialsOf(database: string): string {
  return join(database, 'credentials.json');
}

function mkdirIfMissing(path: string): void {
  try {
    mkdirSync(path, { mode: 0o711 });
    if (process.getuid?.() === 0) giveToOwnerOf(dirname(path), path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

/** What root makes in a user's folder is the user's: the next start may come without root. */
function giveToOwnerOf(place: string, path: string): void {
  const { uid, gid } = statSync(place);
  chownSync(path, uid, gid);
}

function layout(path: string): DataFolder {
  return {
    path,
    owner: join(path, 'owner.json'),
    database: join(path, 'database'),
    init: join(path, 'database.init'),
    binaries: join(path, 'postgres'),
    log: join(path, 'postgres.log'),
  };
}
