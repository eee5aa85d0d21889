import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Resolves to a file's text without its byte order mark, or null when it cannot be read. */
export async function readTextFile(dir: string, name: string): Promise<string | null> {
  try {
    return (await readFile(join(dir, name), 'utf8')).replace(/^\uFEFF/, '');
  } catch {
    return null;
  }
}
