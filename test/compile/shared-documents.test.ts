import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { compileDocument } from '../../src/compile/compile-document.ts';
import type { CompiledDocument } from '../../src/domain/compiled-document.ts';
import { expectSound } from './partition.ts';

/** Official texts that stay outside the repository; where they are absent these tests say so. */
const folder = new URL('../../../shared/documents/', import.meta.url);
const absent = !existsSync(folder);
const why = absent ? ' (skipped: the documents are not on this machine)' : '';

const wanted = [
  // The text numbers 21 items in 四、主要任务, each with a statement.
  ['guofa-2019-3', 21, '国发〔2019〕3号', '国务院', '2019-01-12'],
  ['guobanfa-2018-129', 17, '国办发〔2018〕129号', '国务院办公厅', '2018-12-30'],
  ['guobanfa-2017-50', 67, '国办发〔2017〕50号', '国务院办公厅', '2017-05-28'],
] as const;

for (const [file, statements, number, issuer, issued] of wanted)
  test.skipIf(absent)(`${file} has ${statements} statements${why}`, () => {
    const document = compileFile(file);
    expect(document.responsibilities).toHaveLength(statements);
    expect(document).toMatchObject({ number, issuer, issued });
    expect(document.findings.filter((item) => item.severity !== 'info')).toEqual([]);
    expectSound(document);
  });

test.skipIf(absent)(`the first body leads where the text says so, 下同${why}`, () => {
  const { responsibilities } = compileFile('guofa-2019-3');
  for (const item of responsibilities) {
    expect(item.manner).toBe('lead');
    expect(item.leads).toEqual(item.agencies.slice(0, 1));
  }
  expect(responsibilities[5]).toMatchObject({
    agencies: ['海关总署', '商务部'],
    others: ['有关部门'],
  });
});

test.skipIf(absent)(`各有关省级人民政府 are others, 全国总工会 an agency${why}`, () => {
  const { responsibilities } = compileFile('guobanfa-2018-129');
  expect(responsibilities[0]).toMatchObject({
    agencies: [
      '扶贫办',
      '中央统战部',
      '中央和国家机关工委',
      '教育部',
      '卫生健康委',
      '人民银行',
      '国资委',
      '国管局',
      '中央军委政治工作部',
      '全国总工会',
    ],
    others: ['各省级人民政府'],
    open: true,
    manner: 'listed',
  });
  expect(responsibilities.every((item) => item.others.length === 1)).toBe(true);
});

function compileFile(name: string): CompiledDocument {
  return compileDocument(readFileSync(new URL(`${name}.txt`, folder), 'utf8'));
}
