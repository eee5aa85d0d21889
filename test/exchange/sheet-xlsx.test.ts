import { describe, expect, test } from 'vitest';
import { sourceOf } from '../../src/exchange/byte-source.ts';
import { writeXlsx } from '../../src/exchange/table-xlsx.ts';
import { type MadeSheet, makeWorkbook, workbookParts } from './make-workbook.ts';
import { makeZip } from './make-zip.ts';
import { readRows, shownFinding } from './read-rows.ts';

const sheet = (data: string, more: Partial<MadeSheet> = {}) => ({ name: '表1', data, ...more });
const cellsOf = async (...given: Parameters<typeof makeWorkbook>) =>
  (await readRows(sourceOf(makeWorkbook(...given)))).rows.map((row) => row.cells);

describe('the cells of a workbook', () => {
  test('come with their types', async () => {
    const data =
      '<row r="1"><c r="A1" t="s"><v>1</v></c><c r="C1"><v>64.049999999999997</v></c><c r="D1" t="b"><v>1</v></c></row>' +
      '<row r="3"><c r="A3" t="inlineStr"><is><t>龙</t><rPh sb="0" eb="1"><t>lóng</t></rPh></is></c><c r="B3" t="e"><v>#N/A</v></c></row>';
    const strings =
      '<si><t>a</t></si><si><r><t>井&amp;</t></r><r><t xml:space="preserve"> b_x000A_</t></r><rPh sb="0" eb="1"><t>jǐng</t></rPh></si>';
    const { rows } = await readRows(sourceOf(makeWorkbook([sheet(data)], { strings })));
    expect(rows).toEqual([
      { row: 1, line: null, cells: ['井& b\n', null, 64.049999999999997, true] },
      { row: 3, line: null, cells: ['龙', { kind: 'error', text: '#N/A' }] },
    ]);
  });

  test('that are formulas stay formulas, with the result the file keeps', async () => {
    const data =
      '<row r="1"><c r="A1"><f>SUM(B1:C1)</f><v>3</v></c><c r="B1"><f t="shared" si="0"/><v>1</v></c>' +
      '<c r="C1" t="str"><f>"a"</f><v>a</v></c><c r="D1"><f>1/0</f></c></row>';
    expect(await cellsOf([sheet(data)])).toEqual([
      [3, 1, 'a', null].map((cached) => ({ kind: 'formula', cached })),
    ]);
  });

  test('that show a date or a percentage say what they show', async () => {
    const styles =
      '<numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;"/><numFmt numFmtId="165" formatCode="yyyy/m"/>' +
      '<numFmt numFmtId="166" formatCode="[Red]0.0%"/><numFmt numFmtId="167" formatCode="0&quot;年&quot;"/></numFmts>' +
      '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>' +
      '<xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="167"/></cellXfs>';
    const values = ['1.5', '42369', '42005', '42064', '0.45300000000000001', '2015'];
    const data = `<row>${values.map((value, at) => `<c s="${at}"><v>${value}</v></c>`).join('')}</row>`;
    expect(await cellsOf([sheet(data)], { styles })).toEqual([
      [1.5, '2015-12-31', '2015', '2015-03', '45.3%', 2015],
    ]);
  });

  test('with a prefix, comments, character data and quotes in attributes are read', async () => {
    const parts = workbookParts([sheet('')]);
    parts['xl/worksheets/sheet1.xml'] =
      '<x:worksheet><!-- <x:row> --><x:sheetData><x:row r="2" spans="1:>2"><x:c r=\'B2\' t="inlineStr">' +
      '<x:is><x:t><![CDATA[a<b]]></x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>';
    const { rows } = await readRows(sourceOf(makeZip(parts)));
    expect(rows).toEqual([{ row: 2, line: null, cells: [null, 'a<b'] }]);
  });
});

describe('the sheets of a workbook', () => {
  test('come in order with their merged cells, the hidden ones passed over', async () => {
    const row = '<row><c><v>1</v></c></row>';
    const after =
      '<mergeCells count="2"><mergeCell ref="A1:C1"/><mergeCell ref="A2:A4"/></mergeCells>';
    const bytes = makeWorkbook([
      sheet(row, { after }),
      sheet(row, { name: '底稿', hidden: true }),
      sheet(row, { name: '表2' }),
    ]);
    const { sheets, rows, findings } = await readRows(sourceOf(bytes));
    expect(sheets).toEqual([
      {
        name: '表1',
        merged: [
          { top: 1, left: 1, bottom: 1, right: 3 },
          { top: 2, left: 1, bottom: 4, right: 1 },
        ],
      },
      { name: '表2', merged: [] },
    ]);
    expect(rows).toHaveLength(2);
    expect(findings.map(shownFinding)).toEqual(['info sheet-hidden']);
  });

  test('that we write come back', async () => {
    const columns = [
      { key: 'a', header: '地区' },
      { key: 'b', header: '数值', numeric: true },
    ];
    const rows = [
      ['龙井市', 1.5],
      ['=1+1', null],
    ] as const;
    const back = await readRows(sourceOf(await writeXlsx([{ name: '表', columns, rows }])));
    expect(back.rows.map((row) => row.cells)).toEqual([
      ['地区', '数值'],
      ['龙井市', 1.5],
      ['=1+1'],
    ]);
  });
});
