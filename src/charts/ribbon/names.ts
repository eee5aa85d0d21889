import { type Columns, centreOf, drawn } from './columns.ts';
import type { Mark } from './scene.ts';
import type { RibbonPlace } from './track.ts';

/** How the names of places are set below their columns. */
export interface NameSetting {
  readonly size: number;
  readonly whole: boolean;
}

/** Returns how names are set where columns are so wide; null where there is no room for them. */
export function nameSetting(step: number): NameSetting | null {
  if (step < 8) return null;
  return step < 15 ? { size: step < 9.4 ? 9 : 10, whole: false } : { size: 12, whole: true };
}

/** Returns the room the names need below the columns. */
export function namesHeight(places: readonly RibbonPlace[], columns: Columns): number {
  const setting = nameSetting(columns.step);
  if (!setting) return 0;
  const longest = Math.max(
    0,
    ...drawn(columns).map((place) => nameOf(places, place, setting).length),
  );
  return longest * setting.size * 1.06 + 4;
}

/** Returns the names, one character below the other; one whose membership is only probable is paler. */
export function nameMarks(
  places: readonly RibbonPlace[],
  options: { readonly columns: Columns; readonly y: number },
): readonly Mark[] {
  const { columns, y } = options;
  const setting = nameSetting(columns.step);
  if (!setting) return [];
  return drawn(columns).map((place) => ({
    kind: 'text',
    x: centreOf(columns, place),
    y: y + setting.size,
    text: nameOf(places, place, setting),
    size: setting.size,
    fill: places[place]?.certain === false ? 'ink-3' : 'ink-2',
    anchor: 'middle',
    vertical: true,
    place,
    part: 'name',
  }));
}

function nameOf(places: readonly RibbonPlace[], place: number, { whole }: NameSetting): string {
  const { name, shortName, certain } = places[place] ?? { name: '', shortName: '', certain: true };
  return `${whole ? name : shortName}${certain ? '' : '*'}`;
}
