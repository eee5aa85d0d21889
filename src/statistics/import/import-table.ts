import { type Finding, finding } from '../../domain/finding.ts';
import { cellText, type SheetCell, type SheetRow } from '../../domain/sheet.ts';
import type { Territory } from '../../domain/territory.ts';
import { placeOfCell } from './cell-place.ts';
import { readCell } from './cell-reading.ts';
import { fieldOf } from './column-names.ts';
import type { ValueColumn } from './columns.ts';
import type { FigureProblem } from './figure-problem.ts';
import { figureReader, type PlacedObservation, type TableSheet } from './figure-reader.ts';
import { isHeader } from './header-rows.ts';
import type { ImportNames } from './import-context.ts';
import { ownText, type Problem, remembered } from './known.ts';
import { shown } from './label.ts';
import type { Layout } from './layout.ts';
import { type RowFields, rowReader } from './row-fields.ts';
import { isSubtotal, isTotalLabel, tableTotals } from './table-totals.ts';
import { isCaption, isNote } from './table-words.ts';

/** What rows say so far. */
export interface TableOutput {
  readonly observations: PlacedObservation[];
  readonly findings: Finding[];
  /** Figures that were not taken because of an error. */
  refused: number;
}

/** What a row was; `wordless` has no figures, `header` begins another table and was not read. */
export type RowKind = 'figures' | 'wordless' | 'header';

/** A table being read, row by row. */
export interface ImportTable {
  readonly take: (row: SheetRow, output: TableOutput) => RowKind;
  /** Compares the totals. */
  readonly finish: (output: TableOutput) => void;
}

/** Returns a reader of the rows below a header. */
export function importTable(layout: Layout, sheet: TableSheet, names: ImportNames): ImportTable {
  const readFields = rowReader(layout);
  const readFigure = figureReader(layout, sheet, names);
  const totals = tableTotals();
  const reported = new Set<string>();
  const isTotal = remembered(
    ownText,
    (label) => isTotalLabel(label) && !names.placeNames.isName(label),
  );
  const labelColumn = layout.fields.get('name')?.[0] ?? layout.fields.get('code')?.[0] ?? 0;
  let heading: string | null = layout.words.within;

  function report(problem: Problem, row: SheetRow, column: number, output: TableOutput): void {
    const where = { file: names.file, ...placeOfCell(row, column, sheet.name) };
    output.findings.push(finding(problem.code, where, problem.params));
  }

  /** What is wrong with a row or a column is said once. */
  function reportAll(problems: readonly FigureProblem[], row: SheetRow, output: TableOutput): void {
    for (const { problem, column, once } of problems) {
      const scope = once === 'row' ? row.row : JSON.stringify(problem.params);
      const key = `${problem.code} ${column} ${scope}`;
      if (once !== 'figure' && reported.has(key)) continue;
      if (once !== 'figure' && reported.size < mostReported) reported.add(key);
      report(problem, row, column, output);
    }
  }

  function take(row: SheetRow, output: TableOutput): RowKind {
    const filled = filledColumns(row, layout.values);
    const fields = readFields(row);
    if (filled.length === 0 && fields.absence === '') return takeWordless(row, fields, output);
    const label = fields.name || fields.code;
    if (label === '' && isCaption(row)) return 'wordless';
    if (isTotal(label)) takeTotal(row, label, filled, output);
    else if (startsAnother(row, label)) return 'header';
    else takeFigures(row, fields, filled, output);
    return 'figures';
  }

  function takeFigures(
    row: SheetRow,
    fields: RowFields,
    filled: readonly ValueColumn[],
    output: TableOutput,
  ): void {
    const problems: FigureProblem[] = [];
    let place: Territory | null = null;
    for (const column of filled.length > 0 ? filled : layout.values.slice(0, 1)) {
      const figure = readFigure(row, fields, heading, column, problems);
      if (figure.observation !== null) output.observations.push(figure.observation);
      else if (!figure.leftOut) output.refused += 1;
      if (figure.place === null) continue;
      place = figure.place;
      if (layout.form === 'wide') totals.add(column.index, place.kind, figure.decimal);
    }
    if (problems.length > 0) reportAll(problems, row, output);
    if (place !== null) settle(place, filled);
  }

  /** The places that follow are within a larger one; a blank cell leaves a sum unknown. */
  function settle(place: Territory, filled: readonly ValueColumn[]): void {
    if (isAbove(place.kind)) heading = place.id;
    if (layout.form === 'long' || filled.length === layout.values.length) return;
    for (const column of layout.values)
      if (!filled.includes(column)) totals.add(column.index, place.kind, null);
  }

  /** A heading, a note, a row of a long table that has no value, or another header. */
  function takeWordless(row: SheetRow, fields: RowFields, output: TableOutput): RowKind {
    const words = row.cells.filter((cell) => cell !== null && cell !== '');
    if (words.length === 0 || isNote(row)) return 'wordless';
    const long = layout.form === 'long' && words.length > 2;
    if (!long && isHeader(row, names)) return 'header';
    if (long)
      report({ code: 'value-blank', params: {} }, row, layout.values[0]?.index ?? 0, output);
    else if (fields.name !== '' || words.length === 1) {
      heading = names.placeNames.within(String(words[0])) ?? heading;
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
    const words = shown(label);
    report({ code: 'total-left-out', params: { label: words } }, row, labelColumn, output);
    if (layout.form === 'long') return;
    for (const { index, setting } of filled) {
      const indicator =
        setting.indicator ?? layout.words.setting.indicator ?? layout.given.indicator;
      const reading = readCell(keptResult(row.cells[index]), names);
      if (indicator?.aggregation?.kind === 'sum' && reading?.ok && 'decimal' in reading.value)
        totals.total(row, index, words, reading.value.decimal);
    }
    if (isSubtotal(label)) totals.group();
  }

  /** Printed tables repeat their header on each page, and may go on with other years. */
  function startsAnother(row: SheetRow, label: string): boolean {
    const { isName, isCode } = names.placeNames;
    if (isName(label) || isCode(label)) return false;
    if (layout.form === 'wide') return isHeader(row, names);
    return fieldOf(cellText(row.cells[layout.values[0]?.index ?? 0])) === 'value';
  }

  function finish(output: TableOutput): void {
    for (const { row, column, label, stated, sum } of totals.finish())
      report({ code: 'total-differs', params: { label, stated, sum } }, row, column, output);
  }

  return { take, finish };
}

/** What was said once is remembered up to here; the listed findings are far fewer. */
const mostReported = 10_000;

function filledColumns(row: SheetRow, columns: readonly ValueColumn[]): readonly ValueColumn[] {
  const [only, ...others] = columns;
  if (only !== undefined && others.length === 0)
    return isFilled(row.cells[only.index]) ? columns : [];
  return columns.filter(({ index }) => isFilled(row.cells[index]));
}

function isFilled(cell: SheetCell | undefined): boolean {
  if (typeof cell === 'string') return cell !== '' && cell.trim() !== '';
  return cell !== undefined && cell !== null;
}

/** The sum of a total is only compared, so what the file keeps of a formula will do. */
function keptResult(cell: SheetCell | undefined): SheetCell | undefined {
  return typeof cell === 'object' && cell?.kind === 'formula' ? cell.cached : cell;
}

function isAbove(kind: string): boolean {
  return kind === 'state' || kind === 'province' || kind === 'prefecture';
}
