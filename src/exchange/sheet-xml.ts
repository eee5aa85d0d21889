import { AppError } from '../domain/app-error.ts';
import { isDecimal, type TableCell, type TableColumn, type TableStream } from '../domain/table.ts';
import { columnLetters, isoDate, printable, widthOf } from './sheet-text.ts';

/** Rows of a sheet: https://support.microsoft.com/office/1672b34d-7043-467e-8e27-269d656771c3 */
const mostRows = 1_048_576;

const narrowest = 8;
const widest = 60;

/** Places in the list of styles that workbook-xlsx.ts writes. */
const cellStyles = { plain: 0, title: 1, header: 2, numericHeader: 3, text: 4, number: 5, date: 6 };

/**
 * Yields a sheet as XML: title, header, the rows as they come, notes. `first` is the sheet that opens.
 * Refuses with `sheet-full` more rows than a sheet has.
 */
export async function* sheetXml(table: TableStream, first: boolean): AsyncGenerator<string> {
  const { columns, title, notes = [] } = table;
  const letters = columns.map((_, index) => columnLetters(index));
  const header = title === undefined ? 1 : 2;
  yield opening(columns, header, first);
  if (title !== undefined) yield rowXml(1, textCell('A1', title, cellStyles.title));
  yield rowXml(header, headerCells(columns, letters, header));
  let last = header;
  for await (const row of table.rows) {
    last++;
    if (last > mostRows - notes.length - 1) throw new AppError('sheet-full', { limit: mostRows });
    yield rowXml(last, rowCells(row, columns, letters, last));
  }
  for (const [index, note] of notes.entries()) {
    const number = last + 2 + index;
    yield rowXml(number, textCell(`A${number}`, note, cellStyles.plain));
  }
  yield closing(letters.at(-1), header, last);
}

/** Returns text as it stands in XML, between tags and in attributes. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"\r]/g, (mark) => entities[mark] ?? mark);
}

/** A carriage return would be read back as a line feed. */
const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
};

function opening(columns: readonly TableColumn[], header: number, first: boolean): string {
  const widths = columns.map((column, index) => {
    const width = Math.min(widest, column.width ?? Math.max(narrowest, widthOf(column.header) + 2));
    return `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`;
  });
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    `<sheetViews><sheetView${first ? ' tabSelected="1"' : ''} workbookViewId="0">`,
    `<pane ySplit="${header}" topLeftCell="A${header + 1}" activePane="bottomLeft" state="frozen"/>`,
    '</sheetView></sheetViews>',
    widths.length > 0 ? `<cols>${widths.join('')}</cols>` : '',
    '<sheetData>',
  ].join('');
}

function closing(letter: string | undefined, header: number, last: number): string {
  return [
    '</sheetData>',
    letter === undefined ? '' : `<autoFilter ref="A${header}:${letter}${last}"/>`,
    '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
    '</worksheet>',
  ].join('');
}

function rowXml(number: number, cells: string): string {
  return `<row r="${number}">${cells}</row>`;
}

function headerCells(
  columns: readonly TableColumn[],
  letters: readonly string[],
  row: number,
): string {
  return columns
    .map(({ header, numeric }, index) => {
      const style = numeric === true ? cellStyles.numericHeader : cellStyles.header;
      return textCell(`${letters[index]}${row}`, header, style);
    })
    .join('');
}

function rowCells(
  row: readonly TableCell[],
  columns: readonly TableColumn[],
  letters: readonly string[],
  number: number,
): string {
  let cells = '';
  for (let index = 0; index < columns.length; index++) {
    const cell = row[index] ?? null;
    if (cell === null) continue;
    cells += cellXml(cell, `${letters[index]}${number}`, columns[index]?.numeric === true);
  }
  return cells;
}

function cellXml(cell: string | number, place: string, numeric: boolean): string {
  if (typeof cell === 'number') {
    if (!Number.isFinite(cell)) throw new TypeError(`a table cell holds ${cell}`);
    return numberCell(place, String(cell), cellStyles.number);
  }
  if (numeric && isDecimal(cell)) return numberCell(place, cell, cellStyles.number);
  const date = isoDate(cell);
  if (date !== null) return numberCell(place, String(dayOf(date)), cellStyles.date);
  return textCell(place, cell, cellStyles.text);
}

function numberCell(place: string, value: string, style: number): string {
  return `<c r="${place}" s="${style}"><v>${value}</v></c>`;
}

function textCell(place: string, text: string, style: number): string {
  const words = escapeXml(printable(text));
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${words}</t></is></c>`;
}

/** Days since 1899-12-30, which is how a sheet counts from March 1900 on. */
function dayOf(date: Date): number {
  return Math.round(date.getTime() / 86_400_000) + 25_569;
}
