import { quantile } from '../../kernels/quantile.ts';
import { centreOf, drawn, leftOf } from './columns.ts';
import { type Area, type Drawing, valueMarks } from './drawing.ts';
import type { Mark } from './scene.ts';
import type { RibbonTrack } from './track.ts';

/** A row lower than this has no room for a figure and its space. */
const valueRow = 20;

const classes = ['q1', 'q2', 'q3', 'q4', 'q5'] as const;

/**
 * Draws years as rows, the earliest on top, each place's figure in one of five classes of equal size
 * over all years: darker is more. Where columns are wide enough the figure stands in its cell. One that
 * is missing is a grey tick; a doubtful one has a notch.
 */
export function drawStackedYears(track: RibbonTrack, area: Area): Drawing {
  const { top, bottom, columns } = area;
  const row = (bottom - top) / Math.max(1, track.periods.length);
  const breaks = classBreaks(track);
  return {
    marks: drawn(columns).flatMap((place) =>
      track.periods.flatMap((_, period) => cell(track, area, { place, period, row, breaks })),
    ),
    over:
      row < valueRow
        ? []
        : drawn(columns).flatMap((place) => cellValues(track, area, { place, row, breaks })),
    callouts: [],
    ticks: track.periods.map((period, index) => ({
      at: top + (index + 0.5) * row,
      text: period,
    })),
    notes: track.periods.map((_, period) => ({
      at: top + (period + 0.5) * row,
      text: String(track.figures.filter((figures) => figures[period]?.value != null).length),
    })),
  };
}

/**
 * Returns the four numbers that part the figures of a track into five classes of about equal size:
 * round to as few digits as keep them apart, so that a legend can be read.
 */
export function classBreaks(track: RibbonTrack): readonly number[] {
  const values = track.figures.flat().flatMap(({ value }) => (value === null ? [] : [value]));
  const exact = [0.2, 0.4, 0.6, 0.8].flatMap((p) => quantile(values, p) ?? []);
  const rounded = [2, 3].map((digits) => exact.map((value) => Number(value.toPrecision(digits))));
  return rounded.find((breaks) => new Set(breaks).size === breaks.length) ?? exact;
}

/** Returns the class of a value: as many breaks as it reaches, from 0 to 4. */
export function classOf(value: number, breaks: readonly number[]): number {
  return breaks.filter((limit) => value >= limit).length;
}

function cellValues(
  track: RibbonTrack,
  area: Area,
  at: { readonly place: number; readonly row: number; readonly breaks: readonly number[] },
): readonly Mark[] {
  const { place, row, breaks } = at;
  return track.periods.flatMap((_, period) => {
    const value = track.figures[place]?.[period]?.value ?? null;
    if (value === null) return [];
    const y = area.top + (period + 0.5) * row + 8;
    // The upper classes are far from the ground in both themes, the lower ones from the ink.
    const fill = classOf(value, breaks) > 2 ? 'ground' : 'ink';
    const marks = valueMarks(track, area, { place, value, y });
    return marks.map((mark) => (mark.kind === 'text' ? { ...mark, fill, halo: false } : mark));
  });
}

function cell(
  track: RibbonTrack,
  { columns, top }: Area,
  at: {
    readonly place: number;
    readonly period: number;
    readonly row: number;
    readonly breaks: readonly number[];
  },
): readonly Mark[] {
  const { place, period, row, breaks } = at;
  const figure = track.figures[place]?.[period];
  const y = top + period * row;
  const shown = { place, part: track.periods[period] ?? '' };
  if (!figure || figure.value === null) {
    const x = centreOf(columns, place);
    const half = Math.min(2, columns.bar / 3);
    const middle = y + row / 2;
    return [
      {
        kind: 'line',
        x1: x - half,
        y1: middle,
        x2: x + half,
        y2: middle,
        stroke: 'miss',
        weight: 1,
        place,
        part: 'absent',
      },
    ];
  }
  const fill = classes[classOf(figure.value, breaks)] ?? 'q5';
  const x = leftOf(columns, place);
  const box: Mark = {
    kind: 'rect',
    x,
    y: y + 0.5,
    width: columns.bar,
    height: row - 1,
    fill,
    ...shown,
  };
  if (figure.doubtful !== true) return [box];
  return [
    box,
    {
      kind: 'rect',
      x,
      y: y + row - 3.5,
      width: columns.bar,
      height: 3,
      fill: 'loss',
      place,
      part: 'doubt',
    },
  ];
}
