import { niceSpan, niceTicks } from '../../kernels/nice-ticks.ts';
import { quantile } from '../../kernels/quantile.ts';
import { type Callout, sayingChange } from './callouts.ts';
import { centreOf, drawn, leftOf } from './columns.ts';
import { type Area, acrossColumns, type Drawing, heightScale } from './drawing.ts';
import { changeText } from './figure-text.ts';
import type { Mark } from './scene.ts';
import { compares, endsOf, type RibbonTrack } from './track.ts';

/**
 * Draws changes as bars above and below zero. The axis reaches as far as all but the few largest
 * changes go; a bar beyond it is cut, shows so, and says its figure. A place whose change cannot be
 * told has a grey mark on the line.
 */
export function drawDiverging(track: RibbonTrack, area: Area): Drawing {
  const { columns } = area;
  const changes = drawn(columns).map((place) => ({ place, change: changeOf(track, place) }));
  const limits = limitsOf(track);
  const scale = heightScale(area, limits[0], limits[1]);
  const known = track.figures.some((_, place) => changeOf(track, place) !== null);
  const ticks = known ? niceTicks(limits[0], limits[1], 4) : [];
  return {
    marks: changes.flatMap(({ place, change }) =>
      change === null
        ? [none(area, place, scale(0))]
        : bar(area, { place, change, limits, zero: scale(0), scale }),
    ),
    over: [acrossColumns(columns, scale(0), { stroke: 'ink-3' })],
    callouts: calloutsOf(track, { area, changes, limits, scale }),
    ticks: ticks.map((value) => ({ at: scale(value), text: changeText(value, 0) })),
    notes: [],
  };
}

/**
 * Returns the change of a place: in per cent of the first figure; in points where the figures are
 * shares; the figure itself where the track has one period. Null where an end is missing, the first
 * is zero, or the two do not compare.
 */
export function changeOf(track: RibbonTrack, place: number): number | null {
  const { was, now } = endsOf(track, place);
  if (now.value === null || was.value === null) return null;
  if (track.periods.length < 2) return now.value;
  if (!compares(track, place)) return null;
  if (track.range.max === 100) return now.value - was.value;
  return was.value === 0 ? null : (now.value / was.value - 1) * 100;
}

interface Bar {
  readonly place: number;
  readonly change: number;
  readonly limits: Limits;
  readonly zero: number;
  readonly scale: (value: number) => number;
}

/** How far the axis reaches below and above zero. */
type Limits = readonly [number, number];

function limitsOf(track: RibbonTrack): Limits {
  const changes = track.figures.flatMap((_, place) => changeOf(track, place) ?? []);
  const usual = quantile(changes.map(Math.abs), 0.97) ?? 1;
  const limit = niceSpan(0, usual || 1, 2)[1];
  const least = Math.min(0, ...changes);
  const most = Math.max(0, ...changes);
  // Half a step at least on either side, so that zero is never the edge.
  const side = (reach: number) => Math.min(limit, Math.max(limit / 2, reach));
  const [low, high] = niceSpan(-side(-least), side(most), 4);
  return [Math.max(-limit, low), Math.min(limit, high)];
}

function held(change: number, [low, high]: Limits): number {
  return Math.max(low, Math.min(high, change));
}

function bar({ columns }: Area, { place, change, limits, zero, scale }: Bar): readonly Mark[] {
  const end = scale(held(change, limits));
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
  if (held(change, limits) === change) return marks;
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
    readonly limits: Limits;
    readonly scale: (value: number) => number;
  },
): readonly Callout[] {
  const { area, changes, limits, scale } = options;
  const known = changes.flatMap(({ place, change }) =>
    change === null ? [] : [{ place, change }],
  );
  const sorted = known.toSorted((a, b) => b.change - a.change);
  const furthest = [...sorted.slice(0, 2), ...sorted.slice(-2)];
  const cut = known.filter(({ change }) => held(change, limits) !== change);
  const chosen = [...cut, ...furthest];
  return [...new Map(chosen.map((item) => [item.place, item])).values()].map(
    ({ place, change }) => ({
      place,
      text: sayingChange({ ...track, unit: '%' }, place, { change, words: area.words }),
      x: centreOf(area.columns, place),
      y: scale(held(change, limits)),
    }),
  );
}
