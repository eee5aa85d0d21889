import { disarmedText } from '../domain/formula-text.ts';
import {
  isDecimal,
  type Table,
  type TableCell,
  type TableColumn,
  type TableStream,
} from '../domain/table.ts';
import { encodeText } from './text-chunks.ts';

/**
 * Returns `table` as CSV: UTF-8 with a byte order mark (without it Excel reads Chinese as GBK),
 * CRLF line ends, quoting by RFC 4180. Title and notes are left out, so that the file is data and
 * nothing else. Text a spreadsheet would run as a formula gets an apostrophe in front; numbers are
 * written as they are. Throws on a number that is not finite: a missing value is null.
 */
export function writeCsv(table: Table): Uint8Array {
  const header = table.columns.map((column) => column.header);
  const lines = [header, ...table.rows].map((row) => row.map(writeCell).join(','));
  return new TextEncoder().encode(`\uFEFF${lines.join('\r\n')}\r\n`);
}

/**
 * Yields a table as CSV like `writeCsv`, a chunk at a time, so that memory does not grow with the
 * rows; a decimal in a numeric column is written as the number it is. `head` chooses between the
 * names people read and those programs use; `mark` leaves the byte order mark out, for programs.
 */
export function streamCsv(
  table: TableStream,
  options: { readonly head?: 'header' | 'key'; readonly mark?: boolean } = {},
): AsyncGenerator<Uint8Array> {
  return encodeText(linesOf(table, options.head ?? 'header', options.mark ?? true));
}

async function* linesOf(
  { columns, rows }: TableStream,
  head: 'header' | 'key',
  mark: boolean,
): AsyncGenerator<string> {
  const names = columns.map((column) => writeCell(column[head]));
  yield `${mark ? '\uFEFF' : ''}${names.join(',')}\r\n`;
  for await (const row of rows) yield `${lineOf(row, columns)}\r\n`;
}

function lineOf(row: readonly TableCell[], columns: readonly TableColumn[]): string {
  let line = '';
  for (let index = 0; index < row.length; index++) {
    const cell = row[index] ?? null;
    if (index > 0) line += ',';
    line += columns[index]?.numeric === true && isDecimal(cell) ? cell : writeCell(cell);
  }
  return line;
}

function writeCell(cell: TableCell): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return quote(disarmedText(cell));
  if (!Number.isFinite(cell)) throw new TypeError(`a table cell holds ${cell}`);
  return String(cell);
}

function quote(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
