import { startsWithMarker } from './marker.ts';

/** A line is taken as wrapped when it is at most this much shorter than the full width (in characters). */
const wrapSlack = 2.5;
const widestWrap = 64;
const fewestWrappedLines = 8;

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
 * Joins hard-wrapped lines into paragraphs. A file is taken as hard-wrapped when many of its lines
 * share one width; then a full line continues in the next unless that one is indented or numbered.
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

function wrapWidth(lines: readonly string[]): number | null {
  const widths = lines.map((line) => widthOf(line.trimEnd())).filter((width) => width > 0);
  if (widths.length < fewestWrappedLines) return null;
  widths.sort((a, b) => a - b);
  const full = widths[Math.floor(widths.length * 0.98)] ?? 0;
  if (full > widestWrap || full < 10) return null;
  const atFull = widths.filter((width) => width >= full - wrapSlack).length;
  return atFull >= widths.length * 0.4 ? full : null;
}

/** Width in full-width characters; Latin letters and digits count half. */
function widthOf(line: string): number {
  let width = 0;
  for (let i = 0; i < line.length; i++) width += line.charCodeAt(i) < 0x250 ? 0.5 : 1;
  return width;
}
