import type { Columns } from './columns.ts';

/**
 * What a colour is for. A palette gives each a colour: the page its design tokens, a file literal
 * values. `was` was there, `gain` came since, `gap` is still to come, `loss` was there and is not.
 */
export type Role =
  | 'ground'
  | 'ink'
  | 'ink-2'
  | 'ink-3'
  | 'line'
  | 'line-2'
  | 'line-faint'
  | 'was'
  | 'gain'
  | 'gap'
  | 'loss'
  | 'miss'
  | 'rise'
  | 'fall'
  | 'q1'
  | 'q2'
  | 'q3'
  | 'q4'
  | 'q5'
  | 'seal';

/** Drawn so that they are told apart without colour, too. */
export type Pattern = 'no-base' | 'lost' | 'absent';

export type Fill = Role | Pattern;

/** Whose figure a mark shows, and which part of it: `was`, `now`, `rise` … */
interface Shown {
  readonly place?: number;
  readonly part?: string;
}

export interface RectMark extends Shown {
  readonly kind: 'rect';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly fill: Fill;
  readonly stroke?: Role;
}

export interface LineMark extends Shown {
  readonly kind: 'line';
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly stroke: Role;
  readonly weight: number;
  readonly dash?: string;
  readonly opacity?: number;
}

export interface PathMark extends Shown {
  readonly kind: 'path';
  readonly d: string;
  readonly fill?: Role;
  readonly stroke?: Role;
  readonly weight?: number;
}

export interface CircleMark extends Shown {
  readonly kind: 'circle';
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly fill: Role;
  readonly stroke?: Role;
}

export interface TextMark extends Shown {
  readonly kind: 'text';
  readonly x: number;
  /** The baseline; of the first character where the text is vertical. */
  readonly y: number;
  readonly text: string;
  readonly size: number;
  readonly fill: Role;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly bold?: boolean;
  /** One character below the other. */
  readonly vertical?: boolean;
  /** Set off from what lies below it. */
  readonly halo?: boolean;
}

export type Mark = RectMark | LineMark | PathMark | CircleMark | TextMark;

/** Where a track is drawn, from top to bottom; from left to right on the upright ribbon. */
export interface Plot {
  readonly track: string;
  readonly from: number;
  readonly to: number;
}

/** A ribbon ready to be drawn: on a page, or as a file. */
export interface Scene {
  readonly upright: boolean;
  readonly width: number;
  readonly height: number;
  readonly columns: Columns;
  readonly plots: readonly Plot[];
  /** How far the reading line goes across the columns. */
  readonly reading: { readonly from: number; readonly to: number };
  readonly marks: readonly Mark[];
}
