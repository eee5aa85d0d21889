import { accessSync, constants } from 'node:fs';
import { AppError } from '../../domain/app-error.ts';
import { embedded, readCredentials } from './credentials.ts';
import { credentialsOf, openDataFolder } from './data-folder.ts';
import { port, type ReachablePostgres } from './launch.ts';
import { socketFolderOf } from './socket-folder.ts';

/**
 * Returns how to reach the PostgreSQL that another process of ours runs on the data folder at
 * `path`, through its private socket; null where the folder remembers no socket: nobody runs it, or
 * it is still coming up. Whether it answers is seen when a query is sent.
 *
 * Refuses with `folder-denied` where this account may not use the socket or read the password.
 */
export function joinPostgres(path: string): ReachablePostgres | null {
  const folder = openDataFolder(path);
  const socket = socketFolderOf(folder);
  if (socket === null) return null;
  const file = credentialsOf(folder.database);
  if (isShut(socket, constants.X_OK) || isShut(file, constants.R_OK)) {
    throw new AppError('folder-denied', { folder: folder.path });
  }
  const { owner: user, database } = embedded;
  return {
    connection: { host: socket, port, user, password: readCredentials(file), database },
    folder,
  };
}

/** Whether something is there and not for this account. */
function isShut(path: string, mode: number): boolean {
  try {
    accessSync(path, mode);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EACCES';
  }
}
