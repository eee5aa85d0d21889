import type { Span } from '../domain/span.ts';

/**
 * Splits text[start, end) at any of `stops` outside brackets, quotation marks and book-title marks;
 * each piece keeps its stop. Line ends always split.
 */
export function splitOutside(text: string, [start, end]: Span, stops: string): Span[] {
  const pieces: Span[] = [];
  let depth = 0;
  let from = start;
  for (let i = start; i < end; i++) {
    const char = text.charAt(i);
    if ('（(“《〔['.includes(char)) depth++;
    else if ('）)”》〕]'.includes(char)) depth = Math.max(0, depth - 1);
    const line = char === '\n';
    if (line) depth = 0;
    if (line || (depth === 0 && stops.includes(char))) {
      pieces.push([from, i + 1]);
      from = i + 1;
    }
  }
  if (from < end) pieces.push([from, end]);
  return pieces.map((piece) => trimSpan(text, piece)).filter(([a, b]) => b > a);
}

/** Returns the sentences of text[start, end): pieces that end in 。 ！ ？ or a line end. */
export function sentencesOf(text: string, span: Span): Span[] {
  return splitOutside(text, span, '。！？');
}

/** Returns the segments of a sentence: pieces that end in ， ； or the sentence's own stop. */
export function segmentsOf(text: string, sentence: Span): Span[] {
  return splitOutside(text, sentence, '，；。！？');
}

/** Returns a span without the white space and the stops around it. */
export function trimSpan(text: string, [start, end]: Span): Span {
  let from = start;
  let to = end;
  while (from < to && /\s/.test(text.charAt(from))) from++;
  while (to > from && /\s/.test(text.charAt(to - 1))) to--;
  return [from, to];
}

/** Returns a span without its closing punctuation. */
export function withoutStop(text: string, [start, end]: Span): Span {
  let to = end;
  while (to > start && /[，。；：！？、\s]/.test(text.charAt(to - 1))) to--;
  return [start, to];
}
