import { niceSpan, niceTicks } from '../../kernels/nice-ticks.ts';
import { type Callout, extremes, saying } from './callouts.ts';
import { centreOf, drawn, leftOf } from './columns.ts';
import {
  type Area,
  acrossColumns,
  type Drawing,
  heightScale,
  type Tick,
  valueMarks,
} from './drawing.ts';
import { figureText } from './figure-text.ts';
import { medians } from './findings.ts';
import type { Fill, Mark } from './scene.ts';
import { compares, endsOf, type RibbonTrack } from './track.ts';

/**
 * Draws level and rise: a column filled as far as it was, then as far as it came, then what is still
 * missing up to the ceiling. What was there and is not any more is striped. Without a figure of the
 * first period that compares, the level is hatched and stands alone; without one of the last there is
 * only a column of absence.
 */
export function drawLevelRise(track: RibbonTrack, area: Area): Drawing {
  const [low, high] = ceilingOf(track);
  const scale = heightScale(area, low, high);
  const places = drawn(area.columns);
  // A whole is read in quarters.
  const ticks = high === 100 ? [0, 25, 50, 75, 100] : niceTicks(low, high, 4);
  return {
    marks: places.flatMap((place) => column(track, area, place, scale)),
    over: [
      ...ticks
        .slice(1, -1)
        .map((value) =>
          acrossColumns(area.columns, scale(value), { stroke: 'ground', opacity: 0.45 }),
        ),
      ...places.flatMap((place) => {
        const { was, now } = endsOf(track, place);
        const { value } = now;
        if (value === null) return [];
        const plate = compares(track, place) && was.value !== null && was.value > value;
        return valueMarks(track, area, { place, value, y: scale(value), plate });
      }),
    ],
    callouts: calloutsOf(track, area, scale),
    ticks: ticks.map((value) => ({
      at: scale(value),
      text: `${figureText(value, 0)}${value === ticks.at(-1) ? track.unit.replace(/[^%‰]/g, '') : ''}`,
    })),
    notes: medianNotes(track, area, scale),
  };
}

/** A share is of a hundred; anything else is drawn up to a round number above all. */
function ceilingOf(track: RibbonTrack): readonly [number, number] {
  if (track.range.max !== undefined) return [track.range.min ?? 0, track.range.max];
  const values = track.figures.flat().flatMap(({ value }) => (value === null ? [] : [value]));
  return niceSpan(0, Math.max(1, ...values), 4);
}

function column(
  track: RibbonTrack,
  area: Area,
  place: number,
  scale: (value: number) => number,
): readonly Mark[] {
  const { top, bottom, columns } = area;
  const part = (name: string, fill: Fill, from: number, to: number): Mark => ({
    kind: 'rect',
    x: leftOf(columns, place),
    y: Math.min(from, to),
    width: columns.bar,
    height: Math.abs(to - from),
    fill,
    place,
    part: name,
  });
  const { was, now } = endsOf(track, place);
  if (now.value === null) {
    const base = was.value === null ? [] : [part('was', 'was', bottom, scale(was.value))];
    return [part('absent', 'absent', bottom, top), ...base];
  }
  const at = scale(now.value);
  const gap = part('gap', 'gap', at, top);
  if (track.periods.length < 2) return [gap, part('now', 'was', bottom, at)];
  if (was.value === null || !compares(track, place))
    return [gap, part('now', 'no-base', bottom, at)];
  const before = scale(was.value);
  return now.value >= was.value
    ? [gap, part('gain', 'gain', before, at), part('was', 'was', bottom, before)]
    : [
        part('gap', 'gap', before, top),
        part('loss', 'lost', before, at),
        part('was', 'was', bottom, at),
      ];
}

function calloutsOf(
  track: RibbonTrack,
  area: Area,
  scale: (value: number) => number,
): readonly Callout[] {
  return extremes(track, area.columns, { lows: 4, rises: 0, falls: 1, reach: 5 }).map((place) => {
    const { was, now } = endsOf(track, place);
    return {
      place,
      text: saying(track, place, area.words),
      x: centreOf(area.columns, place),
      y: scale(Math.max((compares(track, place) ? was.value : null) ?? 0, now.value ?? 0)),
    };
  });
}

function medianNotes(
  track: RibbonTrack,
  { words }: Area,
  scale: (value: number) => number,
): readonly Tick[] {
  const { was, now } = medians(track);
  if (now === null) return [];
  const last: Tick = {
    at: scale(now),
    text: `${words.median} ${figureText(now, track.digits)}`,
    bold: true,
  };
  if (was === null || track.periods.length < 2) return [last];
  return [last, { at: scale(was), text: `${track.periods[0]} ${figureText(was, track.digits)}` }];
}
