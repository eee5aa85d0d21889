import type { ReactNode } from 'react';

const width = 72;
const height = 18;
const inset = 5;

/**
 * Two figures of a place on the scale of their column: a ring for the earlier, a disc for the later.
 * Only figures of the same territory and concept are joined.
 */
export function Dumbbell(props: {
  was: number | null;
  now: number | null;
  joined: boolean;
  extent: readonly [number, number];
}): ReactNode {
  const { was, now, joined, extent } = props;
  const x = scale(extent);
  return (
    <svg className="drawing" width={width} height={height} aria-hidden="true">
      <path className="track" d={`M${inset} 9H${width - inset}`} />
      {joined && was !== null && now !== null && (
        <path className={now < was ? 'span fell' : 'span'} d={`M${x(was)} 9H${x(now)}`} />
      )}
      {was !== null && <circle className="was" cx={x(was)} cy="9" r="3" />}
      {now !== null && <circle className="now" cx={x(now)} cy="9" r="3.4" />}
    </svg>
  );
}

/** A movement as a bar to the right or to the left of zero, on the scale of its column. */
export function ChangeBar(props: {
  value: number | null;
  extent: readonly [number, number];
}): ReactNode {
  const { value } = props;
  const low = Math.min(0, props.extent[0]);
  const high = Math.max(0, props.extent[1]);
  const x = scale([low, high]);
  return (
    <svg className="drawing" width={width} height={height} aria-hidden="true">
      <path className="zero" d={`M${x(0)} 1V17`} />
      {value !== null && (
        <rect
          className={value < 0 ? 'fell' : 'rose'}
          x={Math.min(x(0), x(value))}
          y="4"
          width={Math.max(1, Math.abs(x(value) - x(0)))}
          height="10"
        />
      )}
    </svg>
  );
}

/** A point of a small line: null where the period has no figure. */
export interface SparkPoint {
  readonly value: number | null;
  readonly doubtful: boolean;
}

/**
 * A place over time, on its own scale: the shape, not the size. A period without a figure is a grey
 * tick, one in doubt an ochre ring; a dashed line stands where the concept changed.
 */
export function Spark(props: {
  points: readonly SparkPoint[];
  breaks: readonly number[];
}): ReactNode {
  const { points, breaks } = props;
  const values = points.flatMap(({ value }) => value ?? []);
  if (values.length === 0) return null;
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const x = (index: number) =>
    inset + (index / Math.max(1, points.length - 1)) * (width - 2 * inset);
  const y = (value: number) => 15 - (high > low ? (value - low) / (high - low) : 0.5) * 12;
  const last = points.findLastIndex(({ value }) => value !== null);
  return (
    <svg className="drawing" width={width} height={height} aria-hidden="true">
      {breaks.map((at) => (
        <path key={at} className="break" d={`M${round(x(at - 0.5))} 1V17`} />
      ))}
      <path className="line" d={sparkPath(points, breaks, { x, y })} />
      {points.map(({ value, doubtful }, index) => {
        const key = `${index}`;
        if (value === null)
          return <path key={key} className="gap" d={`M${round(x(index))} 14V17`} />;
        if (doubtful)
          return <circle key={key} className="doubt" cx={x(index)} cy={y(value)} r="2.4" />;
        return index === last ? (
          <circle key={key} className="now" cx={x(index)} cy={y(value)} r="2.4" />
        ) : null;
      })}
    </svg>
  );
}

/** Returns the line through the points there are; a missing one or a changed concept leaves a gap. */
export function sparkPath(
  points: readonly SparkPoint[],
  breaks: readonly number[],
  { x, y }: { readonly x: (index: number) => number; readonly y: (value: number) => number },
): string {
  let open = false;
  let d = '';
  for (const [index, { value }] of points.entries()) {
    if (breaks.includes(index)) open = false;
    if (value !== null) d += `${open ? 'L' : 'M'}${round(x(index))} ${round(y(value))}`;
    open = value !== null;
  }
  return d;
}

function scale([low, high]: readonly [number, number]): (value: number) => number {
  if (high === low) return () => width / 2;
  return (value) => round(inset + ((value - low) / (high - low)) * (width - 2 * inset));
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
