import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CommandStore, openCommandStore } from '../../src/cli/command-store.ts';
import { openPlan } from '../../src/server/open-plan.ts';
import { loadPlan } from '../../src/store/plan.ts';
import { loadStatistics } from '../../src/store/statistics/load-statistics.ts';
import { jsonStatFaults } from '../exchange/json-stat-faults.ts';
import { packageFaults } from '../exchange/package-faults.ts';
import { writePlanFolder } from '../server/plan-folder.ts';
import { built, postgresIn, root } from '../server/program.ts';
import { exampleIndicators, exampleRegister, observed } from '../store/example-statistics.ts';
import { send } from '../store/statistics-base.ts';
import { tempFolder } from '../store/temp-folder.ts';

const indicators = exampleIndicators();
const removals: (() => void)[] = [];
let folder = '';
let data = '';
let plan = '';
/** Kept open, so that the commands join it: starting PostgreSQL for each takes seconds. */
let held: CommandStore | null = null;

beforeAll(async () => {
  expect(built, 'run npm run build first').toBe(true);
  folder = tempFolder((remove) => removals.push(remove));
  data = join(folder, 'data');
  plan = writePlanFolder(folder);
  held = await openCommandStore({ databaseUrl: null, data });
  const { store } = held;
  await loadPlan(store.owner, (await openPlan(plan)).planned);
  await loadStatistics(store.writer, 'example', { register: exampleRegister(), indicators });
  await send(
    store,
    'example',
    [
      observed('a1', 'population', '2015', '1000.50', { source: '=甲' }),
      observed('a2', 'population', '2015', '3000'),
      observed('a1', 'gdp', '2016', '11'),
    ],
    { indicators },
  );
  await send(store, 'example', [observed('a1', 'gdp', '2016', '12')], { indicators });
}, 60_000);

afterAll(async () => {
  await held?.close();
  for (const remove of removals) remove();
});

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [`${root}/bin/xingbian.js`, 'export', '--plan', plan, '--data', data, ...args],
    { cwd: folder, env: { PATH: process.env.PATH ?? '' }, maxBuffer: 64 * 2 ** 20 },
  );
  return { status, stdout: stdout.toString('utf8'), stderr: stderr.toString('utf8') };
}

function rowsIn(text: string): Record<string, string>[] {
  return parse(text, { bom: true, columns: true });
}

describe('xingbian export', () => {
  test('writes the base as CSV to standard output, and words elsewhere', () => {
    const { status, stdout, stderr } = run();
    expect(status).toBe(0);
    expect(rowsIn(stdout).map((row) => `${row.territory} ${row.indicator} ${row.value}`)).toEqual([
      'a1 population 1000.50',
      'a1 gdp 12',
      'a2 population 3000',
    ]);
    expect(stderr).toMatch(/^已写出 .* MB。\n$/);
  });

  test('narrows by indicators, periods and instant', () => {
    const { stdout } = run('--indicators', 'gdp', '--periods', '2010..2020', '--as-of', '2');
    expect(rowsIn(stdout).map((row) => row.value)).toEqual(['11']);
  });

  test('gives figures of groups and formulas where territories are named', () => {
    const { stdout } = run(
      ...['--territories', 'edge@A,a1', '--indicators', 'population', '--periods', '2015'],
    );
    const [group, place] = rowsIn(stdout);
    expect(group).toMatchObject({ value: '', withheld: 'partial', partial_sum: '4000.5' });
    expect(place).toMatchObject({ value: '1000.50', origin: 'reported' });
  });

  test('takes the format from the name, and leaves a file that is there alone', async () => {
    const file = (name: string) => join(folder, name);
    expect(run('--out', file('a.xlsx'), '--lang', 'en').stderr).toContain('written');
    const book = await readXlsx(readFileSync(file('a.xlsx')));
    expect(book.sheets.map((sheet) => sheet.name)).toContain('Indicators');
    run('--out', file('a.json'));
    expect(jsonStatFaults(JSON.parse(readFileSync(file('a.json'), 'utf8')))).toEqual([]);
    run('--out', file('a.zip'));
    expect(await packageFaults(file('a.zip'))).toEqual([]);
    writeFileSync(file('mine.csv'), 'mine');
    const refused = run('--out', file('mine.csv'));
    expect([refused.status, refused.stderr]).toEqual([1, expect.stringContaining('文件已存在')]);
    expect(readFileSync(file('mine.csv'), 'utf8')).toBe('mine');
    expect(run('--out', file('mine.csv'), '--force').status).toBe(0);
    expect(rowsIn(readFileSync(file('mine.csv'), 'utf8'))).toHaveLength(3);
  });

  test('equal bases give equal files', () => {
    for (const name of ['one.zip', 'two.zip']) run('--out', join(folder, name));
    const [one, two] = ['one.zip', 'two.zip'].map((name) => readFileSync(join(folder, name)));
    expect(one?.equals(two ?? Buffer.of())).toBe(true);
  });

  test('refuses in one sentence, and leaves nothing half-written', () => {
    const cases: [string[], number, string][] = [
      [['--indicators', 'nothing'], 1, '没有指标“nothing”'],
      [['--as-of', '99'], 1, '尚未到来'],
      [['--as-of', '2026-02-30'], 1, '不是发布号或时点'],
      [['--periods', '20x'], 1, '时期“20x”不正确'],
      [['--out', join(folder, 'no', 'such.csv')], 1, '没有这个目录'],
      [['--format', 'xlsx'], 2, '须用 --out'],
      [['--format', 'pdf'], 2, '--format'],
      [['--territories', 'a1'], 2, '--indicators'],
      [['--basis', 'merged'], 2, '--territories'],
    ];
    for (const [args, status, words] of cases) {
      const result = run(...args);
      expect([result.status, result.stdout]).toEqual([status, '']);
      expect(result.stderr).toContain(words);
      expect(result.stderr).not.toMatch(/\n\s+at /);
    }
    expect(readdirSync(folder).filter((name) => name.includes('.part'))).toEqual([]);
  });

  test('starts PostgreSQL for itself where nobody runs it, and stops it again', async () => {
    await held?.close();
    held = null;
    const { status, stdout } = run('--indicators', 'population');
    expect([status, rowsIn(stdout).length]).toEqual([0, 2]);
    expect(existsSync(join(data, 'owner.json'))).toBe(false);
    expect(postgresIn(data)).toEqual([]);
  });
});
