/** How a cell of a template looks, and whether it is filled: `figure-entry` and `words-entry` are. */
export type TemplateStyle =
  | 'title'
  | 'remark'
  | 'header'
  | 'section'
  | 'label'
  | 'figure'
  | 'figure-entry'
  | 'words-entry';

export interface TemplateCell {
  /** Decimal text stays exact; where it looks like a number and is to be one, `number` says so. */
  readonly text: string;
  readonly style: TemplateStyle;
  readonly number?: boolean;
  /** Steps to the right. */
  readonly indent?: number;
}

/** Words to choose from in a range of cells. */
export interface TemplateList {
  readonly range: string;
  readonly words: readonly string[];
  readonly title: string;
  readonly prompt: string;
}

/** One sheet to fill: cells that are not for filling are locked. */
export interface EntryTemplate {
  readonly sheet: string;
  readonly columns: readonly { readonly width: number; readonly hidden: boolean }[];
  readonly rows: readonly (readonly (TemplateCell | null)[])[];
  /** Rows that stay in view. */
  readonly frozen: number;
  readonly lists: readonly TemplateList[];
}
