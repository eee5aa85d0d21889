import { readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { AppError } from '../../domain/app-error.ts';
import { clusterOf, type DataFolder } from './data-folder.ts';

/** The account PostgreSQL runs as when this process is root. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/**
 * Returns the account PostgreSQL is to run as; null means our own. PostgreSQL refuses root, so root
 * lends it, in this order: the account that owns the existing database; the owner of the place the
 * data folder is in, so that `sudo npm start` in a user's clone leaves nothing the user cannot
 * start again; nobody.
 *
 * Refuses with `folder-foreign` when the database belongs to another account and we are not root,
 * with `postgres-account` when we are root and the system has no ordinary account.
 */
export function chooseAccount(folder: DataFolder): Account | null {
  const self = process.getuid?.();
  if (self === undefined) return null;
  const owner = ownerOf(clusterOf(folder.database));
  if (self !== 0) {
    if (owner !== null && owner !== self) {
      throw new AppError('folder-foreign', { folder: folder.path, uid: owner });
    }
    return null;
  }
  const accounts = readAccounts();
  const place = ownerOf(dirname(folder.path));
  const chosen =
    accounts.find((account) => account.uid === owner) ??
    accounts.find((account) => account.uid === place) ??
    accounts.find((account) => account.name === 'nobody') ??
    accounts.find((account) => account.name === 'postgres' || account.name === 'daemon');
  if (!chosen) throw new AppError('postgres-account');
  return { uid: chosen.uid, gid: chosen.gid };
}

function ownerOf(path: string): number | null {
  try {
    return statSync(path).uid;
  } catch {
    return null;
  }
}

/** The ordinary accounts of the system: initdb wants an entry, a bare number is not enough. */
function readAccounts(): { name: string; uid: number; gid: number }[] {
  let text = '';
  try {
    text = readFileSync('/etc/passwd', 'utf8');
  } catch {
    return [];
  }
  return text
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
    .filter((account) => account.uid > 0 && account.gid > 0);
}
