import type { CubeCategory, CubeCell, CubeDimension, DataCube } from '../../domain/data-cube.ts';
import type { Figure } from '../../domain/figure.ts';
import { figureWordsOf } from '../../domain/figure-words.ts';
import type { Language } from '../../domain/finding.ts';
import type { Indicator } from '../../domain/indicator.ts';
import type { ExportedBase } from './base-package.ts';
import { baseNotes, seriesNotes } from './export-notes.ts';
import {
  cellsOf,
  type ExportedPublication,
  type ExportedSeries,
  type ExportedSource,
  type ExportInstant,
} from './exported-series.ts';
import { exactValue } from './figure-rows.ts';
import type { ExportedObservation } from './observation-rows.ts';

/** What SDMX calls the whole. */
const wholeId = '_T';

/** Which categories of the base have anything in them, in order. */
export interface BaseExtent {
  readonly territories: readonly { readonly id: string; readonly name: string }[];
  readonly indicators: readonly string[];
  readonly periods: readonly string[];
  readonly breakdowns: readonly string[];
}

/** Returns figures as a cube: territory × indicator × period. */
export function seriesCube(series: ExportedSeries, language: Language): DataCube {
  return {
    ...cubeHead(
      series,
      series.sources,
      series.publications,
      seriesNotes(series, language),
      language,
    ),
    dimensions: [
      territoryDimension(
        series.places.map((place) => ({ id: place.token, label: place.name[language] })),
        language,
      ),
      indicatorDimension(series.indicators, language),
      periodDimension(series.periods, language),
    ],
  };
}

/** Yields the cells of the cube of figures. */
export function* seriesCells(series: ExportedSeries): Generator<CubeCell> {
  const sources = placesOf(series.sources);
  for (const cell of cellsOf(series)) {
    const { figure, observation, position } = cell;
    yield {
      position,
      value: exactValue(cell),
      status: statusOf(figure),
      source: observation ? (sources.get(observation.source) ?? null) : null,
      coverage: figure.coverage ? [figure.coverage.present, figure.coverage.expected] : null,
    };
  }
}

/** Returns the base as a cube: territory × indicator × period × breakdown. */
export function baseCube(base: ExportedBase, extent: BaseExtent, language: Language): DataCube {
  const known = new Map(base.indicators.map((item) => [item.id, item]));
  const indicators = extent.indicators.flatMap((id) => known.get(id) ?? []);
  return {
    ...cubeHead(base, base.sources, base.publications, baseNotes(base, language), language),
    dimensions: [
      territoryDimension(
        extent.territories.map(({ id, name }) => ({ id, label: name })),
        language,
      ),
      indicatorDimension(indicators, language),
      periodDimension(extent.periods, language),
      breakdownDimension(extent.breakdowns, language),
    ],
  };
}

/** Yields the cells of the cube of the base. */
export async function* baseCells(base: ExportedBase, extent: BaseExtent): AsyncGenerator<CubeCell> {
  const sources = placesOf(base.sources);
  const at = (ids: readonly string[]) => new Map(ids.map((id, index) => [id, index]));
  const territories = at(extent.territories.map((item) => item.id));
  const [indicators, periods] = [at(extent.indicators), at(extent.periods)];
  const breakdowns = at(extent.breakdowns);
  for await (const item of base.observations()) {
    yield {
      position: [
        territories.get(item.territory) ?? -1,
        indicators.get(item.indicator) ?? -1,
        periods.get(item.period) ?? -1,
        breakdowns.get(item.breakdown) ?? -1,
      ],
      value: item.value,
      status: observationStatus(item),
      source: sources.get(item.source) ?? null,
      coverage: null,
    };
  }
}

/** Words with spaces between; none for a final figure nobody doubts. */
function statusOf(figure: Figure): string | null {
  const words = [
    figure.absence ?? figure.withheld,
    figure.status === 'final' ? undefined : figure.status,
    figure.doubts || figure.doubtful ? 'doubtful' : undefined,
  ];
  return words.filter((word) => word !== undefined).join(' ') || null;
}

function observationStatus({ absence, status, doubts }: ExportedObservation): string | null {
  return statusOf({
    value: null,
    ...(absence !== null && { absence }),
    status,
    ...(doubts.length > 0 && { doubts: [...doubts] }),
  });
}

function cubeHead(
  { plan, instant }: { readonly plan: ExportedSeries['plan']; readonly instant: ExportInstant },
  sources: readonly ExportedSource[],
  publications: readonly ExportedPublication[],
  notes: readonly string[],
  language: Language,
): Omit<DataCube, 'dimensions'> {
  const { absences, withheld, statuses, doubtful } = figureWordsOf(language);
  return {
    label: plan.title[language],
    source: [...new Set(publications.map((item) => item.source))].join('；'),
    updated: instant.recorded,
    note: notes,
    extension: {
      instant,
      statuses: { ...absences, ...withheld, ...statuses, doubtful },
      sources: uniqueSources(sources),
      publications,
    },
  };
}

/** A source with two ways of taking in enclosed units is one source here. */
function uniqueSources(sources: readonly ExportedSource[]): readonly string[] {
  return [...new Set(sources.map((item) => item.source))];
}

function placesOf(sources: readonly ExportedSource[]): ReadonlyMap<string, number> {
  return new Map(uniqueSources(sources).map((source, index) => [source, index]));
}

function territoryDimension(
  categories: readonly CubeCategory[],
  language: Language,
): CubeDimension {
  const label = language === 'zh' ? '地区' : 'Territory';
  return { id: 'territory', label, role: 'geo', categories };
}

function indicatorDimension(indicators: readonly Indicator[], language: Language): CubeDimension {
  const categories = indicators.map((item) => ({
    id: item.id,
    label: item.name[language],
    unit: { label: item.unit, decimals: item.digits },
    note: [item.definition[language]],
  }));
  const label = language === 'zh' ? '指标' : 'Indicator';
  return { id: 'indicator', label, role: 'metric', categories };
}

function periodDimension(periods: readonly string[], language: Language): CubeDimension {
  const label = language === 'zh' ? '时期' : 'Period';
  return {
    id: 'period',
    label,
    role: 'time',
    categories: periods.map((period) => ({ id: period, label: period })),
  };
}

function breakdownDimension(breakdowns: readonly string[], language: Language): CubeDimension {
  const [label, whole] = language === 'zh' ? ['分组', '总体'] : ['Breakdown', 'The whole'];
  return {
    id: 'breakdown',
    label,
    categories: breakdowns.map((id) =>
      id === '' ? { id: wholeId, label: whole } : { id, label: id },
    ),
  };
}
