import { describe, expect, it } from 'vitest';
import { pointKey, pointReading, pointScene } from '../../src/charts/ribbon/point-scene.ts';
import type { BoundaryShape } from '../../src/domain/boundary.ts';
import { exampleTrack } from './ribbon-example.ts';

const points = Array.from({ length: 26 }, (_, place) =>
  place === 4 ? null : { lon: 80 + place * 2, lat: 25 + ((place * 7) % 20) },
);
const track = exampleTrack('level-rise', 2);

describe('the point view', () => {
  it('draws a point a place, within its frame, and no boundary of its own', () => {
    const scene = pointScene(points, { width: 240, track });
    expect(scene.boundary).toEqual([]);
    expect(scene.points.map(({ place }) => place)).toEqual(
      [...points.keys()].filter((place) => place !== 4),
    );
    for (const { x, y } of scene.points) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x).toBeLessThanOrEqual(240);
      expect(y).toBeGreaterThanOrEqual(0);
      expect(y).toBeLessThanOrEqual(scene.height);
    }
  });

  it('keeps east to the right and north above, and darkens with the figure', () => {
    const scene = pointScene(
      [
        { lon: 90, lat: 40 },
        { lon: 110, lat: 40 },
        { lon: 105, lat: 25 },
      ],
      {
        width: 240,
        track: { ...track, figures: [[{ value: 5 }], [{ value: 95 }], [{ value: null }]] },
      },
    );
    const [west, east, south] = scene.points;
    if (!west || !east || !south) throw new Error('a point is missing');
    expect(west.x).toBeLessThan(east.x);
    expect(south.y).toBeGreaterThan(Math.max(west.y, east.y));
    expect([west.fill, east.fill, south.fill]).toEqual(['q1', 'q5', 'ground']);
  });

  it('draws the shapes it is given, lines and rings alike', () => {
    const ring = [
      [80, 30],
      [90, 30],
      [90, 40],
      [80, 30],
    ];
    const shapes: BoundaryShape[] = [
      { type: 'LineString', coordinates: ring.slice(0, 2) },
      { type: 'Polygon', coordinates: [ring] },
      { type: 'MultiPolygon', coordinates: [[ring], [ring, ring]] },
    ];
    const scene = pointScene(points, { width: 240, track, shapes });
    expect(scene.boundary).toHaveLength(5);
    for (const { d } of scene.boundary) expect(d).toMatch(/^M[\d. L-]+$/);
  });

  it('marks the place being read, and none without a point', () => {
    const scene = pointScene(points, { width: 240, track });
    expect(pointReading(scene, 7)).toHaveLength(2);
    expect(pointReading(scene, 4)).toEqual([]);
  });
});

describe('the key of the points', () => {
  it('shows every colour once, the lowest first', () => {
    const fills = pointKey(50, 8).map((mark) => mark.kind === 'rect' && [mark.x, mark.fill]);
    expect(fills).toEqual([
      [0, 'q1'],
      [10, 'q2'],
      [20, 'q3'],
      [30, 'q4'],
      [40, 'q5'],
    ]);
  });
});
