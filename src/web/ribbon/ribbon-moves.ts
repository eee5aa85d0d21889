import type { KeyboardEvent } from 'react';
import { placeAt } from '../../charts/ribbon/columns.ts';
import type { Scene } from '../../charts/ribbon/scene.ts';
import { type Stretch, zoomed } from './ribbon-window.ts';

/** What the drawing can be asked to do. */
export interface RibbonActions {
  /** Reads a place: in passing under the pointer, or to stay. */
  readonly read: (place: number, how: 'passing' | 'staying') => void;
  readonly open: (place: number) => void;
  /** Shows a stretch, or all. */
  readonly show: (stretch: Stretch | null) => void;
}

/** Returns the place under a pointer, or null where the drawing is not on the page. */
export function placeUnder(
  pointer: { readonly clientX: number; readonly clientY: number },
  svg: SVGSVGElement | null,
  scene: Scene,
): number | null {
  const box = svg?.getBoundingClientRect();
  if (!box || box.width === 0) return null;
  const scale = scene.width / box.width;
  const along = scene.upright ? pointer.clientY - box.top : pointer.clientX - box.left;
  return placeAt(scene.columns, along * scale);
}

/**
 * Returns the key handler of the ribbon: arrows one place, Page keys one province, Home and End the
 * ends of the frontier, Enter opens, + and − zoom around the place, Escape shows all.
 */
export function useRibbonKeys(ribbon: {
  readonly scene: Scene;
  readonly count: number;
  /** Where each province begins. */
  readonly provinces: readonly number[];
  readonly current: number;
  readonly actions: RibbonActions;
}): (event: KeyboardEvent) => void {
  const { scene, count, provinces, current, actions } = ribbon;
  const shown = { from: scene.columns.from, to: scene.columns.to };
  const read = (place: number) => actions.read(Math.max(0, Math.min(count - 1, place)), 'staying');
  const zoom = (factor: number) => actions.show(zoomed(shown, { factor, around: current, count }));
  const moves: Readonly<Record<string, () => void>> = {
    ArrowLeft: () => read(current - 1),
    ArrowUp: () => read(current - 1),
    ArrowRight: () => read(current + 1),
    ArrowDown: () => read(current + 1),
    PageUp: () => read(provinces.findLast((start) => start < current) ?? 0),
    PageDown: () => read(provinces.find((start) => start > current) ?? count - 1),
    Home: () => read(0),
    End: () => read(count - 1),
    Enter: () => actions.open(current),
    '+': () => zoom(0.5),
    '=': () => zoom(0.5),
    '-': () => zoom(2),
    Escape: () => actions.show(null),
  };
  return (event) => {
    const move = moves[event.key];
    if (!move || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    move();
  };
}
