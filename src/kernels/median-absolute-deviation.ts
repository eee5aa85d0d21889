import { median } from './quantile.ts';

/** 1 / Φ⁻¹(3/4): makes the deviation estimate the standard deviation where values are normal. */
const normalConsistency = 1.482602218505602;

/**
 * Returns the normalised median absolute deviation, 1.4826 · median |x − median x|, or null of no
 * values. Half the values may be anything and it stays bounded; it is zero where more than half
 * are equal, so a caller dividing by it sets a floor.
 * F. R. Hampel, The influence curve and its role in robust estimation, JASA 69 (1974), 383–393;
 * R: `mad(x)`.
 */
export function medianAbsoluteDeviation(values: readonly number[]): number | null {
  const centre = median(values);
  if (centre === null) return null;
  const deviation = median(values.map((value) => Math.abs(value - centre)));
  return deviation === null ? null : normalConsistency * deviation;
}
