import type { Doubt } from '../../domain/observation.ts';
import { thresholds } from './thresholds.ts';

/**
 * Returns a doubt of magnitude where a figure is about a power of ten away from its own series: a
 * unit or a decimal point has slipped. `powers` is log₁₀ of figure over expectation. Null where it
 * is not.
 */
export function magnitudeDoubt(powers: number, params: Doubt['params']): Doubt | null {
  const { certain, closeness } = thresholds.magnitude;
  const away = Math.abs(powers);
  if (away < certain && Math.abs(away - 1) > closeness) return null;
  return { code: 'magnitude', params: { ...params, power: Math.round(powers) } };
}
