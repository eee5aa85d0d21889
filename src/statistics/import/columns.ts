import type { FindingCode, FindingParams } from '../../domain/finding.ts';
import type { ImportField } from '../../domain/import-mapping.ts';
import type { SheetRow } from '../../domain/sheet.ts';
import type { Setting } from './header-cell.ts';

/** The columns of each field, in order. */
export type Fields = ReadonlyMap<ImportField, readonly number[]>;

/** A column of figures. */
export interface ValueColumn {
  readonly index: number;
  readonly letters: string;
  readonly setting: Setting;
  /** Of notes, at the words above it. */
  readonly marks: readonly string[];
}

/** A column with its words and what it is. */
export interface Column {
  readonly index: number;
  readonly words: readonly string[];
  /** The last row of the header that has words for it. */
  readonly row: SheetRow | undefined;
  readonly role: ImportField | Setting | 'ignored' | 'unknown';
}

/** A finding on a header, with the column and the row it stands in. */
export interface HeaderProblem {
  readonly code: FindingCode;
  readonly params: FindingParams;
  readonly column: number;
  readonly row: SheetRow | undefined;
}
