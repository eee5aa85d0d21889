import { type Finding, finding } from '../domain/finding.ts';
import type { ByteSource } from './byte-source.ts';

const headLength = 4096;
/** An OLE container lists its parts near its beginning or its end; looked for in as much. */
const oleLength = 1024 * 1024;
const ole = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const gzip = [0x1f, 0x8b];
const zips = [
  [0x50, 0x4b, 0x03, 0x04],
  [0x50, 0x4b, 0x05, 0x06],
];

/** Resolves to how a table is read, by its first bytes, or to the finding that it cannot be. */
export async function detectTable(source: ByteSource): Promise<'csv' | 'xlsx' | Finding> {
  const head = await source.read(0, headLength);
  if (head.length === 0) return finding('table-empty');
  if (startsWith(head, ole)) return await oleFinding(source);
  if (zips.some((magic) => startsWith(head, magic))) return 'xlsx';
  const text = new TextDecoder('latin1').decode(head);
  if (startsWith(head, gzip))
    return finding('table-format', {}, { format: '压缩文件（gzip）', formatEn: 'A gzip file' });
  const other = others.find(([pattern]) => pattern.test(text));
  if (other) return finding('table-format', {}, { format: other[1], formatEn: other[2] });
  return isMarked(head) || !isBinary(head) ? 'csv' : finding('table-binary');
}

const others: readonly (readonly [RegExp, string, string])[] = [
  [/^%PDF-/, ' PDF 文件', 'A PDF file'],
  [/^(?:Rar!|7z\xbc\xaf)/, '压缩文件', 'An archive'],
  [
    /<\?mso-application\s+progid="Excel|urn:schemas-microsoft-com:office:spreadsheet/,
    ' XML 电子表格',
    'An XML spreadsheet',
  ],
  [/<!doctype\s+html|<html[\s>]|<table[\s>]/i, '网页表格（HTML）', 'A web page (HTML)'],
  [/^mime-version:/i, '网页归档（MHT）', 'A web archive (MHT)'],
  [/^\{\\rtf/, ' RTF 文件', 'An RTF file'],
];

/** Since 2007 encrypted workbooks are wrapped in the container that older ones were written in. */
async function oleFinding(source: ByteSource): Promise<Finding> {
  const ends = [
    await source.read(0, Math.min(source.size, oleLength)),
    await source.read(Math.max(0, source.size - oleLength), source.size),
  ];
  const text = ends.map((bytes) => new TextDecoder('utf-16le').decode(bytes)).join('');
  const encrypted = text.includes('EncryptedPackage');
  return finding(
    'table-format',
    {},
    encrypted
      ? { format: '加密的工作簿（设有打开密码）', formatEn: 'A workbook with a password' }
      : { format: '旧版工作簿（.xls、.et）', formatEn: 'An old binary workbook (.xls, .et)' },
  );
}

function isMarked(head: Uint8Array): boolean {
  return (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
}

function isBinary(head: Uint8Array): boolean {
  return head.some(
    (byte) => byte === 0 || (byte < 0x20 && ![9, 10, 12, 13, 26, 27].includes(byte)),
  );
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}
