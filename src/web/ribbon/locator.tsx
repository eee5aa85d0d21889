import { type ReactNode, useId, useMemo } from 'react';
import { Link } from 'wouter';
import { type LocatorPlace, locatorScene } from '../../charts/ribbon/locator-scene.ts';
import { Marks, Patterns } from './scene-drawing.tsx';
import { useWidth } from './use-width.ts';
import './locator.css';

/**
 * The ribbon as a small strip that says where a place lies along the frontier. It fills the width it
 * is given and leads to the ribbon. Nothing is drawn for a place that is not on the ribbon.
 */
export function Locator(props: {
  /** In order along the frontier. */
  places: readonly LocatorPlace[];
  /** Id of the place to point at. */
  territory: string;
  /** What stands above the column: 第 133 位 那坡. */
  label: string;
  /** What the strip is, for those who do not see it. */
  description: string;
  /** The figure of each place, in the order of `places`; without it every column is full. */
  values?: readonly (number | null)[];
  /** What a full column stands for; the largest value where left out. */
  ceiling?: number;
  /** Where it leads; nowhere when null. */
  href?: string | null;
}): ReactNode {
  const { places, territory, label, values, ceiling, href = `/ribbon?at=${territory}` } = props;
  const prefix = useId();
  const [ref, width] = useWidth<HTMLDivElement>(640);
  const current = places.findIndex(({ id }) => id === territory);
  const scene = useMemo(
    () => (current < 0 ? null : locatorScene(places, { width, current, label, values, ceiling })),
    [places, width, current, label, values, ceiling],
  );
  if (!scene) return null;
  const strip = (
    <svg
      viewBox={`0 0 ${scene.width} ${scene.height}`}
      width="100%"
      height={scene.height}
      role="img"
      aria-label={props.description}
    >
      <Patterns prefix={prefix} />
      <Marks marks={scene.marks} prefix={prefix} />
    </svg>
  );
  return (
    <div className="locator" ref={ref}>
      {href === null ? strip : <Link href={href}>{strip}</Link>}
    </div>
  );
}
