import type { Marker, MarkerLevel } from './marker.ts';

/** A node of the outline: a marker and its place in the tree; `marker` is null for the preamble. */
export interface OutlineNode {
  readonly marker: Marker | null;
  /** Index of the parent node; −1 at the top. */
  readonly parent: number;
  readonly level: MarkerLevel | 'preamble' | 'line';
  /** The printed number, or the ordinal among its siblings for ——. */
  readonly value: number;
  readonly start: number;
  /** Where the heading or the text begins. */
  readonly contentStart: number;
}
