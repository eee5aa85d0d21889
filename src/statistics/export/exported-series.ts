import type { Basis, Figure } from '../../domain/figure.ts';
import type { Indicator } from '../../domain/indicator.ts';
import type { ExportedObservation } from './observation-rows.ts';

/** The publication a download is of; number 0 is the empty base. */
export interface ExportInstant {
  readonly number: number;
  readonly recorded: string | null;
}

/** A source of figures in a download, and what may be done with them. */
export interface ExportedSource {
  readonly source: string;
  readonly enclosed: string;
  readonly licence: string;
  readonly numbers: readonly number[];
}

/** A publication that figures of a download came with. */
export interface ExportedPublication extends ExportInstant {
  readonly recorded: string;
  readonly file: string;
  readonly title: { readonly zh: string; readonly en: string };
  readonly source: string;
  readonly licence: string;
}

/** A row of figures: a place, or several taken together. */
export interface ExportedPlace {
  readonly token: string;
  readonly territory: string;
  readonly group: string | null;
  readonly name: { readonly zh: string; readonly en: string };
  readonly members: number | null;
}

/** Everything a download of figures by place, indicator and period is made from. */
export interface ExportedSeries {
  readonly plan: {
    readonly id: string;
    readonly title: { readonly zh: string; readonly en: string };
  };
  readonly instant: ExportInstant;
  readonly basis: Basis;
  readonly places: readonly ExportedPlace[];
  readonly indicators: readonly Indicator[];
  readonly periods: readonly string[];
  /** By place, indicator, period; null where nobody reported anything. */
  readonly figures: readonly (readonly (readonly (Figure | null)[])[])[];
  /** The reported figure of a place itself, of the whole. */
  readonly reported: (
    territory: string,
    indicator: string,
    period: string,
  ) => ExportedObservation | undefined;
  readonly sources: readonly ExportedSource[];
  readonly publications: readonly ExportedPublication[];
}

/** A figure with its place in the series, and the observation it is, where it is reported. */
export interface SeriesCell {
  readonly place: ExportedPlace;
  readonly indicator: Indicator;
  readonly period: string;
  readonly position: readonly [place: number, indicator: number, period: number];
  readonly figure: Figure;
  readonly observation: ExportedObservation | undefined;
}

/** Yields the figures there are, by place, indicator and period. */
export function* cellsOf(series: ExportedSeries): Generator<SeriesCell> {
  for (const [p, place] of series.places.entries()) {
    for (const [i, indicator] of series.indicators.entries()) {
      for (const [q, period] of series.periods.entries()) {
        const figure = series.figures[p]?.[i]?.[q];
        if (!figure) continue;
        const observation = observationOf(series, place, indicator, period, figure);
        yield { place, indicator, period, position: [p, i, q], figure, observation };
      }
    }
  }
}

/** A figure of several places, of a formula or on another territory was reported by nobody. */
function observationOf(
  series: ExportedSeries,
  place: ExportedPlace,
  indicator: Indicator,
  period: string,
  figure: Figure,
): ExportedObservation | undefined {
  const single = place.members === null && !figure.coverage && !figure.comparable;
  if (!single || indicator.derived || figure.withheld) return undefined;
  return series.reported(place.territory, indicator.id, period);
}
