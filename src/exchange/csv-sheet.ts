import { type Finding, finding } from '../domain/finding.ts';
import { armedText } from '../domain/formula-text.ts';
import type { SheetPiece, SheetRow } from '../domain/sheet.ts';
import { type CsvFault, type CsvForm, detectForm, recordAt } from './csv-record.ts';
import type { CsvText } from './csv-text.ts';
import { rowsAPiece, tableLimits } from './table-limits.ts';

/** Text that is looked at to tell the delimiter. */
const headLength = 65_536;

/**
 * Yields the rows of a CSV text in order; empty lines are counted and left out, and so is the
 * apostrophe that keeps a spreadsheet from running a text. Findings:
 * `csv-syntax`, `table-binary`, `table-too-large`, after which nothing follows, and
 * `document-encoding`. Holds no more than a row and a chunk. Written here because csv-parse takes
 * almost four times as long, and a file of a million rows is ordinary.
 */
export async function* readCsvSheet(text: CsvText): AsyncGenerator<SheetPiece> {
  const state: State = { form: null, rest: '', row: 0, cells: 0, line: 1, rows: [], fault: null };
  for await (const chunk of text.chunks) {
    state.rest += chunk;
    if (chunk.includes('\0')) state.fault = binary(state);
    else if (state.form !== null || state.rest.length >= headLength) takeRows(state, false);
    yield* piecesOf(state);
    if (state.fault !== null) return;
  }
  takeRows(state, true);
  yield* piecesOf(state);
  if (state.fault === null && text.undecodable() > 0) yield { rows: [], findings: [loss(text)] };
}

interface State {
  form: CsvForm | null;
  /** Text of a row that is not complete. */
  rest: string;
  /** Rows and lines that were taken. */
  row: number;
  cells: number;
  line: number;
  rows: SheetRow[];
  fault: Finding | null;
}

function* piecesOf(state: State): Generator<SheetPiece> {
  for (let at = 0; at < state.rows.length; at += rowsAPiece)
    yield { rows: state.rows.slice(at, at + rowsAPiece), findings: [] };
  state.rows = [];
  if (state.fault !== null) yield { rows: [], findings: [state.fault] };
}

/** Takes every row that is complete; a line without quotes is divided at once. */
function takeRows(state: State, last: boolean): void {
  const form = state.form ?? begin(state);
  const text = state.rest;
  let at = 0;
  let [quote, apostrophe] = [-1, -1];
  while (at < text.length && state.fault === null) {
    if (quote < at) quote = nextOf(text, '"', at);
    const end = nextOf(text, form.newline, at);
    if (quote < end) {
      const record = recordAt(text, at, { form, last });
      if (record === 'incomplete') break;
      if (typeof record === 'string') {
        state.fault = quoting(state, record);
        break;
      }
      add(state, record.cells.map(armedText), record.lines, record.next - at);
      at = record.next;
      continue;
    }
    if (end === text.length && !last) break;
    const stop = text.charCodeAt(end - 1) === 0x0d && end > at ? end - 1 : end;
    const cells = stop === at ? [] : text.slice(at, stop).split(form.delimiter);
    if (apostrophe < at) apostrophe = nextOf(text, "'", at);
    add(state, apostrophe < end ? cells.map(armedText) : cells, 1, stop - at);
    at = end + 1;
  }
  state.rest = text.slice(at);
  if (state.rest.length > tableLimits.rowText)
    state.fault ??= tooLarge(state, '一行字数', 'characters of a row', tableLimits.rowText);
}

function begin(state: State): CsvForm {
  const form = detectForm(state.rest.slice(0, headLength));
  state.form = form;
  const declaration = /^sep=[,;\t]\r?\n/.exec(state.rest)?.[0] ?? '';
  state.rest = state.rest.slice(declaration.length);
  if (declaration === '') return form;
  state.row = 1;
  state.line = 2;
  return form;
}

function add(state: State, cells: readonly string[], lines: number, length: number): void {
  state.row += 1;
  state.cells += cells.length;
  state.fault = beyond(state, cells, length);
  if (cells.length > 0) state.rows.push({ row: state.row, line: state.line, cells });
  state.line += lines;
}

function beyond(state: State, cells: readonly string[], length: number): Finding | null {
  const { rows, columns, cell: longest } = tableLimits;
  if (state.row > rows) return tooLarge(state, '行数', 'rows', rows);
  if (state.cells > tableLimits.cells)
    return tooLarge(state, '单元格数', 'cells', tableLimits.cells);
  if (cells.length > columns) return tooLarge(state, '列数', 'columns', columns);
  if (length > longest && cells.some((cell) => cell.length > longest))
    return tooLarge(state, '单元格字数', 'characters of a cell', longest);
  return null;
}

function nextOf(text: string, part: string, from: number): number {
  const found = text.indexOf(part, from);
  return found < 0 ? text.length : found;
}

function quoting(state: State, fault: CsvFault): Finding {
  const reason =
    fault === 'unclosed'
      ? { reason: '引号没有配对', reasonEn: 'a quote is never closed' }
      : { reason: '右引号之后还有文字', reasonEn: 'text follows a closing quote' };
  return finding('csv-syntax', { line: state.line }, reason);
}

function binary(state: State): Finding {
  return finding('table-binary', { line: state.line });
}

function tooLarge(state: State, what: string, whatEn: string, limit: number): Finding {
  return finding('table-too-large', { line: state.line }, { what, whatEn, limit });
}

function loss(text: CsvText): Finding {
  return finding(
    'document-encoding',
    {},
    { count: text.undecodable(), encoding: text.encoding().toUpperCase() },
  );
}
