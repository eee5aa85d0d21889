import type { FindingPlace } from '../../domain/finding.ts';
import type { Observation } from '../../domain/observation.ts';
import { periodText } from '../../domain/period.ts';
import { cellText, type SheetRow } from '../../domain/sheet.ts';
import type { Territory } from '../../domain/territory.ts';
import { placeOfCell } from './cell-place.ts';
import type { ValueColumn } from './columns.ts';
import { figureChecks } from './figure-checks.ts';
import { contentReader } from './figure-content.ts';
import type { FigureProblem } from './figure-problem.ts';
import { remarksReader } from './figure-remarks.ts';
import { type FigureSubject, subjectReader } from './figure-subject.ts';
import type { ImportNames } from './import-context.ts';
import { marksAt } from './label.ts';
import type { Layout } from './layout.ts';
import type { RowFields } from './row-fields.ts';
import type { FigureNotes, TableNotes } from './table-notes.ts';

/** An observation with the place in its file, so that what is found later can point to the cell. */
export interface PlacedObservation extends Observation {
  readonly place: FindingPlace;
}

/** The sheet of a table, and what stands below it. */
export interface TableSheet {
  readonly name: string | null;
  readonly source: string | null;
  readonly notes: TableNotes;
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
export function figureReader(layout: Layout, sheet: TableSheet, names: ImportNames): FigureReader {
  const checks = figureChecks(names.today);
  const readSubject = subjectReader(layout, names, checks);
  const readContent = contentReader(layout, names, checks);
  const readRemarks = remarksReader(layout, sheet, names);
  const noteOf = noteReader(layout, sheet.notes);
  const tableEnclosed =
    layout.words.setting.enclosed ?? sheet.notes.enclosed ?? layout.given.enclosed;
  return (row, fields, heading, column, problems) => {
    const subject = readSubject(fields, heading, column, problems);
    if (subject === null) return nothing;
    if (subject === 'left-out') return leftOut;
    const { indicator, period, place } = subject;
    const content = readContent(row.cells[column.index], fields, subject, column, problems);
    const noted = noteOf(row, subject, column);
    const remarks = readRemarks(fields, noted, column.index, problems);
    const decimal = content?.decimal ?? null;
    if (content === null || remarks === null)
      return { observation: null, place, decimal, leftOut: false };
    const enclosed = remarks.enclosed ?? column.setting.enclosed ?? tableEnclosed;
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
      ...(enclosed !== null && { enclosed }),
      place: placeOfCell(row, column.letters, sheet.name),
    };
    return { observation, place, decimal, leftOut: false };
  };
}

/** Marks stand at the figure, at the words before it and at those above it. */
function noteReader(
  layout: Layout,
  notes: TableNotes,
): (row: SheetRow, subject: FigureSubject, column: ValueColumn) => FigureNotes {
  const labels = (['name', 'code', 'indicator', 'period'] as const).flatMap(
    (field) => layout.fields.get(field) ?? [],
  );
  return ({ cells }, subject, column) => {
    if (!notes.marked) return notes.of({ ...subject, marks: [] });
    const texts = [...labels, column.index].map((index) => cellText(cells[index]));
    return notes.of({ ...subject, marks: [...texts.flatMap(marksAt), ...column.marks] });
  };
}

const nothing: Figure = { observation: null, place: null, decimal: null, leftOut: false };
const leftOut: Figure = { ...nothing, leftOut: true };

function unfinished(period: number, column: number): FigureProblem {
  const params = { period: periodText(period) };
  return { problem: { code: 'period-unfinished', params }, column, once: 'table' };
}
