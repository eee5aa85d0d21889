import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { type CommandStore, openCommandStore } from '../../src/cli/command-store.ts';
import { requires } from '../requires.ts';
import { writePlanFolder } from '../server/plan-folder.ts';
import { built, type Program, postgresIn, startProgram } from '../server/program.ts';
import { createDatabase, noExternal, startExternal } from '../store/external-postgres.ts';
import { tempFolder } from '../store/temp-folder.ts';

/** A data folder as a clean stop left it. */
let used = '';
const removals: (() => void)[] = [];

beforeAll(async () => {
  expect(built, 'run npm run build first').toBe(true);
  used = join(
    tempFolder((remove) => removals.push(remove)),
    'data',
  );
  await (await openCommandStore({ databaseUrl: null, data: used })).close();
}, 30_000);

afterAll(() => {
  for (const remove of removals) remove();
});

function dataFolder(): string {
  const data = join(tempFolder(), 'data');
  spawnSync('cp', ['-a', used, data]);
  return data;
}

async function open(data: string): Promise<CommandStore> {
  const opened = await openCommandStore({ databaseUrl: null, data });
  onTestFinished(opened.close);
  return opened;
}

async function startOn(data: string): Promise<Program> {
  const plan = writePlanFolder(tempFolder());
  return await startProgram({ args: ['start', '--plan', plan, '--data', data] });
}

async function plansIn({ store }: CommandStore): Promise<string[]> {
  const rows = await store.owner.selectFrom('plan').select('id').execute();
  return rows.map((row) => row.id);
}

describe('the database of a command', () => {
  test('is launched for it where nobody runs it, and nothing is left of it', async () => {
    const data = dataFolder();
    const opened = await openCommandStore({ databaseUrl: null, data });
    expect(opened.how).toBe('launched');
    expect(await plansIn(opened)).toEqual([]);
    await opened.close();
    expect(postgresIn(data)).toEqual([]);
    expect(existsSync(join(data, 'owner.json'))).toBe(false);
  });

  test('is that of the program that runs, which goes on afterwards', async () => {
    const data = dataFolder();
    const program = await startOn(data);
    const opened = await openCommandStore({ databaseUrl: null, data });
    expect(opened.how).toBe('joined');
    expect(await plansIn(opened)).toEqual(['example']);
    await opened.close();
    expect((await fetch(new URL('/api/plan', program.address))).status).toBe(200);
    program.child.kill('SIGINT');
    expect((await program.ended).code).toBe(0);
  });

  test('is waited for while another command or program starts or stops', async () => {
    const data = dataFolder();
    const opened = await Promise.all([open(data), open(data)]);
    expect(opened.map(({ how }) => how).sort()).toEqual(['joined', 'launched']);
    for (const one of opened) expect(await plansIn(one)).toEqual([]);
  });

  test('is launched again once the program that ran it has stopped', async () => {
    const data = dataFolder();
    const program = await startOn(data);
    program.child.kill('SIGINT');
    const opened = await openCommandStore({ databaseUrl: null, data });
    onTestFinished(opened.close);
    await program.ended;
    expect(await plansIn(await settled(opened, data))).toEqual(['example']);
  });

  test('is that of DATABASE_URL where it is set', async (context) => {
    const server = await startExternal((remove) => onTestFinished(remove));
    if (!server) return requires(context, false, noExternal);
    onTestFinished(server.stop);
    const databaseUrl = await createDatabase(server, 'xb_command');
    const opened = await openCommandStore({ databaseUrl, data: join(tempFolder(), 'data') });
    onTestFinished(opened.close);
    expect([opened.how, await plansIn(opened)]).toEqual(['server', []]);
  });
});

/** Whoever joins in the last moment of a program is cut off with it, and opens again. */
async function settled(opened: CommandStore, data: string): Promise<CommandStore> {
  return opened.how === 'launched' ? opened : await open(data);
}
