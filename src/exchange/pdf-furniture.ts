import type { PdfLine } from './pdf-lines.ts';

/** The lines of a page with its size. */
export interface LinedPage {
  readonly width: number;
  readonly height: number;
  readonly lines: readonly PdfLine[];
}

/** Page numbers stand within this share of the page's height from its edge, running heads closer. */
const numberZone = 0.14;
const headZone = 0.1;
/** A running head stands on this share of the pages, and on two at least. */
const repeated = 0.3;

const dash = '[-\\u2010-\\u2015\\u2500－·•.]*';
const pageNumber = new RegExp(
  `^(?:${dash}\\s*\\d{1,4}\\s*${dash}|第\\s*\\d{1,4}\\s*页(?:[,，/\\s]*共\\s*\\d{1,4}\\s*页)?|\\d{1,4}\\s*/\\s*\\d{1,4}|[ivxlc]{1,6})$`,
  'iu',
);

/** Returns the pages without page numbers and without the heads and feet that run over many pages. */
export function dropFurniture(pages: readonly LinedPage[]): LinedPage[] {
  const numbered = pages.map((page) => ({ ...page, lines: page.lines.filter(isText(page)) }));
  const counts = countEdgeLines(numbered);
  const enough = Math.max(2, numbered.length * repeated);
  return numbered.map((page) => ({
    ...page,
    lines: page.lines.filter(
      (line) => !isEdgeLine(line, page) || (counts.get(keyOf(line)) ?? 0) < enough,
    ),
  }));
}

function isText(page: LinedPage): (line: PdfLine, index: number) => boolean {
  const last = page.lines.length - 1;
  return (line, index) => {
    const atEdge = index === 0 || index === last || index === last - 1;
    const zone = page.height * numberZone;
    const inZone = line.y < zone || line.y > page.height - zone;
    return !(atEdge && inZone && pageNumber.test(line.text));
  };
}

function countEdgeLines(pages: readonly LinedPage[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const page of pages) {
    const keys = page.lines.filter((line) => isEdgeLine(line, page)).map(keyOf);
    for (const key of new Set(keys)) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

function isEdgeLine(line: PdfLine, page: LinedPage): boolean {
  const zone = page.height * headZone;
  return line.y < zone || line.y > page.height - zone;
}

/** Heads may carry the page's number. */
function keyOf(line: PdfLine): string {
  return line.text.replace(/\d+/g, '#').replace(/\s+/g, '');
}
