import { columnIndex, type MergedRange } from '../domain/sheet.ts';
import { tableLimits } from './table-limits.ts';
import type { ZipEntry } from './zip.ts';
import { partChunks, type ZipSource } from './zip-source.ts';

/** What stands after the rows of a sheet. */
export interface SheetEnd {
  readonly merged: readonly MergedRange[];
  /** Headers and footers of its printed pages, without their codes. */
  readonly margins: readonly string[];
}

const noEnd: SheetEnd = { merged: [], margins: [] };

/**
 * Resolves to the merged cells of a sheet and the headers and footers of its pages. None for a sheet
 * too large to be read twice, or a broken one.
 */
export async function readSheetEnd(archive: ZipSource, entry: ZipEntry): Promise<SheetEnd> {
  if (entry.size > tableLimits.mergedBytes) return noEnd;
  const decoder = new TextDecoder('latin1');
  const merged: MergedRange[] = [];
  const margins: string[] = [];
  let rest = '';
  try {
    for await (const chunk of partChunks(archive, entry)) {
      const text = rest + decoder.decode(chunk);
      for (const [, first = '', last = ''] of text.matchAll(
        /<(?:\w+:)?mergeCell\s[^>]*?ref="(\w+):(\w+)"/g,
      ))
        merged.push(...rangeOf(first, last));
      for (const [, coded = ''] of text.matchAll(
        /<(?:\w+:)?(?:odd|even|first)(?:Header|Footer)>([^<]*)</g,
      ))
        margins.push(...marginLines(coded));
      rest = text.slice(Math.max(text.lastIndexOf('<'), text.length - longestMargin));
      if (merged.length > tableLimits.mergedRanges) return { merged: [], margins };
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return noEnd;
  }
  return { merged, margins };
}

/** Bytes of an element that may lie in two chunks: a header has at most 255 characters. */
const longestMargin = 2_000;

/** Left, centre and right of a header, without fonts, sizes and fields. */
function marginLines(coded: string): string[] {
  const text = Buffer.from(coded, 'latin1').toString('utf8').replaceAll('&amp;', '&');
  return text
    .replaceAll('&quot;', '"')
    .split(/&[LCR]/)
    .map((part) => part.replace(/&(?:"[^"]*"|K[0-9A-Fa-f]{6}|\d+|[A-Z])/g, '').trim())
    .filter((part) => part !== '');
}

function rangeOf(first: string, last: string): MergedRange[] {
  const [left, top] = placeOf(first);
  const [right, bottom] = placeOf(last);
  if (left === null || right === null || !(top > 0) || !(bottom >= top)) return [];
  return [{ left: left + 1, top, right: right + 1, bottom }];
}

function placeOf(reference: string): [number | null, number] {
  const [, letters = '', digits = ''] = /^([A-Za-z]+)(\d+)$/.exec(reference) ?? [];
  return [columnIndex(letters), Number(digits)];
}
