import type { Indicator } from '../../domain/indicator.ts';
import type { Doubt } from '../../domain/observation.ts';
import type { PeriodNumber } from '../../domain/period.ts';

/** A figure of a series. */
export interface SeriesPoint {
  readonly period: PeriodNumber;
  readonly value: number;
}

/** All published figures of one place for one indicator and breakdown, by rising period. */
export interface PlaceSeries {
  readonly indicator: string;
  readonly breakdown: string;
  readonly points: readonly SeriesPoint[];
}

/** A doubt a rule raises about the figure of a period. */
export interface RaisedDoubt {
  readonly period: PeriodNumber;
  readonly doubt: Doubt;
}

/** What a rule is given of a series. */
export interface SeriesAndIndicator {
  readonly series: PlaceSeries;
  readonly indicator: Indicator;
  /** Periods from which figures of the place are of another area. */
  readonly territoryChanges: readonly PeriodNumber[];
}

/** No doubt: one empty list for all, as most series have none. */
export const noDoubt: readonly RaisedDoubt[] = [];
