import { type Finding, finding, hasErrors } from '../../domain/finding.ts';
import type { Sheet, SheetRow } from '../../domain/sheet.ts';
import { placeOfCell } from './cell-place.ts';
import type { HeaderProblem } from './columns.ts';
import { mergedSetting } from './header-cell.ts';
import { filled } from './header-rows.ts';
import type { ImportNames } from './import-context.ts';
import { type ImportTable, importTable, type TableOutput } from './import-table.ts';
import { detectLayout, type Layout, type Missing } from './layout.ts';
import { noNotes, readNotes } from './table-notes.ts';
import { sourceOf } from './table-words.ts';

/** How the reading of a sheet ended. */
export type SheetEnd =
  | { readonly kind: 'read' | 'empty' }
  | { readonly kind: 'unrecognised'; readonly finding: Finding };

/** Rows looked at before a table is read: its notes below are known if it is no longer. */
const lookedAhead = 5_000;
/** Cells among them: rows may have thousands. */
const cellsAhead = 500_000;
/** The last rows of a table, in which its notes are. */
const notesWithin = 40;
/** Rows among which a header is looked for. */
const headRows = 60;
/** Rows without figures that are kept as a title of what follows. */
const titleRows = 12;

/**
 * Yields what the rows of a sheet say, and returns how it ended. A sheet may hold several tables below
 * one another, each with its header; one that goes on from the page before shares its title.
 */
export async function* readSheet(
  sheet: Sheet,
  names: ImportNames,
): AsyncGenerator<TableOutput, SheetEnd> {
  const pieces = sheet.pieces[Symbol.asyncIterator]();
  const state: SheetState = { buffer: [], ended: false, source: null, title: [], end: null };
  let output = empty();
  let cells = 0;
  const pull = async () => {
    const next = await pieces.next();
    if (next.done) state.ended = true;
    else {
      for (const row of next.value.rows) {
        state.buffer.push(row);
        cells += row.cells.length;
      }
      output.findings.push(...next.value.findings);
    }
  };
  while (!state.ended && state.buffer.length < lookedAhead && cells < cellsAhead) await pull();
  if (state.ended) state.source = sourceOf(state.buffer.slice(-notesWithin));
  for (;;) {
    if (!hasErrors(output.findings)) takeRows(state, sheet, names, output);
    yield output;
    output = empty();
    if (state.end !== null) await pieces.return?.();
    if (state.end !== null || state.ended) break;
    await pull();
  }
  state.table?.finish(output);
  yield output;
  return state.end ?? { kind: state.layout ? 'read' : 'empty' };
}

interface SheetState {
  buffer: SheetRow[];
  /** No rows follow those in the buffer. */
  ended: boolean;
  /** What the notes at the end say. */
  source: string | null;
  /** Rows without figures since the last with some. */
  title: SheetRow[];
  table?: ImportTable;
  layout?: Layout;
  end: SheetEnd | null;
}

function takeRows(state: SheetState, sheet: Sheet, names: ImportNames, output: TableOutput): void {
  const rows = state.buffer;
  let at = 0;
  while (at < rows.length && state.end === null) {
    if (!state.table) {
      if (rows.length - at < headRows && !state.ended) break;
      at += begin(state, rows.slice(at), sheet, names, output);
      continue;
    }
    const row = rows[at];
    const taken = row ? state.table.take(row, output) : 'wordless';
    if (taken === 'header') {
      state.table.finish(output);
      delete state.table;
      continue;
    }
    state.title = taken === 'wordless' && row ? [...state.title, row].slice(-titleRows) : [];
    at += 1;
  }
  state.buffer = rows.slice(at);
}

/** Begins a table and returns how many rows its header took; ends the sheet where there is none. */
function begin(
  state: SheetState,
  below: readonly SheetRow[],
  sheet: Sheet,
  names: ImportNames,
  output: TableOutput,
): number {
  const { title } = state;
  const rows = below.slice(0, headRows);
  const result = detectLayout([...title, ...rows], sheet, names);
  for (const problem of result.problems) output.findings.push(located(problem, sheet.name, names));
  if (result.layout === null) {
    const where = sheet.name === null ? {} : { sheet: sheet.name };
    const item = finding('table-unrecognised', where, missingWords[result.missing]);
    if (state.layout) output.findings.push(item);
    state.end = state.layout ? { kind: 'read' } : { kind: 'unrecognised', finding: item };
    return rows.length;
  }
  const layout = state.layout ? continued(result.layout, state.layout, title) : result.layout;
  state.layout = layout;
  const notes = state.ended
    ? readNotes([...title, ...below], result.layout.headerEnd, sheet.name, names)
    : noNotes;
  output.findings.push(...notes.findings);
  state.table = importTable(layout, { name: sheet.name, source: state.source, notes }, names);
  state.title = [];
  return Math.max(1, layout.headerEnd - title.length);
}

/** A table without a title of its own goes on from the one before: 续表. */
function continued(layout: Layout, before: Layout, title: readonly SheetRow[]): Layout {
  const own = title
    .flatMap((row) => filled(row))
    .some((text) => !/^\s*[（(]?(?:续表|单位)/.test(text));
  if (own) return layout;
  const { words } = layout;
  return {
    ...layout,
    words: {
      setting: mergedSetting(words.setting, before.words.setting),
      units: words.units.length > 0 ? words.units : before.words.units,
      within: words.within ?? before.words.within,
      source: words.source ?? before.words.source,
    },
  };
}

const missingWords: Readonly<
  Record<Missing, { readonly missing: string; readonly missingEn: string }>
> = {
  header: {
    missing: '写有地区、指标、时期的表头行',
    missingEn: 'a row naming territory, indicator, period',
  },
  territory: { missing: '地区', missingEn: 'territory' },
  value: { missing: '数值列', missingEn: 'a column of figures' },
};

function located(
  { code, params, column, row }: HeaderProblem,
  sheet: string | null,
  names: ImportNames,
): Finding {
  const place = row ? placeOfCell(row, column, sheet) : {};
  return finding(code, { file: names.file, ...place }, params);
}

function empty(): TableOutput {
  return { observations: [], findings: [], refused: 0 };
}
