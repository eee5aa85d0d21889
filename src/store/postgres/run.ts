import { type ChildProcess, type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { Account } from './account.ts';
import type { Binaries } from './binaries.ts';

/** A PostgreSQL program about to work in a cluster. */
export interface Program {
  readonly binaries: Binaries;
  readonly account: Account | null;
  /** Real path of the cluster. */
  readonly cluster: string;
}

/** Runs a PostgreSQL program in the cluster to its end; `input` goes to its standard input. */
export function runInCluster(
  program: Program,
  name: 'initdb' | 'postgres',
  args: readonly string[],
  input = '',
): SpawnSyncReturns<string> {
  return spawnSync(join(program.binaries.folder, 'bin', name), args, {
    ...program.account,
    cwd: program.cluster,
    env: environment(),
    encoding: 'utf8',
    input,
    maxBuffer: 64 * 1024 * 1024,
  });
}

/**
 * Starts a PostgreSQL program in the cluster in a session of its own, so that a Ctrl-C at the
 * terminal reaches it through us only, after the requests in hand. Output goes to the file `log`.
 */
export function startInCluster(
  program: Program,
  name: 'postgres',
  args: readonly string[],
  log: number,
): ChildProcess {
  return spawn(join(program.binaries.folder, 'bin', name), args, {
    ...program.account,
    cwd: program.cluster,
    env: environment(),
    detached: true,
    stdio: ['ignore', log, log],
  });
}

/**
 * Returns the cluster as PostgreSQL is told it. Under another account than ours a folder above the
 * cluster may be shut to it (a clone below a home of mode 0700). It is started inside the cluster,
 * and stays there: through /proc/self/cwd it needs no right to the folders above.
 */
export function clusterArgument(program: Program): string {
  return program.account && process.platform === 'linux' ? '/proc/self/cwd' : program.cluster;
}

/** Nothing of ours: a PGDATA or PGOPTIONS of the user's shell is meant for another server. */
function environment(): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_MESSAGES: 'C', TZ: 'UTC' };
}
