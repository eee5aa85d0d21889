import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

/** How to run `xingbian`. */
export interface Run {
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  readonly account?: { readonly uid: number; readonly gid: number };
  /** Folder of the package; the repository by default. */
  readonly root?: string;
}

/** `xingbian start`, up and answering, or ended. */
export interface Program {
  readonly child: ChildProcess;
  /** Where it answers; empty when it ended instead. */
  readonly address: string;
  readonly ended: Promise<{ code: number | null; output: string }>;
}

/** The repository. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/** Whether the program was built: `npm test` does it first. */
export const built = existsSync(`${root}/dist/cli/main.js`);

/** Starts the program and resolves when it answers or has ended. What is left at the end is killed. */
export async function startProgram(run: Run): Promise<Program> {
  const child = spawnProgram(run);
  stopAtEnd(child);
  let output = '';
  const listeners = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      output += chunk;
      for (const listener of listeners) listener();
    });
  }
  const ended = new Promise<{ code: number | null; output: string }>((resolve) =>
    child.once('close', (code) => resolve({ code, output })),
  );
  const address = () => /https?:\/\/[\d.a-z]+:\d+\//.exec(output)?.[0];
  const answers = new Promise<void>((resolve) => {
    listeners.add(() => {
      if (address()) resolve();
    });
  });
  await Promise.race([answers, ended]);
  return { child, address: child.exitCode === null ? (address() ?? '') : '', ended };
}

/** Runs the program to its end. */
export async function runProgram(run: Run): Promise<{ code: number | null; output: string }> {
  return await (await startProgram(run)).ended;
}

/** Starts the program and resolves at once. */
export function spawnProgram(run: Run): ChildProcess {
  const child = spawn(
    process.execPath,
    [`${run.root ?? root}/bin/xingbian.js`, ...(run.args ?? ['start'])],
    {
      ...run.account,
      cwd: run.cwd ?? root,
      env: { PATH: process.env.PATH ?? '', PORT: '0', ...run.env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    },
  );
  return child;
}

/** Stops what a failed test left running. */
function stopAtEnd(child: ChildProcess): void {
  onTestFinished(async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const closed = new Promise((resolve) => child.once('close', resolve));
    child.kill('SIGTERM');
    await closed;
  });
}

/** The numbers of the PostgreSQL processes that work in a data folder (on Linux). */
export function postgresIn(data: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => worksIn(pid, `${data}/database/cluster`));
}

function worksIn(pid: number, folder: string): boolean {
  try {
    return (
      readlinkSync(`/proc/${pid}/cwd`) === folder &&
      readFileSync(`/proc/${pid}/comm`, 'utf8').startsWith('postgres')
    );
  } catch {
    return false;
  }
}
