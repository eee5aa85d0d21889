import type { SeriesPoint } from './place-series.ts';

/**
 * Returns the points of a series as lines of one step a year each: first quarters with first
 * quarters, Julys with Julys. So a season is no doubt, nor a total since January that starts anew.
 */
export function yearLines(points: readonly SeriesPoint[]): readonly (readonly SeriesPoint[])[] {
  if (isYearly(points)) return [points];
  const lines = new Map<number, SeriesPoint[]>();
  for (const point of points) {
    const part = point.period % 100;
    const line = lines.get(part);
    if (line) line.push(point);
    else lines.set(part, [point]);
  }
  return [...lines.values()];
}

function isYearly(points: readonly SeriesPoint[]): boolean {
  for (const point of points) if (point.period % 100 !== 0) return false;
  return true;
}
