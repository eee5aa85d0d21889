import { type DownloadFormat, downloadTypes } from '../api/statistics-downloads.ts';
import type { Language } from '../domain/finding.ts';
import { writeDataPackage } from '../exchange/data-package.ts';
import { writeJsonStat } from '../exchange/json-stat.ts';
import { streamCsv } from '../exchange/table-csv.ts';
import { streamXlsx } from '../exchange/workbook-xlsx.ts';
import {
  basePackage,
  type ExportedBase,
  observationResource,
} from '../statistics/export/base-package.ts';
import { baseCells, baseCube, seriesCells, seriesCube } from '../statistics/export/cubes.ts';
import { baseNotes } from '../statistics/export/export-notes.ts';
import type { ExportedSeries } from '../statistics/export/exported-series.ts';
import { figureResource, seriesPackage } from '../statistics/export/series-package.ts';
import { notesTable, seriesTables } from '../statistics/export/series-tables.ts';
import type { BaseExport } from '../store/queries/exports.ts';

/** A file that is written as it is read. */
export interface ExportFile {
  readonly name: string;
  readonly mediaType: string;
  readonly chunks: AsyncIterable<Uint8Array>;
}

const extensions: Readonly<Record<DownloadFormat, string>> = {
  csv: 'csv',
  xlsx: 'xlsx',
  'json-stat': 'json',
  datapackage: 'zip',
};

/** Resolves to the figures of a question as a file. */
export async function seriesFile(
  series: ExportedSeries,
  format: DownloadFormat,
  language: Language,
): Promise<ExportFile> {
  return await fileOf(`${series.plan.id}-figures-${series.instant.number}`, format, {
    csv: () => streamCsv(figureResource(series, language), { head: 'key' }),
    xlsx: () => streamXlsx(seriesTables(series, language)),
    'json-stat': () => writeJsonStat(seriesCube(series, language), () => seriesCells(series)),
    datapackage: () => writeDataPackage(seriesPackage(series, language)),
  });
}

/**
 * Resolves to the base as a file. As XLSX, more rows than a sheet has are refused with `sheet-full`
 * while it is written.
 */
export async function baseFile(
  { base, extent }: BaseExport,
  format: DownloadFormat,
  language: Language,
): Promise<ExportFile> {
  return await fileOf(`${base.plan.id}-statistics-${base.instant.number}`, format, {
    csv: () => streamCsv(observationResource(base, language), { head: 'key' }),
    xlsx: () => streamXlsx(baseTables(base, language)),
    'json-stat': async () => {
      const found = await extent();
      return writeJsonStat(baseCube(base, found, language), () => baseCells(base, found));
    },
    datapackage: () => writeDataPackage(basePackage(base, language)),
  });
}

function baseTables(base: ExportedBase, language: Language) {
  const { resources } = basePackage(base, language);
  return [...resources, notesTable(baseNotes(base, language), language)];
}

type Chunks = AsyncIterable<Uint8Array>;

async function fileOf(
  stem: string,
  format: DownloadFormat,
  writers: Readonly<Record<DownloadFormat, () => Chunks | Promise<Chunks>>>,
): Promise<ExportFile> {
  return {
    name: `${stem}.${extensions[format]}`,
    mediaType: downloadTypes[format],
    chunks: await writers[format](),
  };
}
