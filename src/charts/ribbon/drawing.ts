import type { Callout } from './callouts.ts';
import { type Columns, centreOf, drawn } from './columns.ts';
import { figureText, textWidth } from './figure-text.ts';
import type { Mark } from './scene.ts';
import { endsOf, type RibbonTrack, type RibbonWords } from './track.ts';

/** Where a form draws: between two heights, along the columns. Values grow upwards. */
export interface Area {
  readonly top: number;
  readonly bottom: number;
  readonly columns: Columns;
  readonly words: RibbonWords;
}

/** What a form makes of a track: marks, what it would like to say beside them, and its axis. */
export interface Drawing {
  readonly marks: readonly Mark[];
  /** Drawn above the marks, where a grid has to be seen through filled columns. */
  readonly over: readonly Mark[];
  readonly callouts: readonly Callout[];
  readonly ticks: readonly Tick[];
  /** At the other end of the rows: medians, counts. */
  readonly notes: readonly Tick[];
}

export interface Tick {
  readonly at: number;
  readonly text: string;
  readonly bold?: boolean;
}

/** Draws a track into an area. */
export type DrawTrack = (track: RibbonTrack, area: Area) => Drawing;

/** Returns a line across all columns. */
export function acrossColumns(
  columns: Columns,
  y: number,
  look: { readonly stroke: 'line' | 'line-2' | 'line-faint' | 'ink-3' | 'ground' } & {
    readonly weight?: number;
    readonly opacity?: number;
    readonly dash?: string;
  },
): Mark {
  const { stroke, weight = 1, opacity, dash } = look;
  return {
    kind: 'line',
    x1: columns.start,
    y1: y,
    x2: columns.end,
    y2: y,
    stroke,
    weight,
    ...(opacity !== undefined && { opacity }),
    ...(dash !== undefined && { dash }),
  };
}

/** Returns a scale from values to heights: `low` at the bottom, `high` at the top. */
export function heightScale(
  { top, bottom }: Pick<Area, 'top' | 'bottom'>,
  low: number,
  high: number,
): (value: number) => number {
  return (value) => bottom - ((value - low) / (high - low)) * (bottom - top);
}

/** Returns whether any last figure is printed at its mark. */
export function printsValues(track: RibbonTrack, columns: Columns): boolean {
  return drawn(columns).some((place) => {
    const { value } = endsOf(track, place).now;
    return value !== null && textWidth(figureText(value, track.digits), 11) <= columns.bar - 3;
  });
}

/** Returns a figure set above its mark, where the columns are wide enough to tell it from the next. */
export function valueMarks(
  track: RibbonTrack,
  { columns, top }: Pick<Area, 'columns' | 'top'>,
  at: {
    readonly place: number;
    readonly value: number;
    readonly y: number;
    /** On a plate, where a pattern lies below; so is what has no room above its mark. */
    readonly plate?: boolean;
  },
): readonly Mark[] {
  const text = figureText(at.value, track.digits);
  const width = textWidth(text, 11);
  if (width > columns.bar - 3) return [];
  const { place } = at;
  const x = centreOf(columns, place);
  const y = Math.max(top + 11, at.y - 4);
  const covers = at.plate === true || y > at.y - 4;
  const plate = { x: x - width / 2 - 2, y: y - 10.5, width: width + 4, height: 13 };
  const look = { size: 11, fill: 'ink', anchor: 'middle', halo: true } as const;
  return [
    ...(covers ? [{ kind: 'rect', ...plate, fill: 'ground', place, part: 'plate' } as const] : []),
    { kind: 'text', x, y, text, ...look, place, part: 'value' },
  ];
}
