import { writtenStep } from '../../kernels/written-step.ts';
import { measureScaleOf } from './measure-scale.ts';
import { noDoubt, type RaisedDoubt, type SeriesAndIndicator } from './place-series.ts';
import { thresholds } from './thresholds.ts';

/**
 * Returns zeros in a series whose other figures are far above zero: a missing figure written as
 * none. Zeros that are frequent, or beside small figures, belong to the series.
 */
export function strayZeros(given: SeriesAndIndicator): readonly RaisedDoubt[] {
  const { points } = given.series;
  const zeros = points.filter(({ value }) => value === 0);
  if (zeros.length === 0 || zeros.length > thresholds.zero.share * points.length) return noDoubt;
  if (measureScaleOf(given.indicator)?.kind !== 'ratio') return noDoubt;
  let least = Number.POSITIVE_INFINITY;
  let step = Number.POSITIVE_INFINITY;
  for (const { value } of points) {
    if (value === 0) continue;
    least = Math.min(least, value);
    step = Math.min(step, writtenStep(value));
  }
  if (least < thresholds.zero.steps * step) return noDoubt;
  const params = { shape: 'zero', value: 0, unit: given.indicator.unit, least };
  return zeros.map(({ period }) => ({ period, doubt: { code: 'out-of-line', params } }));
}
