import { disarmedText } from '../../domain/formula-text.ts';

type Cell = string | number | null;

/** Returns rows as the text of a CSV file that spreadsheets read as UTF-8. */
export function csvText(rows: readonly (readonly Cell[])[]): string {
  // Without the mark a spreadsheet takes Chinese for another encoding.
  return `\uFEFF${rows.map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`;
}

/** Hands rows over as a CSV file. */
export function saveRows(name: string, rows: readonly (readonly Cell[])[]): void {
  const blob = new Blob([csvText(rows)], { type: 'text/csv;charset=utf-8' });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = `${name}.csv`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

function csvCell(value: Cell): string {
  if (value === null) return '';
  const text = typeof value === 'number' ? String(value) : disarmedText(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
