/** Cells in several dimensions, with what they are and where they come from. */
export interface DataCube {
  readonly label: string;
  readonly source: string;
  /** An ISO instant. */
  readonly updated: string | null;
  readonly note: readonly string[];
  readonly dimensions: readonly CubeDimension[];
  /** What a format has no word for: sources, instant, the words of the statuses. */
  readonly extension: Readonly<Record<string, unknown>>;
}

/** A dimension of a cube and its categories, in order. */
export interface CubeDimension {
  readonly id: string;
  readonly label: string;
  /** What the dimension says: when, where or of what. */
  readonly role?: 'time' | 'geo' | 'metric';
  readonly categories: readonly CubeCategory[];
}

/** What a cell may be in a dimension: a place, an indicator, a period. */
export interface CubeCategory {
  readonly id: string;
  readonly label: string;
  /** Of a metric: its unit, and the digits it is shown with. */
  readonly unit?: { readonly label: string; readonly decimals: number };
  readonly note?: readonly string[];
}

/** A cell that says something: its place in each dimension, its value or why there is none. */
export interface CubeCell {
  readonly position: readonly number[];
  readonly value: string | number | null;
  /** What the value is short of, or why there is none; null where there is nothing to say. */
  readonly status: string | null;
  /** The place of its source in `extension.sources`. */
  readonly source: number | null;
  /** Members with a figure, and members there are. */
  readonly coverage: readonly [present: number, expected: number] | null;
}
