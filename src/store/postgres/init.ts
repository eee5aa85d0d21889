import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../../domain/app-error.ts';
import type { Account } from './account.ts';
import type { Binaries } from './binaries.ts';
import { embedded, makeCredentials } from './credentials.ts';
import { clusterOf, credentialsOf, type DataFolder } from './data-folder.ts';
import { freeBytes, reasonInLog, refusalInLog, refusalOfFile } from './file-refusal.ts';
import { clusterArgument, type Program, runInCluster } from './run.ts';

/**
 * Makes the database of the data folder unless it is there. Everything is prepared aside and renamed
 * at the end, so that a start that was interrupted leaves nothing half made.
 *
 * Refuses with `disk-full`, `folder-read-only`, `folder-denied`, `cluster-version` or
 * `postgres-failed`.
 */
export function initialise(folder: DataFolder, binaries: Binaries, account: Account | null): void {
  if (existsSync(folder.database)) {
    checkVersion(folder, binaries);
    return;
  }
  if (freeBytes(folder.path) < neededBytes)
    throw new AppError('disk-full', { folder: folder.path });
  try {
    prepare(folder, binaries, account);
    renameSync(folder.init, folder.database);
  } catch (error) {
    rmSync(folder.init, { recursive: true, force: true });
    throw refusalOfFile(error, folder.path);
  }
}

/** An empty cluster takes 57 MB, the first write-ahead log included. */
const neededBytes = 80 * 2 ** 20;

function prepare(folder: DataFolder, binaries: Binaries, account: Account | null): void {
  rmSync(folder.init, { recursive: true, force: true });
  const cluster = clusterOf(folder.init);
  mkdirSync(folder.init);
  chmodSync(folder.init, 0o711);
  mkdirSync(cluster, { mode: 0o700 });
  if (account) chownSync(cluster, account.uid, account.gid);
  const program: Program = { binaries, account, cluster };
  runInitdb(program, folder);
  const password = makeCredentials(credentialsOf(folder.init));
  if (account) giveToOwner(folder, credentialsOf(folder.init));
  runSetup(program, folder, password);
  writeFileSync(join(cluster, 'pg_hba.conf'), hostBasedAccess);
}

/** The owner of the data folder reads the password at a later start without root. */
function giveToOwner(folder: DataFolder, file: string): void {
  const { uid, gid } = statSync(folder.path);
  chownSync(file, uid, gid);
}

/**
 * LC_CTYPE must know Chinese letters: with `C` pg_trgm finds nothing. Where the system has no
 * C.UTF-8 (older macOS), en_US.UTF-8 serves; order and case come from the builtin provider.
 */
function runInitdb(program: Program, folder: DataFolder): void {
  const attempts = ['C.UTF-8', 'en_US.UTF-8'].map(
    (locale) => () =>
      runInCluster(program, 'initdb', [
        `--pgdata=${clusterArgument(program)}`,
        `--username=${embedded.superuser}`,
        '--encoding=UTF8',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        `--locale=${locale}`,
        '--auth=reject',
        '--data-checksums',
        '--no-instructions',
      ]),
  );
  for (const [index, attempt] of attempts.entries()) {
    const run = attempt();
    if (run.status === 0) return;
    if (index === 0 && /invalid locale/.test(run.stderr)) continue;
    refuse(`${run.stderr}\n${run.error?.message ?? ''}`, folder);
  }
}

/** The superuser never logs in: what needs it is done here, in single-user mode. */
function runSetup(program: Program, folder: DataFolder, password: string): void {
  const { owner, database } = embedded;
  const statements = [
    `create role ${owner} login createrole password '${password}'`,
    `create database ${database} owner ${owner}`,
    `revoke all on database ${database} from public`,
  ];
  const run = runInCluster(
    program,
    'postgres',
    ['--single', '-D', clusterArgument(program), 'postgres'],
    `${statements.join('\n')}\n`,
  );
  if (run.status !== 0 || /\b(ERROR|FATAL|PANIC):/.test(run.stderr)) refuse(run.stderr, folder);
}

/** Every role but the superuser may log in to our database with its password. */
const hostBasedAccess = `# Written by Xingbian. The socket is the only way in; the superuser does not log in.
local all ${embedded.superuser} reject
local ${embedded.database} all scram-sha-256
`;

function refuse(text: string, folder: DataFolder): never {
  const known = refusalInLog(text, folder.path);
  if (known) throw known;
  writeFileSync(folder.log, text);
  throw new AppError('postgres-failed', { reason: reasonInLog(text), log: folder.log });
}

function checkVersion(folder: DataFolder, binaries: Binaries): void {
  const file = join(clusterOf(folder.database), 'PG_VERSION');
  let found = '?';
  try {
    found = readFileSync(file, 'utf8').trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw refusalOfFile(error, folder.path);
  }
  const expected = binaries.version.split('.')[0] ?? '';
  if (found !== expected) {
    throw new AppError('cluster-version', { folder: folder.path, found, expected });
  }
}
