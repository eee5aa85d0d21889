import type { Indicator } from '../../domain/indicator.ts';
import { type PeriodNumber, periodText } from '../../domain/period.ts';
import { measureScaleOf } from './measure-scale.ts';
import type { PlaceSeries, RaisedDoubt, SeriesPoint } from './place-series.ts';
import { thresholds } from './thresholds.ts';

/** A series of shares that has a good direction. */
export interface DirectedShare {
  readonly series: PlaceSeries;
  readonly indicator: Indicator;
}

/** Returns whether an indicator is a share with a good direction, so that it has company to move in. */
export function isDirectedShare(indicator: Indicator): boolean {
  return indicator.direction !== 'none' && measureScaleOf(indicator)?.kind === 'points';
}

/**
 * Returns figures of one share that worsen far between two figures, while at least two others of
 * the same theme in the same place improve over the same time and none worsens as far: households
 * do not lose their water and gain kitchens and toilets.
 */
export function movesAgainstOthers(
  one: DirectedShare,
  others: readonly DirectedShare[],
): readonly RaisedDoubt[] {
  const { points } = one.series;
  const found: RaisedDoubt[] = [];
  for (let at = 1; at < points.length; at++) {
    const before = points[at - 1];
    const after = points[at];
    if (
      !before ||
      !after ||
      improvement(one.indicator, before, after) > -thresholds.againstOthers.points
    )
      continue;
    const moves = others.flatMap((other) => moveOver(other, before.period, after.period));
    if (!improvesTogether(moves)) continue;
    found.push(raised(one.indicator, before, after, moves));
  }
  return found;
}

function improvesTogether(moves: readonly number[]): boolean {
  const { points, others } = thresholds.againstOthers;
  return moves.filter((move) => move > 0).length >= others && moves.every((move) => move > -points);
}

/** In percentage points, the good way above zero. */
function improvement(indicator: Indicator, before: SeriesPoint, after: SeriesPoint): number {
  const move = (after.value - before.value) / (measureScaleOf(indicator)?.point ?? 1);
  return indicator.direction === 'down' ? -move : move;
}

function moveOver(other: DirectedShare, from: PeriodNumber, to: PeriodNumber): number[] {
  const before = other.series.points.find(({ period }) => period === from);
  const after = other.series.points.find(({ period }) => period === to);
  return before && after ? [improvement(other.indicator, before, after)] : [];
}

function raised(
  indicator: Indicator,
  before: SeriesPoint,
  after: SeriesPoint,
  moves: readonly number[],
): RaisedDoubt {
  const params = {
    value: after.value,
    unit: indicator.unit,
    against: before.value,
    since: periodText(before.period),
    others: moves.filter((move) => move > 0).length,
  };
  return { period: after.period, doubt: { code: 'against-others', params } };
}
