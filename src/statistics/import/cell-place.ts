import type { FindingPlace } from '../../domain/finding.ts';
import { columnLetters, type SheetRow } from '../../domain/sheet.ts';

/** Returns the place of a cell, without its file: in a workbook by sheet, in a text file by line. */
export function placeOfCell(
  row: SheetRow,
  column: number | string,
  sheet: string | null,
): FindingPlace {
  const letters = typeof column === 'string' ? column : columnLetters(column);
  const cell = `${letters}${row.row}`;
  if (sheet !== null) return { sheet, cell };
  return row.line === null ? { cell } : { line: row.line, cell };
}
