import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import type { Table, TableStream } from '../../src/domain/table.ts';
import { streamCsv, writeCsv } from '../../src/exchange/table-csv.ts';
import { streamXlsx } from '../../src/exchange/workbook-xlsx.ts';
import { drained, gathered, gatheredText } from './gathered.ts';

const table: Table = {
  name: '数据',
  title: '示例 <数据> & "表"',
  columns: [
    { key: 'name', header: '名称' },
    { key: 'value', header: '数值', numeric: true, width: 20 },
    { key: 'day', header: '日期' },
  ],
  rows: [
    ['甲,"乙"', '-12345678901234567890.10', '2017-05-28'],
    ['=1+1', 2.5, '1899-01-01'],
    ['-1', '007', '#N/A'],
    [' 前后 ', null, 'a\r\nb'],
    ['\u0001\uD800', '+1', ''],
  ],
  notes: ['=不是公式', '第二行'],
};

function* endless(count: number) {
  for (let i = 0; i < count; i++) {
    yield [`地方 ${i % 977}`, `${i}.${i % 10}`, '2020-07-01', '来源'.repeat(10), null, i % 7];
  }
}

const wide = (count: number): TableStream => ({
  name: '数据',
  columns: ['a', 'b', 'c', 'd', 'e', 'f'].map((key) => ({
    key,
    header: key,
    numeric: key === 'b',
  })),
  rows: endless(count),
});

describe('streamCsv', () => {
  test('writes decimals of numeric columns as numbers, and disarms all other text', async () => {
    expect(await gatheredText(streamCsv(table))).toBe(
      [
        '\uFEFF名称,数值,日期',
        '"甲,""乙""",-12345678901234567890.10,2017-05-28',
        "'=1+1,2.5,1899-01-01",
        "'-1,007,#N/A",
        ' 前后 ,,"a\r\nb"',
        "\u0001\uFFFD,'+1,",
        '',
      ].join('\r\n'),
    );
  });

  test('is what writeCsv writes where no decimal is text', async () => {
    const plain = { ...table, rows: table.rows.map((row) => row.toSpliced(1, 1, 1.5)) };
    expect(Buffer.from(await gathered(streamCsv(plain))).equals(writeCsv(plain))).toBe(true);
  });

  test('heads columns by their keys, without a mark, for programs', async () => {
    const text = await gatheredText(streamCsv(table, { head: 'key', mark: false }));
    expect(text.split('\r\n')[0]).toBe('name,value,day');
  });

  test('reads back by a strict reader, whatever the text', async () => {
    const cell = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('=A1', '\t', '"', '\r\n'),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1 }), async (rows) => {
        const columns = [
          { key: 'a', header: 'a' },
          { key: 'b', header: 'b' },
        ];
        const text = await gatheredText(streamCsv({ name: 'a', columns, rows }));
        const read: string[][] = parse(text, { bom: true, recordDelimiter: '\r\n' });
        const disarmed = rows.map((row) => row.map((v) => (/^[=+\-@\t\r]/.test(v) ? `'${v}` : v)));
        expect(read.slice(1)).toEqual(disarmed);
      }),
      { numRuns: 100, seed: 2 },
    );
  });
});

describe('streamXlsx', () => {
  test('reads back with types, notes and layout', async () => {
    const book = await readXlsx(await gathered(streamXlsx([table, { ...table, name: '数据' }])), {
      readStyles: true,
    });
    expect(book.sheets.map((sheet) => sheet.name)).toEqual(['数据', '数据 2']);
    const sheet = book.sheets[0];
    expect(sheet?.rows.slice(0, 2)).toEqual([[table.title], ['名称', '数值', '日期']].map(filled));
    expect(sheet?.rows[2]).toEqual([
      '甲,"乙"',
      Number('-12345678901234567890.10'),
      day('2017-05-28'),
    ]);
    expect(sheet?.rows[3]).toEqual(['=1+1', 2.5, '1899-01-01']);
    expect(sheet?.rows[4]).toEqual(['-1', '007', '#N/A']);
    expect(sheet?.rows[5]).toEqual([' 前后 ', null, 'a\r\nb']);
    expect(sheet?.rows[6]?.slice(0, 2)).toEqual(['', '+1']);
    expect(sheet?.rows.slice(8, 10).map((row) => row[0])).toEqual(table.notes);
    expect(sheet?.freezePane).toEqual({ rows: 2 });
    expect(sheet?.autoFilter?.range).toBe('A2:C7');
    expect(sheet?.cells?.get('1,1')?.style?.font?.bold).toBe(true);
    for (const cell of sheet?.cells?.values() ?? []) expect(cell.formula).toBeUndefined();
  });

  test('gives equal bytes for equal tables', async () => {
    const [first, second] = [
      await gathered(streamXlsx([table])),
      await gathered(streamXlsx([table])),
    ];
    expect(Buffer.from(first).equals(second)).toBe(true);
  });

  test('refuses what a cell or a sheet cannot hold', async () => {
    const bad = { ...table, rows: [['a', Number.NaN, null]] };
    await expect(gathered(streamXlsx([bad]))).rejects.toThrow(TypeError);
    const rows = Array.from({ length: 2 ** 20 }, () => ['a']);
    const long = { name: 'a', columns: [{ key: 'a', header: 'a' }], rows };
    await expect(drained(streamXlsx([long]))).rejects.toThrow('sheet-full');
  }, 30_000);
});

describe('memory', () => {
  test('does not grow with the rows', async () => {
    await drained(streamXlsx([wide(20_000)]));
    const sheet = await drained(streamXlsx([wide(200_000)]));
    const text = await drained(streamCsv(wide(1_000_000)));
    expect(sheet.bytes).toBeGreaterThan(2_000_000);
    expect(text.bytes).toBeGreaterThan(80_000_000);
    expect(sheet.megabytes).toBeLessThan(110);
    expect(text.megabytes).toBeLessThan(110);
  }, 60_000);
});

function day(text: string): Date {
  return new Date(`${text}T00:00:00Z`);
}

/** The reader fills short rows up with nulls. */
function filled(row: (string | undefined)[]): (string | null)[] {
  return [0, 1, 2].map((index) => row[index] ?? null);
}
