import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ByteSource, sourceOf } from '../../src/exchange/byte-source.ts';
import { writeCsv } from '../../src/exchange/table-csv.ts';
import { encodeGbk } from './make-gbk.ts';
import { readRows } from './read-rows.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const cells = async (text: string) =>
  (await readRows(sourceOf(utf8(text)))).rows.map((row) => row.cells);

describe('the text of a CSV file', () => {
  const table = '地区,数值\r\n龙井市,1\r\n';
  const utf16 = (text: string, big: boolean) => {
    const bytes = new Uint8Array(text.length * 2 + 2);
    const view = new DataView(bytes.buffer);
    for (const [at, character] of [...`\uFEFF${text}`].entries())
      view.setUint16(at * 2, character.charCodeAt(0), !big);
    return bytes;
  };
  test.each([
    ['UTF-8', utf8(table)],
    ['UTF-8 with a mark', utf8(`\uFEFF${table}`)],
    ['GB18030', encodeGbk(table)],
    ['UTF-16, little end first', utf16(table, false)],
    ['UTF-16, big end first', utf16(table, true)],
  ])('is read in %s', async (_, bytes) => {
    const { rows, findings } = await readRows(sourceOf(bytes));
    expect(rows.map((row) => row.cells)).toEqual([
      ['地区', '数值'],
      ['龙井市', '1'],
    ]);
    expect(findings).toEqual([]);
  });

  test('is read in GB18030 whose first Chinese comes late', async () => {
    const ascii = utf8(`code,name\r\n${'1,x\r\n'.repeat(100_000)}`);
    const late = encodeGbk('222405,龙井市\r\n');
    const { rows } = await readRows(sourceOf(new Uint8Array([...ascii, ...late])));
    expect(rows.at(-1)?.cells).toEqual(['222405', '龙井市']);
  });

  test('says how many characters were lost', async () => {
    const bytes = new Uint8Array([...utf8('地区,值\n龙井市,1\n'), 0xff, ...utf8(',2\n')]);
    const { findings } = await readRows(sourceOf(bytes));
    expect(findings.map((item) => [item.code, item.params.count])).toEqual([
      ['document-encoding', 1],
    ]);
  });
});

describe('the records of a CSV file', () => {
  test.each([
    [
      'commas',
      'a,b\n1,2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'semicolons',
      'a;b\n1;2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'tabs, with commas in numbers',
      'a\tb\n1,234\t5,678\n',
      [
        ['a', 'b'],
        ['1,234', '5,678'],
      ],
    ],
    ['a declared delimiter', 'sep=;\na,b;c\n', [['a,b', 'c']]],
    [
      'carriage returns alone',
      'a,b\r1,2\r',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'quotes, doubled quotes, line ends',
      '"a ""b""","c\r\nd"\n1,"2"\n',
      [
        ['a "b"', 'c\r\nd'],
        ['1', '2'],
      ],
    ],
    ['a quote within an unquoted cell', 'a"b,c\n', [['a"b', 'c']]],
    [
      'no line end at the end',
      'a,b\n1,',
      [
        ['a', 'b'],
        ['1', ''],
      ],
    ],
  ])('are divided by %s', async (_, text, expected) => {
    expect(await cells(text)).toEqual(expected);
  });

  test('count rows and lines apart, blank ones too', async () => {
    const { rows } = await readRows(sourceOf(utf8('a\n\n"b\nc"\nd\n')));
    expect(rows.map(({ row, line }) => [row, line])).toEqual([
      [1, 1],
      [3, 3],
      [4, 5],
    ]);
  });

  test.each([
    ['a quote that is never closed', 'a,b\n1,"2\n3,4\n', 2],
    ['text after a closing quote', 'a,b\n1,2\n"3"x,4\n', 3],
  ])('refuse %s', async (_, text, line) => {
    const { findings } = await readRows(sourceOf(utf8(text)));
    expect(findings.map((item) => [item.code, item.where.line])).toEqual([['csv-syntax', line]]);
  });
});

const cell = fc.oneof(
  fc.string({ maxLength: 8 }),
  fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', ';', '\t', 'a', '龙', ' ') }),
);

describe('random tables', () => {
  test('come back as they were written', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell, cell), { minLength: 1 }), async (rows) => {
        const columns = ['列甲', '列乙', '列丙'].map((header) => ({ key: header, header }));
        const bytes = writeCsv({ name: 't', columns, rows });
        const back = await readRows(sourceOf(bytes));
        const clean = rows.every((row) => row.every((text) => !text.includes('\0')));
        if (clean) expect(back.rows.slice(1).map((row) => row.cells)).toEqual(rows);
        else expect(back.findings[0]?.code).toBe('table-binary');
      }),
      { numRuns: 300, seed: 7 },
    );
  });

  test('are read as csv-parse reads them, wherever the chunks end', async () => {
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
    const written = cell.map((text) => (/[",\r\n;\t]/.test(text) ? quoted(text) : text));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(written, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 }),
        fc.constantFrom('\n', '\r\n'),
        fc.integer({ min: 1, max: 7 }),
        async (rows, newline, size) => {
          const text = `列,列,列${newline}${rows.map((row) => row.join(',')).join(newline)}${newline}`;
          if (text.includes('\0')) return;
          const expected = parse(text, {
            relax_column_count: true,
            delimiter: ',',
            relax_quotes: true,
          });
          const back = await readRows(chopped(utf8(text), size));
          expect(back.findings).toEqual([]);
          expect(back.rows.map((row) => row.cells)).toEqual(expected);
        },
      ),
      { numRuns: 500, seed: 11 },
    );
  });
});

/** A source that gives a few bytes at a time, whatever is asked. */
function chopped(bytes: Uint8Array, size: number): ByteSource {
  return {
    size: bytes.length,
    read: async (start, end) => bytes.subarray(start, Math.min(end, start + size)),
  };
}

test('text that was disarmed on writing is read as it was', async () => {
  const unit = fc.constantFrom("'", '=', '+', '-', '@', '\t', '＝', '－', '"', ',', '5', '龙');
  await fc.assert(
    fc.asyncProperty(fc.array(fc.string({ unit }), { minLength: 1 }), async (texts) => {
      const rows = texts.map((text) => [text, 'end']);
      const columns = ['a', 'b'].map((header) => ({ key: header, header }));
      const bytes = writeCsv({ name: 't', columns, rows });
      const read = (await readRows(sourceOf(bytes))).rows.map((row) => row.cells);
      expect(read.slice(1)).toEqual(rows);
    }),
    { seed: 20260601 },
  );
});
