import type { LinedPage } from './pdf-furniture.ts';
import type { PdfLine } from './pdf-lines.ts';

/** Where the text of a page begins and ends across, and whether its first lines are set in. */
interface Measure {
  readonly left: number;
  readonly right: number;
  readonly indented: boolean;
}

const unmeasured: Measure = { left: 0, right: Number.POSITIVE_INFINITY, indented: true };

/** First lines are set in by two characters; half of that tells them from a crooked margin. */
const indent = 1;
/** A line this many characters short of the right edge may still be full: marks are not split off. */
const slack = 2;
/** Lines further apart than this many pitches are not one paragraph. */
const widestPitch = 1.6;
/** A text narrower than this share of the page is a few short lines, none of them full. */
const narrowText = 0.5;
/** Margins are where this share of the lines begin and end. */
const marginShare = 0.06;

const headingNumber =
  /^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[）)]|第[一二三四五六七八九十百\d]+[章节条]|\d{1,2}[.．、](?!\d)|——|专栏\s?\d)/;

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
    const measure = measures[index] ?? unmeasured;
    for (const line of page.lines) {
      const near =
        last !== null && (last.page !== index || line.y - last.line.y < pitch * widestPitch);
      const full = last !== null && isFull(last.line, line, measures[last.page] ?? measure);
      const runsOn = near && full && continues(line, measure) && sameSize(last?.line, line);
      if (runsOn) paragraphs.push(append(paragraphs.pop() ?? '', line.text));
      else paragraphs.push(line.text);
      last = { line, page: index };
    }
  });
  return paragraphs;
}

/** Facing pages may have mirrored margins, and annexes lie across: pages alike are measured together. */
function measurePages(pages: readonly LinedPage[]): Measure[] {
  const groups = new Map<string, LinedPage[]>();
  const keys = pages.map((page, index) => `${index % 2} ${Math.round(page.width)}`);
  pages.forEach((page, index) => {
    const key = keys[index] ?? '';
    const group = groups.get(key) ?? [];
    group.push(page);
    groups.set(key, group);
  });
  const measures = new Map([...groups].map(([key, group]) => [key, measureGroup(group)]));
  return keys.map((key) => measures.get(key) ?? unmeasured);
}

function measureGroup(pages: readonly LinedPage[]): Measure {
  const lines = pages.flatMap((page) => page.lines);
  const left = firstCommon(lines.map((line) => line.left).sort((a, b) => a - b));
  const right = -firstCommon(lines.map((line) => -line.right).sort((a, b) => a - b));
  const setIn = lines.filter((line) => Math.abs(line.left - left - 2 * line.size) < line.size / 2);
  const indented = setIn.length > lines.length * marginShare;
  const isNarrow = right - left < (pages[0]?.width ?? 0) * narrowText;
  return { left, right: isNarrow ? Number.POSITIVE_INFINITY : right, indented };
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

/** Where first lines are not set in, the number of a heading tells them from the rest. */
function continues(line: PdfLine, measure: Measure): boolean {
  if (line.left - measure.left >= line.size * indent) return false;
  return measure.indented || !headingNumber.test(line.text);
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
