import { startsWithMarker } from './marker.ts';

/** A line is taken as wrapped when it is at most this much shorter than the full width (in characters). */
const wrapSlack = 2.5;
const widestWrap = 64;
const fewestWrappedLines = 8;
const fewestFullLines = 4;

/**
 * Returns the text every offset of a compiled document refers to: LF line ends, one paragraph a
 * line, no blank lines, no layout spaces. Characters are never changed, only white space.
 */
export function normaliseText(raw: string): string {
  const lines = raw
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?|[\u2028\u2029\f\v]/g, '\n')
    .replace(/[\u200B-\u200D\u2060\uFEFF\0]/g, '')
    .replace(/[\t\u00A0]/g, ' ')
    .split('\n');
  return unwrap(lines)
    .flatMap((line) => line.trim().split(/ {3,}|\u3000[ \u3000]+/))
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}

/**
 * Joins hard-wrapped lines into paragraphs. A file is taken as hard-wrapped when its longest lines
 * share one width and mostly break off within a sentence; then a full line continues in the next unless that one is indented or numbered.
 */
function unwrap(lines: readonly string[]): string[] {
  const full = wrapWidth(lines);
  if (full === null) return [...lines];
  const paragraphs: string[] = [];
  let open = false;
  for (const line of lines) {
    const text = line.trimEnd();
    const continues = open && text !== '' && !/^[ \u3000]{2}/.test(line) && !startsWithMarker(text);
    if (continues) paragraphs.push(`${paragraphs.pop() ?? ''}${text.trimStart()}`);
    else paragraphs.push(text);
    open = widthOf(text) >= full - wrapSlack;
  }
  return paragraphs;
}

/** Returns the width a file was wrapped at, or null where its lines are paragraphs. */
function wrapWidth(lines: readonly string[]): number | null {
  const printed = lines.map((line) => line.trimEnd()).filter((line) => line !== '');
  if (printed.length < fewestWrappedLines) return null;
  const widths = printed.map(widthOf).sort((a, b) => a - b);
  const full = widths[Math.floor(widths.length * 0.98)] ?? 0;
  if (full > widestWrap || full < 10) return null;
  const long = printed.filter((line) => widthOf(line) >= full - wrapSlack);
  const broken = long.filter((line) => !/[。：；！？）”]$/.test(line));
  return long.length >= fewestFullLines && broken.length * 2 > long.length ? full : null;
}

/** Width in full-width characters; Latin letters and digits count half. */
function widthOf(line: string): number {
  let width = 0;
  for (let i = 0; i < line.length; i++) width += line.charCodeAt(i) < 0x250 ? 0.5 : 1;
  return width;
}

/** Returns the first place at or after `from` that is no white space. */
export function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && /\s/.test(text.charAt(at))) at++;
  return at;
}
