import { periodAfter, periodText } from '../../domain/period.ts';
import { median } from '../../kernels/quantile.ts';
import { writtenStep } from '../../kernels/written-step.ts';
import { measureScaleOf } from './measure-scale.ts';
import {
  noDoubt,
  type RaisedDoubt,
  type SeriesAndIndicator,
  type SeriesPoint,
} from './place-series.ts';
import { thresholds } from './thresholds.ts';

const { usualSteps, assumedMove, stillShare } = thresholds.repeated;

/**
 * Returns figures equal to the last digit to the one a period before, where the series moves too
 * much for that to be chance. Levels of things that may truly stand still (length of roads, number
 * of villages) are not asked, nor zeros, nor series that stand still by nature.
 */
export function repeatedFigures(given: SeriesAndIndicator): readonly RaisedDoubt[] {
  const { points } = given.series;
  const equal = equalToPrevious(points);
  if (equal.length === 0 || !measureScaleOf(given.indicator)?.restless) return noDoubt;
  if (equal.length > 1 && equal.length > stillShare * (points.length - 1)) return noDoubt;
  const step = smallestStep(points);
  const move = usualMove(points);
  return equal
    .filter((at) => (move ?? assumedMove * Math.abs(points[at]?.value ?? 0)) >= usualSteps * step)
    .map((at) => raised(given, at));
}

function equalToPrevious(points: readonly SeriesPoint[]): number[] {
  const found: number[] = [];
  for (let at = 1; at < points.length; at++) {
    const point = points[at];
    const before = points[at - 1];
    if (point === undefined || before === undefined) continue;
    if (point.value !== before.value || point.value === 0) continue;
    if (periodAfter(before.period, 1) === point.period) found.push(at);
  }
  return found;
}

function smallestStep(points: readonly SeriesPoint[]): number {
  let step = Number.POSITIVE_INFINITY;
  for (const { value } of points) if (value !== 0) step = Math.min(step, writtenStep(value));
  return step;
}

/** The median distance of neighbouring figures that differ; null where fewer than two do. */
function usualMove(points: readonly SeriesPoint[]): number | null {
  const moves: number[] = [];
  for (let at = 1; at < points.length; at++) {
    const move = Math.abs((points[at]?.value ?? 0) - (points[at - 1]?.value ?? 0));
    if (move > 0) moves.push(move);
  }
  return moves.length < 2 ? null : median(moves);
}

function raised({ series, indicator }: SeriesAndIndicator, at: number): RaisedDoubt {
  const point = series.points[at] as SeriesPoint;
  const since = periodText(periodAfter(point.period, -1));
  const params = { value: point.value, unit: indicator.unit, since };
  return { period: point.period, doubt: { code: 'repeated', params } };
}
