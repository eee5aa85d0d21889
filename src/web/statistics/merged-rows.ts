import type { Series, SeriesPlace, StatisticsCatalog } from '../../api/statistics.ts';

/**
 * Returns an answer in which places that were taken together are one row, named by all of them: each
 * of them answers with the same figures, which would be read and counted twice.
 */
export function withMergedRows(
  series: Series,
  { territories }: Pick<StatisticsCatalog, 'territories'>,
): Series {
  if (series.basis !== 'merged') return series;
  const names = new Map(territories.map(({ id, name }) => [id, name]));
  const seen = new Set<string>();
  const kept = series.places.flatMap((place, row) => {
    const together = place.members === null ? togetherIn(series, row) : null;
    if (!together) return [{ place, row }];
    const key = together.join(' ');
    if (seen.has(key)) return [];
    seen.add(key);
    return [{ place: named(place, together, names), row }];
  });
  return {
    ...series,
    places: kept.map(({ place }) => place),
    figures: kept.map(({ row }) => series.figures[row] ?? []),
  };
}

/** The places a row was taken together with, in any of its figures; null where it was not. */
function togetherIn({ figures }: Series, row: number): readonly string[] | null {
  const found = figures[row]?.flat().find((figure) => figure?.comparable);
  return found?.comparable?.territories.toSorted() ?? null;
}

function named(
  place: SeriesPlace,
  together: readonly string[],
  names: ReadonlyMap<string, string>,
): SeriesPlace {
  const all = together.map((id) => names.get(id) ?? id);
  return { ...place, name: { zh: all.join('、'), en: all.join(', ') } };
}
