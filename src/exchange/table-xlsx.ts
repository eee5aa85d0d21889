import type { Cell, CellStyle, CellValue, ColumnDef, PageSetup, WriteSheet } from 'hucre';
import { writeXlsx as writeWorkbook } from 'hucre/xlsx';
import type { Table, TableCell, TableColumn } from '../domain/table.ts';
import { columnLetters, isoDate, printable, sheetNames, widthOf } from './sheet-text.ts';

/** Written into every file in place of the clock, so that equal tables make equal bytes. */
const written = new Date(Date.UTC(2017, 0, 1));

const narrowest = 6;
const widest = 60;
/** Enough rows to judge a column's width by. */
const measuredRows = 500;

const titleStyle: CellStyle = { font: { bold: true, size: 14 }, alignment: { wrapText: false } };
const noteStyle: CellStyle = { alignment: { wrapText: false } };
const headerStyle: CellStyle = {
  font: { bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'EEF1F5' } },
  border: { bottom: { style: 'thin', color: { rgb: '8A94A6' } } },
  alignment: { wrapText: true, vertical: 'center' },
};

/**
 * Returns `tables` as one XLSX workbook, a sheet each: the title, a bold header with a filter, frozen
 * above the rows, then the notes. Numbers are numbers, ISO dates are dates, and text is text, never a
 * formula. Equal tables give equal bytes. Throws on a number that is not finite.
 */
export async function writeXlsx(tables: readonly Table[]): Promise<Uint8Array> {
  const names = sheetNames(tables.map((table) => table.name));
  const sheets = tables.map((table, index) => sheetOf(table, names[index] ?? ''));
  return await writeWorkbook({ sheets, properties: { created: written, modified: written } });
}

function sheetOf(table: Table, name: string): WriteSheet {
  const headerRow = table.title === undefined ? 0 : 1;
  return {
    name,
    rows: rowsOf(table),
    columns: table.columns.map((column, index) => columnOf(table, column, index)),
    cells: overridesOf(table, headerRow),
    freezePane: { rows: headerRow + 1 },
    ...(table.columns.length > 0 && { autoFilter: { range: filterRange(table, headerRow) } }),
    pageSetup: pageOf(headerRow),
  };
}

function rowsOf(table: Table): CellValue[][] {
  const notes = table.notes ?? [];
  return [
    ...(table.title === undefined ? [] : [[printable(table.title)]]),
    table.columns.map((column) => printable(column.header)),
    ...table.rows.map((row) => row.map(cellValue)),
    ...(notes.length === 0 ? [] : [[], ...notes.map((note) => [printable(note)])]),
  ];
}

function cellValue(cell: TableCell): CellValue {
  if (typeof cell === 'string') return isoDate(cell) ?? printable(cell);
  if (cell !== null && !Number.isFinite(cell)) throw new TypeError(`a table cell holds ${cell}`);
  return cell;
}

function columnOf(table: Table, column: TableColumn, index: number): ColumnDef {
  const horizontal = column.numeric === true ? 'right' : 'left';
  return {
    width: column.width ?? measuredWidth(table, column, index),
    style: { alignment: { horizontal, vertical: 'top', wrapText: true } },
  };
}

function measuredWidth(table: Table, column: TableColumn, index: number): number {
  let width = narrowest;
  for (const text of [column.header, ...table.rows.slice(0, measuredRows).map((r) => r[index])]) {
    for (const line of String(text ?? '').split('\n')) width = Math.max(width, widthOf(line) + 2);
  }
  return Math.min(width, widest);
}

function overridesOf(table: Table, headerRow: number): Map<string, Partial<Cell>> {
  const styles = new Map<string, Partial<Cell>>();
  if (headerRow === 1) styles.set('0,0', { style: titleStyle });
  table.columns.forEach((column, index) => {
    const horizontal = column.numeric === true ? 'right' : 'left';
    const alignment = { ...headerStyle.alignment, horizontal } as const;
    styles.set(`${headerRow},${index}`, { style: { ...headerStyle, alignment } });
  });
  const firstNote = headerRow + table.rows.length + 2;
  table.notes?.forEach((_, index) => {
    styles.set(`${firstNote + index},0`, { style: noteStyle });
  });
  table.rows.forEach((row, rowIndex) => {
    row.forEach((cell, index) => {
      if (!isErrorName(cell)) return;
      styles.set(`${headerRow + 1 + rowIndex},${index}`, { richText: [{ text: cell }] });
    });
  });
  return styles;
}

/** The library writes text such as #N/A as an error value, unless it is set as rich text. */
function isErrorName(cell: TableCell | undefined): cell is string {
  return typeof cell === 'string' && /^#[A-Z][A-Z0-9/_]*[!?]?$/.test(cell);
}

function filterRange(table: Table, headerRow: number): string {
  const lastColumn = columnLetters(table.columns.length - 1);
  return `A${headerRow + 1}:${lastColumn}${headerRow + 1 + table.rows.length}`;
}

function pageOf(headerRow: number): PageSetup {
  return {
    paperSize: 'a4',
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    printTitlesRow: `$${headerRow + 1}:$${headerRow + 1}`,
  };
}
