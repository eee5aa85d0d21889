import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { downloadPaths } from './paths.ts';
import { statisticsEndpoints } from './statistics.ts';

const language = { lang: z.enum(['zh', 'en']).default('zh') };

/** The question of the series endpoint, and the language of names and definitions. */
const seriesInput = statisticsEndpoints.series.input.extend(language);
const seriesErrors = statisticsEndpoints.series.errors;

const baseInput = statisticsEndpoints.series.input.pick({ asOf: true }).extend(language);
const baseErrors = ['statistics-missing', 'as-of-invalid', 'as-of-ahead'] as const;

/** Media types of the formats figures are downloaded in. */
export const downloadTypes = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'json-stat': 'application/json; charset=utf-8',
  datapackage: 'application/zip',
} as const;

/** A format figures are downloaded in. */
export type DownloadFormat = keyof typeof downloadTypes;

function file(format: DownloadFormat) {
  return { kind: 'file', mediaType: downloadTypes[format] } as const;
}

/** Files of the statistics; they are written as they are read, and not kept. */
export const downloadEndpoints = {
  seriesCsv: endpoint({
    id: 'statistics.series.csv',
    method: 'GET',
    access: 'public',
    path: downloadPaths.seriesCsv,
    summary: { zh: '所查数据，CSV（长表）', en: 'The figures of a question as CSV, one a row' },
    input: seriesInput,
    answer: file('csv'),
    errors: seriesErrors,
  }),
  seriesXlsx: endpoint({
    id: 'statistics.series.xlsx',
    method: 'GET',
    access: 'public',
    path: downloadPaths.seriesXlsx,
    summary: {
      zh: '所查数据，XLSX（附明细、指标、来源、说明）',
      en: 'The figures of a question as XLSX, with definitions, sources and notes',
    },
    input: seriesInput,
    answer: file('xlsx'),
    errors: seriesErrors,
  }),
  seriesJsonStat: endpoint({
    id: 'statistics.series.json-stat',
    method: 'GET',
    access: 'public',
    path: downloadPaths.seriesJsonStat,
    summary: { zh: '所查数据，JSON-stat 2.0', en: 'The figures of a question as JSON-stat 2.0' },
    input: seriesInput,
    answer: file('json-stat'),
    errors: seriesErrors,
  }),
  seriesPackage: endpoint({
    id: 'statistics.series.package',
    method: 'GET',
    access: 'public',
    path: downloadPaths.seriesPackage,
    summary: {
      zh: '所查数据，Frictionless 数据包',
      en: 'The figures of a question as a Frictionless Data Package',
    },
    input: seriesInput,
    answer: file('datapackage'),
    errors: seriesErrors,
  }),
  baseCsv: endpoint({
    id: 'statistics.base.csv',
    method: 'GET',
    access: 'public',
    path: downloadPaths.baseCsv,
    summary: { zh: '整个统计信息库，CSV（长表）', en: 'The whole base as CSV, one figure a row' },
    input: baseInput,
    answer: file('csv'),
    errors: baseErrors,
  }),
  basePackage: endpoint({
    id: 'statistics.base.package',
    method: 'GET',
    access: 'public',
    path: downloadPaths.basePackage,
    summary: {
      zh: '整个统计信息库，Frictionless 数据包',
      en: 'The whole base as a Frictionless Data Package',
    },
    input: baseInput,
    answer: file('datapackage'),
    errors: baseErrors,
  }),
} as const;
