import type { TableColumn, TableStream } from './table.ts';

/** A column that says what it holds, so that programs can check it. */
export interface DataField extends TableColumn {
  readonly type: 'string' | 'number' | 'integer' | 'datetime';
  readonly description: string;
  readonly required?: boolean;
  /** All values there are. */
  readonly values?: readonly string[];
  readonly pattern?: string;
}

/** Fields whose values are found in the fields of another resource. */
export interface ForeignKey {
  readonly fields: readonly string[];
  readonly resource: string;
  readonly reference: readonly string[];
}

/** A table that describes itself: name and description for people, types and keys for programs. */
export interface DataResource extends TableStream {
  /** The stem of its file: lower-case letters, digits, hyphens. */
  readonly id: string;
  readonly description: string;
  readonly columns: readonly DataField[];
  readonly primaryKey: readonly string[];
  readonly foreignKeys: readonly ForeignKey[];
}

/** Tables that belong together, with where they come from and what may be done with them. */
export interface DataPackage {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** The instant its data are of, not that of the writing: equal data make equal bytes. */
  readonly created: string | null;
  readonly sources: readonly { readonly title: string }[];
  /** `path` names the file that says more. */
  readonly licences: readonly { readonly title: string; readonly path: string }[];
  readonly resources: readonly DataResource[];
  /** What a reader should know, as the text README.md. */
  readonly notes: readonly string[];
}
