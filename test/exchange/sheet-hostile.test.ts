import { deflateRawSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type ByteSource, sourceOf } from '../../src/exchange/byte-source.ts';
import { makeWorkbook, workbookParts } from './make-workbook.ts';
import { makeZip } from './make-zip.ts';
import { readRows, shownFinding } from './read-rows.ts';

const mebibyte = 1024 * 1024;
/** Generous: a machine that does much else at once. What is not bounded takes minutes or gigabytes. */
const most = { milliseconds: 60_000, bytes: 400 * mebibyte };

const utf8 = (text: string) => new TextEncoder().encode(text);
const codesOf = async (source: ByteSource) =>
  (await readRows(source, false)).findings.map((item) => shownFinding(item));

/** A source of any size that repeats a pattern after its beginning, and holds none of it. */
function endless(beginning: string, pattern: string, size: number): ByteSource {
  const first = utf8(beginning);
  const block = utf8(pattern.repeat(Math.ceil(65_536 / pattern.length)));
  return {
    size,
    read: async (start, end) => {
      const bytes = new Uint8Array(Math.max(0, Math.min(end, size) - start));
      for (let at = 0; at < bytes.length; at++) {
        const place = start + at;
        bytes[at] =
          (place < first.length ? first[place] : block[(place - first.length) % block.length]) ?? 0;
      }
      return bytes;
    },
  };
}

let began = 0;
let memory = 0;
let highest = 0;
let watch: NodeJS.Timeout;

beforeEach(() => {
  began = performance.now();
  memory = process.memoryUsage().rss;
  highest = memory;
  watch = setInterval(() => {
    highest = Math.max(highest, process.memoryUsage().rss);
  }, 20);
});

afterEach(() => {
  clearInterval(watch);
  highest = Math.max(highest, process.memoryUsage().rss);
  expect(performance.now() - began).toBeLessThan(most.milliseconds);
  expect(highest - memory).toBeLessThan(most.bytes);
});

describe('a gigabyte', () => {
  const gigabyte = 1024 * mebibyte;
  test.each([
    ['of zero bytes', '', '\0', 'error table-binary'],
    ['of zero bytes after a header', '地区,数值\n', '\0', 'error table-binary'],
    ['of zero bytes after many rows', 'a,b\n'.repeat(65_536), '\0', 'error table-binary 65537'],
    ['of noughts', '地区,数值\n', '0', 'error table-too-large 2'],
    ['of blanks', '', ' ', 'error table-too-large 1'],
    ['of empty lines', '', '\n', 'error table-too-large 10000001'],
    ['of commas', '', ',', 'error table-too-large 1'],
    ['of quotes', '', '"', 'error table-too-large 1'],
    ['of an open quote', '地区,数值\n"', 'a\n', 'error table-too-large 2'],
  ])('%s ends in a finding', async (_, beginning, pattern, expected) => {
    expect(await codesOf(endless(beginning, pattern, gigabyte))).toEqual([expected]);
  });

  test('and a byte is too much', async () => {
    expect(await codesOf(endless('a,b\n', 'a,b\n', gigabyte + 1))).toEqual([
      'error table-too-large',
    ]);
  });
});

describe('a million columns', () => {
  test('in a text end in a finding', async () => {
    const header = `地区,${Array.from({ length: 1_000_000 }, (_, at) => at).join(',')}\n`;
    expect(await codesOf(sourceOf(utf8(header)))).toEqual(['error table-too-large 1']);
    expect(await codesOf(sourceOf(utf8(`${','.repeat(20_000)}\n`)))).toEqual([
      'error table-too-large 1',
    ]);
  });

  test('in a sheet end in a finding', async () => {
    const far = '<row r="1"><c r="BDWGN1"><v>1</v></c></row>';
    expect(await codesOf(sourceOf(makeWorkbook([{ name: 's', data: far }])))).toEqual([
      'error table-too-large',
    ]);
    const many = `<row r="1">${'<c><v>1</v></c>'.repeat(1_000_000)}</row>`;
    expect(await codesOf(sourceOf(makeWorkbook([{ name: 's', data: many }])))).toEqual([
      'error table-too-large',
    ]);
  });

  test('one far to the right in each of a hundred thousand rows end in a finding', async () => {
    const data = '<row><c r="XFD1"><v>1</v></c></row>'.repeat(100_000);
    expect(await codesOf(sourceOf(makeWorkbook([{ name: 's', data }])))).toEqual([
      'error table-too-large',
    ]);
  });
});

describe('an archive', () => {
  test('that inflates to gigabytes is refused before it is inflated', async () => {
    const bomb = makeZip({ ...workbookParts([{ name: 's', data: '' }]) }, { size: 3_000_000_000 });
    expect(await codesOf(sourceOf(bomb))).toEqual(['error table-too-large']);
  });

  test('whose sheet is a thousand times what it is packed to is refused', async () => {
    const data = '<row/>'.repeat(10_000_000);
    expect(await codesOf(sourceOf(makeWorkbook([{ name: 's', data }])))).toEqual([
      'error table-too-large',
    ]);
  });

  test('that lies about the size of a part is refused', async () => {
    const parts = workbookParts([{ name: 's', data: '<row><c><v>1</v></c></row>'.repeat(1_000) }]);
    expect(await codesOf(sourceOf(makeZip(parts, { size: 100 })))).toEqual(['error table-damaged']);
  });

  test('whose shared texts are too many is refused', async () => {
    const words = Array.from({ length: 100_000 }, (_, at) => `<si><t>${at * 7919}</t></si>`).join(
      '',
    );
    const strings = words.repeat(30);
    const bytes = makeWorkbook([{ name: 's', data: '' }], { strings });
    expect(await codesOf(sourceOf(bytes))).toEqual(['error table-too-large']);
  });

  test('whose shared text is one of a hundred megabytes is refused or cut', async () => {
    const strings = `<si>${'<r><t>abcdefgh</t></r>'.repeat(1_000_000)}</si>`;
    const data = '<row><c t="s"><v>0</v></c></row>';
    const { rows } = await readRows(sourceOf(makeWorkbook([{ name: 's', data }], { strings })));
    expect(String(rows[0]?.cells[0] ?? '').length).toBeLessThan(40_000);
  });

  test('whose parts are cut off ends in a finding', async () => {
    const whole = makeWorkbook([{ name: 's', data: '<row><c><v>1</v></c></row>'.repeat(5_000) }]);
    for (const length of [whole.length - 10, Math.floor(whole.length / 2), 60, 4])
      expect(await codesOf(sourceOf(whole.subarray(0, length)))).toEqual(['error table-damaged']);
    const spoilt = whole.slice();
    spoilt.fill(0x55, Math.floor(whole.length * 0.4), Math.floor(whole.length * 0.5));
    expect((await codesOf(sourceOf(spoilt)))[0]).toMatch(/^error table-/);
  });
});

describe('the XML of a sheet', () => {
  test('expands no entities', async () => {
    const parts = workbookParts([{ name: 's', data: '' }]);
    const lol = Array.from({ length: 10 }, (_, at) =>
      at === 0 ? '<!ENTITY l0 "lol">' : `<!ENTITY l${at} "${`&l${at - 1};`.repeat(10)}">`,
    );
    parts['xl/worksheets/sheet1.xml'] =
      `<?xml version="1.0"?><!DOCTYPE x [${lol.join('')}]><worksheet><sheetData><row><c t="inlineStr"><is><t>&l9;</t></is></c></row></sheetData></worksheet>`;
    const { rows } = await readRows(sourceOf(makeZip(parts)));
    expect(rows.map((row) => row.cells)).toEqual([['&l9;']]);
  });

  test('that does not end, or holds a tag without end, ends in a finding', async () => {
    const parts = workbookParts([{ name: 's', data: '' }]);
    const noise = Array.from({ length: 1_000_000 }, (_, at) => (at * 7919).toString(36)).join(' ');
    for (const xml of ['<worksheet><sheetData><row><c><v>1</v', `<worksheet a="${noise}`])
      expect(
        await codesOf(sourceOf(makeZip({ ...parts, 'xl/worksheets/sheet1.xml': xml }))),
      ).toEqual(['error table-damaged']);
  });

  test('with half characters reads as text that says so', async () => {
    const data =
      '<row><c t="inlineStr"><is><t>a&#xD800;b</t></is></c><c t="inlineStr"><is><t>_xD83D_</t></is></c></row>';
    const { rows } = await readRows(sourceOf(makeWorkbook([{ name: 's', data }])));
    expect(rows[0]?.cells).toEqual(['a\uFFFDb', '\uFFFD']);
  });

  test('with wrong types and addresses reads or ends in a finding', async () => {
    const data =
      '<row r="x"><c r="?" t="s"><v>99</v></c></row><row r="-1"><c r="A1" t="zz"><v>1e999</v></c></row>';
    const { findings } = await readRows(sourceOf(makeWorkbook([{ name: 's', data }])));
    expect(findings.map(shownFinding)).toEqual(['error table-too-large']);
  });
});

describe('a file of another kind', () => {
  const ole = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
  const utf16 = (text: string) => [...text].flatMap((letter) => [letter.charCodeAt(0), 0]);
  test.each([
    ['an old workbook', [...ole, ...utf16('Workbook')], '旧版工作簿（.xls、.et）'],
    ['an encrypted workbook', [...ole, ...utf16('EncryptedPackage')], '加密的工作簿'],
    ['gzip', [...gzipSync('a,b\n1,2\n').subarray(0, 12)], 'gzip'],
    [
      'a web page named .xls',
      [...utf8('<html><table><tr><td>1</td></tr></table></html>')],
      '网页表格',
    ],
    ['PDF', [...utf8('%PDF-1.7\n')], 'PDF'],
    ['a text document', [...makeZip({ 'word/document.xml': '<w/>' })], '.docx'],
    ['OpenDocument', [...makeZip({ 'content.xml': '<o/>' })], '.ods'],
    ['a binary workbook', [...makeZip({ 'xl/workbook.bin': 'x' })], '.xlsb'],
    ['an encrypted archive', [...makeZip({ 'a.csv': 'a' }, { flags: 1 })], '加密的压缩文件'],
  ])('%s is named', async (_, bytes, words) => {
    const { findings } = await readRows(sourceOf(new Uint8Array(bytes)));
    expect(findings.map((item) => item.code)).toEqual(['table-format']);
    expect(findings[0]?.message).toContain(words);
  });

  test('an empty file and noise are refused', async () => {
    expect(await codesOf(sourceOf(new Uint8Array()))).toEqual(['error table-empty']);
    expect(await codesOf(sourceOf(deflateRawSync(utf8('a,b'.repeat(999)))))).toEqual([
      'error table-binary',
    ]);
  });
});
