import type { Language } from '../../domain/finding.ts';
import type { TableCell } from '../../domain/table.ts';
import { cellsOf, type ExportedSeries, type SeriesCell } from './exported-series.ts';
import type { FieldKey } from './field-table.ts';
import { doubtCodes, emptyAsNull, wholeSecond } from './observation-rows.ts';

/** The long form of figures: that of observations, then what only computed figures have. */
export const figureKeys = [
  ...['territory', 'name', 'indicator', 'period', 'value', 'absence', 'withheld', 'unit', 'status'],
  ...['source', 'note', 'enclosed', 'doubts', 'number', 'recorded', 'origin', 'summary'],
  ...['present', 'expected', 'partial_sum', 'doubtful', 'basis', 'comparable_territories'],
  ...['share', 'share_of'],
] as readonly FieldKey[];

/** Yields figures as rows of cells, in the order of `figureKeys`; where nobody reported anything there is no row. */
export function* figureRows(
  series: ExportedSeries,
  language: Language,
): Generator<readonly TableCell[]> {
  for (const cell of cellsOf(series)) {
    const { place, indicator, period } = cell;
    yield [
      place.token,
      place.name[language],
      indicator.id,
      period,
      ...valueCells(cell),
      ...sourceCells(cell),
      ...computedCells(cell, series),
    ];
  }
}

/** Returns the value of a cell: as it was reported, to the last digit; a partial sum is none. */
export function exactValue({ figure, observation }: SeriesCell): string | number | null {
  const exact = observation?.value ?? null;
  return exact !== null && Number(exact) === figure.value ? exact : figure.value;
}

function valueCells(cell: SeriesCell): TableCell[] {
  const { figure, indicator } = cell;
  const said = figure.value === null && figure.withheld;
  return [
    exactValue(cell),
    figure.absence ?? null,
    figure.withheld ?? null,
    emptyAsNull(indicator.unit),
    said ? null : (figure.status ?? 'final'),
  ];
}

function sourceCells({ figure, observation }: SeriesCell): TableCell[] {
  return [
    observation?.source ?? null,
    observation?.note ?? null,
    figure.enclosed ?? null,
    doubtCodes(figure.doubts ?? []),
    observation?.number ?? null,
    observation ? wholeSecond(observation.recorded) : null,
    observation ? 'reported' : 'computed',
  ];
}

function computedCells({ figure }: SeriesCell, { basis }: ExportedSeries): TableCell[] {
  const { coverage, comparable } = figure;
  return [
    figure.summary ?? null,
    coverage?.present ?? null,
    coverage?.expected ?? null,
    figure.partialSum ?? null,
    figure.doubtful ?? null,
    comparable?.basis ?? basis,
    comparable?.territories.join(' ') ?? null,
    comparable?.share ?? null,
    comparable?.shareOf ?? null,
  ];
}
