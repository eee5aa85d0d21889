/** A row of the grid as far as pasting needs it. */
export interface PasteRow {
  readonly indicator: string;
  readonly line: string;
  readonly name: { readonly zh: string; readonly en: string };
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
 * second one of words into the notes. Empty cells of a block leave what is there.
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
  const target = (index: number) => rows[at + index];
  const second = block.map((row) => row[1]?.trim() ?? '').filter((text) => text !== '');
  const words = second.length > 0 && second.filter(isFigure).length * 2 < second.length;
  return placed(
    block.map((row, index) => ({
      row: target(index),
      text: row[0] ?? '',
      note: words ? (row[1] ?? '') : '',
    })),
    false,
  );
}

function byNames(
  block: readonly (readonly string[])[],
  rows: readonly PasteRow[],
  names: number,
  period: string,
): Placed {
  const column = valueColumn(block, names, period);
  const named = block.map((cells) => ({
    row: rowNamed(cells[names] ?? '', rows),
    text: cells[column] ?? '',
    note: '',
  }));
  const first = named.findIndex(({ row }) => row !== undefined);
  // What stands above the first row is the head of the table.
  return placed(named.slice(first), true);
}

function placed(
  cells: readonly { row: PasteRow | undefined; text: string; note: string }[],
  byName: boolean,
): Placed {
  const filled = cells.filter(({ text, note }) => text.trim() !== '' || note.trim() !== '');
  const known = filled.flatMap(({ row, ...cell }) => (row ? [{ row, ...cell }] : []));
  const open = known.filter(({ row }) => row.open);
  const of = (kind: 'text' | 'note') =>
    open
      .filter((cell) => cell[kind].trim() !== '')
      .map((cell) => ({ indicator: cell.row.indicator, text: cell[kind].trim() }));
  return {
    values: of('text'),
    notes: of('note'),
    skipped: known.filter(({ row }) => !row.open).map(({ row }) => row.line),
    beyond: filled.length - known.length,
    byName,
  };
}

/** The column in which at least two rows, and half of them, are called as rows of the form are. */
function nameColumn(
  block: readonly (readonly string[])[],
  rows: readonly PasteRow[],
): number | null {
  const width = Math.max(0, ...block.map((row) => row.length));
  for (let column = 0; column < width - 1; column += 1) {
    const found = block.filter((row) => rowNamed(row[column] ?? '', rows)).length;
    if (found >= 2 && found * 2 >= block.length) return column;
  }
  return null;
}

function valueColumn(block: readonly (readonly string[])[], names: number, period: string): number {
  const headed = (block[0] ?? []).findIndex(
    (text, column) => column > names && (text.includes(period) || /本期|本年/.test(text)),
  );
  if (headed > names) return headed;
  const width = Math.max(...block.map((row) => row.length));
  for (let column = width - 1; column > names; column -= 1)
    if (block.some((row) => isFigure(row[column] ?? ''))) return column;
  return width - 1;
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
