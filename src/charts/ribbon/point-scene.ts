import type { BoundaryShape } from '../../domain/boundary.ts';
import type { CircleMark, Mark, PathMark } from './scene.ts';
import { classBreaks, classOf } from './stacked-years.ts';
import { endsOf, type RibbonTrack } from './track.ts';

/** A point inside a place, in degrees. */
export interface PlacePoint {
  readonly lon: number;
  readonly lat: number;
}

export interface PointScene {
  readonly width: number;
  readonly height: number;
  readonly boundary: readonly PathMark[];
  readonly points: readonly CircleMark[];
}

const classes = ['q1', 'q2', 'q3', 'q4', 'q5'] as const;

/**
 * Returns places as points coloured by their class, from q1 for the least to q5; a ring has no figure. No boundary is drawn but the
 * shapes that are handed in, which must carry their number of examination beside the picture.
 */
export function pointScene(
  points: readonly (PlacePoint | null)[],
  options: {
    readonly width: number;
    readonly track: RibbonTrack | null;
    readonly shapes?: readonly BoundaryShape[] | undefined;
  },
): PointScene {
  const { width, track, shapes = [] } = options;
  const lines = shapes.flatMap(linesOf);
  const known = points.flatMap((point) => (point ? [albers(point)] : []));
  const frame = frameOf([...known, ...lines.flat().map(albers)], width);
  const breaks = track ? breaksOf(track) : [];
  const circles = points.flatMap((point, place): readonly CircleMark[] => {
    if (!point) return [];
    const { x, y } = frame.at(albers(point));
    const value = track ? endsOf(track, place).now.value : null;
    const base = { kind: 'circle', x, y, radius: 2.8, place } as const;
    if (value === null) return [{ ...base, fill: 'ground', stroke: 'ink-3' }];
    return [{ ...base, fill: classes[classOf(value, breaks)] ?? 'q5' }];
  });
  return {
    width,
    height: frame.height,
    boundary: lines.map((line) => ({
      kind: 'path',
      d: `M${line.map((point) => at(frame.at(albers(point)))).join('L')}`,
      stroke: 'line-2',
      weight: 0.8,
    })),
    points: circles,
  };
}

/** Returns the colours of the points side by side, from that of the lowest to that of the highest. */
export function pointKey(width: number, height: number): readonly Mark[] {
  const step = width / classes.length;
  return classes.map((fill, index) => ({
    kind: 'rect',
    x: index * step,
    y: 0,
    width: step - 1,
    height,
    fill,
  }));
}

/** Returns the mark of the place being read, drawn last. */
export function pointReading({ points }: PointScene, place: number): readonly Mark[] {
  const here = points.find((point) => point.place === place);
  if (!here) return [];
  return [
    { ...here, radius: 6, fill: 'ground', stroke: 'seal' },
    { ...here, radius: 3.4 },
  ];
}

/**
 * Returns a point on the plane: Albers' equal-area conic with standard parallels at 25° and 47° north
 * and 105° east in the middle, as wall maps of China have it. Snyder, Map Projections (1987), p. 100.
 */
function albers({ lon, lat }: PlacePoint): { readonly x: number; readonly y: number } {
  const radians = Math.PI / 180;
  const [south, north] = [Math.sin(25 * radians), Math.sin(47 * radians)];
  const n = (south + north) / 2;
  const c = Math.cos(25 * radians) ** 2 + 2 * n * south;
  const radius = (sine: number) => Math.sqrt(c - 2 * n * sine) / n;
  const angle = n * (lon - 105) * radians;
  const rho = radius(Math.sin(lat * radians));
  return { x: rho * Math.sin(angle), y: rho * Math.cos(angle) };
}

function frameOf(points: readonly { readonly x: number; readonly y: number }[], width: number) {
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  const margin = 8;
  const scale = points.length > 1 ? (width - 2 * margin) / Math.max(1e-9, right - left) : 1;
  return {
    height: points.length > 0 ? Math.ceil((bottom - top) * scale + 2 * margin) : 2 * margin,
    at: (point: { readonly x: number; readonly y: number }) => ({
      x: margin + (point.x - left) * scale,
      y: margin + (point.y - top) * scale,
    }),
  };
}

/** Shares in fifths of a hundred, everything else in five classes of equal size. */
function breaksOf(track: RibbonTrack): readonly number[] {
  return track.range.max === 100 ? [20, 40, 60, 80] : classBreaks(track);
}

function linesOf(shape: BoundaryShape): readonly (readonly PlacePoint[])[] {
  const line = (positions: readonly (readonly number[])[]) =>
    positions.map(([lon = 0, lat = 0]) => ({ lon, lat }));
  switch (shape.type) {
    case 'LineString':
      return [line(shape.coordinates)];
    case 'MultiLineString':
    case 'Polygon':
      return shape.coordinates.map(line);
    case 'MultiPolygon':
      return shape.coordinates.flatMap((polygon) => polygon.map(line));
  }
}

function at({ x, y }: { readonly x: number; readonly y: number }): string {
  return `${x.toFixed(1)} ${y.toFixed(1)}`;
}
