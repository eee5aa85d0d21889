import type { DataPackage, DataResource, ForeignKey } from '../../domain/data-resource.ts';
import type { Language } from '../../domain/finding.ts';
import { seriesNotes } from './export-notes.ts';
import type { ExportedPublication, ExportedSeries, ExportInstant } from './exported-series.ts';
import { fieldsOf } from './field-table.ts';
import { figureKeys, figureRows } from './figure-rows.ts';
import {
  indicatorResource,
  placeResource,
  publicationResource,
  sourceResource,
} from './reference-resources.ts';

/** Returns figures in long form, as a table that describes itself. */
export function figureResource(series: ExportedSeries, language: Language): DataResource {
  const zh = language === 'zh';
  return {
    id: 'figures',
    name: zh ? '明细' : 'Figures',
    description: zh
      ? '按地区、指标、时期的数据，一行一个'
      : 'Figures by place, indicator and period, one a row',
    columns: fieldsOf(figureKeys, language),
    rows: { [Symbol.iterator]: () => figureRows(series, language) },
    primaryKey: ['territory', 'indicator', 'period'],
    foreignKeys: [foreignKey('territory', 'places'), ...commonKeys],
  };
}

/** Returns a download of figures as a package: figures, places, indicators, sources, publications. */
export function seriesPackage(series: ExportedSeries, language: Language): DataPackage {
  const { plan, instant, publications } = series;
  const zh = language === 'zh';
  return {
    id: `${plan.id}-figures`,
    title: zh ? `${plan.title.zh}：统计数据` : `${plan.title.en}: figures`,
    ...packageHead(instant, publications, seriesNotes(series, language), language),
    resources: [
      figureResource(series, language),
      placeResource(series.places, language),
      indicatorResource(series.indicators, language),
      sourceResource(series.sources, language),
      publicationResource(publications, language),
    ],
  };
}

/** Returns a foreign key of one field that leads to a resource, by its id unless said otherwise. */
export function foreignKey(field: string, resource: string, reference = 'id'): ForeignKey {
  return { fields: [field], resource, reference: [reference] };
}

/** Where every table of figures leads. */
export const commonKeys: readonly ForeignKey[] = [
  foreignKey('indicator', 'indicators'),
  foreignKey('source', 'sources', 'source'),
  foreignKey('number', 'publications', 'number'),
];

/** Returns what every package says of itself: its notes, its instant, sources and licences. */
export function packageHead(
  { recorded }: ExportInstant,
  publications: readonly ExportedPublication[],
  notes: readonly string[],
  language: Language,
): Pick<DataPackage, 'description' | 'created' | 'sources' | 'licences' | 'notes'> {
  const titles = new Set(publications.map((item) => item.source));
  const licences = new Set(
    publications.map(({ title, licence }) => `${title[language]}: ${licence}`),
  );
  return {
    description: notes.slice(1, 2).join(''),
    created: recorded,
    sources: [...titles].map((title) => ({ title })),
    licences: [...licences].map((title) => ({ title, path: 'publications.csv' })),
    notes,
  };
}
