import { statfsSync } from 'node:fs';
import { AppError } from '../../domain/app-error.ts';

/**
 * Returns the refusal that says what went wrong with a file below `folder`; what is no file error
 * (a refusal already made, a bug) is returned as it is.
 */
export function refusalOfFile(error: unknown, folder: string): unknown {
  switch ((error as NodeJS.ErrnoException | null)?.code) {
    case 'EROFS':
      return new AppError('folder-read-only', { folder });
    case 'EACCES':
    case 'EPERM':
      return new AppError('folder-denied', { folder });
    case 'ENOSPC':
    case 'EDQUOT':
      return new AppError('disk-full', { folder });
    case 'ENOTDIR':
    case 'EEXIST':
    case 'ELOOP':
    case 'ENAMETOOLONG':
      return new AppError('folder-invalid', { folder });
    default:
      return error;
  }
}

/**
 * Returns the refusal hidden in what a PostgreSQL program wrote before it failed, or null when the
 * words are not known.
 */
export function refusalInLog(text: string, folder: string): AppError | null {
  // A server that runs out of space at the wrong moment only says that it gave up.
  if (/No space left on device|Disk quota exceeded/.test(text) || freeBytes(folder) < 2 ** 20) {
    return new AppError('disk-full', { folder });
  }
  if (/Read-only file system/.test(text)) return new AppError('folder-read-only', { folder });
  if (/Permission denied/.test(text)) return new AppError('folder-denied', { folder });
  return null;
}

/** Returns how many bytes can be written below the folder, as far as the system says. */
export function freeBytes(folder: string): number {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}

/** Returns the line of a PostgreSQL log that says why it stopped, without its time and process. */
export function reasonInLog(text: string): string {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const telling = lines.findLast((line) => /\b(FATAL|PANIC|ERROR|error):/.test(line));
  const line = telling ?? lines.at(-1) ?? '';
  return line.replace(/^.*?\b(FATAL|PANIC|ERROR|error):\s*/, '').slice(0, 300);
}
