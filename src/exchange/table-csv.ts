import type { Table, TableCell } from '../domain/table.ts';

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

function writeCell(cell: TableCell): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return quote(disarm(cell));
  if (!Number.isFinite(cell)) throw new TypeError(`a table cell holds ${cell}`);
  return String(cell);
}

/** Excel, WPS and LibreOffice run cells that begin so: https://owasp.org/www-community/attacks/CSV_Injection */
function disarm(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

function quote(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
