import { datePattern, isoDate } from './document-date.ts';
import { skipSpace } from './normalise.ts';
import { titleEnd } from './title-words.ts';

/** A document that stands below the notice, or the order, that issues it. */
export interface IssuedBelow {
  readonly title: string;
  /** Where its text begins. */
  readonly start: number;
  /** Who signed the notice, as printed above its date; null where nobody did. */
  readonly issuer: string | null;
  /** ISO date of the notice. */
  readonly issued: string | null;
}

const noticeLength = 3000;
const shortestBody = 60;

/**
 * Returns the document below the signature of a notice whose title does not name it (转发…的通知,
 * 国务院令); null where no title follows the date.
 */
export function findIssuedBelow(text: string, from: number): IssuedBelow | null {
  const window = text.slice(from, from + noticeLength);
  for (const date of window.matchAll(datePattern)) {
    const after = from + date.index + date[0].length;
    const closing = /^\s*(?:（此件[^（）]*）)?\s*\n/.exec(text.slice(after, after + 60));
    if (!closing) continue;
    const title = titleAt(text, after + closing[0].length);
    if (!title || text.length - title.end < shortestBody) continue;
    const signer = /(?:^|\n)([^\n。，；：]{2,40})\s*$/.exec(window.slice(0, date.index))?.[1];
    return {
      title: title.words,
      start: skipSpace(text, title.end),
      issuer: signer?.replace(/\s/g, '') ?? null,
      issued: isoDate(date[0]),
    };
  }
  return null;
}

/** Up to three lines that end as titles do. */
function titleAt(text: string, from: number): { words: string; end: number } | null {
  let words = '';
  let end = from;
  for (const line of text
    .slice(from, from + 200)
    .split('\n')
    .slice(0, 3)) {
    words += line.trim();
    end += line.length + 1;
    if (/[。；：]/.test(words)) return null;
    if (titleEnd.test(words)) return { words, end };
  }
  return null;
}
