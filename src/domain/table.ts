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
