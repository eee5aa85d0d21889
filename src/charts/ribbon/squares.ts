import { drawn, leftOf } from './columns.ts';
import type { Area, Drawing } from './drawing.ts';
import type { Mark } from './scene.ts';
import { endsOf, type RibbonTrack } from './track.ts';

/** Draws things at a place as squares on top of each other, as many as there are room for. */
export function drawSquares(track: RibbonTrack, area: Area): Drawing {
  return {
    marks: drawn(area.columns).flatMap((place) => pile(track, area, place)),
    over: [],
    callouts: [],
    ticks: [],
    notes: [],
  };
}

function pile(track: RibbonTrack, { columns, top, bottom }: Area, place: number): readonly Mark[] {
  const count = Math.round(endsOf(track, place).now.value ?? 0);
  const side = Math.max(2.5, Math.min(7, columns.bar - 1));
  // Heights are sums of fractions: a hair less than two squares is two.
  const shown = Math.min(count, Math.floor((bottom - top) / (side + 2) + 1e-6));
  return Array.from({ length: shown }, (_, index) => ({
    kind: 'rect' as const,
    x: leftOf(columns, place) + (columns.bar - side) / 2,
    y: bottom - side - index * (side + 2),
    width: side,
    height: side,
    fill: 'ink-2' as const,
    place,
    part: 'site',
  }));
}
