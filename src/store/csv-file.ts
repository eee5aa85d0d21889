import { CsvError, type Info, parse } from 'csv-parse/sync';
import { type Finding, finding } from '../domain/finding.ts';

/** A CSV file with a header, read by its columns. */
export interface CsvFile<Column extends string> {
  readonly rows: readonly CsvRow<Column>[];
  readonly findings: readonly Finding[];
}

export interface CsvRow<Column extends string> {
  /** 1-based. */
  readonly line: number;
  /** The cell of a column without the blanks around it; empty where there is none. */
  readonly cell: (column: Column) => string;
}

/**
 * Returns the rows of a CSV text. Findings: text that is no CSV, which has no rows then, and a
 * column of the list that is missing. Other columns are passed over.
 */
export function parseCsvFile<Column extends string>(
  file: string,
  text: string,
  columns: readonly Column[],
): CsvFile<Column> {
  let header: string[] = [];
  try {
    const records = parse(text, {
      bom: true,
      info: true,
      trim: true,
      skip_empty_lines: true,
      columns: (names: string[]) => {
        header = names;
        return names;
      },
    }) as unknown as { record: Partial<Record<Column, string>>; info: Info }[];
    const rows = records.map(({ record, info }) => ({
      line: info.lines,
      cell: (column: Column) => record[column]?.trim() ?? '',
    }));
    return { rows, findings: columnsMissing(file, columns, header) };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = Number((error as { lines?: number }).lines) || 1;
    return {
      rows: [],
      findings: [finding('csv-syntax', { file, line }, { reason: error.message })],
    };
  }
}

function columnsMissing(
  file: string,
  columns: readonly string[],
  header: readonly string[],
): Finding[] {
  const reason = { reason: '缺少此列', reasonEn: 'no such column' };
  return columns
    .filter((column) => !header.includes(column))
    .map((field) => finding('field-invalid', { file, line: 1 }, { field, ...reason }));
}
