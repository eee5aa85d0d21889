import { describe, expect, test } from 'vitest';
import { readDocument } from '../../src/exchange/read-document.ts';

const text =
  '演示市人民政府关于做好示例工作的通知\n一、总体要求\n（一）示例“目标”——①②，到2020年建成12个。';
const utf8 = new TextEncoder().encode(text);

/** Node only decodes GB18030; every two-byte code is decoded once to learn how to write it. */
function encodeGbk(value: string): Uint8Array {
  const codes = new Map<string, number[]>();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const bytes = [lead, trail];
      codes.set(new TextDecoder('gb18030').decode(new Uint8Array(bytes)), bytes);
    }
  }
  const bytes = [...value].flatMap((c) => (c < '\x80' ? [c.charCodeAt(0)] : (codes.get(c) ?? [])));
  return new Uint8Array(bytes);
}

function encodeUtf16(value: string, bigEndian: boolean): Uint8Array {
  const bytes = new Uint8Array((value.length + 1) * 2);
  const view = new DataView(bytes.buffer);
  [...`\uFEFF${value}`].forEach((c, i) => {
    view.setUint16(i * 2, c.charCodeAt(0), !bigEndian);
  });
  return bytes;
}

function join(...parts: (readonly number[] | Uint8Array)[]): Uint8Array {
  return new Uint8Array(parts.flatMap((part) => [...part]));
}

describe('readDocument on plain text', () => {
  test.each([
    ['UTF-8', utf8],
    ['UTF-8 with BOM', join([0xef, 0xbb, 0xbf], utf8)],
    ['UTF-16 LE', encodeUtf16(text, false)],
    ['UTF-16 BE', encodeUtf16(text, true)],
    ['GBK', encodeGbk(text)],
    ['GB18030 with a four-byte character', join(encodeGbk(text), [0x0a, 0x95, 0x32, 0x82, 0x36])],
  ])('%s', async (_, bytes) => {
    const read = await readDocument(bytes, 'plan.txt');
    expect(read.format).toBe('txt');
    expect(read.findings).toEqual([]);
    expect(read.text.replace('\n𠀀', '')).toBe(text);
  });

  test('a few bad bytes in UTF-8 leave it UTF-8, with a warning', async () => {
    const bytes = new TextEncoder().encode(text.repeat(20));
    bytes[100] = 0xff;
    const read = await readDocument(bytes, 'plan.txt');
    expect(read.text.endsWith(text.repeat(18))).toBe(true);
    expect(read.findings.map((item) => item.code)).toEqual(['document-encoding']);
    expect(read.findings[0]?.severity).toBe('warning');
    expect(read.findings[0]?.where).toEqual({ file: 'plan.txt' });
  });

  test.each([
    ['no bytes', new Uint8Array(), 'document-empty'],
    ['white space', new TextEncoder().encode(' \n\u3000\n'), 'document-empty'],
    ['a BOM alone', new Uint8Array([0xef, 0xbb, 0xbf]), 'document-empty'],
    ['NULs', new Uint8Array(4000), 'document-binary'],
    [
      'a PNG',
      join([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10], new Uint8Array(500)),
      'document-binary',
    ],
    [
      'every byte',
      Uint8Array.from({ length: 4096 }, (_, i) => (i * 167 + 13) % 256),
      'document-binary',
    ],
    ['RTF', new TextEncoder().encode('{\\rtf1\\ansi x}'), 'document-format'],
    [
      'a web archive',
      new TextEncoder().encode('From: x\r\nMIME-Version: 1.0\r\n'),
      'document-format',
    ],
  ])('%s is refused', async (_, bytes, code) => {
    const read = await readDocument(bytes, 'plan.txt');
    expect(read.text).toBe('');
    expect(read.findings.map((item) => item.code)).toEqual([code]);
    expect(read.findings[0]?.severity).toBe('error');
  });

  test('a text under the name of another format is still a text', async () => {
    const read = await readDocument(utf8, 'plan.docx');
    expect(read).toEqual({ text, format: 'txt', findings: [] });
  });

  test('more than 64 MB is refused before it is read', async () => {
    const read = await readDocument(new Uint8Array(64 * 1024 * 1024 + 1), 'plan.txt');
    expect(read.findings.map((item) => item.code)).toEqual(['document-too-large']);
  });
});
