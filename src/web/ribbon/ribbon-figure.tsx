import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { leftOf } from '../../charts/ribbon/columns.ts';
import { readingMarks } from '../../charts/ribbon/ribbon-scene.ts';
import type { Scene } from '../../charts/ribbon/scene.ts';
import { uprightReading } from '../../charts/ribbon/upright-scene.ts';
import { placeUnder, type RibbonActions, useRibbonKeys } from './ribbon-moves.ts';
import { between, moved, zoomed } from './ribbon-window.ts';
import { Marks, Patterns } from './scene-drawing.tsx';

/**
 * The drawing with its one reading line. Pointer and keys walk along the frontier; a click or Enter
 * opens the place, a finger's tap reads it; dragging, Ctrl and the wheel, + and − choose a stretch.
 */
export function RibbonFigure(props: {
  scene: Scene;
  count: number;
  provinces: readonly number[];
  current: number;
  label: string;
  reading: string;
  actions: RibbonActions;
}): ReactNode {
  const { scene, count, current, actions } = props;
  const prefix = useId();
  const svg = useRef<SVGSVGElement>(null);
  const [drag, setDrag] = useState<{ from: number; to: number } | null>(null);
  const keys = useRibbonKeys(props);
  useWheel(svg, scene, count, actions);

  const at = (event: { clientX: number; clientY: number }) => placeUnder(event, svg.current, scene);
  const over = scene.upright ? uprightReading(scene, current) : readingMarks(scene, current);
  return (
    <div
      className="ribbon-figure"
      role="slider"
      tabIndex={0}
      aria-label={props.label}
      aria-orientation={scene.upright ? 'vertical' : 'horizontal'}
      aria-valuemin={1}
      aria-valuemax={count}
      aria-valuenow={current + 1}
      aria-valuetext={props.reading}
      onKeyDown={keys}
    >
      <svg
        ref={svg}
        viewBox={`0 0 ${scene.width} ${scene.height}`}
        width="100%"
        preserveAspectRatio="xMidYMin meet"
        aria-hidden="true"
        className={scene.upright ? 'upright' : undefined}
        onPointerMove={(event) => {
          const place = at(event);
          if (place === null) return;
          if (drag) setDrag({ ...drag, to: place });
          else if (event.pointerType === 'mouse') actions.read(place, 'passing');
        }}
        onPointerDown={(event) => {
          if (event.button !== 0 || event.pointerType !== 'mouse' || scene.upright) return;
          const place = at(event);
          if (place === null) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          setDrag({ from: place, to: place });
        }}
        onPointerCancel={() => setDrag(null)}
        onPointerUp={(event) => {
          const place = at(event);
          const dragged = drag;
          setDrag(null);
          if (place === null) return;
          if (dragged && dragged.from !== place) actions.show(between(dragged.from, place, count));
          else if (event.pointerType === 'mouse' && !scene.upright) actions.open(place);
          else actions.read(place, 'staying');
        }}
      >
        <Patterns prefix={prefix} />
        <Marks marks={scene.marks} prefix={prefix} />
        <Marks marks={over} prefix={prefix} />
        {drag && drag.from !== drag.to && <Band scene={scene} drag={drag} />}
      </svg>
    </div>
  );
}

/** The stretch that is being chosen. */
function Band(props: { scene: Scene; drag: { from: number; to: number } }): ReactNode {
  const { columns, reading } = props.scene;
  const left = leftOf(columns, Math.min(props.drag.from, props.drag.to));
  const right = leftOf(columns, Math.max(props.drag.from, props.drag.to)) + columns.bar;
  return (
    <rect
      className="ribbon-band"
      x={left}
      y={reading.from}
      width={right - left}
      height={reading.to - reading.from}
    />
  );
}

/** React's wheel listeners cannot keep the page from zooming; this one can. */
function useWheel(
  svg: React.RefObject<SVGSVGElement | null>,
  scene: Scene,
  count: number,
  actions: RibbonActions,
): void {
  useEffect(() => {
    const element = svg.current;
    if (!element || scene.upright) return;
    const turn = (event: WheelEvent) => {
      const place = placeUnder(event, element, scene);
      const shown = { from: scene.columns.from, to: scene.columns.to };
      const whole = shown.to - shown.from >= count;
      if (event.ctrlKey && place !== null) {
        event.preventDefault();
        const factor = event.deltaY > 0 ? 1.25 : 0.8;
        actions.show(zoomed(shown, { factor, around: place, count }));
      } else if (!whole && Math.abs(event.deltaX) > Math.abs(event.deltaY)) {
        event.preventDefault();
        actions.show(moved(shown, Math.sign(event.deltaX), count));
      }
    };
    element.addEventListener('wheel', turn, { passive: false });
    return () => element.removeEventListener('wheel', turn);
  }, [svg, scene, count, actions]);
}
