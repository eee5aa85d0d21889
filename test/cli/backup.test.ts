import { spawnSync } from 'node:child_process';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { type CommandStore, openCommandStore } from '../../src/cli/command-store.ts';
import { openPlan } from '../../src/server/open-plan.ts';
import { signIn } from '../../src/store/accounts/sign-in.ts';
import type { Store } from '../../src/store/open-store.ts';
import { loadPlan } from '../../src/store/plan.ts';
import { requires } from '../requires.ts';
import { writePlanFolder } from '../server/plan-folder.ts';
import { built, postgresIn, root, startProgram } from '../server/program.ts';
import { defineCollection } from '../store/collection-desk.ts';
import { password, quickRules } from '../store/example-accounts.ts';
import { createDatabase, noExternal, query, startExternal } from '../store/external-postgres.ts';
import { fillDesk } from '../store/filled-desk.ts';
import { tempFolder } from '../store/temp-folder.ts';

const removals: (() => void)[] = [];
let folder = '';
let plan = '';
let file = '';
/** The two databases, kept open, so that the commands join them as they would join a server. */
const held: { full: CommandStore | null; empty: CommandStore | null } = { full: null, empty: null };

beforeAll(async () => {
  expect(built, 'run npm run build first').toBe(true);
  folder = tempFolder((remove) => removals.push(remove));
  plan = writePlanFolder(folder);
  file = join(folder, 'all.backup');
  held.full = await openCommandStore({ databaseUrl: null, data: join(folder, 'full') });
  held.empty = await openCommandStore({ databaseUrl: null, data: join(folder, 'empty') });
  const { store } = held.full;
  await loadPlan(store.owner, (await openPlan(plan)).planned);
  await defineCollection(store, 'example');
  await fillDesk(store, 'example');
}, 60_000);

afterAll(async () => {
  await held.full?.close();
  await held.empty?.close();
  for (const remove of removals) remove();
});

/** Runs a command on a data folder, or on the database of a URL. */
function run(where: string, ...args: string[]) {
  const isUrl = where.startsWith('postgres');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [`${root}/bin/xingbian.js`, ...args, ...(isUrl ? [] : ['--data', join(folder, where)])],
    { cwd: folder, env: { PATH: process.env.PATH ?? '', ...(isUrl && { DATABASE_URL: where }) } },
  );
  return { status, stdout: stdout.toString('utf8'), stderr: stderr.toString('utf8') };
}

describe('xingbian backup', () => {
  test('writes a file only its owner reads, and says what is in it', () => {
    const { status, stderr } = run('full', 'backup', file, '--plan', plan);
    expect(stderr).toContain('文件含密码散列和验证器密钥');
    expect(status).toBe(0);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const lines = gunzipSync(readFileSync(file)).toString('utf8').split('\n');
    expect(lines.filter((line) => line.startsWith('["session"'))).toEqual([]);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ format: 'xingbian.backup/2' });
  });

  test('takes the place of a file others could read, with --force', () => {
    writeFileSync(file, '', { mode: 0o644 });
    expect(run('full', 'backup', file, '--plan', plan).status).toBe(1);
    const { stderr } = run('full', 'backup', file, '--plan', plan, '--force', '--lang', 'en');
    expect(stderr).toContain('It holds hashes of passwords and secrets of authenticators');
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });
});

describe('xingbian restore', () => {
  test.each([
    ['cut off', (bytes: Buffer) => bytes.subarray(0, bytes.length - 60)],
    [
      'with a bit turned',
      (bytes: Buffer) => bytes.map((byte, at) => (at === 4_000 ? byte ^ 4 : byte)),
    ],
    ['that is no archive', () => Buffer.from('no archive')],
    ['of nothing', () => gzipSync('')],
  ])('refuses a file %s and leaves nothing', async (_, damage) => {
    const damaged = join(folder, 'damaged.backup');
    writeFileSync(damaged, damage(readFileSync(file)));
    const { status, stderr } = run('empty', 'restore', damaged, '--plan', plan, '--lang', 'en');
    expect(stderr).toContain('The backup cannot be used');
    expect(status).toBe(1);
    expect(await countOf(held.empty?.store)).toEqual({ accounts: 0, acts: 0, figures: 0 });
  });

  test('fills an empty data folder; a start then makes no first account', async () => {
    const { status, stderr } = run('empty', 'restore', file, '--plan', plan, '--lang', 'en');
    expect(stderr).toMatch(/Restored \d+ publications, 4 figures, 8 accounts and 8 submissions/);
    expect(status).toBe(0);
    const full = await countOf(held.full?.store);
    expect(await countOf(held.empty?.store)).toEqual({ ...full, figures: 3 });
    await held.empty?.close();
    held.empty = null;
    const program = await startProgram({
      args: ['start', '--plan', plan, '--data', join(folder, 'empty')],
    });
    program.child.kill('SIGTERM');
    const { code, output } = await program.ended;
    expect(code).toBe(0);
    expect(output).not.toContain('一次性密码');
  });

  test('refuses a database that holds something, and says what to do', () => {
    const { status, stderr } = run('empty', 'restore', file, '--plan', plan, '--lang', 'en');
    expect(status).toBe(1);
    expect(stderr).toContain('Choose a new data folder with --data');
  });
});

test('a PostgreSQL of the operator, of an ordinary user and other habits, takes and gives it alike', async (context) => {
  const server = await startExternal(onTestFinished);
  if (!server) return requires(context, false, noExternal);
  onTestFinished(server.stop);
  const url = await createDatabase(server, 'xb_restore', { owner: 'xb_operator' });
  await query(server.url, [
    `alter database xb_restore set timezone = 'Asia/Kolkata'`,
    `alter database xb_restore set datestyle = 'German'`,
  ]);
  const { status, stderr } = run(url, 'restore', file, '--plan', plan);
  expect([status, stderr]).toEqual([0, expect.stringContaining('8 个账号')]);
  const again = join(folder, 'again.backup');
  expect(run(url, 'backup', again, '--plan', plan).status).toBe(0);
  const linesOf = (path: string) => gunzipSync(readFileSync(path)).toString('utf8').split('\n');
  expect(linesOf(again)).toEqual(linesOf(file));
});

describe('xingbian account reset', () => {
  test('prints a password that holds once, with the server running or not', async () => {
    const { status, stdout } = run('full', 'account', 'reset', 'a1', '--lang', 'en');
    expect(status).toBe(0);
    const once = /one-time password of a1: (\S+)/.exec(stdout)?.[1] ?? '';
    const store = held.full?.store;
    if (!store) throw new Error('the store is open');
    const asked = { login: 'a1', origin: 'test' };
    await expect(signIn(store.owner, quickRules, { ...asked, password })).rejects.toThrow(
      'sign-in-refused',
    );
    const { stage } = await signIn(store.owner, quickRules, { ...asked, password: once });
    expect(stage).toBe('password-change');
    const alone = run('empty', 'account', 'reset', 'a2');
    expect(alone.stdout).toMatch(/账号 a2 的一次性密码：\S{24}\n密码只显示这一次/);
    expect(postgresIn(join(folder, 'empty'))).toEqual([]);
  });

  test('refuses what is no account, and wrong arguments', () => {
    const { status, stdout, stderr } = run('full', 'account', 'reset', 'nobody', '--lang', 'en');
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toContain('There is no account nobody. Check the login and the data folder');
    expect(run('full', 'account', 'reset').status).toBe(2);
    expect(run('full', 'account', 'rest', 'a1').stderr).toContain('用法：xingbian account reset');
  });
});

async function countOf(store: Store | undefined) {
  const { rows } = (await store?.writer.query(
    `select (select count(*)::int from xingbian.account) as accounts,
      (select count(*)::int from xingbian.audit) as acts,
      (select count(distinct indicator)::int from xingbian.observation) as figures`,
  )) ?? { rows: [] };
  return rows[0];
}
