import type { DataPackage, DataResource } from '../../domain/data-resource.ts';
import type { Language } from '../../domain/finding.ts';
import type { Indicator } from '../../domain/indicator.ts';
import type { Places } from '../places.ts';
import { baseNotes } from './export-notes.ts';
import type {
  ExportedPublication,
  ExportedSeries,
  ExportedSource,
  ExportInstant,
} from './exported-series.ts';
import { fieldsOf } from './field-table.ts';
import { type ExportedObservation, observationKeys, observationRows } from './observation-rows.ts';
import {
  indicatorResource,
  publicationResource,
  sourceResource,
  territoryResource,
} from './reference-resources.ts';
import { commonKeys, foreignKey, packageHead } from './series-package.ts';

/** Everything a download of the base is made from; observations come when they are read. */
export interface ExportedBase {
  readonly plan: ExportedSeries['plan'];
  readonly instant: ExportInstant;
  readonly places: Places;
  readonly indicators: readonly Indicator[];
  readonly sources: readonly ExportedSource[];
  readonly publications: readonly ExportedPublication[];
  /** The same each time it is read. */
  readonly observations: () => AsyncIterable<ExportedObservation>;
}

/** Returns the observations of the base in the long form that an import reads, as a table that describes itself. */
export function observationResource(base: ExportedBase, language: Language): DataResource {
  const zh = language === 'zh';
  return {
    id: 'observations',
    name: zh ? '数据' : 'Observations',
    description: zh
      ? '上报的数据，一行一个；可直接用 xingbian import 导入'
      : 'Reported figures, one a row; xingbian import reads it as it is',
    columns: fieldsOf(observationKeys, language),
    rows: { [Symbol.asyncIterator]: () => observationRows(base.observations()) },
    primaryKey: ['territory', 'indicator', 'period', 'breakdown'],
    foreignKeys: [foreignKey('territory', 'territories'), ...commonKeys],
  };
}

/** Returns the base as a package: observations, indicators, territories, sources, publications. */
export function basePackage(base: ExportedBase, language: Language): DataPackage {
  const { plan, instant, publications } = base;
  const zh = language === 'zh';
  return {
    id: `${plan.id}-statistics`,
    title: zh ? `${plan.title.zh}：统计信息库` : `${plan.title.en}: statistical base`,
    ...packageHead(instant, publications, baseNotes(base, language), language),
    resources: [
      observationResource(base, language),
      indicatorResource(base.indicators, language),
      territoryResource(base.places, language),
      sourceResource(base.sources, language),
      publicationResource(publications, language),
    ],
  };
}
