import { isBodyName } from './body-name.ts';
import { datePattern, isoDate } from './document-date.ts';

/** Who signed a document and when. */
export interface Signature {
  readonly issuer: string | null;
  /** ISO date. */
  readonly date: string | null;
  /** Where the signature begins, with the note of attachments above it. */
  readonly start: number;
}

const tailLength = 600;
const longestIssuer = 40;
const mostIssuers = 20;

/**
 * Returns the signature at the end of text[from, to): one issuer or several, each on its line, and
 * the date; null where there is none.
 */
export function findSignature(text: string, from: number, to: number): Signature | null {
  const windowStart = Math.max(from, to - tailLength);
  const window = text.slice(windowStart, to);
  const dated = lastDate(window);
  if (!dated) return null;
  const signed = signersBefore(window, dated.index);
  const alone = dated.index === 0 || /[\n。）)]$/.test(window.slice(0, dated.index));
  if (signed.names.length === 0 && !alone) return null;
  return {
    issuer: signed.names.length > 0 ? signed.names.join(' ') : null,
    date: isoDate(dated[0]),
    start: attachmentNote(text, windowStart + signed.start),
  };
}

/** Returns where the text ends without a closing 此件公开发布. */
export function closingStart(text: string): number {
  const tail = text.slice(-40);
  const closing = /\n?（此件[^（）]*）\s*$/.exec(tail);
  return closing ? text.length - tail.length + closing.index : text.length;
}

/** A date in running text goes on; the date of a signature ends its line. */
function lastDate(window: string): RegExpExecArray | null {
  let last: RegExpExecArray | null = null;
  datePattern.lastIndex = 0;
  for (let match = datePattern.exec(window); match; match = datePattern.exec(window))
    if (
      /^(?:$|[\n（(])/.test(
        window.slice(match.index + match[0].length, match.index + match[0].length + 1),
      )
    )
      last = match;
  return last;
}

/** The lines above a date that read as names: short and without punctuation. */
function signersBefore(window: string, dateAt: number): { names: string[]; start: number } {
  const names: string[] = [];
  let start = dateAt;
  while (names.length < mostIssuers) {
    const before = window.slice(0, start).trimEnd();
    const line = /(?:^|[\n。）)])([^\n。）)]{0,60})$/.exec(before)?.[1] ?? '';
    if (!isSigner(line, names.length)) break;
    names.unshift(line.replace(/[ \u3000]/g, ''));
    start = before.length - line.length;
  }
  return { names, start };
}

/** The line right above the date signs; further ones only where they end as bodies do. */
function isSigner(line: string, above: number): boolean {
  const name = line.replace(/[ \u3000]/g, '');
  if (name === '' || name.length > longestIssuer || /[，；：、《》“”]/.test(name)) return false;
  return above === 0 || isBodyName(name);
}

/** 附件：1.… 2.… above a signature belongs to it. */
function attachmentNote(text: string, start: number): number {
  const above = text.slice(Math.max(0, start - 400), start);
  const note = /(?:^|\n)附件[：:][^。]*$/.exec(above);
  return note ? start - above.length + note.index + (note[0].startsWith('\n') ? 1 : 0) : start;
}
