import { centreOf, drawn } from './columns.ts';
import { type Area, acrossColumns, type Drawing } from './drawing.ts';
import type { Mark } from './scene.ts';
import { endsOf, type RibbonTrack } from './track.ts';

/**
 * Draws dates as plumb lines: the later, the longer the line. A place without a date has none. Beside
 * each year stand how many places it has, and how many there are by then.
 */
export function drawPlumb(track: RibbonTrack, area: Area): Drawing {
  const { columns, top, bottom } = area;
  const years = yearsOf(track);
  const gap = (bottom - top - 6) / Math.max(1, years.length - 0.5);
  const at = (year: number) => top + (years.indexOf(year) + 0.5) * gap + 2;
  return {
    marks: [
      acrossColumns(columns, top, { stroke: 'line-2' }),
      ...years.map((year) => acrossColumns(columns, at(year), { stroke: 'line-faint' })),
      ...drawn(columns).flatMap((place) => line(track, area, place, at)),
    ],
    over: [],
    callouts: [],
    ticks: years.map((year) => ({ at: at(year), text: String(year) })),
    notes: years.map((year) => ({
      at: at(year),
      text: `${countIn(track, (other) => other === year)} · ${countIn(track, (other) => other <= year)}`,
    })),
  };
}

/** Returns the years that occur, each from the first to the last. */
export function yearsOf(track: RibbonTrack): readonly number[] {
  const years = track.figures.flatMap((_, place) => yearAt(track, place) ?? []);
  if (years.length === 0) return [];
  const first = Math.min(...years);
  return Array.from({ length: Math.max(...years) - first + 1 }, (_, index) => first + index);
}

function yearAt(track: RibbonTrack, place: number): number | null {
  const { value } = endsOf(track, place).now;
  return value === null ? null : Math.floor(value);
}

function countIn(track: RibbonTrack, counts: (year: number) => boolean): number {
  return track.figures.filter((_, place) => {
    const year = yearAt(track, place);
    return year !== null && counts(year);
  }).length;
}

function line(
  track: RibbonTrack,
  { columns, top }: Area,
  place: number,
  at: (year: number) => number,
): readonly Mark[] {
  const year = yearAt(track, place);
  if (year === null) return [];
  const x = centreOf(columns, place);
  const radius = Math.max(1.6, Math.min(3.2, columns.step * 0.34));
  return [
    { kind: 'line', x1: x, y1: top, x2: x, y2: at(year), stroke: 'gain', weight: 1.2 },
    { kind: 'circle', x, y: at(year), radius, fill: 'was', place, part: 'date' },
  ];
}
