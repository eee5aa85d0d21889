import { expect, test } from 'vitest';
import { sourceOf } from '../../src/exchange/byte-source.ts';
import { makeWorkbook } from './make-workbook.ts';
import { readRows } from './read-rows.ts';

const text = (words: string) => new TextEncoder().encode(words);
const cell = (words: string) =>
  `<row r="1"><c r="A1" t="inlineStr"><is><t>${words}</t></is></c></row>`;
const header =
  '<pageMargins left="1"/><headerFooter><oddHeader>&amp;L县表&amp;R&amp;&quot;黑体,常规&quot;&amp;14机密★1年</oddHeader></headerFooter>';

test.each([
  ['a text table', text('机密★1年\n县,年份,数\n龙州县,2020,5\n')],
  ['a cell of a text table', text('县,年份,数,密级\n龙州县,2020,5,秘密\n')],
  ['a workbook', makeWorkbook([{ name: '表', data: cell('绝 密') }])],
  [
    'the header of printed pages',
    makeWorkbook([{ name: '表', data: cell('龙州县'), after: header }]),
  ],
  ['the name of a sheet', makeWorkbook([{ name: '秘密', data: cell('龙州县') }])],
])('%s that bears a mark of secrecy is not read', async (_, bytes) => {
  const { rows, findings } = await readRows(sourceOf(bytes));
  expect(rows).toEqual([]);
  expect(findings.map(({ code, severity }) => [code, severity])).toEqual([
    ['table-classified', 'error'],
  ]);
});

test('a header that bears none is no hindrance', async () => {
  const after = '<headerFooter><oddFooter>&amp;C第 &amp;P 页　保密工作</oddFooter></headerFooter>';
  const bytes = makeWorkbook([{ name: '表', data: cell('龙州县'), after }]);
  const { rows, findings } = await readRows(sourceOf(bytes));
  expect([rows.length, findings]).toEqual([1, []]);
});

test('a table that only names such a word is read', async () => {
  const { rows, findings } = await readRows(sourceOf(text('县,商业秘密案件数\n龙州县,5\n')));
  expect(rows).toHaveLength(2);
  expect(findings).toEqual([]);
});
