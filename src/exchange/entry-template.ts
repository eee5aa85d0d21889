import type { Cell, CellStyle, CellValue, WriteSheet } from 'hucre';
import { writeXlsx as writeWorkbook } from 'hucre/xlsx';
import { significantDigits } from '../domain/decimal.ts';
import type { EntryTemplate, TemplateCell, TemplateStyle } from '../domain/entry-template.ts';
import { isDecimal } from '../domain/table.ts';
import { printable } from './sheet-text.ts';

/** Written in place of the clock, so that equal templates make equal bytes. */
const written = new Date(Date.UTC(2017, 0, 1));

/**
 * Resolves to a template as an XLSX workbook of one protected sheet: only its cells for entry can be
 * changed, columns can still be widened. There is no password: protection keeps from slips, and what
 * was changed all the same is found when the file comes back.
 */
export async function writeEntryTemplate(template: EntryTemplate): Promise<Uint8Array> {
  const sheet: WriteSheet = {
    name: template.sheet,
    rows: template.rows.map((row) => row.map((cell) => (cell ? cellValue(cell) : null))),
    columns: template.columns.map(({ width, hidden }) => ({ width, hidden })),
    cells: stylesOf(template),
    freezePane: { rows: template.frozen },
    protection: { sheet: true, formatColumns: true, formatRows: true },
    dataValidations: template.lists.map(({ range, words, title, prompt }) => ({
      type: 'list',
      values: [...words],
      range,
      allowBlank: true,
      showInputMessage: true,
      inputTitle: title,
      inputMessage: prompt,
      showErrorMessage: true,
      errorStyle: 'stop',
      errorTitle: title,
      errorMessage: words.join(' / '),
    })),
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `$${template.frozen}:$${template.frozen}`,
    },
  };
  return await writeWorkbook({
    sheets: [sheet],
    properties: { created: written, modified: written },
  });
}

/** A decimal a spreadsheet would round stays text. */
function cellValue({ text, number }: TemplateCell): CellValue {
  if (text === '') return null;
  const isExact = number === true && isDecimal(text) && significantDigits(text) <= 15;
  return isExact ? Number(text) : printable(text);
}

function stylesOf({ rows }: EntryTemplate): Map<string, Partial<Cell>> {
  const styles = new Map<string, Partial<Cell>>();
  for (const [at, row] of rows.entries())
    for (const [column, cell] of row.entries()) {
      if (!cell) continue;
      const style = cellStyles[cell.style];
      const alignment = { ...style.alignment, ...(cell.indent && { indent: cell.indent * 2 }) };
      styles.set(`${at},${column}`, {
        // The library writes a cell without a value only where it is told one.
        value: cellValue(cell),
        style: { ...style, alignment },
      });
    }
  return styles;
}

const line = { style: 'thin', color: { rgb: 'C9CED6' } } as const;
const box = { top: line, bottom: line, left: line, right: line };
const grey = { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'EEF1F5' } } as const;
const yellow = { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFF9E0' } } as const;
const open = { locked: false };

const cellStyles: Readonly<Record<TemplateStyle, CellStyle>> = {
  title: { font: { bold: true, size: 14 } },
  remark: { alignment: { wrapText: false } },
  header: { font: { bold: true }, fill: grey, border: box, alignment: { vertical: 'center' } },
  section: { font: { bold: true } },
  label: { border: box, alignment: { vertical: 'top', wrapText: true } },
  figure: { border: box, alignment: { horizontal: 'right', vertical: 'top' } },
  'figure-entry': {
    fill: yellow,
    border: box,
    protection: open,
    alignment: { horizontal: 'right', vertical: 'top' },
  },
  'words-entry': {
    fill: yellow,
    border: box,
    protection: open,
    alignment: { vertical: 'top', wrapText: true },
  },
};
