import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { get as getOverTls } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { tempFolder } from '../store/temp-folder.ts';
import { writePlanFolder } from './plan-folder.ts';
import {
  built,
  type Program,
  postgresIn,
  runProgram,
  spawnProgram,
  startProgram,
} from './program.ts';

/** A data folder as a clean stop left it: making one anew for every test takes a second. */
let used = '';
const removals: (() => void)[] = [];

beforeAll(async () => {
  expect(built, 'run npm run build first').toBe(true);
  const folder = tempFolder((remove) => removals.push(remove));
  used = join(folder, 'data');
  const child = spawnProgram({ args: startArgs(folder, used) });
  const closed = new Promise((resolve) => child.once('close', resolve));
  child.stdout?.on('data', (text) => String(text).includes('http') && child.kill('SIGINT'));
  await closed;
}, 30_000);

afterAll(() => {
  for (const remove of removals) remove();
});

/** A place of its own: a plan, and a data folder that was used before or is not yet there. */
function place(before: 'used' | 'new' = 'used') {
  const folder = tempFolder();
  const data = join(folder, 'data');
  if (before === 'used') spawnSync('cp', ['-a', used, data]);
  return { folder, data, args: startArgs(folder, data) };
}

function startArgs(folder: string, data: string): string[] {
  return ['start', '--plan', writePlanFolder(folder), '--data', data];
}

async function get(program: Program, path: string) {
  return await fetch(new URL(path, program.address));
}

async function interrupt(program: Program) {
  program.child.kill('SIGINT');
  return await program.ended;
}

describe('a start', () => {
  test('says where it is, answers, and ends cleanly at Ctrl-C, also twice', async () => {
    const { data, args } = place('new');
    const program = await startProgram({ args });
    expect(program.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    expect((await get(program, '/api/plan')).status).toBe(200);
    expect(postgresIn(data).length).toBeGreaterThan(0);
    program.child.kill('SIGINT');
    program.child.kill('SIGINT');
    const { code, output } = await program.ended;
    expect(code).toBe(0);
    for (const words of ['兴边已启动', '兴边示例规划', data, 'Ctrl-C'])
      expect(output).toContain(words);
    expect(postgresIn(data)).toEqual([]);
    expect(existsSync(join(data, 'owner.json'))).toBe(false);
    expect(readFileSync(join(data, 'postgres.log'), 'utf8')).toContain(
      'database system is shut down',
    );
  });

  test('ends cleanly when told to stop while it starts', async () => {
    const { data, args } = place('new');
    for (const delay of [300, 700, 1200]) {
      const child = spawnProgram({ args });
      const ended = new Promise((resolve) => child.once('close', resolve));
      await sleep(delay);
      child.kill('SIGTERM');
      // Before its first line of code a signal ends the process in the usual way.
      expect([0, null]).toContain(await ended);
      expect(postgresIn(data)).toEqual([]);
    }
    expect((await interrupt(await startProgram({ args }))).code).toBe(0);
  });

  test('recovers by itself after kill -9, of the program or of everything', async () => {
    const { data, args } = place();
    const first = await startProgram({ args });
    first.child.kill('SIGKILL');
    await first.ended;
    const orphans = postgresIn(data);
    expect(orphans.length).toBeGreaterThan(0);
    const second = await startProgram({ args });
    expect((await get(second, '/healthz')).status).toBe(200);
    expect(postgresIn(data).filter((pid) => orphans.includes(pid))).toEqual([]);
    for (const pid of [second.child.pid ?? 0, ...postgresIn(data)]) process.kill(pid, 'SIGKILL');
    await second.ended;
    const third = await startProgram({ args });
    expect(await (await get(third, '/api/plan')).json()).toMatchObject({ id: 'example' });
    expect((await interrupt(third)).code).toBe(0);
  });

  test('serves over TLS when given a certificate, and only then promises it', async () => {
    const { args } = place();
    const tls = (name: string) => new URL(`tls/${name}.pem`, import.meta.url).pathname;
    const env = { TLS_CERT: tls('cert'), TLS_KEY: tls('key') };
    const program = await startProgram({ args, env });
    expect(program.address).toMatch(/^https:/);
    const headers = await headersOverTls(new URL('/healthz', program.address));
    expect(headers['strict-transport-security']).toContain('max-age');
    await interrupt(program);
  });

  test('ends with a word when its database is taken away', async () => {
    const { data, args } = place();
    const program = await startProgram({ args });
    for (const pid of postgresIn(data)) process.kill(pid, 'SIGKILL');
    const { code, output } = await program.ended;
    expect([code, output]).toEqual([1, expect.stringContaining('内置 PostgreSQL 意外停止')]);
  });
});

async function headersOverTls(url: URL): Promise<Record<string, unknown>> {
  return await new Promise((resolve, reject) => {
    getOverTls(url, { rejectUnauthorized: false }, (response) => {
      response.resume();
      resolve(response.headers);
    }).once('error', reject);
  });
}

/** One clear sentence, its English, and nothing of our insides. */
function expectRefusal(result: { code: number | null; output: string }, words: string) {
  expect(result.output).toContain(words);
  expect(result.output.trim().split('\n')).toHaveLength(2);
  expect(result.output).not.toMatch(/\n\s+at |secret/);
  expect(result.code).toBe(1);
}

describe('a start that cannot be', () => {
  test('a second one on the same folder; the first goes on', async () => {
    const { args } = place();
    const first = await startProgram({ args });
    expectRefusal(await runProgram({ args }), '正由另一个兴边进程使用');
    expect((await get(first, '/api/plan')).status).toBe(200);
    await interrupt(first);
  });

  test('a port that is taken; the database is stopped again', async () => {
    const { data, args } = place();
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as AddressInfo;
    const result = await runProgram({ args, env: { PORT: String(port) } });
    other.close();
    expectRefusal(result, `端口 ${port} 已被占用`);
    expect(postgresIn(data)).toEqual([]);
  });

  test('a host that is not ours', async () => {
    const { args } = place();
    const result = await runProgram({ args, env: { HOST: '192.0.2.1' } });
    expectRefusal(result, '本机没有地址“192.0.2.1”');
  });

  test('a database of another version, or whose passwords are lost', async () => {
    const { data, args } = place();
    await interrupt(await startProgram({ args }));
    const version = join(data, 'database/cluster/PG_VERSION');
    const found = readFileSync(version, 'utf8');
    writeFileSync(version, '12\n');
    expectRefusal(await runProgram({ args }), '由 PostgreSQL 12 建立');
    writeFileSync(version, found);
    renameSync(join(data, 'database/credentials.json'), join(data, 'elsewhere'));
    expectRefusal(await runProgram({ args }), '口令文件');
  });

  test('a setting that is wrong', async () => {
    const { args } = place();
    const results = await Promise.all(
      wrongSettings.map(async ([env, words]) => ({ words, ...(await runProgram({ args, env })) })),
    );
    for (const result of results) expectRefusal(result, result.words);
  });

  test('no plan, several plans, a broken plan', async () => {
    const folder = tempFolder();
    const data = ['--data', join(folder, 'data')];
    const missing = await runProgram({ args: ['start', '--plan', folder, ...data] });
    expectRefusal(missing, '没有找到规划目录');
    const broken = writePlanFolder(folder, 'broken');
    rmSync(join(broken, 'agencies.csv'));
    const result = await runProgram({ args: ['start', '--plan', broken, ...data] });
    expectRefusal(result, '缺少文件 agencies.csv');
    expect(existsSync(join(folder, 'data'))).toBe(false);
  });

  test('a command or flag there is not', async () => {
    expect(await runProgram({ args: ['nonsense'] })).toEqual({
      code: 2,
      output: expect.stringContaining('没有命令“nonsense”'),
    });
    expect(await runProgram({ args: ['start', '--nonsense'] })).toEqual({
      code: 2,
      output: expect.stringContaining('参数不正确'),
    });
  });
});

const wrongSettings: readonly (readonly [env: Record<string, string>, words: string])[] = [
  [{ DATABASE_URL: 'nonsense' }, 'DATABASE_URL 不是 PostgreSQL 连接地址'],
  [{ DATABASE_URL: 'postgres://u:secret@nosuch.invalid/d' }, '找不到该主机'],
  [{ DATABASE_URL: 'postgres://u:secret@127.0.0.1:1/d' }, '连接被拒绝'],
  [{ PORT: '99999' }, '设置 PORT 的值“99999”不正确'],
  [{ TLS_CERT: '/nosuch', TLS_KEY: '/nosuch' }, 'TLS_CERT 所指的文件 /nosuch 无法读取'],
];
