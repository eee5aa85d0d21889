import type { ImportMapping } from '../../domain/import-mapping.ts';
import type { Indicator } from '../../domain/indicator.ts';
import type { Absence } from '../../domain/observation.ts';
import type { Places } from '../places.ts';
import { absenceReader } from './absence-marks.ts';
import { buildIndicatorNames, type IndicatorNames } from './indicator-names.ts';
import { buildPlaceNames, type PlaceNames } from './place-names.ts';

/** What a table is read against. */
export interface ImportContext {
  readonly file: string;
  readonly places: Places;
  readonly indicators: readonly Indicator[];
  readonly mapping: ImportMapping;
  /** As 2024-05-31; a figure of a period after it is refused. */
  readonly today: string;
  /** Where the figures come from, where the table does not say so. */
  readonly source: string | null;
}

/** The context with its names indexed. */
export interface ImportNames extends ImportContext {
  readonly placeNames: PlaceNames;
  readonly indicatorNames: IndicatorNames;
  readonly absenceOf: (text: string) => Absence | null;
}

/** Returns the context with its names indexed, once for a file. */
export function indexNames(context: ImportContext): ImportNames {
  const { places, indicators, mapping } = context;
  return {
    ...context,
    placeNames: buildPlaceNames(places, mapping.territories),
    indicatorNames: buildIndicatorNames(indicators, mapping.indicators),
    absenceOf: absenceReader(mapping.absence),
  };
}
