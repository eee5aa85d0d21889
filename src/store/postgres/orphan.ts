import { readdirSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive, startTimeOf } from './process-identity.ts';

/**
 * Stops what a killed program left behind: a postmaster that still works in `cluster` gets SIGINT
 * (a fast, clean shutdown), and nothing is removed before every process in there is gone; only then
 * does the stale postmaster.pid go. Resolves to whether there was an orphan.
 *
 * A postmaster is found by its working directory, never by the number in a file alone: numbers are
 * given again.
 */
export async function stopOrphan(cluster: string): Promise<boolean> {
  let found = false;
  for (let waited = 0; ; waited += 50) {
    const processes = processesIn(cluster);
    if (processes.length === 0) break;
    if (waited === 0) signalAll(postmastersOf(processes), 'SIGINT');
    if (waited === 20_000) signalAll(postmastersOf(processes), 'SIGQUIT');
    if (waited === 30_000) signalAll(processes, 'SIGKILL');
    found = true;
    await sleep(50);
  }
  rmSync(join(cluster, 'postmaster.pid'), { force: true });
  return found;
}

function processesIn(cluster: string): number[] {
  return process.platform === 'linux' ? fromProc(cluster) : fromPidFile(cluster);
}

function fromProc(cluster: string): number[] {
  const real = realpathSync(cluster);
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && worksIn(Number(name), real))
    .map(Number);
}

function worksIn(pid: number, folder: string): boolean {
  try {
    if (readlinkSync(`/proc/${pid}/cwd`) !== folder) return false;
    return /postgres|initdb/.test(readFileSync(`/proc/${pid}/comm`, 'utf8'));
  } catch {
    return false; // Gone, or another user's.
  }
}

/** Without /proc the file is all there is; a dead number is no process. */
function fromPidFile(cluster: string): number[] {
  try {
    const pid = Number(readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')[0]);
    return pid > 1 && isAlive(pid) && startTimeOf(pid) !== null ? [pid] : [];
  } catch {
    return [];
  }
}

/** Those whose parent is not among them: a backend is left to its postmaster. */
function postmastersOf(processes: readonly number[]): number[] {
  const roots = processes.filter((pid) => !processes.includes(parentOf(pid)));
  return roots.length > 0 ? roots : [...processes];
}

function parentOf(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return 0;
  }
}

function signalAll(processes: readonly number[], signal: NodeJS.Signals): void {
  for (const pid of processes) {
    try {
      process.kill(pid, signal);
    } catch {
      // It ended meanwhile.
    }
  }
}
