import { fold } from './fold.ts';

/** Words around the first hit, with the spans of all hits within them. */
export interface Snippet {
  readonly snippet: string;
  readonly marks: [start: number, end: number][];
  /** Hits in the whole text. */
  readonly count: number;
}

const around = 30;

/**
 * Returns the snippet of a text for folded words: 30 characters before and after the first hit, an
 * ellipsis where it was cut; where nothing is hit, the beginning. Hits that touch are one mark.
 */
export function snippetOf(text: string, words: readonly string[]): Snippet {
  const hits = hitsOf(fold(text), words);
  const first = hits[0] ?? ([0, 0] as const);
  const from = whole(text, Math.max(0, first[0] - around));
  const to = whole(text, Math.min(text.length, first[1] + around));
  const before = from > 0 ? '…' : '';
  const after = to < text.length ? '…' : '';
  const shift = before.length - from;
  const marks = joined(hits.filter(([start, end]) => start >= from && end <= to));
  return {
    snippet: before + text.slice(from, to).replace(/\n/g, ' ') + after,
    marks: marks.map(([start, end]) => [start + shift, end + shift]),
    count: hits.length,
  };
}

function hitsOf(folded: string, words: readonly string[]): [number, number][] {
  const hits: [number, number][] = [];
  for (const word of words) {
    let at = folded.indexOf(word);
    while (at >= 0) {
      hits.push([at, at + word.length]);
      at = folded.indexOf(word, at + word.length);
    }
  }
  return hits.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
}

function joined(hits: readonly (readonly [number, number])[]): [number, number][] {
  const marks: [number, number][] = [];
  for (const [start, end] of hits) {
    const last = marks.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else marks.push([start, end]);
  }
  return marks;
}

/** Never between the two halves of a rare character. */
function whole(text: string, index: number): number {
  const code = text.charCodeAt(index);
  return code >= 0xdc00 && code <= 0xdfff ? index - 1 : index;
}
