import { type ReactNode, useId, useMemo } from 'react';
import { pointKey, pointReading, pointScene } from '../../charts/ribbon/point-scene.ts';
import type { RibbonTrack } from '../../charts/ribbon/track.ts';
import { useAnswer } from '../answers.ts';
import { useMessages } from '../language.tsx';
import type { PlaceOnPage } from './ribbon-places.ts';
import { Marks } from './scene-drawing.tsx';

/** In pixels. */
const keyWidth = 80;

/**
 * The places as points beside the ribbon. A boundary is drawn only where the operator supplied one,
 * and then with the number under which it was examined.
 */
export function PointView(props: {
  places: readonly PlaceOnPage[];
  track: RibbonTrack;
  current: number;
  read: (place: number) => void;
}): ReactNode {
  const { ribbon } = useMessages();
  const { places, track, current, read } = props;
  const boundary = useAnswer('boundary', {}).data?.layer ?? null;
  const prefix = useId();
  const points = useMemo(() => places.map(({ point }) => point), [places]);
  const scene = useMemo(
    () => pointScene(points, { width: 260, track, shapes: boundary?.shapes }),
    [points, track, boundary],
  );
  const period = track.periods.at(-1) ?? '';
  return (
    <figure className="point-view">
      <svg
        viewBox={`0 0 ${scene.width} ${scene.height}`}
        width="100%"
        role="img"
        aria-label={`${ribbon.pointsOf(track.title, period)}. ${ribbon.points}`}
        onPointerMove={(event) => {
          const box = event.currentTarget.getBoundingClientRect();
          const scale = scene.width / box.width;
          const x = (event.clientX - box.left) * scale;
          const y = (event.clientY - box.top) * scale;
          const [near] = scene.points
            .map((point) => ({ place: point.place, away: Math.hypot(point.x - x, point.y - y) }))
            .sort((a, b) => a.away - b.away);
          if (near?.place !== undefined && near.away < 9) read(near.place);
        }}
      >
        <Marks marks={scene.boundary} prefix={prefix} />
        <Marks marks={scene.points} prefix={prefix} />
        <Marks marks={pointReading(scene, current)} prefix={prefix} />
      </svg>
      <figcaption>
        {ribbon.points}
        {boundary && (
          <>
            <br />
            {ribbon.approval(boundary.approval)}
          </>
        )}
        <br />
        {ribbon.pointsOf(track.title, period)}
        <br />
        <PointKey />
      </figcaption>
    </figure>
  );
}

/** The colours from the lowest to the highest: which of them is the darker depends on the theme. */
function PointKey(): ReactNode {
  const { low, high } = useMessages().ribbon.pointsKey;
  return (
    <>
      {low}{' '}
      <svg width={keyWidth} height="8" aria-hidden="true">
        <Marks marks={pointKey(keyWidth, 8)} prefix="" />
      </svg>{' '}
      {high}
    </>
  );
}
