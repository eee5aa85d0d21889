import { type FigureWords, figureWordsOf } from '../../domain/figure-words.ts';
import type { Language } from '../../domain/finding.ts';
import type { Table, TableCell, TableColumn, TableStream } from '../../domain/table.ts';
import { seriesNotes } from './export-notes.ts';
import { cellsOf, type ExportedSeries, type SeriesCell } from './exported-series.ts';
import { exactValue } from './figure-rows.ts';
import { indicatorResource, publicationResource, sourceResource } from './reference-resources.ts';
import { figureResource } from './series-package.ts';

/** Columns of figures one sheet can have, beside the names and the remarks. */
const mostColumns = 16_000;

/**
 * Returns the sheets of a workbook of figures: places down and periods across as on the page, then
 * one a row with everything about each, definitions, sources, publications, and how to read them.
 * The first is left out where a sheet has too few columns for it.
 */
export function seriesTables(series: ExportedSeries, language: Language): readonly TableStream[] {
  const columns = series.indicators.length * series.periods.length;
  return [
    ...(columns <= mostColumns ? [wideTable(series, language)] : []),
    figureResource(series, language),
    indicatorResource(series.indicators, language),
    sourceResource(series.sources, language),
    publicationResource(series.publications, language),
    notesTable(seriesNotes(series, language), language),
  ];
}

/** Returns figures with places down, indicators and periods across, and a column of remarks. */
export function wideTable(series: ExportedSeries, language: Language): Table {
  const zh = language === 'zh';
  return {
    name: zh ? '数据' : 'Data',
    title: series.plan.title[language],
    columns: [
      { key: 'territory', header: zh ? '地区代码' : 'Territory', width: 14 },
      { key: 'name', header: zh ? '地区' : 'Name', width: 24 },
      ...figureColumns(series, language),
      { key: 'remarks', header: zh ? '说明' : 'Remarks', width: 60 },
    ],
    rows: wideRows(series, language),
    notes: seriesNotes(series, language).slice(1),
  };
}

/** Returns notes as a table of one column. */
export function notesTable(notes: readonly string[], language: Language): Table {
  const header = language === 'zh' ? '说明' : 'Notes';
  return {
    name: header,
    columns: [{ key: 'note', header, width: 100 }],
    rows: notes.map((note) => [note]),
  };
}

function figureColumns({ indicators, periods }: ExportedSeries, language: Language): TableColumn[] {
  const zh = language === 'zh';
  return indicators.flatMap((indicator) => {
    const unit = indicator.unit === '' ? '' : zh ? `（${indicator.unit}）` : ` (${indicator.unit})`;
    return periods.map((period) => ({
      key: `${indicator.id} ${period}`,
      header: `${indicator.name[language]}${unit}\n${period}`,
      width: 16,
      numeric: true,
    }));
  });
}

function wideRows(series: ExportedSeries, language: Language): TableCell[][] {
  const words = figureWordsOf(language);
  const width = series.indicators.length * series.periods.length;
  const rows = series.places.map((place) => ({
    head: [place.token, place.name[language]],
    cells: Array.from({ length: width }, (): TableCell => null),
    remarks: [] as string[],
  }));
  for (const cell of cellsOf(series)) {
    const [place, indicator, period] = cell.position;
    const row = rows[place];
    if (!row) continue;
    row.cells[indicator * series.periods.length + period] = exactValue(cell);
    const remark = remarkOf(cell, words, language);
    if (remark !== null) row.remarks.push(remark);
  }
  const mark = language === 'zh' ? '；' : '; ';
  return rows.map(({ head, cells, remarks }) => [...head, ...cells, remarks.join(mark) || null]);
}

/** What the bare number does not say: why there is none, its status, its doubts, its coverage. */
function remarkOf(cell: SeriesCell, words: FigureWords, language: Language): string | null {
  const { figure, indicator, period } = cell;
  const { coverage, doubts = [] } = figure;
  const codes = [...new Set(doubts.map((doubt) => doubt.code))];
  const parts = [
    figure.absence && words.absences[figure.absence],
    figure.withheld && words.withheld[figure.withheld],
    figure.status && figure.status !== 'final' ? words.statuses[figure.status] : undefined,
    codes.length > 0
      ? `${words.doubtful}（${codes.map((code) => words.doubts[code]).join('，')}）`
      : undefined,
    figure.doubtful === undefined ? undefined : `${words.doubtful} ${figure.doubtful}`,
    coverage && coverage.present < coverage.expected
      ? `${coverage.present}/${coverage.expected}`
      : undefined,
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? null : `${indicator.name[language]} ${period} ${parts.join(' ')}`;
}
