import { drawDiverging } from './diverging.ts';
import type { DrawTrack } from './drawing.ts';
import { drawDumbbell } from './dumbbell.ts';
import { drawLevelRise } from './level-rise.ts';
import { drawPlumb, yearsOf } from './plumb.ts';
import { drawSquares } from './squares.ts';
import { drawStackedYears } from './stacked-years.ts';
import { endsOf, type RibbonTrack, type TrackForm } from './track.ts';

/** How each form is drawn. */
export const drawTrack: Readonly<Record<TrackForm, DrawTrack>> = {
  'level-rise': drawLevelRise,
  dumbbell: drawDumbbell,
  diverging: drawDiverging,
  plumb: drawPlumb,
  squares: drawSquares,
  'stacked-years': drawStackedYears,
};

/** Returns how tall a track is drawn; the first, which the ribbon is about, taller than the others. */
export function trackHeight(track: RibbonTrack, main: boolean): number {
  if (track.form === 'plumb') return 22 * yearsOf(track).length + (main ? 60 : 0);
  if (track.form === 'squares') return 9 * Math.min(4, Math.max(1, most(track)));
  if (track.form === 'stacked-years') return track.periods.length * (main ? 34 : 15);
  if (main) return 300;
  return track.form === 'level-rise' ? 100 : track.form === 'diverging' ? 110 : 104;
}

function most(track: RibbonTrack): number {
  return Math.max(0, ...track.figures.map((_, place) => endsOf(track, place).now.value ?? 0));
}
