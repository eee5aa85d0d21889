import type { LinedPage } from './pdf-furniture.ts';
import type { PdfLine } from './pdf-lines.ts';

/** Where the text of a page begins and ends across. */
interface Measure {
  readonly left: number;
  readonly right: number;
}

/** First lines are set in by two characters; half of that tells them from a crooked margin. */
const indent = 1;
/** A line this many characters short of the right edge may still be full: marks are not split off. */
const slack = 2;
/** Lines further apart than this many pitches are not one paragraph. */
const widestPitch = 1.6;
/** Margins are where this share of the lines begin and end. */
const marginShare = 0.06;

/**
 * Returns the paragraphs of a document: a line runs on into the next when it reaches the right edge and
 * the next begins at the left one, in the same size, also across a page.
 */
export function joinParagraphs(pages: readonly LinedPage[]): string[] {
  const measures = measurePages(pages);
  const pitch = usualPitch(pages);
  const paragraphs: string[] = [];
  let last: { line: PdfLine; page: number } | null = null;
  pages.forEach((page, index) => {
    const measure = measures[index] ?? { left: 0, right: 0 };
    for (const line of page.lines) {
      const near =
        last !== null && (last.page !== index || line.y - last.line.y < pitch * widestPitch);
      const full = last !== null && isFull(last.line, line, measures[last.page] ?? measure);
      const runsOn = near && full && startsAtMargin(line, measure) && sameSize(last?.line, line);
      if (runsOn) paragraphs.push(append(paragraphs.pop() ?? '', line.text));
      else paragraphs.push(line.text);
      last = { line, page: index };
    }
  });
  return paragraphs;
}

/** Facing pages may have mirrored margins, and annexes lie across: pages alike are measured together. */
function measurePages(pages: readonly LinedPage[]): Measure[] {
  const groups = new Map<string, PdfLine[]>();
  const keys = pages.map((page, index) => `${index % 2} ${Math.round(page.height)}`);
  pages.forEach((page, index) => {
    const key = keys[index] ?? '';
    groups.set(key, [...(groups.get(key) ?? []), ...page.lines]);
  });
  const measures = new Map([...groups].map(([key, lines]) => [key, measureLines(lines)]));
  return keys.map((key) => measures.get(key) ?? { left: 0, right: 0 });
}

function measureLines(lines: readonly PdfLine[]): Measure {
  const lefts = lines.map((line) => line.left).sort((a, b) => a - b);
  const rights = lines.map((line) => -line.right).sort((a, b) => a - b);
  return { left: firstCommon(lefts), right: -firstCommon(rights) };
}

/** The least value that enough others share, within three points. */
function firstCommon(sorted: readonly number[]): number {
  const enough = Math.max(2, Math.ceil(sorted.length * marginShare));
  for (let i = 0; i + enough <= sorted.length; i++) {
    const first = sorted[i] ?? 0;
    if ((sorted[i + enough - 1] ?? 0) - first <= 3) return first;
  }
  return sorted[0] ?? 0;
}

function usualPitch(pages: readonly LinedPage[]): number {
  const pitches = pages
    .flatMap(({ lines }) => lines.map((line, i) => line.y - (lines[i - 1]?.y ?? line.y)))
    .filter((pitch) => pitch > 0)
    .sort((a, b) => a - b);
  return pitches[Math.floor(pitches.length / 2)] ?? Number.POSITIVE_INFINITY;
}

function startsAtMargin(line: PdfLine, measure: Measure): boolean {
  return line.left - measure.left < line.size * indent;
}

/** A word or number that did not fit leaves its line short by as much as its own width. */
function isFull(line: PdfLine, next: PdfLine, measure: Measure): boolean {
  const word = /^[\x21-\x7e]+/.exec(next.text)?.[0].length ?? 0;
  return measure.right - line.right <= line.size * slack + word * next.size * 0.6;
}

function sameSize(line: PdfLine | undefined, next: PdfLine): boolean {
  return line !== undefined && Math.abs(line.size - next.size) <= next.size * 0.1;
}

/** Latin words keep the space the line end stood for. */
function append(paragraph: string, line: string): string {
  const latin = /[A-Za-z,;.]$/.test(paragraph) && /^[A-Za-z]/.test(line);
  return `${paragraph}${latin ? ' ' : ''}${line}`;
}
