import { type ReactNode, useId, useMemo } from 'react';
import { placeAt } from '../../charts/ribbon/columns.ts';
import { locatorScene } from '../../charts/ribbon/locator-scene.ts';
import { endsOf, type RibbonTrack } from '../../charts/ribbon/track.ts';
import type { PlaceOnPage } from './ribbon-places.ts';
import { moved, type Stretch } from './ribbon-window.ts';
import { Marks, Patterns } from './scene-drawing.tsx';

/** The whole frontier in small above a stretch of it; a click moves the stretch there. */
export function RibbonOverview(props: {
  places: readonly PlaceOnPage[];
  track: RibbonTrack;
  current: number;
  window: Stretch;
  width: number;
  show: (stretch: Stretch) => void;
}): ReactNode {
  const { places, track, current, window, width, show } = props;
  const prefix = useId();
  const scene = useMemo(() => {
    const values = places.map((_, place) => endsOf(track, place).now.value);
    const ceiling = track.range.max;
    return locatorScene(places, { width, current, label: '', values, ceiling, window });
  }, [places, track, current, window, width]);
  return (
    // The menu of stretches and the keys do the same: this is for the pointer alone.
    <svg
      className="ribbon-overview"
      viewBox={`0 0 ${scene.width} ${scene.height}`}
      width="100%"
      aria-hidden="true"
      onPointerDown={(event) => {
        const box = event.currentTarget.getBoundingClientRect();
        const x = ((event.clientX - box.left) * scene.width) / box.width;
        const place = placeAt(scene.columns, x);
        const middle = Math.floor((window.from + window.to) / 2);
        if (place !== null) show(moved(window, place - middle, places.length));
      }}
    >
      <Patterns prefix={prefix} />
      <Marks marks={scene.marks} prefix={prefix} />
    </svg>
  );
}
