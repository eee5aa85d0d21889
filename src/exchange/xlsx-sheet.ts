import { finding } from '../domain/finding.ts';
import { columnIndex, type SheetCell, type SheetPiece, type SheetRow } from '../domain/sheet.ts';
import { rowsAPiece, tableLimits } from './table-limits.ts';
import { shownNumber } from './xlsx-styles.ts';
import { unescaped, type Workbook } from './xlsx-workbook.ts';
import { attribute, streamXml, type XmlStreamVisitor } from './xml-stream.ts';
import type { ZipEntry } from './zip.ts';
import { partChunks, type ZipSource } from './zip-source.ts';

const sheetRows = 1_048_576;

/**
 * Yields the rows of a sheet in order. A formula comes as a formula with the result the file keeps,
 * never as a value. Findings, after which nothing follows: `table-too-large`, `table-damaged`.
 */
export async function* readXlsxSheet(
  archive: ZipSource,
  entry: ZipEntry,
  workbook: Workbook,
): AsyncGenerator<SheetPiece> {
  const state: State = { rows: [], row: 0, count: 0, cells: [], total: 0, fault: null, cell: null };
  const visitor = visitorOf(state, workbook);
  try {
    for await (const _ of streamXml(partChunks(archive, entry), visitor)) {
      if (state.rows.length < rowsAPiece && state.fault === null) continue;
      yield { rows: state.rows, findings: [] };
      state.rows = [];
      if (state.fault !== null) break;
    }
  } catch (error) {
    // What cannot be inflated or does not end is a fault of the file, not of the program.
    if (!(error instanceof RangeError)) throw error;
    yield { rows: [], findings: [finding('table-damaged', {}, { part: error.message })] };
    return;
  }
  if (state.rows.length > 0) yield { rows: state.rows, findings: [] };
  if (state.fault !== null)
    yield { rows: [], findings: [finding('table-too-large', {}, state.fault)] };
}

interface OpenCell {
  readonly type: string;
  readonly style: number;
  formula: boolean;
  value: string;
}

interface State {
  rows: SheetRow[];
  row: number;
  count: number;
  cells: SheetCell[];
  /** Cells of the sheet so far. */
  total: number;
  fault: { what: string; whatEn: string; limit: number } | null;
  cell: OpenCell | null;
}

function visitorOf(state: State, workbook: Workbook): XmlStreamVisitor {
  let inData = false;
  let reading = false;
  /** Within a reading printed above Chinese characters. */
  let phonetic = false;
  let column = -1;
  return {
    open(name, attributes) {
      if (name === 'sheetData') inData = true;
      else if (!inData) return;
      else if (name === 'c') {
        column = columnOf(attribute(attributes, 'r'), column);
        state.cell = openCell(attributes);
      } else if (name === 'v' || name === 't') reading = !phonetic;
      else if (name === 'f' && state.cell) state.cell.formula = true;
      else if (name === 'rPh') phonetic = true;
      else if (name === 'row') {
        state.row = Number(attribute(attributes, 'r') ?? state.row + 1);
        state.cells = [];
        column = -1;
      }
    },
    close(name) {
      if (name === 'v' || name === 't') reading = false;
      else if (name === 'rPh') phonetic = false;
      else if (name === 'c' && state.cell) closeCell(state, column, workbook);
      else if (name === 'row') closeRow(state);
      else if (name === 'sheetData') inData = false;
    },
    text(value) {
      if (reading && state.cell && state.cell.value.length <= tableLimits.cell)
        state.cell.value += value;
    },
  };
}

function openCell(attributes: string): OpenCell {
  return {
    type: attribute(attributes, 't') ?? 'n',
    style: Number(attribute(attributes, 's') ?? -1),
    formula: false,
    value: '',
  };
}

/** A cell without an address follows the one before. */
function columnOf(reference: string | null, before: number): number {
  if (reference === null) return before + 1;
  return columnIndex(/^[A-Za-z]*/.exec(reference)?.[0] ?? '') ?? tableLimits.columns;
}

function closeCell(state: State, column: number, workbook: Workbook): void {
  const { cell } = state;
  state.cell = null;
  if (!cell || state.fault !== null) return;
  if (column >= tableLimits.columns)
    state.fault = { what: '列数', whatEn: 'columns', limit: tableLimits.columns };
  else if (cell.value.length > tableLimits.cell)
    state.fault = { what: '单元格字数', whatEn: 'characters of a cell', limit: tableLimits.cell };
  else {
    const value = shownIn(cell, workbook);
    if (value === null && !cell.formula) return;
    while (state.cells.length < column) state.cells.push(null);
    state.cells[column] = cell.formula ? formulaOf(value) : value;
  }
}

function closeRow(state: State): void {
  if (state.fault !== null) return;
  state.count += 1;
  state.total += state.cells.length;
  if (state.cells.length > 0) state.rows.push({ row: state.row, line: null, cells: state.cells });
  if (state.count > sheetRows || !(state.row >= 1 && state.row <= sheetRows))
    state.fault = { what: '行数', whatEn: 'rows', limit: sheetRows };
  if (state.total > tableLimits.cells)
    state.fault = { what: '单元格数', whatEn: 'cells', limit: tableLimits.cells };
}

function shownIn({ type, style, value }: OpenCell, workbook: Workbook): SheetCell {
  if (type === 's') return workbook.texts[Number(value)] ?? null;
  if (type === 'str' || type === 'inlineStr') return value === '' ? null : unescaped(value);
  if (type === 'b') return value === '1' || value === 'true';
  if (type === 'e') return { kind: 'error', text: value };
  if (value === '' || type === 'd') return value === '' ? null : value.slice(0, 10);
  const number = Number(value);
  if (!Number.isFinite(number)) return value;
  return shownNumber(number, workbook.forms[style] ?? 'plain', workbook.from1904);
}

function formulaOf(value: SheetCell): SheetCell {
  if (value !== null && typeof value === 'object') return value;
  return { kind: 'formula', cached: value };
}
