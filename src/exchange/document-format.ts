import { finding } from '../domain/finding.ts';
import { type ReadText, refuse } from './read-text.ts';

export type DocumentFormat = 'txt' | 'docx' | 'html' | 'pdf';

/** How to read a file, or why it cannot be read. */
export interface DetectedFormat {
  readonly format: DocumentFormat;
  readonly refusal: ReadText | null;
}

const headLength = 4096;
const ole = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const zip = [0x50, 0x4b, 0x03, 0x04];
const emptyZip = [0x50, 0x4b, 0x05, 0x06];

/**
 * Returns the format of a document by its first bytes, and by the extension of `fileName` only between
 * HTML and plain text; a format no reader takes comes with its refusal.
 */
export function detectFormat(bytes: Uint8Array, fileName: string): DetectedFormat {
  const claimed = claimedFormat(fileName);
  const refused = (refusal: ReadText) => ({ format: claimed, refusal });
  if (bytes.length === 0) return refused(refuse(finding('document-empty')));
  if (startsWith(bytes, ole)) return refused(refuseOle(bytes));
  const format = formatOf(bytes, claimed);
  const other = format === 'txt' ? otherFormat(headOf(bytes)) : null;
  return other === null ? { format, refusal: null } : refused(other);
}

/** Returns the refusal of a file of `kind` for `reason`, both in Chinese with the English after it. */
export function unreadable(kind: string, reason: string): ReadText {
  return refuse(finding('document-format', {}, { format: kind, reason }));
}

function claimedFormat(fileName: string): DocumentFormat {
  const extension = /\.([a-z]+)$/i.exec(fileName)?.[1]?.toLowerCase() ?? '';
  if (/^x?html?$/.test(extension)) return 'html';
  if (/^(?:docx|doc|wps)$/.test(extension)) return 'docx';
  return extension === 'pdf' ? 'pdf' : 'txt';
}

function formatOf(bytes: Uint8Array, claimed: DocumentFormat): DocumentFormat {
  if (startsWith(bytes, zip) || startsWith(bytes, emptyZip)) return 'docx';
  const head = headOf(bytes);
  if (head.slice(0, 1024).includes('%PDF-')) return 'pdf';
  if (/<!doctype\s+html|<html[\s>]/i.test(head) || claimed === 'html') return 'html';
  return 'txt';
}

function otherFormat(head: string): ReadText | null {
  if (head.startsWith('{\\rtf')) return unreadable(' RTF ', '请另存为 .docx（save it as .docx）');
  if (/^mime-version:/im.test(head.slice(0, 512))) {
    return unreadable('网页归档（MHT）', '请另存为 .docx 或 .html（save it as .docx or .html）');
  }
  return null;
}

/** Before 2007 Word wrote OLE containers; since then it wraps encrypted .docx files in one. */
function refuseOle(bytes: Uint8Array): ReadText {
  const encrypted = new TextDecoder('utf-16le').decode(bytes).includes('EncryptedPackage');
  if (encrypted) {
    return unreadable(' Word ', '文件设有打开密码，请先取消密码（it is password-protected）');
  }
  return unreadable(
    '旧版 Word/WPS（.doc、.wps）',
    '请另存为 .docx（an old binary document: save it as .docx）',
  );
}

/** The first bytes as ASCII; without the NULs, UTF-16 reads the same. */
function headOf(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes.subarray(0, headLength)).replaceAll('\0', '');
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}
