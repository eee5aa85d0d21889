import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { type Encoding, type Representation, representation } from './representation.ts';

/** The built pages: files by address, and the page all addresses begin with. */
export interface WebFiles {
  readonly files: ReadonlyMap<string, Representation>;
  /** index.html as it was built; null where the pages were not. */
  readonly index: string | null;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
};

/**
 * Returns the files below `folder`, read once: they are few, and a file that is not in the list can
 * never be asked for. Files under assets/ carry a hash in their names and may be kept for ever.
 */
export function readWebFiles(folder: string): WebFiles {
  if (!existsSync(join(folder, 'index.html'))) return { files: new Map(), index: null };
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && types[extname(entry.name)])
    .map((entry) => join(entry.parentPath, entry.name));
  const files = new Map(names.map((name) => [addressOf(folder, name), read(folder, name)]));
  files.delete('/index.html');
  return { files, index: readFileSync(join(folder, 'index.html'), 'utf8') };
}

function addressOf(folder: string, name: string): string {
  return `/${relative(folder, name).split(sep).join('/')}`;
}

function read(folder: string, name: string): Representation {
  const hashed = addressOf(folder, name).startsWith('/assets/');
  return representation(bytesOf(name), types[extname(name)] ?? 'application/octet-stream', {
    cacheControl: hashed ? 'public, max-age=31536000, immutable' : 'no-cache',
    compressed: siblings(name),
  });
}

function siblings(name: string): Map<Encoding, Uint8Array<ArrayBuffer>> {
  const endings: [Encoding, string][] = [
    ['br', `${name}.br`],
    ['gzip', `${name}.gz`],
  ];
  return new Map(
    endings
      .filter(([, file]) => existsSync(file))
      .map(([encoding, file]): [Encoding, Uint8Array<ArrayBuffer>] => [encoding, bytesOf(file)]),
  );
}

function bytesOf(file: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(file));
}
