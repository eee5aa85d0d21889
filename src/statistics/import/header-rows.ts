import { cellText, type MergedRange, type SheetCell, type SheetRow } from '../../domain/sheet.ts';
import { parseUnit } from '../../domain/unit-of-measure.ts';
import { fieldOf } from './column-names.ts';
import { parseHeaderCell } from './header-cell.ts';
import type { ImportNames } from './import-context.ts';
import { parseNumberText } from './number-text.ts';
import { parsePeriodWords } from './period-words.ts';

/** The rows of a header among those given: from `start` up to but without `end`. */
export interface HeaderRows {
  readonly start: number;
  readonly end: number;
}

/** Returns where the header stands: the mapping says so, or the rows do; null where there is none. */
export function findHeader(rows: readonly SheetRow[], names: ImportNames): HeaderRows | null {
  const { header } = names.mapping;
  if (header !== undefined) {
    const [first, last] = typeof header === 'number' ? [header, header] : header;
    const start = rows.findIndex((row) => row.row >= first);
    const after = rows.findIndex((row) => row.row > last);
    const end = after < 0 ? rows.length : after;
    if (start >= 0 && end > start) return { start, end };
  }
  const start = rows.findIndex((row) => isHeader(row, names));
  if (start < 0) return findSingle(rows, names);
  let end = start + 1;
  let dated = hasPeriod(rows[start]);
  const last = Math.min(rows.length, start + mostRows);
  for (; end < last && continues(rows[end], dated, names); end++) dated ||= hasPeriod(rows[end]);
  return { start, end };
}

/** Returns whether a row reads as a header: two words or more, one of them known, and no figure. */
export function isHeader(row: SheetRow, names: ImportNames): boolean {
  const texts = filled(row);
  if (texts.length < 2 || texts.some((text) => isFigure(text, names))) return false;
  if (isPlace(row, names)) return false;
  return texts.some((text) => parseHeaderCell(text, names) !== null);
}

/**
 * Returns the words of a header above one column, from the top down. Cells shown as one say the same
 * over all of their columns; where the file does not tell, an empty cell above words belongs to the
 * cell on its left.
 */
export function headerWords(
  rows: readonly SheetRow[],
  column: number,
  merged: readonly MergedRange[],
): readonly string[] {
  const words = rows
    .map((row, index) => {
      const own = textAt(row, column);
      if (own !== '') return own;
      const range = merged.find((item) => covers(item, row.row, column));
      if (range) return range.top === row.row ? textAt(row, range.left - 1) : '';
      const below = rows.slice(index + 1).some((other) => textAt(other, column) !== '');
      return below && merged.length === 0 ? leftOf(row, column) : '';
    })
    .filter((text) => text !== '');
  return words.filter((text, index) => text !== words[index - 1]);
}

/** Returns whether a row numbers the columns, as forms do: 甲 1 2 3. */
export function isNumbering(row: SheetRow): boolean {
  const numbers = filled(row).filter((text) => !/^[甲乙丙丁]$/.test(text.trim()));
  return numbers.length >= 2 && numbers.every((text, index) => Number(text) === index + 1);
}

/**
 * Returns a row of units without the word 单位 or 计量单位 that begins it: the column below is of what
 * stands above that word.
 */
export function withoutUnitWord(row: SheetRow): SheetRow {
  const at = row.cells.findIndex((cell) => cellText(cell).trim() !== '');
  if (!/^(?:计量)?单位[:：]?$/.test(textAt(row, at))) return row;
  const rest = row.cells.slice(at + 1, at + 1 + mostWords).map((cell) => cellText(cell).trim());
  const units = rest.filter((text) => text !== '');
  if (units.length === 0 || !units.every((text) => parseUnit(withoutBrackets(text)))) return row;
  return { ...row, cells: row.cells.map((cell, index) => (index === at ? null : cell)) };
}

function withoutBrackets(text: string): string {
  return text.replace(/^[（(]([^（）()]*)[）)]$/, '$1');
}

/** Returns the texts of a row that are not blank. */
export function filled(row: SheetRow): readonly string[] {
  return row.cells
    .slice(0, mostWords)
    .map(seen)
    .filter((text) => text.trim() !== '');
}

/** Rows of a header. */
const mostRows = 12;
/** Cells of a row that tell whether it is a header. */
const mostWords = 1_000;
/** Columns that one cell of a header may stand over, where the file does not tell. */
const widest = 400;

/** A formula is a figure, whatever its result. */
function seen(cell: SheetCell): string {
  const formula = typeof cell === 'object' && cell?.kind === 'formula';
  return formula ? String(cell.cached ?? 0) : cellText(cell);
}

/** Returns the text of a cell without blanks around it. */
export function textAt(row: SheetRow, column: number): string {
  return cellText(row.cells[column]).trim();
}

/** A table of one column of figures may have a single word above it. */
function findSingle(rows: readonly SheetRow[], names: ImportNames): HeaderRows | null {
  const figures = rows.findIndex((row) => filled(row).some((text) => isFigure(text, names)));
  const above = rows[figures - 1];
  if (!above || filled(above).length !== 1 || textAt(above, 0) !== '') return null;
  const known = parseHeaderCell(filled(above)[0] ?? '', names) !== null;
  return known ? { start: figures - 1, end: figures } : null;
}

/** Below the first row of a header: more words, a row of units, or the numbers of the columns. */
function continues(row: SheetRow | undefined, dated: boolean, names: ImportNames): boolean {
  if (row === undefined) return false;
  const texts = filled(row);
  if (isNumbering(row)) return true;
  if (texts.length < 2 || isPlace(row, names)) return false;
  const figures = texts.some((text) => isFigure(text, names) || (dated && isBareYear(text)));
  if (figures) return false;
  return textAt(row, 0) === '' || texts.some((text) => parseHeaderCell(text, names) !== null);
}

/** A row that begins with a place is about it. */
function isPlace(row: SheetRow, names: ImportNames): boolean {
  const first = row.cells.slice(0, 3).map(cellText);
  if (first.some((text) => fieldOf(text) !== null)) return false;
  return first.filter((text) => names.placeNames.isName(text)).length === 1;
}

function isFigure(text: string, names: ImportNames): boolean {
  if (parsePeriodWords(text) !== null) return false;
  return parseNumberText(text) !== null || names.absenceOf(text) !== null;
}

function isBareYear(text: string): boolean {
  return /^\d{4}$/.test(text.trim());
}

function hasPeriod(row: SheetRow | undefined): boolean {
  return row !== undefined && filled(row).some((text) => parsePeriodWords(text) !== null);
}

function covers(range: MergedRange, row: number, column: number): boolean {
  return (
    row >= range.top && row <= range.bottom && column >= range.left - 1 && column < range.right
  );
}

function leftOf(row: SheetRow, column: number): string {
  for (let at = column - 1; at > Math.max(0, column - widest); at--) {
    const text = textAt(row, at);
    if (text !== '') return fieldOf(text) === null ? text : '';
  }
  return '';
}
