import type { Finding } from './finding.ts';

/** What a spreadsheet computed, or wrote in place of a value it could not compute. */
export type ComputedCell =
  | { readonly kind: 'formula'; readonly cached: string | number | boolean | null }
  | { readonly kind: 'error'; readonly text: string };

/**
 * A cell of a table that was read: text, a number, yes or no, null where it is empty. A date is text
 * (`2015-12-31`), and so is a number that the spreadsheet shows as a percentage (`45.3%`).
 */
export type SheetCell = string | number | boolean | null | ComputedCell;

/** A row that has cells. */
export interface SheetRow {
  /** 1-based, as a spreadsheet numbers it. */
  readonly row: number;
  /** 1-based line of a text file, where it begins; null in a workbook. */
  readonly line: number | null;
  readonly cells: readonly SheetCell[];
}

/** Rows as they come out of a reader, and what was wrong on the way. After an error nothing follows. */
export interface SheetPiece {
  readonly rows: readonly SheetRow[];
  readonly findings: readonly Finding[];
}

/** Cells shown as one; all numbers 1-based and inclusive. */
export interface MergedRange {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** A sheet, read as it is asked for. */
export interface Sheet {
  /** Null for a text file, which has only one. */
  readonly name: string | null;
  /** Empty where the file does not say. */
  readonly merged: readonly MergedRange[];
  readonly pieces: AsyncIterable<SheetPiece>;
}

/** A table file: its visible sheets in order, each read before the next. */
export interface SheetFile {
  readonly findings: readonly Finding[];
  readonly sheets: AsyncIterable<Sheet>;
}

/** Returns the letters of a column, 0-based: 0 is A, 26 is AA. */
export function columnLetters(index: number): string {
  let letters = '';
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

/** Returns the 0-based column of letters, or null where they are none. */
export function columnIndex(letters: string): number | null {
  if (!/^[A-Za-z]{1,4}$/.test(letters)) return null;
  let index = 0;
  for (const letter of letters.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

/** Returns the text of a cell as a reader of the table sees it; empty for a formula. */
export function cellText(cell: SheetCell | undefined): string {
  if (cell === undefined || cell === null) return '';
  if (typeof cell === 'object') return cell.kind === 'error' ? cell.text : '';
  return typeof cell === 'string' ? cell : String(cell);
}
