import { type Finding, type FindingPlace, finding } from '../../domain/finding.ts';
import type { Observation } from '../../domain/observation.ts';
import { columnLetters, type SheetCell, type SheetRow } from '../../domain/sheet.ts';
import type { Territory } from '../../domain/territory.ts';
import { readCell } from './cell-reading.ts';
import { figureChecks } from './figure-checks.ts';
import { figureReader } from './figure-reader.ts';
import { isHeader, textAt } from './header-rows.ts';
import type { ImportNames } from './import-context.ts';
import type { Problem } from './known.ts';
import { shown } from './label.ts';
import type { Layout, ValueColumn } from './layout.ts';
import { type RowFields, rowReader } from './row-fields.ts';
import { isSubtotal, isTotalLabel, tableTotals } from './table-totals.ts';
import { isNote } from './table-words.ts';

/** An observation with the place in its file, so that what is found later can point to the cell. */
export interface PlacedObservation extends Observation {
  readonly place: FindingPlace;
}

/** What rows say so far. */
export interface TableOutput {
  readonly observations: PlacedObservation[];
  readonly findings: Finding[];
  /** Figures that were not taken because of an error. */
  refused: number;
}

/** A table being read, row by row. */
export interface ImportTable {
  /** Reads a row: `wordless` where it has no figures, `header` where it begins another table. */
  readonly take: (row: SheetRow, output: TableOutput) => 'taken' | 'wordless' | 'header';
  /** Compares the totals. */
  readonly finish: (output: TableOutput) => void;
}

/** Where a finding stands: in a column of a row. */
export interface CellPlace {
  readonly row: SheetRow;
  readonly column: number;
}

/** Returns a reader of the rows below a header. `source` is what the notes below the table say. */
export function importTable(
  layout: Layout,
  sheet: { readonly name: string | null; readonly source: string | null },
  names: ImportNames,
): ImportTable {
  const readFields = rowReader(layout);
  const totals = tableTotals();
  const reported = new Set<string>();
  const reader = figureReader(layout, sheet.source, names, figureChecks(names.today));
  let heading: string | null = layout.words.within;

  function report(problem: Problem, at: CellPlace, output: TableOutput, once?: string): void {
    if (once !== undefined) {
      if (reported.has(once)) return;
      reported.add(once);
    }
    const where = { file: names.file, ...placeOf(at.row, columnLetters(at.column), sheet.name) };
    output.findings.push(finding(problem.code, where, problem.params));
  }

  function take(row: SheetRow, output: TableOutput): 'taken' | 'wordless' | 'header' {
    const filled = filledColumns(row, layout.values);
    const fields = readFields(row);
    if (filled.length === 0 && fields.absence === '') return takeWordless(row, fields, output);
    const label = fields.name || fields.code;
    if (layout.form === 'wide' && startsAnother(row, label)) return 'header';
    if (isTotalLabel(label) && !names.placeNames.isName(label)) {
      takeTotal(row, label, filled, output);
      return 'taken';
    }
    const rowOnce = new Set<string>();
    const context = { row, fields, heading };
    const columns = filled.length > 0 ? filled : layout.values.slice(0, 1);
    let place: Territory | null = null;
    for (const column of columns) {
      const figure = reader(context, column);
      for (const { problem, column: at, once } of figure.problems) {
        const key = `${problem.code} ${at}`;
        if (once === 'row' && rowOnce.has(key)) continue;
        rowOnce.add(key);
        const table = once === 'table' ? `${key} ${JSON.stringify(problem.params)}` : undefined;
        report(problem, { row, column: at }, output, table);
      }
      place = figure.place ?? place;
      if (figure.place && layout.form === 'wide')
        totals.add(column.index, figure.place.kind, figure.decimal);
      if (figure.observation === null) output.refused += figure.leftOut ? 0 : 1;
      else
        output.observations.push({
          ...figure.observation,
          place: placeOf(row, column.letters, sheet.name),
        });
    }
    if (place !== null) settle(place, filled);
    return 'taken';
  }

  /** The places that follow are within a larger one; a blank cell leaves a sum unknown. */
  function settle(place: Territory, filled: readonly ValueColumn[]): void {
    if (isAbove(place.kind)) heading = place.id;
    if (layout.form === 'long' || filled.length === layout.values.length) return;
    for (const column of layout.values)
      if (!filled.includes(column)) totals.add(column.index, place.kind, null);
  }

  /** A heading, a note, or a row of a long table that has no value. */
  function takeWordless(
    row: SheetRow,
    fields: RowFields,
    output: TableOutput,
  ): 'wordless' | 'header' {
    const words = row.cells.filter((cell) => cell !== null && cell !== '').length;
    if (words === 0 || isNote(row)) return 'wordless';
    const label = textAt(
      row,
      row.cells.findIndex((cell) => cell !== null && cell !== ''),
    );
    const long = layout.form === 'long' && words > 2;
    if (!long && isHeader(row, names)) return 'header';
    if (long) {
      const column = layout.values[0]?.index ?? 0;
      report({ code: 'value-blank', params: {} }, { row, column }, output);
    } else if (fields.name !== '' || words === 1) {
      heading = names.placeNames.within(label) ?? heading;
      totals.group();
    }
    return 'wordless';
  }

  function takeTotal(
    row: SheetRow,
    label: string,
    filled: readonly ValueColumn[],
    output: TableOutput,
  ): void {
    const at = {
      row,
      column: layout.fields.get('name')?.[0] ?? layout.fields.get('code')?.[0] ?? 0,
    };
    report({ code: 'total-left-out', params: { label: shown(label) } }, at, output);
    if (layout.form === 'long') return;
    for (const { index, setting } of filled) {
      const indicator = setting.indicator ?? layout.words.setting.indicator;
      const reading = readCell(keptResult(row.cells[index]), names);
      if (indicator?.aggregation?.kind === 'sum' && reading?.ok && 'decimal' in reading.value)
        totals.total(row, index, shown(label), reading.value.decimal);
    }
    if (isSubtotal(label)) totals.group();
  }

  /** Printed tables repeat their header on each page, and may go on with other years. */
  function startsAnother(row: SheetRow, label: string): boolean {
    return !names.placeNames.isName(label) && isHeader(row, names);
  }

  function finish(output: TableOutput): void {
    for (const { row, column, label, stated, sum } of totals.finish())
      report({ code: 'total-differs', params: { label, stated, sum } }, { row, column }, output);
  }

  return { take, finish };
}

/** Returns the place of a cell, without its file: in a workbook by sheet, in a text file by line. */
export function placeOf(row: SheetRow, letters: string, sheet: string | null): FindingPlace {
  const cell = `${letters}${row.row}`;
  if (sheet !== null) return { sheet, cell };
  return row.line === null ? { cell } : { line: row.line, cell };
}

function filledColumns(row: SheetRow, columns: readonly ValueColumn[]): readonly ValueColumn[] {
  const isFilled = ({ index }: ValueColumn) => {
    const cell = row.cells[index];
    if (cell === undefined || cell === null || cell === '') return false;
    return typeof cell !== 'string' || cell.trim() !== '';
  };
  return columns.length === 1 && columns[0] && isFilled(columns[0])
    ? columns
    : columns.filter(isFilled);
}

/** The sum of a total is only compared, so what the file keeps of a formula will do. */
function keptResult(cell: SheetCell | undefined): SheetCell | undefined {
  return typeof cell === 'object' && cell?.kind === 'formula' ? cell.cached : cell;
}

function isAbove(kind: string): boolean {
  return kind === 'state' || kind === 'province' || kind === 'prefecture';
}
