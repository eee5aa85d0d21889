import { isUnitWord } from '../../collection/unit-word.ts';
import { isUnitHead, unitColumn, unitInHead, withPastedUnit } from './pasted-unit.ts';

/** A row of the grid as far as pasting needs it. */
export interface PasteRow {
  readonly indicator: string;
  readonly line: string;
  readonly name: { readonly zh: string; readonly en: string };
  readonly unit: string;
  /** Whether it takes a value: a computed one does not. */
  readonly open: boolean;
}

export interface PastedCell {
  readonly indicator: string;
  readonly text: string;
}

/** Where the cells of a block go. */
export interface Placed {
  readonly values: readonly PastedCell[];
  readonly notes: readonly PastedCell[];
  /** Lines that take no value. */
  readonly skipped: readonly string[];
  /** Rows of the block past the end of the form, or with a name it does not have. */
  readonly beyond: number;
  /** Whether rows were found by their names rather than by their order. */
  readonly byName: boolean;
}

/** Returns the rows and columns of what a spreadsheet puts on the clipboard; quotes hold tabs and lines. */
export function parseBlock(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  const pattern = /(?:"((?:[^"]|"")*)"|([^\t\r\n]*))(\t|\r\n|\n|\r|$)/y;
  while (pattern.lastIndex < text.length || row.length > 0) {
    const match = pattern.exec(text) ?? plainCell(text, pattern);
    row.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] === '\t' && pattern.lastIndex < text.length) continue;
    if (match[3] === '\t') row.push('');
    rows.push(row);
    row = [];
  }
  return rows;
}

/**
 * Returns where a block goes that is pasted at row `at`. A block that holds the names of the rows is
 * matched by them, wherever it is pasted; its figures are in the column headed by `period`, else in
 * the last that holds figures. Any other block goes downwards: its first column into the values, a
 * second one of words into the notes. A column of units belongs to the figures in both: 12 beside 万人
 * is 12万人, and no note. Empty cells of a block leave what is there.
 */
export function placeBlock(
  block: readonly (readonly string[])[],
  rows: readonly PasteRow[],
  given: { readonly at: number; readonly period: string },
): Placed {
  const names = nameColumn(block, rows);
  return names === null
    ? inOrder(block, rows, given.at)
    : byNames(block, rows, names, given.period);
}

/** A quote that is never closed is a character like others. */
function plainCell(text: string, pattern: RegExp): RegExpExecArray {
  const plain = /()([^\t\r\n]*)(\t|\r\n|\n|\r|$)/y;
  plain.lastIndex = pattern.lastIndex;
  const match = plain.exec(text);
  if (!match) throw new Error('the pattern takes any text');
  pattern.lastIndex = plain.lastIndex;
  return [match[0], undefined, match[2], match[3]] as unknown as RegExpExecArray;
}

function inOrder(
  block: readonly (readonly string[])[],
  rows: readonly PasteRow[],
  at: number,
): Placed {
  const units = unitColumn(block, 0);
  // Alone, or before nothing but notes, there is no figure it could belong to.
  const others = block.map((row) => row.filter((_, column) => column !== units));
  const apart = units !== null && others.some((row) => row.some((text) => text.trim() !== ''));
  const bodies = (apart ? others : block).map((cells, index) => ({
    cells,
    unit: apart ? (block[index]?.[units ?? 0] ?? '') : '',
  }));
  // What stands above the first figure is the head of the table.
  const body = isUnitHead(bodies[0]?.unit ?? '') ? bodies.slice(1) : bodies;
  const second = body.map(({ cells }) => cells[1]?.trim() ?? '').filter((text) => text !== '');
  const words = second.length > 0 && second.filter(isFigure).length * 2 < second.length;
  return placed(
    body.map(({ cells, unit }, index) => {
      const beside = words ? (cells[1] ?? '') : '';
      // Among notes, too, a unit is a unit.
      const isUnit = isUnitWord(beside);
      return {
        row: rows[at + index],
        text: cells[0] ?? '',
        unit: isUnit && unit === '' ? beside : unit,
        note: isUnit ? '' : beside,
      };
    }),
    false,
  );
}

function byNames(
  block: readonly (readonly string[])[],
  rows: readonly PasteRow[],
  names: number,
  period: string,
): Placed {
  const found = block.map((cells) => rowNamed(cells[names] ?? '', rows));
  const first = found.findIndex((row) => row !== undefined);
  const heads = block.slice(0, first);
  const headed = heads
    .map((row) => row.findIndex((text, column) => column > names && isUnitHead(text)))
    .find((column) => column > names);
  const body = block.slice(first);
  const units = headed ?? unitColumn(body, names + 1);
  const column = valueColumn(block, { names, units, period });
  const general = heads.map((row) => unitInHead(row[column] ?? '')).find(Boolean) ?? '';
  // What stands above the first row is the head of the table.
  return placed(
    body.map((cells, index) => ({
      row: found[first + index],
      text: cells[column] ?? '',
      unit: units === null || units === column ? general : (cells[units] ?? ''),
      note: '',
    })),
    true,
  );
}

function placed(
  cells: readonly { row: PasteRow | undefined; text: string; unit: string; note: string }[],
  byName: boolean,
): Placed {
  const filled = cells.filter(({ text, note }) => text.trim() !== '' || note.trim() !== '');
  const known = filled.flatMap(({ row, ...cell }) => (row ? [{ row, ...cell }] : []));
  const open = known.filter(({ row }) => row.open);
  return {
    values: open
      .filter(({ text }) => text.trim() !== '')
      .map(({ row, text, unit }) => ({
        indicator: row.indicator,
        text: withPastedUnit(text.trim(), unit, row.unit),
      })),
    notes: open
      .filter(({ note }) => note.trim() !== '')
      .map(({ row, note }) => ({ indicator: row.indicator, text: note.trim() })),
    skipped: known.filter(({ row }) => !row.open).map(({ row }) => row.line),
    beyond: filled.length - known.length,
    byName,
  };
}

/** The column in which at least half of the rows are called as rows of the form are. */
function nameColumn(
  block: readonly (readonly string[])[],
  rows: readonly PasteRow[],
): number | null {
  const width = Math.max(0, ...block.map((row) => row.length));
  for (let column = 0; column < width - 1; column += 1) {
    const found = block.filter((row) => rowNamed(row[column] ?? '', rows)).length;
    if (found > 0 && found * 2 >= block.length) return column;
  }
  return null;
}

function valueColumn(
  block: readonly (readonly string[])[],
  given: { readonly names: number; readonly units: number | null; readonly period: string },
): number {
  const { names, units, period } = given;
  const headed = (block[0] ?? []).findIndex(
    (text, column) =>
      column > names && column !== units && (text.includes(period) || /本期|本年/.test(text)),
  );
  if (headed > names) return headed;
  const width = Math.max(...block.map((row) => row.length));
  const columns = Array.from({ length: width }, (_, column) => width - 1 - column);
  const after = columns.filter((column) => column > names && column !== units);
  return (
    after.find((column) => block.some((row) => isFigure(row[column] ?? ''))) ??
    after[0] ??
    width - 1
  );
}

function rowNamed(text: string, rows: readonly PasteRow[]): PasteRow | undefined {
  const wanted = folded(text);
  if (wanted === '') return undefined;
  return rows.find(({ name }) => folded(name.zh) === wanted || folded(name.en) === wanted);
}

function folded(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/^其中[:：]/, '')
    .toLowerCase();
}

function isFigure(text: string): boolean {
  return /^[+\-−]?[\d,]*\.?\d+%?$/.test(text.normalize('NFKC').trim());
}
