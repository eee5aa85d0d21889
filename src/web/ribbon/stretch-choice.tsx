import type { ReactNode } from 'react';
import { provinceRuns } from '../../charts/ribbon/provinces.ts';
import { useMessages } from '../language.tsx';
import type { PlaceOnPage } from './ribbon-places.ts';
import { type Stretch, zoomed } from './ribbon-window.ts';

/** Which stretch of the frontier is shown: all, a province, or one that was dragged. */
export function StretchChoice(props: {
  places: readonly PlaceOnPage[];
  shown: Stretch | null;
  current: number;
  show: (stretch: Stretch | null) => void;
}): ReactNode {
  const { ribbon } = useMessages();
  const { places, shown, current, show } = props;
  const count = places.length;
  const runs = provinceRuns(places).filter(({ from, to }) => to - from > 1);
  const key = (stretch: Stretch) => `${stretch.from}-${stretch.to}`;
  const own = shown && !runs.some((run) => key(run) === key(shown)) ? shown : null;
  const whole = shown ?? { from: 0, to: count };
  const zoom = (factor: number) => show(zoomed(whole, { factor, around: current, count }));
  return (
    <div className="ribbon-stretch">
      <select
        className="field"
        aria-label={ribbon.stretch}
        value={shown ? key(shown) : ''}
        onChange={(event) => {
          const [from, to] = event.target.value.split('-').map(Number);
          show(from === undefined || to === undefined ? null : { from, to });
        }}
      >
        <option value="">{ribbon.wholeFrontier}</option>
        {runs.map((run) => (
          <option key={key(run)} value={key(run)}>
            {`${run.province} ${run.to - run.from}`}
          </option>
        ))}
        {own && (
          <option value={key(own)}>
            {ribbon.someStretch(
              places[own.from]?.shortName ?? '',
              places[own.to - 1]?.shortName ?? '',
            )}
          </option>
        )}
      </select>
      <button
        type="button"
        className="button"
        aria-label={ribbon.zoomOut}
        disabled={!shown}
        onClick={() => zoom(2)}
      >
        −
      </button>
      <button type="button" className="button" aria-label={ribbon.zoomIn} onClick={() => zoom(0.5)}>
        +
      </button>
    </div>
  );
}
