import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Package } from 'datapackage';
import { expect, test } from 'vitest';
import type { DataPackage, DataResource } from '../../src/domain/data-resource.ts';
import { descriptorOf, writeDataPackage } from '../../src/exchange/data-package.ts';
import { tempFolder } from '../store/temp-folder.ts';
import { gathered } from './gathered.ts';
import { packageFaults } from './package-faults.ts';

const sources: DataResource = {
  id: 'sources',
  name: '来源',
  description: '数据来源',
  columns: [
    { key: 'id', header: '编号', type: 'integer', description: '编号', required: true },
    { key: 'text', header: '来源', type: 'string', description: '原文' },
  ],
  primaryKey: ['id'],
  foreignKeys: [],
  rows: [
    [1, '甲年鉴，"2020"'],
    [2, '=乙'],
  ],
};

const figures = (rows: DataResource['rows']): DataResource => ({
  id: 'figures',
  name: '数据',
  description: '数值',
  columns: [
    { key: 'place', header: '地区', type: 'string', description: '地区', required: true },
    { key: 'value', header: '数值', type: 'number', numeric: true, description: '数值' },
    { key: 'status', header: '状态', type: 'string', description: '状态', values: ['final'] },
    { key: 'source', header: '来源', type: 'integer', description: '来源' },
    { key: 'recorded', header: '入库', type: 'datetime', description: '时间' },
  ],
  primaryKey: ['place'],
  foreignKeys: [{ fields: ['source'], resource: 'sources', reference: ['id'] }],
  rows,
});

const packed = (rows: DataResource['rows']): DataPackage => ({
  id: 'example',
  title: '示例',
  description: '演示',
  created: '2026-01-02T03:04:05Z',
  sources: [{ title: '甲' }],
  licences: [{ title: 'MIT', path: 'sources.csv' }],
  resources: [figures(rows), sources],
  notes: ['说明'],
});

const good = [
  ['甲', '12345678901234.25', 'final', 1, '2026-01-02T03:04:05Z'],
  ['乙', null, null, 2, null],
];

async function faultsOf(rows: DataResource['rows']): Promise<string[]> {
  const file = join(tempFolder(), 'package.zip');
  writeFileSync(file, await gathered(writeDataPackage(packed(rows))));
  return await packageFaults(file);
}

test('a package is valid by the tools of its format, to the last row and key', async () => {
  expect(await faultsOf(good)).toEqual([]);
});

test.each([
  ['a source that is not there', [['甲', 1, 'final', 3, null]], /[Ff]oreign key/],
  ['a value out of its list', [['甲', 1, 'guess', 1, null]], /enum/],
  ['a value that is no number', [['甲', 'x', 'final', 1, null]], /number/],
  ['a key given twice', [good[0] ?? [], good[0] ?? []], /unique|duplicates/],
])('those tools see %s', async (_, rows, words) => {
  expect((await faultsOf(rows)).join('\n')).toMatch(words);
});

test('equal packages give equal bytes', async () => {
  const [first, second] = [
    await gathered(writeDataPackage(packed(good))),
    await gathered(writeDataPackage(packed(good))),
  ];
  expect(Buffer.from(first).equals(second)).toBe(true);
});

test('a package without sources or licences names none', async () => {
  const bare = { ...packed(good), sources: [], licences: [], created: null };
  const loaded = await Package.load(descriptorOf(bare));
  expect([loaded.valid, loaded.errors]).toEqual([true, []]);
});
