import { niceSpan, niceTicks } from '../../kernels/nice-ticks.ts';
import { type Callout, extremes, saying } from './callouts.ts';
import { centreOf, drawn } from './columns.ts';
import {
  type Area,
  acrossColumns,
  type Drawing,
  heightScale,
  printsValues,
  valueMarks,
} from './drawing.ts';
import { figureText } from './figure-text.ts';
import { medians } from './findings.ts';
import type { Mark } from './scene.ts';
import { compares, endsOf, type RibbonTrack } from './track.ts';

/** What a printed figure needs above or below its dot. */
const valueHeight = 14;

/**
 * Draws levels as dumbbells: a short bar where a place was, a dot where it is, a line between. What
 * moved the wrong way, or down where no way is wrong, is ochre. A ring has no first figure; a place
 * without a last one has a grey tick on the floor.
 */
export function drawDumbbell(track: RibbonTrack, area: Area): Drawing {
  const [low, high] = spanOf(track);
  const printed = printsValues(track, area.columns);
  const [above, below] = printed ? [valueHeight + 4, valueHeight] : [0, 0];
  const scale = heightScale({ top: area.top + above, bottom: area.bottom - below }, low, high);
  const ticks = niceTicks(low, high, 4);
  const { now } = medians(track);
  return {
    marks: [
      ...ticks.map((value) => acrossColumns(area.columns, scale(value), { stroke: 'line-faint' })),
      ...drawn(area.columns).flatMap((place) => dumbbell(track, area, place, scale)),
    ],
    over: drawn(area.columns).flatMap((place) => {
      const { was, now: last } = endsOf(track, place);
      const { value } = last;
      if (value === null) return [];
      // On the side of the dot where its line is not.
      const fell = compares(track, place) && was.value !== null && was.value > value;
      const y = scale(value) + (fell ? valueHeight + 4 : -3);
      return valueMarks(track, area, { place, value, y });
    }),
    callouts: calloutsOf(track, area, scale),
    ticks: ticks.map((value) => ({ at: scale(value), text: figureText(value, tickDigits(ticks)) })),
    notes:
      now === null
        ? []
        : [
            {
              at: scale(now),
              text: `${area.words.median} ${figureText(now, track.digits)}`,
              bold: true,
            },
          ],
  };
}

/** Returns whether a change is one to worry about, by what the indicator is for. */
export function isSetback(track: RibbonTrack, was: number, now: number): boolean {
  return track.direction === 'down' ? now > was : now < was;
}

/** Zero is in sight where the figures come near it. */
function spanOf(track: RibbonTrack): readonly [number, number] {
  const values = track.figures.flat().flatMap(({ value }) => (value === null ? [] : [value]));
  if (values.length === 0) return [0, 1];
  const least = Math.min(...values);
  const most = Math.max(...values);
  return niceSpan(least >= 0 && least < most * 0.25 ? 0 : least, most, 4);
}

function tickDigits(ticks: readonly number[]): number {
  return ticks.some((value) => !Number.isInteger(value)) ? 1 : 0;
}

function dumbbell(
  track: RibbonTrack,
  { columns, bottom }: Area,
  place: number,
  scale: (value: number) => number,
): readonly Mark[] {
  const { was, now } = endsOf(track, place);
  const x = centreOf(columns, place);
  const radius = Math.max(1.6, Math.min(3.4, columns.step * 0.34));
  if (now.value === null) {
    const from = { x1: x, y1: bottom - 5, x2: x, y2: bottom };
    return [{ kind: 'line', ...from, stroke: 'miss', weight: 2, place, part: 'absent' }];
  }
  const y = scale(now.value);
  const two = track.periods.length > 1;
  if (two && (was.value === null || !compares(track, place)))
    return [{ kind: 'circle', x, y, radius, fill: 'ground', stroke: 'was', place, part: 'now' }];
  if (!two || was.value === null)
    return [{ kind: 'circle', x, y, radius, fill: 'was', place, part: 'now' }];
  const before = scale(was.value);
  const role = isSetback(track, was.value, now.value) ? 'loss' : 'was';
  const half = Math.min(2.6, columns.step * 0.3);
  return [
    {
      kind: 'line',
      x1: x,
      y1: before,
      x2: x,
      y2: y,
      stroke: role,
      weight: 1,
      place,
      part: 'stem',
    },
    {
      kind: 'line',
      x1: x - half,
      y1: before,
      x2: x + half,
      y2: before,
      stroke: role,
      weight: 1.4,
      place,
      part: 'was',
    },
    { kind: 'circle', x, y, radius, fill: role, place, part: 'now' },
  ];
}

function calloutsOf(
  track: RibbonTrack,
  area: Area,
  scale: (value: number) => number,
): readonly Callout[] {
  return extremes(track, area.columns, { lows: 1, rises: 1, falls: 1, reach: 8 }).map((place) => ({
    place,
    text: saying(track, place, area.words),
    x: centreOf(area.columns, place),
    y: scale(endsOf(track, place).now.value ?? 0),
  }));
}
