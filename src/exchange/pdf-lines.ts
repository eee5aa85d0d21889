import { foldCompatibilityForms } from './compatibility-forms.ts';
import type { PdfPage, PlacedText } from './pdf-pages.ts';

/** A printed line. */
export interface PdfLine {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** The baseline, downwards from the top of the page. */
  readonly y: number;
  readonly size: number;
}

/** Baselines this share of the type size apart are one line. */
const sameLine = 0.4;
/** Note marks are set at most this size, and this much above the line. */
const noteSize = 0.9;
const noteRise = 0.15;

/** Returns the lines of a page from top to bottom. */
export function linesOfPage(page: PdfPage): PdfLine[] {
  const lines: PlacedText[][] = [];
  const texts = [...page.texts].sort((a, b) => a.y - b.y || a.left - b.left);
  for (const text of texts) {
    const line = lines.at(-1);
    const last = line?.at(-1);
    if (line && last && sharesLine(last, text)) line.push(text);
    else lines.push([text]);
  }
  return lines.map(joinTexts).filter((line) => line.text !== '');
}

/** A note mark stands above the baseline of the line it belongs to. */
function sharesLine(before: PlacedText, text: PlacedText): boolean {
  const size = Math.max(before.size, text.size);
  return text.y - before.y < size * sameLine;
}

function joinTexts(texts: readonly PlacedText[]): PdfLine {
  const size = mainSize(texts);
  const y = texts.find((text) => text.size === size)?.y ?? 0;
  const kept = withoutCopies(texts.toSorted((a, b) => a.left - b.left)).filter(
    (text, index, all) => !isNoteMark(text, all[index - 1], y, size),
  );
  const joined = kept.map((text, index) => gapBefore(text, kept[index - 1], size) + text.text);
  return {
    text: foldCompatibilityForms(joined.join('')).trim(),
    left: kept[0]?.left ?? 0,
    right: Math.max(...kept.map((text) => text.right)),
    y,
    size,
  };
}

/** The size most characters of the line are set in. */
function mainSize(texts: readonly PlacedText[]): number {
  const lengths = new Map<number, number>();
  for (const { size, text } of texts) lengths.set(size, (lengths.get(size) ?? 0) + text.length);
  return [...lengths].reduce((most, entry) => (entry[1] > most[1] ? entry : most))[0];
}

/** Bold type is often the same text printed twice, a hair apart. */
function withoutCopies(texts: readonly PlacedText[]): PlacedText[] {
  const kept: PlacedText[] = [];
  for (const text of texts) {
    const copy = kept.some(
      (other) => other.text === text.text && Math.abs(other.left - text.left) < text.size * 0.15,
    );
    if (!copy) kept.push(text);
  }
  return kept;
}

/** A small number above the line is a note mark, except after a Latin letter, where it is a power (m²). */
function isNoteMark(
  text: PlacedText,
  before: PlacedText | undefined,
  y: number,
  size: number,
): boolean {
  if (text.size > size * noteSize || y - text.y < size * noteRise) return false;
  const power = before !== undefined && /[A-Za-z]$/.test(before.text);
  return !power && /^[\d①-⑳*[\]〔〕]+$/.test(text.text.trim());
}

/** Chinese is set without spaces; a wide gap is layout, and the compiler splits lines there. */
function gapBefore(text: PlacedText, before: PlacedText | undefined, size: number): string {
  if (before === undefined) return '';
  const gap = (text.left - before.right) / size;
  if (gap > 1.8) return '\u3000\u3000';
  if (gap > 0.9) return ' ';
  const latin = /[\x21-\x7e]$/.test(before.text) && /^[\x21-\x7e]/.test(text.text);
  return latin && gap > 0.15 ? ' ' : '';
}
