import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CommandStore, openCommandStore } from '../../src/cli/command-store.ts';
import { openPlan } from '../../src/server/open-plan.ts';
import { loadPlan } from '../../src/store/plan.ts';
import { loadStatistics } from '../../src/store/statistics/load-statistics.ts';
import { makeWorkbook } from '../exchange/make-workbook.ts';
import { writePlanFolder } from '../server/plan-folder.ts';
import { built, root } from '../server/program.ts';
import { exampleIndicators, exampleRegister } from '../store/example-statistics.ts';
import { tempFolder } from '../store/temp-folder.ts';

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
  const indicators = exampleIndicators();
  await loadStatistics(store.writer, 'example', { register: exampleRegister(), indicators });
}, 60_000);

afterAll(async () => {
  await held?.close();
  for (const remove of removals) remove();
});

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [`${root}/bin/xingbian.js`, 'import', ...args, '--plan', plan, '--data', data],
    { cwd: folder, env: { PATH: process.env.PATH ?? '' } },
  );
  return { status, stdout: stdout.toString('utf8'), stderr: stderr.toString('utf8') };
}

function file(name: string, content: string | Uint8Array): string {
  writeFileSync(join(folder, name), content);
  return name;
}

const wide = (second: string) => `单位：亿元,,
code,2015年,2016年
a1,2.5,${second}
a2,4,—
资料来源：示例年鉴,,
`;

/** Publications so far. */
async function published(): Promise<number> {
  const sql = 'select count(*)::int as count from xingbian.publication';
  const result = await held?.store.writer.query<{ count: number }>(sql);
  return result?.rows[0]?.count ?? 0;
}

describe('xingbian import', () => {
  test('says what a file would do, does it, and does nothing the second time', async () => {
    const before = await published();
    const mapping = file('m.yaml', 'figures: { indicator: gdp }\n');
    const name = file('gdp.csv', wide('3'));
    const dry = run(name, '--mapping', mapping, '--dry-run');
    expect(dry.status).toBe(0);
    expect(dry.stdout.split('\n').slice(0, 2)).toEqual([
      expect.stringMatching(/^3\(B3\) 新增 a1 .* 2015：25000 万元$/),
      expect.stringMatching(/^3\(C3\) 新增 a1 .* 2016：30000 万元$/),
    ]);
    expect(dry.stdout).toMatch(
      /4\(C4\) 新增 a2 .* 2016：不适用\n新增 4，修订 0，未变 0，未采用 0。试运行，未导入。\n$/,
    );
    expect(await published()).toBe(before);
    const done = run(name, '--mapping', mapping);
    expect(done.stdout).toMatch(/新增 4，修订 0，.*已导入，第 \d+ 次发布。\n$/);
    expect(run(name, '--mapping', mapping).stdout).toBe(
      '新增 0，修订 0，未变 4，未采用 0。没有变化。\n',
    );
    expect(await published()).toBe(before + 1);
    const revised = run(
      file('gdp2.csv', wide('3.1')),
      '--mapping',
      mapping,
      '--dry-run',
      '--lang',
      'en',
    );
    expect(revised.stdout).toMatch(
      /^3\(C3\) revised a1 .* 2016: 30000 → 31000 万元\n0 new, 1 revised, 3 unchanged/,
    );
    const other = file('gdp3.csv', wide('3').replace('示例年鉴', '另一年鉴'));
    const resourced = run(other, '--mapping', mapping, '--dry-run');
    expect(resourced.stdout).toMatch(
      /^3\(B3\) 修订 a1 .* 2015：25000 万元；来源：.*示例年鉴.* → .*另一年鉴.*\n/,
    );
  });

  test('puts in nothing of a file with an error, and points at its cells', async () => {
    const before = await published();
    const row = (...cells: string[]) =>
      `<row>${cells.map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`).join('')}</row>`;
    const sheet =
      row('code', '指标', '年份', '数值', '单位') +
      row('a1', 'gdp', '2017', '1', '万元') +
      row('zz', 'gdp', '2017', 'x', '人');
    const name = file('bad.xlsx', makeWorkbook([{ name: '表1', data: sheet }]));
    const { status, stdout } = run(name, '--source', '示例');
    expect(status).toBe(1);
    expect(stdout).toMatch(/^bad\.xlsx:表1!A3 error territory-unknown /);
    expect(stdout).toMatch(/新增 1，修订 0，未变 0，未采用 1。文件有错误，未导入。\n$/);
    expect(await published()).toBe(before);
    const json = JSON.parse(run(name, '--source', '示例', '--json').stdout);
    expect(json.findings[0].where).toEqual({ file: 'bad.xlsx', sheet: '表1', cell: 'A3' });
    expect(json.summary).toMatchObject({ number: null, new: 1, refused: 1 });
  });

  test('names two figures for one cell', () => {
    const name = file(
      'twice.csv',
      'code,指标,年份,数值,单位,来源\na1,gdp,2018,1,万元,甲\na1,gdp,2018,2,万元,甲\na1,gdp,2018,1,万元,甲\n',
    );
    const { status, stdout } = run(name);
    expect(status).toBe(1);
    expect(stdout).toMatch(/twice\.csv:3\(D3\) error cell-contradicted a1“gdp”2018 .*与 D2 不一致/);
    expect(stdout).toContain('twice.csv:4(D4) info cell-repeated');
  });

  test('points at the lines of a mapping that is wrong', () => {
    const name = file('one.csv', 'code,指标,年份,数值,单位\na1,gdp,2018,1,万元\n');
    const unknown = file(
      'w1.yaml',
      'figures:\n  unit: 万块\nindicators:\n  GDP: gdp\n  人均: nothing\n',
    );
    expect(run(name, '--mapping', unknown).stdout.split('\n').slice(0, 2)).toEqual([
      expect.stringMatching(/^w1\.yaml:5 error mapping-unknown .*指标“nothing”/),
      expect.stringMatching(/^w1\.yaml:2 error mapping-unknown .*计量单位“万块”/),
    ]);
    const broken = file('w2.yaml', 'figures: {}\nformulas: maybe\n');
    const { status, stdout } = run(name, '--mapping', broken);
    expect([status, stdout.split(' ')[0]]).toEqual([1, 'w2.yaml:2']);
  });

  test('points at what a mapping cannot be read for', () => {
    const name = file('four.csv', 'code,指标,年份,数值,单位\na1,gdp,2018,1,万元\n');
    const ten = (item: string) => `[${Array(10).fill(item).join(',')}]`;
    const bomb = ['a: &a x', ...'bcdefgh'].map((key, at) =>
      at === 0 ? key : `${key}: &${key} ${ten(`*${'abcdefg'[at - 1]}`)}`,
    );
    const cases = {
      [file('bomb.yaml', bomb.join('\n'))]: /^bomb\.yaml:2 error yaml-syntax .*别名展开后内容过多/,
      [file('deep.yaml', `source: 甲\ntitle: ${'['.repeat(9_000)}`)]:
        /^deep\.yaml:2 error yaml-syntax .*嵌套层次过多/,
      [file('anchor.yaml', 'source: 甲\ntitle: *b\n')]: /^anchor\.yaml:2 error yaml-syntax .*&b/,
      '/dev/zero': /^zero error table-too-large .*1048576/,
    };
    for (const [mapping, words] of Object.entries(cases)) {
      const { status, stdout, stderr } = run(name, '--mapping', mapping);
      expect([status, stderr], mapping).toEqual([1, '']);
      expect(stdout).toMatch(words);
      expect(stdout.split(' error ')).toHaveLength(2);
    }
  });

  test('refuses wrong arguments and missing files', () => {
    expect(run().status).toBe(2);
    expect(run('nothing.csv')).toMatchObject({ status: 2, stderr: '没有找到文件：nothing.csv\n' });
    expect(run('.')).toMatchObject({
      status: 2,
      stderr: '这是一个目录，请写明其中的文件：.\n',
    });
    const name = file('two.csv', 'code,指标,年份,数值,单位\n');
    expect(run(name, '--mapping', 'nothing.yaml', '--lang', 'en')).toMatchObject({
      status: 2,
      stderr: 'nothing.yaml: no such file\n',
    });
    expect(run(name).stdout).toContain('table-empty');
  });
});
