/** A column of a table people download. */
export interface TableColumn {
  /** The name programs use. */
  readonly key: string;
  /** The name people read. */
  readonly header: string;
  /** Width in characters (a Chinese character counts two); measured from the content when absent. */
  readonly width?: number;
  /** Numbers, aligned right; a column of text by default. */
  readonly numeric?: boolean;
}

/** Null is an empty cell; why a value is missing is a text in a column of its own. */
export type TableCell = string | number | null;

/** A plain table, ready to be written as CSV or XLSX: what is shown on a page is what is downloaded. */
export interface Table {
  /** Short: the sheet's name and the stem of the file's. */
  readonly name: string;
  /** Printed above the header in XLSX. */
  readonly title?: string;
  readonly columns: readonly TableColumn[];
  /** Cells in the order of `columns`. */
  readonly rows: readonly (readonly TableCell[])[];
  /** Source, date, method and caveats: printed below the table in XLSX, left out of CSV. */
  readonly notes?: readonly string[];
}

/** A table whose rows come one after another, however many there are; a `Table` is one too. */
export interface TableStream extends Omit<Table, 'rows'> {
  /** Text of digits in a numeric column is a number: a decimal keeps every digit it has. */
  readonly rows: TableRows;
}

/** Rows of cells in the order of the columns, at hand or still to come. */
export type TableRows = Iterable<readonly TableCell[]> | AsyncIterable<readonly TableCell[]>;

/** Returns whether a cell is a decimal number written as text, as JSON writes one without a power. */
export function isDecimal(cell: TableCell): cell is string {
  return typeof cell === 'string' && /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(cell);
}
