const mebibyte = 1024 * 1024;

/** How large a table may be that is read. A file beyond ends in a finding, in bounded memory and time. */
export const tableLimits = {
  /** Of a text file. Five million rows of observations are about half of it. */
  textBytes: 1024 * mebibyte,
  /** Of a workbook as it is stored. A full sheet of a million rows is some 40 MB. */
  workbookBytes: 256 * mebibyte,
  /** Of all parts of a workbook, inflated; sheets are inflated piece by piece. */
  inflatedBytes: 1024 * mebibyte,
  /** Of the texts that cells share, which are held in memory. */
  heldBytes: 64 * mebibyte,
  /** Of other parts that are held in memory: styles, the list of sheets. */
  partBytes: 16 * mebibyte,
  /** Of a sheet that is read a first time for its merged cells, which stand after its rows. */
  mergedBytes: 32 * mebibyte,
  sheets: 200,
  /** Of a text file. A sheet has at most 1,048,576. */
  rows: 10_000_000,
  columns: 16_384,
  /** Empty ones within a row included. */
  cells: 200_000_000,
  /** Characters of a cell and of a row. The first is what spreadsheets allow. */
  cell: 32_767,
  rowText: mebibyte,
  mergedRanges: 100_000,
} as const;

/** Rows that a reader hands on together. */
export const rowsAPiece = 2_000;
