import type { SeriesPoint } from './place-series.ts';
import { lineWithout, type ScaledLine, yearsBetween } from './scaled-line.ts';
import { thresholds } from './thresholds.ts';
import { usualGrowth } from './usual-growth.ts';

/** Figures in a row that leave their line and come back to it. */
interface Spike {
  readonly from: number;
  readonly count: number;
  /** How far the nearest of them lies from the line through those around. */
  readonly distance: number;
}

/** A figure off the line through its neighbours, and where that line runs, on the scale of the line. */
export interface OffLine {
  readonly point: SeriesPoint;
  readonly x: number;
  readonly expected: number;
}

/**
 * Returns the figures that leave their line and come back, farthest first, and the line without
 * them. Where the line runs is the straight line through the points before and after: on
 * logarithms, even growth.
 */
export function takeSpikes(line: ScaledLine): {
  readonly off: readonly OffLine[];
  readonly rest: ScaledLine;
} {
  const off: OffLine[] = [];
  let rest = line;
  for (let left = Math.floor(line.x.length / 3); left > 0; left--) {
    const spike = farthestSpike(rest);
    if (!spike) break;
    const { from, count } = spike;
    for (let at = from; at < from + count; at++)
      off.push({
        point: rest.points[at] as SeriesPoint,
        x: rest.x[at] ?? 0,
        expected: between(rest, rest.x, from - 1, from + count, at),
      });
    rest = lineWithout(rest, from, count);
  }
  return { off, rest };
}

function farthestSpike(line: ScaledLine): Spike | null {
  let best: Spike | null = null;
  for (let count = 1; count <= 3 && line.x.length >= count + 2; count++)
    for (let from = 1; from + count < line.x.length; from++) {
      const distance = leastDistance(line, from, count);
      if (distance <= (best?.distance ?? 0)) continue;
      const spike = { from, count, distance };
      if (isFarOff(line, spike)) best = spike;
    }
  return best;
}

function isFarOff(line: ScaledLine, { from, count, distance }: Spike): boolean {
  const floor = count === 1 ? line.limits.spike : line.limits.block;
  if (distance < floor) return false;
  const after = from + count;
  const usual = usualGrowth(line, from - 1, after);
  const gap = (line.x[after] ?? 0) - (line.x[from - 1] ?? 0);
  const drift = Math.abs(gap - (usual?.growth ?? 0) * yearsBetween(line, from - 1, after));
  if (drift > thresholds.outOfLine.comeback * distance) return false;
  if (!usual) return count === 1 && distance >= line.limits.unknownStep;
  return distance >= thresholds.outOfLine.deviations * usual.deviation;
}

/** 0 unless all of these points lie on one side of the line through those around. */
function leastDistance(line: ScaledLine, from: number, count: number): number {
  let above = Number.POSITIVE_INFINITY;
  let below = Number.POSITIVE_INFINITY;
  for (let at = from; at < from + count; at++) {
    const after = from + count;
    above = Math.min(above, (line.low[at] ?? 0) - between(line, line.high, from - 1, after, at));
    below = Math.min(below, between(line, line.low, from - 1, after, at) - (line.high[at] ?? 0));
    if (above <= 0 && below <= 0) return 0;
  }
  return Math.max(above, below);
}

function between(
  line: ScaledLine,
  values: readonly number[],
  from: number,
  to: number,
  at: number,
): number {
  const start = values[from] ?? 0;
  const share = yearsBetween(line, from, at) / Math.max(1, yearsBetween(line, from, to));
  return start + ((values[to] ?? 0) - start) * share;
}
