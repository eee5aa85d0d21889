import type { Indicator } from '../../domain/indicator.ts';
import { parseUnit } from '../../domain/unit-of-measure.ts';

/**
 * How figures of an indicator are compared: `ratio` for amounts, which grow by a factor; `points`
 * for percentages, which move by percentage points; null for dates and yes-no, which have no
 * distance. `point` is one percentage point in the unit of the indicator.
 */
export interface MeasureScale {
  readonly kind: 'ratio' | 'points';
  readonly point: number;
  /** Whether the thing counted is never still: money and persons are, roads and villages are not. */
  readonly restless: boolean;
}

/** As much of an indicator as its scale depends on. */
export type Measured = Pick<Indicator, 'unit' | 'timing'>;

const known = new WeakMap<Measured, { readonly scale: MeasureScale | null }>();

/** Returns how figures of an indicator are compared, or null where they cannot be. */
export function measureScaleOf(indicator: Measured): MeasureScale | null {
  const found = known.get(indicator);
  if (found) return found.scale;
  const scale = scaleOf(indicator);
  known.set(indicator, { scale });
  return scale;
}

function scaleOf(indicator: Measured): MeasureScale | null {
  const unit = parseUnit(indicator.unit);
  const restless =
    indicator.timing !== 'level' || /money|dollar|person|household/.test(unit?.dimension ?? '');
  if (!unit) return { kind: 'ratio', point: 1, restless };
  if (unit.dimension === 'date' || unit.dimension === 'yes-no') return null;
  if (unit.dimension === 'none' && unit.exponent < 0)
    return { kind: 'points', point: 10 ** (-2 - unit.exponent), restless };
  if (unit.dimension === 'percentage-point' || unit.dimension === 'index-last-year')
    return { kind: 'points', point: 1, restless };
  return { kind: 'ratio', point: 1, restless };
}
