import { niceSpan, niceTicks } from '../../kernels/nice-ticks.ts';
import { quantile } from '../../kernels/quantile.ts';
import { type Callout, sayingChange } from './callouts.ts';
import { centreOf, drawn, leftOf } from './columns.ts';
import { type Area, acrossColumns, type Drawing, heightScale } from './drawing.ts';
import { changeText } from './figure-text.ts';
import type { Mark } from './scene.ts';
import { endsOf, type RibbonTrack } from './track.ts';

/**
 * Draws changes as bars above and below zero. The axis reaches as far as all but the few largest
 * changes go; a bar beyond it is cut, shows so, and says its figure. A place whose change cannot be
 * told has a grey mark on the line.
 */
export function drawDiverging(track: RibbonTrack, area: Area): Drawing {
  const { columns } = area;
  const changes = drawn(columns).map((place) => ({ place, change: changeOf(track, place) }));
  const limit = limitOf(track);
  const scale = heightScale(area, -limit, limit);
  const ticks = niceTicks(-limit, limit, 4);
  return {
    marks: changes.flatMap(({ place, change }) =>
      change === null
        ? [none(area, place, scale(0))]
        : bar(area, { place, change, limit, zero: scale(0), scale }),
    ),
    over: [acrossColumns(columns, scale(0), { stroke: 'ink-3' })],
    callouts: calloutsOf(track, { area, changes, limit, scale }),
    ticks: ticks.map((value) => ({ at: scale(value), text: changeText(value, 0) })),
    notes: [],
  };
}

/**
 * Returns the change of a place: in per cent of the first figure; in points where the figures are
 * shares; the figure itself where the track has one period. Null where an end is missing, or the
 * first is zero.
 */
export function changeOf(track: RibbonTrack, place: number): number | null {
  const { was, now } = endsOf(track, place);
  if (now.value === null || was.value === null) return null;
  if (track.periods.length < 2) return now.value;
  if (track.range.max === 100) return now.value - was.value;
  return was.value === 0 ? null : (now.value / was.value - 1) * 100;
}

interface Bar {
  readonly place: number;
  readonly change: number;
  readonly limit: number;
  readonly zero: number;
  readonly scale: (value: number) => number;
}

function limitOf(track: RibbonTrack): number {
  const sizes = track.figures.flatMap((_, place) => {
    const change = changeOf(track, place);
    return change === null ? [] : [Math.abs(change)];
  });
  const usual = quantile(sizes, 0.97) ?? 1;
  return niceSpan(0, usual || 1, 2)[1];
}

function bar({ columns }: Area, { place, change, limit, zero, scale }: Bar): readonly Mark[] {
  const end = scale(Math.max(-limit, Math.min(limit, change)));
  const x = leftOf(columns, place);
  const marks: Mark[] = [
    {
      kind: 'rect',
      x,
      y: Math.min(zero, end),
      width: columns.bar,
      height: Math.abs(end - zero),
      fill: change >= 0 ? 'rise' : 'fall',
      place,
      part: change >= 0 ? 'rise' : 'fall',
    },
  ];
  if (Math.abs(change) <= limit) return marks;
  const inside = end + (change > 0 ? 5 : -5);
  return [
    ...marks,
    {
      kind: 'path',
      d: `M${x - 1} ${inside + 2}L${x + columns.bar + 1} ${inside - 2}`,
      stroke: 'ground',
      weight: 2,
      place,
      part: 'cut',
    },
  ];
}

function none({ columns }: Area, place: number, zero: number): Mark {
  return {
    kind: 'rect',
    x: leftOf(columns, place),
    y: zero - 4,
    width: columns.bar,
    height: 8,
    fill: 'absent',
    place,
    part: 'absent',
  };
}

/** What is cut off, and the two furthest on each side. */
function calloutsOf(
  track: RibbonTrack,
  options: {
    readonly area: Area;
    readonly changes: readonly { place: number; change: number | null }[];
    readonly limit: number;
    readonly scale: (value: number) => number;
  },
): readonly Callout[] {
  const { area, changes, limit, scale } = options;
  const known = changes.flatMap(({ place, change }) =>
    change === null ? [] : [{ place, change }],
  );
  const sorted = known.toSorted((a, b) => b.change - a.change);
  const furthest = [...sorted.slice(0, 2), ...sorted.slice(-2)];
  const cut = known.filter(({ change }) => Math.abs(change) > limit);
  const chosen = [...cut, ...furthest.filter(({ change }) => Math.abs(change) <= limit)];
  return [...new Map(chosen.map((item) => [item.place, item])).values()].map(
    ({ place, change }) => ({
      place,
      text: sayingChange({ ...track, unit: '%' }, place, { change, words: area.words }),
      x: centreOf(area.columns, place),
      y: scale(Math.max(-limit, Math.min(limit, change))),
    }),
  );
}
