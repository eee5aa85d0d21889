import type { FindingPlace } from '../../domain/finding.ts';
import type { Observation } from '../../domain/observation.ts';
import { periodText } from '../../domain/period.ts';
import type { SheetRow } from '../../domain/sheet.ts';
import type { Territory } from '../../domain/territory.ts';
import { figureChecks } from './figure-checks.ts';
import { contentReader } from './figure-content.ts';
import type { FigureProblem } from './figure-problem.ts';
import { remarksReader } from './figure-remarks.ts';
import { subjectReader } from './figure-subject.ts';
import type { ImportNames } from './import-context.ts';
import type { Layout, ValueColumn } from './layout.ts';
import type { RowFields } from './row-fields.ts';

/** An observation with the place in its file, so that what is found later can point to the cell. */
export interface PlacedObservation extends Observation {
  readonly place: FindingPlace;
}

/** What a cell gives. */
export interface Figure {
  readonly observation: PlacedObservation | null;
  readonly place: Territory | null;
  /** As the cell states it, before its unit is changed; null where it is no number. */
  readonly decimal: string | null;
  /** Left out on purpose, which is no refusal. */
  readonly leftOut: boolean;
}

export type FigureReader = (
  row: SheetRow,
  fields: RowFields,
  heading: string | null,
  column: ValueColumn,
  problems: FigureProblem[],
) => Figure;

/**
 * Returns a function that reads the figure of a row in a column. `heading` is the place named above
 * the row; what is wrong is added to `problems`.
 */
export function figureReader(
  layout: Layout,
  sheet: { readonly name: string | null; readonly source: string | null },
  names: ImportNames,
): FigureReader {
  const checks = figureChecks(names.today);
  const readSubject = subjectReader(layout, names, checks);
  const readContent = contentReader(layout, names, checks);
  const readRemarks = remarksReader(layout, sheet.source, names);
  return (row, fields, heading, column, problems) => {
    const subject = readSubject(fields, heading, column, problems);
    if (subject === null) return nothing;
    if (subject === 'left-out') return leftOut;
    const { indicator, period, place } = subject;
    const content = readContent(row.cells[column.index], fields, subject, column, problems);
    const remarks = readRemarks(fields, column.index, problems);
    const decimal = content?.decimal ?? null;
    if (content === null || remarks === null)
      return { observation: null, place, decimal, leftOut: false };
    if (checks.isUnfinished(period)) problems.push(unfinished(period, column.index));
    const observation: PlacedObservation = {
      territory: place.id,
      indicator: indicator.id,
      period,
      breakdown: remarks.breakdown || column.setting.breakdown || (layout.given.breakdown ?? ''),
      value: content.value,
      absence: content.absence,
      status: remarks.status,
      source: remarks.source,
      note: remarks.note,
      ...(remarks.enclosed !== null && { enclosed: remarks.enclosed }),
      place: placeOfCell(row, column.letters, sheet.name),
    };
    return { observation, place, decimal, leftOut: false };
  };
}

/** Returns the place of a cell, without its file: in a workbook by sheet, in a text file by line. */
export function placeOfCell(row: SheetRow, letters: string, sheet: string | null): FindingPlace {
  const cell = `${letters}${row.row}`;
  if (sheet !== null) return { sheet, cell };
  return row.line === null ? { cell } : { line: row.line, cell };
}

const nothing: Figure = { observation: null, place: null, decimal: null, leftOut: false };
const leftOut: Figure = { ...nothing, leftOut: true };

function unfinished(period: number, column: number): FigureProblem {
  const params = { period: periodText(period) };
  return { problem: { code: 'period-unfinished', params }, column, once: 'table' };
}
