import type { Fill } from './scene.ts';

/** A place of the ribbon, in order along the frontier. Names are in the reader's language. */
export interface RibbonPlace {
  readonly id: string;
  readonly name: string;
  /** Where space is short. */
  readonly shortName: string;
  readonly province: string;
  /** Neighbouring states; empty where the source leaves it open. */
  readonly neighbours: readonly string[];
  /** Whether it lies on the frontier itself: one that does not has no neighbour to be open about. */
  readonly touches: boolean;
  /** Whether it is sure that it belongs here. */
  readonly certain: boolean;
}

/** A figure as it is drawn: null where there is none. */
export interface RibbonFigure {
  readonly value: number | null;
  /** Looks wrong and is not yet verified (待核实). */
  readonly doubtful?: boolean;
  /** Why there is none, in words. */
  readonly reason?: string;
}

export const trackForms = [
  'level-rise',
  'dumbbell',
  'diverging',
  'plumb',
  'squares',
  'stacked-years',
] as const;

/** How a track shows its figures. */
export type TrackForm = (typeof trackForms)[number];

/** One indicator along the ribbon. */
export interface RibbonTrack {
  readonly id: string;
  readonly form: TrackForm;
  readonly title: string;
  /** Behind the title, smaller: periods, unit, what is counted. */
  readonly note: string;
  readonly unit: string;
  readonly digits: number;
  /** Whether more is better. */
  readonly direction: 'up' | 'down' | 'none';
  readonly range: { readonly min?: number | undefined; readonly max?: number | undefined };
  /** In order of time. */
  readonly periods: readonly string[];
  /** Places whose area changed between the first and the last period: their figures do not compare. */
  readonly changed?: ReadonlySet<number>;
  /** The first period of another series, where one begins after the first period: nothing compares. */
  readonly broken?: string;
  /** Of figures that are changes themselves: the period they are counted from. */
  readonly since?: string;
  /** By place, then by period. */
  readonly figures: readonly (readonly RibbonFigure[])[];
  /** What its fills mean. */
  readonly legend: readonly LegendItem[];
}

export interface LegendItem {
  readonly fill: Fill;
  readonly shape: 'bar' | 'dot' | 'ring' | 'square' | 'tick';
  readonly words: string;
}

/** The words a ribbon needs beside its figures. */
export interface RibbonWords {
  /** 待核实 */
  readonly doubtful: string;
  /** 中位县 */
  readonly median: string;
  /** After the name of a province: how many of its places are here. */
  readonly places: (count: number) => string;
  /** In the place of a track without a figure: what to do. */
  readonly empty?: string;
}

/** Returns the first and the last figure of a place; the same one twice where there is one period. */
export function endsOf(
  track: RibbonTrack,
  place: number,
): { readonly was: RibbonFigure; readonly now: RibbonFigure } {
  const figures = track.figures[place] ?? [];
  const none: RibbonFigure = { value: null };
  return { was: figures[0] ?? none, now: figures.at(-1) ?? none };
}

/** Returns whether the two ends of a place may be joined: one area, one series. */
export function compares(track: RibbonTrack, place: number): boolean {
  return track.broken === undefined && track.changed?.has(place) !== true;
}
