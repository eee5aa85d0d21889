import type { ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { AppError } from '../../domain/app-error.ts';
import { chooseAccount } from './account.ts';
import { findBinaries } from './binaries.ts';
import { embedded, readCredentials } from './credentials.ts';
import { clusterOf, credentialsOf, type DataFolder, openDataFolder } from './data-folder.ts';
import { reasonInLog, refusalInLog, refusalOfFile } from './file-refusal.ts';
import { initialise } from './init.ts';
import { memorySettings } from './memory.ts';
import { stopOrphan } from './orphan.ts';
import { claimFolder } from './owner.ts';
import { clusterArgument, type Program, startInCluster } from './run.ts';
import { makeSocketFolder, removeSocketFolder } from './socket-folder.ts';

/** A PostgreSQL of our own that runs, whoever started it. */
export interface ReachablePostgres {
  /** Where and as whom the owner of the database connects. */
  readonly connection: {
    readonly host: string;
    readonly port: number;
    readonly user: string;
    readonly password: string;
    readonly database: string;
  };
  readonly folder: DataFolder;
}

/** A PostgreSQL of our own, started by this process. */
export interface RunningPostgres extends ReachablePostgres {
  readonly pid: number;
  /** Resolves when the server has ended, asked or not. */
  readonly ended: Promise<void>;
  /** Stops the server cleanly, gives the folder up, and resolves when both are done. */
  readonly stop: () => Promise<void>;
}

/** Part of the socket's name; nothing listens on a network. */
export const port = 5432;

/**
 * Starts PostgreSQL on the data folder at `path` and resolves when it takes connections. Recovers by
 * itself from whatever a kill −9 left.
 *
 * Refuses with the codes of start-refusal-table.ts; then nothing is left running or claimed. `signal`
 * gives the start up in the same way.
 */
export async function launchPostgres(path: string, signal?: AbortSignal): Promise<RunningPostgres> {
  const folder = openDataFolder(path);
  const account = chooseAccount(folder);
  const release = claimFolder(folder);
  try {
    const binaries = findBinaries(folder, account);
    initialise(folder, binaries, account);
    const cluster = clusterOf(folder.database);
    const password = readCredentials(credentialsOf(folder.database));
    const postmaster = await startWithRetry(folder, { binaries, account, cluster }, signal);
    const { socket, child } = postmaster;
    const { owner: user, database } = embedded;
    return {
      connection: { host: socket, port, user, password, database },
      folder,
      pid: child.pid ?? 0,
      ended: endOf(child),
      stop: async () => {
        await stopPostmaster(child);
        removeSocketFolder(folder);
        release();
      },
    };
  } catch (error) {
    release();
    throw refusalOfFile(error, folder.path);
  }
}

interface Postmaster {
  readonly child: ChildProcess;
  readonly socket: string;
}

/** After an unclean stop the first start can fail once, while the kernel still clears up. */
async function startWithRetry(
  folder: DataFolder,
  program: Program,
  signal: AbortSignal | undefined,
): Promise<Postmaster> {
  try {
    return await start(folder, program, signal);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'postgres-failed') throw error;
    await sleep(500);
    return await start(folder, program, signal);
  }
}

async function start(
  folder: DataFolder,
  program: Program,
  signal: AbortSignal | undefined,
): Promise<Postmaster> {
  signal?.throwIfAborted();
  await stopOrphan(program.cluster);
  const socket = makeSocketFolder(folder, program.account);
  const log = openLog(folder);
  const child = startInCluster(program, 'postgres', settings(program, socket), log);
  closeSync(log);
  try {
    await ready(child, program.cluster, signal);
    return { child, socket };
  } catch (error) {
    await stopPostmaster(child);
    removeSocketFolder(folder);
    throw signal?.aborted ? signal.reason : reasonOf(folder, error);
  }
}

function settings(program: Program, socket: string): string[] {
  const values = {
    listen_addresses: '',
    port,
    unix_socket_directories: socket,
    unix_socket_permissions: '0700',
    cluster_name: 'xingbian',
    password_encryption: 'scram-sha-256',
    timezone: 'Asia/Shanghai',
    log_timezone: 'Asia/Shanghai',
    logging_collector: 'off',
    log_destination: 'stderr',
    ...memorySettings(),
  };
  const flags = Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  return ['-D', clusterArgument(program), ...flags];
}

/** One log a start, and the one before it. */
function openLog(folder: DataFolder): number {
  try {
    renameSync(folder.log, `${folder.log}.1`);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') rmSync(folder.log, { force: true });
  }
  return openSync(folder.log, 'wx', 0o600);
}

/** Resolves when postmaster.pid says ready; rejects when the process ends before. */
async function ready(
  child: ChildProcess,
  cluster: string,
  signal: AbortSignal | undefined,
): Promise<void> {
  let failure: Error | null = null;
  child.once('error', (error) => {
    failure = error;
  });
  while (!failure && child.exitCode === null && child.signalCode === null) {
    if (isReady(cluster, child.pid)) return;
    signal?.throwIfAborted();
    await sleep(5);
  }
  throw failure ?? new Error(`postgres ended with ${child.exitCode ?? child.signalCode}`);
}

/** The eighth line of postmaster.pid is its state; the first must be our child's number. */
function isReady(cluster: string, pid: number | undefined): boolean {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
    return Number(lines[0]) === pid && lines[7]?.trim() === 'ready';
  } catch {
    return false;
  }
}

function reasonOf(folder: DataFolder, error: unknown): unknown {
  const text = readText(folder.log);
  const reason = reasonInLog(text) || (error instanceof Error ? error.message : String(error));
  return (
    refusalInLog(text, folder.path) ?? new AppError('postgres-failed', { reason, log: folder.log })
  );
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/** SIGINT is PostgreSQL's fast shutdown; SIGQUIT its emergency, recovered from at the next start. */
async function stopPostmaster(child: ChildProcess): Promise<void> {
  const ended = endOf(child);
  child.kill('SIGINT');
  const late = setTimeout(() => child.kill('SIGQUIT'), 20_000);
  await ended;
  clearTimeout(late);
}

function endOf(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) {
    return Promise.resolve();
  }
  return new Promise((resolve) => child.once('exit', () => resolve()));
}
