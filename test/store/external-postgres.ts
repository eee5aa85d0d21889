import { spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { tempFolder } from './temp-folder.ts';

/** A PostgreSQL that is not ours, as an operator would run it. */
export interface ExternalPostgres {
  /** Address of a superuser, without a database. */
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** Why there is none, for the skip. */
export const noExternal =
  'no other PostgreSQL: set XINGBIAN_TEST_DATABASE_URL (a superuser) or install the package postgresql, 15 or newer';

/** Resolves to the server of XINGBIAN_TEST_DATABASE_URL, else to a system PostgreSQL, else to null. */
export async function startExternal(
  onEnd: (remove: () => void) => void,
): Promise<ExternalPostgres | null> {
  const given = process.env.XINGBIAN_TEST_DATABASE_URL;
  if (given) return { url: given, stop: async () => {} };
  const bin = systemBinaries();
  return bin ? await startSystem(bin, tempFolder(onEnd)) : null;
}

/** Creates an empty database and resolves to its URL for `user`. */
export async function createDatabase(
  server: ExternalPostgres,
  name: string,
  options: { readonly owner?: string; readonly with?: string } = {},
): Promise<string> {
  const { owner = null } = options;
  await query(server.url, [
    `drop database if exists ${name} with (force)`,
    `drop role if exists ${name}_server`,
    ...(owner
      ? [`drop role if exists ${owner}`, `create role ${owner} login password 'pa/ss'`]
      : []),
    `create database ${name} ${owner ? `owner ${owner}` : ''} ${options.with ?? ''}`,
  ]);
  const url = new URL(server.url);
  url.pathname = `/${name}`;
  if (owner) {
    url.username = owner;
    url.password = encodeURIComponent('pa/ss');
  }
  return url.href;
}

/** Runs statements as the user of the URL and resolves to the rows of the last. */
export async function query(url: string, statements: readonly string[]): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    let rows: unknown[] = [];
    for (const statement of statements) rows = (await client.query(statement)).rows;
    return rows;
  } finally {
    await client.end();
  }
}

function systemBinaries(): string | null {
  const root = '/usr/lib/postgresql';
  if (!existsSync(root)) return null;
  const newest = readdirSync(root)
    .map(Number)
    .filter((version) => version >= 15 && existsSync(`${root}/${version}/bin/initdb`))
    .sort((a, b) => b - a)[0];
  return newest ? `${root}/${newest}/bin` : null;
}

async function startSystem(bin: string, folder: string): Promise<ExternalPostgres> {
  const cluster = join(folder, 'cluster');
  mkdirSync(cluster, { mode: 0o700 });
  writeFileSync(join(folder, 'password'), 'secret');
  const account = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : null;
  if (account) chownSync(cluster, account.uid, account.gid);
  const port = await freePort();
  // The other locale than that of the embedded one, on purpose.
  const flags = ['-D', cluster, '-U', 'admin', '-A', 'scram-sha-256', '-E', 'UTF8', '--no-sync'];
  const init = spawnSync(
    join(bin, 'initdb'),
    [...flags, '--locale=C', `--pwfile=${join(folder, 'password')}`],
    { ...account, cwd: '/', encoding: 'utf8' },
  );
  if (init.status !== 0) throw new Error(init.stderr);
  const child = spawn(
    join(bin, 'postgres'),
    ['-D', cluster, '-p', String(port), '-h', '127.0.0.1', '-k', '', '-c', 'fsync=off'],
    { ...account, cwd: '/', stdio: 'ignore' },
  );
  const url = `postgresql://admin:secret@127.0.0.1:${port}/postgres`;
  await ready(url);
  return {
    url,
    stop: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGINT');
      await ended;
    },
  };
}

async function ready(url: string): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    try {
      await query(url, ['select 1']);
      return;
    } catch (error) {
      if (attempt > 200) throw error;
      await sleep(50);
    }
  }
}

/** Resolves to a port nobody listens on now. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}
