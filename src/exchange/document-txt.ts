import { finding } from '../domain/finding.ts';
import { lostCharacters, type ReadText, refuse } from './read-text.ts';
import { decodeText } from './text-encoding.ts';

/** More control characters than this share are no text. */
const controlShare = 0.01;

/**
 * Returns the text of a plain text file in UTF-8, UTF-16 with a byte order mark, or GB18030.
 * Findings: `document-binary` when it is no text, `document-encoding` when characters were lost.
 */
export function readTxt(bytes: Uint8Array): ReadText {
  const decoded = decodeText(bytes);
  if (decoded === null || isBinary(decoded.text)) return refuse(finding('document-binary'));
  return { text: decoded.text, findings: lostCharacters(decoded) };
}

function isBinary(text: string): boolean {
  let controls = 0;
  for (let i = 0; i < text.length; i++) if (isControl(text.charCodeAt(i))) controls++;
  return controls > text.length * controlShare;
}

/** Tab, line ends, page breaks and the end-of-file mark of DOS (U+001A) are part of text files. */
function isControl(code: number): boolean {
  return code < 0x20 && !(code >= 0x09 && code <= 0x0d) && code !== 0x1a;
}
