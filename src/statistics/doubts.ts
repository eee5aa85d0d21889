import type { Indicator } from '../domain/indicator.ts';
import type { Doubt } from '../domain/observation.ts';
import type { PeriodNumber } from '../domain/period.ts';
export interface PlaceSeries {
  readonly indicator: string;
  readonly breakdown: string;
  readonly points: readonly { readonly period: PeriodNumber; readonly value: number }[];
}
export interface FoundDoubt {
  readonly indicator: string;
  readonly breakdown: string;
  readonly period: PeriodNumber;
  readonly doubts: readonly Doubt[];
}
export function doubtsOf(
  _series: readonly PlaceSeries[],
  _indicators: ReadonlyMap<string, Indicator>,
): FoundDoubt[] {
  return [];
}
