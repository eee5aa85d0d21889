import fc from 'fast-check';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, test, vi } from 'vitest';
import type { Table } from '../../src/domain/table.ts';
import { writeCsv } from '../../src/exchange/table-csv.ts';
import { writeXlsx } from '../../src/exchange/table-xlsx.ts';

const table: Table = {
  name: '责任分工',
  title: '演示规划责任分工表',
  columns: [
    { key: 'clause', header: '条款' },
    { key: 'agency', header: '部门', width: 20 },
    { key: 'count', header: '件数', numeric: true },
    { key: 'issued', header: '日期' },
  ],
  rows: [
    ['3.1.2', '甲部,"乙"委', 12, '2017-05-28'],
    ['=1+1', '第一行\n第二行', -2.5, null],
    ['-1', '@x', 0, '2017-02-30'],
    ['007', '', null, ''],
  ],
  notes: ['数据来源：演示。', '=不是公式'],
};

describe('writeCsv', () => {
  const text = (value: Table) =>
    new TextDecoder('utf-8', { ignoreBOM: true }).decode(writeCsv(value));

  test('quotes, disarms and ends lines as spreadsheets expect', () => {
    expect(text(table)).toBe(
      [
        '\uFEFF条款,部门,件数,日期',
        '3.1.2,"甲部,""乙""委",12,2017-05-28',
        `'=1+1,"第一行\n第二行",-2.5,`,
        `'-1,'@x,0,2017-02-30`,
        '007,,,',
        '',
      ].join('\r\n'),
    );
  });

  test.each(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠', "'="])(
    'disarms text that begins with %j',
    (first) => {
      const one: Table = { name: 'a', columns: [{ key: 'a', header: 'a' }], rows: [[`${first}x`]] };
      expect(text(one).split('\r\n').slice(1).join('')).toMatch(/^"?'/);
    },
  );

  test('refuses a number that is not finite', () => {
    const bad: Table = { name: 'a', columns: [{ key: 'a', header: 'a' }], rows: [[Number.NaN]] };
    expect(() => writeCsv(bad)).toThrow(TypeError);
  });
});

describe('writeXlsx', () => {
  test('reads back with its types, notes and layout', async () => {
    const book = await readXlsx(await writeXlsx([table]), { readStyles: true });
    const sheet = book.sheets[0];
    expect(sheet?.name).toBe('责任分工');
    expect(sheet?.rows[0]?.[0]).toBe('演示规划责任分工表');
    expect(sheet?.rows[1]).toEqual(['条款', '部门', '件数', '日期']);
    expect(sheet?.rows[2]).toEqual(['3.1.2', '甲部,"乙"委', 12, new Date('2017-05-28T00:00:00Z')]);
    expect(sheet?.rows[3]?.slice(0, 3)).toEqual(['=1+1', '第一行\n第二行', -2.5]);
    expect(sheet?.rows[4]).toEqual(['-1', '@x', 0, '2017-02-30']);
    expect(sheet?.rows[5]?.[0]).toBe('007');
    expect(sheet?.rows.slice(7, 9).map((row) => row[0])).toEqual(table.notes);
    expect(sheet?.freezePane).toEqual({ rows: 2 });
    expect(sheet?.autoFilter?.range).toBe('A2:D6');
    expect(sheet?.columns?.[1]?.width).toBeCloseTo(20, 0);
    expect(sheet?.cells?.get('1,0')?.style?.font?.bold).toBe(true);
    for (const cell of sheet?.cells?.values() ?? []) expect(cell.formula).toBeUndefined();
  });

  test('gives equal bytes at another time', async () => {
    vi.useFakeTimers({ now: new Date('2020-01-01'), toFake: ['Date'] });
    const first = await writeXlsx([table, table]);
    vi.setSystemTime(new Date('2031-05-06'));
    const second = await writeXlsx([table, table]);
    vi.useRealTimers();
    expect(Buffer.from(second).equals(Buffer.from(first))).toBe(true);
  });

  test('keeps the name of an error as text', async () => {
    const one: Table = { name: 'a', columns: [{ key: 'a', header: 'a' }], rows: [['#N/A']] };
    const book = await readXlsx(await writeXlsx([one]), { readStyles: true });
    expect(book.sheets[0]?.rows[1]?.[0]).toBe('#N/A');
    expect(book.sheets[0]?.cells?.get('1,0')?.type).not.toBe('error');
  });

  test('names sheets as Excel allows', async () => {
    const names = ['一/二:三', '一/二:三', 'History', "'", '长'.repeat(40), '长'.repeat(40)];
    const book = await readXlsx(await writeXlsx(names.map((name) => ({ ...table, name }))));
    expect(new Set(book.sheets.map((sheet) => sheet.name)).size).toBe(names.length);
    expect(book.sheets[0]?.name).toBe('一 二 三');
  });

  test('writes any text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', minLength: 1 }), async (value) => {
        const one: Table = { name: 'a', columns: [{ key: 'a', header: 'a' }], rows: [[value]] };
        const book = await readXlsx(await writeXlsx([one]));
        expect(book.sheets[0]?.rows[0]?.[0]).toBe('a');
      }),
      { numRuns: 50, seed: 1 },
    );
  });
});
