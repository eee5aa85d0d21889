import type { Figure, Series, SeriesPlace } from '../../api/statistics.ts';
import type { Indicator } from '../../domain/indicator.ts';
import { conversionExponent } from '../../domain/unit-of-measure.ts';

/** An answer by names instead of positions. */
export interface FigureTable {
  readonly series: Series;
  readonly figure: (place: string, indicator: string, period: string) => Figure | null;
  readonly value: (place: string, indicator: string, period: string) => number | null;
}

/** Returns an answer with its figures found by name. */
export function figureTable(series: Series): FigureTable {
  const rows = positions(series.places.map(({ token }) => token));
  const indicators = positions(series.indicators);
  const periods = positions(series.periods);
  const figure: FigureTable['figure'] = (place, indicator, period) => {
    const [row, column, depth] = [rows.get(place), indicators.get(indicator), periods.get(period)];
    if (row === undefined || column === undefined || depth === undefined) return null;
    return series.figures[row]?.[column]?.[depth] ?? null;
  };
  return {
    series,
    figure,
    value: (...at) => figure(...at)?.value ?? null,
  };
}

/** Returns the rows that stay on top and those below them. */
export function splitRows(
  places: readonly SeriesPlace[],
  compare: readonly string[],
): { readonly top: readonly SeriesPlace[]; readonly rows: readonly SeriesPlace[] } {
  const above = new Set(compare);
  return {
    top: places.filter(({ token }) => above.has(token)),
    rows: places.filter(({ token }) => !above.has(token)),
  };
}

/** Returns the periods in which any of the places has a figure of an indicator. */
export function periodsWithFigures(
  table: FigureTable,
  places: readonly SeriesPlace[],
  indicator: string,
): readonly string[] {
  return table.series.periods.filter((period) =>
    places.some(({ token }) => table.value(token, indicator, period) !== null),
  );
}

/** Returns whether a figure is in doubt, or one of those it is made of. */
export function isDoubtful(figure: Figure | null): boolean {
  return Boolean(figure?.doubts?.length) || (figure?.doubtful ?? 0) > 0;
}

/** Returns a figure in the unit the indicator is shown in. */
export function inShownUnit(value: number, indicator: Pick<Indicator, 'unit' | 'shownIn'>): number {
  const exponent = conversionExponent(indicator.unit, shownUnit(indicator)) ?? 0;
  return exponent >= 0 ? value * 10 ** exponent : value / 10 ** -exponent;
}

/** Returns the unit an indicator is shown in. */
export function shownUnit({ unit, shownIn }: Pick<Indicator, 'unit' | 'shownIn'>): string {
  return shownIn ?? unit;
}

function positions(names: readonly string[]): ReadonlyMap<string, number> {
  return new Map(names.map((name, index) => [name, index]));
}
