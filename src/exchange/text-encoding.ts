/** The encodings Chinese official text comes in. */
export type TextEncodingName = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

/** Text out of bytes, with how it was read and how many characters could not be. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: TextEncodingName;
  readonly undecodable: number;
}

/** A few bad bytes in a file do not change its encoding; more than this share of them do. */
const tolerated = 0.05;

/**
 * Returns the text of `bytes`: by byte order mark, else by the `declared` label where it fits, else as
 * UTF-8, else as GB18030 (which contains GBK and GB2312). Null when the bytes read as text in none.
 */
export function decodeText(bytes: Uint8Array, declared: string | null = null): DecodedText | null {
  const marked = markedEncoding(bytes);
  if (marked !== null) return decodeAs(bytes, marked);
  const utf8 = decodeAs(bytes, 'utf-8');
  const labelled = encodingOf(declared);
  if (utf8.undecodable === 0 && labelled !== 'gb18030') return utf8;
  const gb18030 = decodeAs(bytes, 'gb18030');
  return choose(utf8, gb18030, labelled);
}

/** Returns how many Chinese characters (U+3400–U+9FFF and the compatibility block) `text` has. */
export function countHan(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) if (isHan(text.charCodeAt(i))) count++;
  return count;
}

function markedEncoding(bytes: Uint8Array): TextEncodingName | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

function encodingOf(label: string | null): TextEncodingName | null {
  const name = label?.trim().toLowerCase() ?? '';
  if (/^(?:gb[-_]?2312|gbk|gb18030|cp936|x-gbk|windows-936)/.test(name)) return 'gb18030';
  return /^utf-?8$/.test(name) ? 'utf-8' : null;
}

function decodeAs(bytes: Uint8Array, encoding: TextEncodingName): DecodedText {
  const text = new TextDecoder(encoding).decode(bytes);
  return { text, encoding, undecodable: countReplacements(text) };
}

/** U+FFFD printed in the source counts too: it marks a character lost before the file came here. */
function countReplacements(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\uFFFD'); at >= 0; at = text.indexOf('\uFFFD', at + 1)) count++;
  return count;
}

/** GB18030 bytes are hardly ever valid UTF-8, so UTF-8 with Chinese in it is no accident, whatever is declared. */
function choose(
  utf8: DecodedText,
  gb18030: DecodedText,
  labelled: TextEncodingName | null,
): DecodedText | null {
  const [first = null, second] = [utf8, gb18030].filter(isReadable);
  if (second === undefined || countHan(utf8.text) > 0) return first;
  if (labelled !== null) return labelled === 'utf-8' ? utf8 : gb18030;
  return gb18030.undecodable < utf8.undecodable ? gb18030 : utf8;
}

/** Undecodable characters are few beside the characters outside ASCII, and those look Chinese. */
function isReadable({ text, encoding, undecodable }: DecodedText): boolean {
  let foreign = 0;
  let chinese = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x80) continue;
    foreign++;
    if (isHan(code) || isPunctuation(code)) chinese++;
  }
  if (undecodable > Math.max(1, foreign * tolerated)) return false;
  return encoding === 'utf-8' || chinese >= (foreign - undecodable) * 0.7;
}

function isHan(code: number): boolean {
  return (code >= 0x3400 && code <= 0x9fff) || (code >= 0xf900 && code <= 0xfaff);
}

/** General and CJK punctuation, circled numbers, full-width forms. */
function isPunctuation(code: number): boolean {
  return (
    (code >= 0x2000 && code <= 0x27bf) ||
    (code >= 0x3000 && code <= 0x33ff) ||
    (code >= 0xff00 && code <= 0xffef)
  );
}
