import type { FieldView } from '../api/collection.ts';
import { decimalText } from '../domain/decimal.ts';
import type { Finding, FindingParams } from '../domain/finding.ts';
import { cellText, type SheetCell, type SheetRow } from '../domain/sheet.ts';
import { unitName } from '../domain/unit-words.ts';
import { checkTemplateNames } from './check-forbidden.ts';
import { entryFinding } from './entry-finding.ts';
import { parseEntry } from './entry-value.ts';
import { askedFields, fieldsOf } from './form-view.ts';
import { parseReason } from './reason-words.ts';
import type { TemplateSheet } from './template.ts';
import {
  changeOf,
  conflictFinding,
  type TemplateConflict,
  type TemplateEntry,
} from './template-change.ts';
import { columnOf, firstRow, type TemplateColumn, templateWords } from './template-layout.ts';
import {
  isOlderMark,
  markedBy,
  neverStood,
  parseMark,
  parseStood,
  type TemplateMark,
} from './template-mark.ts';

/** What a template that came back says. */
export interface TemplateReading {
  /** Cells filled in since the template went out, and not changed online since; one cleared has nulls. */
  readonly cells: readonly TemplateEntry[];
  /** Cells changed in the file and online; each has a finding, and is taken only if it is chosen. */
  readonly conflicts: readonly TemplateConflict[];
  /** Each at its cell (F7). What the figures themselves have to answer for, `checkCells` says. */
  readonly findings: readonly Finding[];
}

/**
 * Returns the cells of a filled template, each compared with what stood in it when the template went
 * out: a row nobody touched says nothing, however old it is. One of another submission or version of
 * the form, or with a column or line of what is not held, gives no cell. A cell that cannot be read
 * is left out and stays as it was; text changed in a locked cell is passed over, with a warning.
 */
export function readTemplateRows(rows: readonly SheetRow[], sheet: TemplateSheet): TemplateReading {
  const refusal = checkMark(rows, sheet);
  if (refusal) return { ...nothingRead, findings: [refusal] };
  const forbidden = checkTemplateNames(rows);
  if (forbidden.length > 0) return { ...nothingRead, findings: forbidden };
  const fields = new Map(fieldsOf(sheet.sections).map((field) => [field.indicator, field]));
  const seen = new Set<string>();
  const readings: TemplateReading[] = [];
  for (const row of rows.filter((one) => one.row >= firstRow)) {
    const id = textIn(row, 'id');
    const field = fields.get(id);
    if (!field || seen.has(id)) {
      readings.push({ ...nothingRead, findings: strayRow(row, id) });
      continue;
    }
    seen.add(id);
    readings.push({ ...nothingRead, findings: lockedChanges(row, field) });
    if (field.derived === null) readings.push(readField(row, field, sheet));
  }
  const missing = askedFields(sheet.sections).filter(({ indicator }) => !seen.has(indicator));
  return {
    cells: readings.flatMap(({ cells }) => cells),
    conflicts: readings.flatMap(({ conflicts }) => conflicts),
    findings: [...readings.flatMap(({ findings }) => findings), ...missing.map(rowMissing)],
  };
}

/** A reading of nothing. */
export const nothingRead: TemplateReading = { cells: [], conflicts: [], findings: [] };

/** Of a row that does not say any more what stood in it, anything is taken to be new. */
function readField(row: SheetRow, field: FieldView, sheet: TemplateSheet): TemplateReading {
  const { entry, findings } = readRow(row, field);
  if (!entry) return { ...nothingRead, findings };
  const stood = parseStood(textIn(row, 'stood')) ?? neverStood;
  const now = sheet.cells.find(({ indicator }) => indicator === field.indicator);
  const { cell, conflict } = changeOf(entry, stood, now);
  const { where } = at(row, 'value', 'template-conflict', {});
  const said = conflict ? [conflictFinding(conflict, field, where)] : [];
  return {
    cells: cell ? [cell] : [],
    conflicts: conflict ? [conflict] : [],
    findings: [...findings, ...said],
  };
}

function checkMark(rows: readonly SheetRow[], sheet: TemplateSheet): Finding | null {
  const text = rows[0] ? textIn(rows[0], 'id') : '';
  const mark = parseMark(text);
  if (mark === null)
    return entryFinding(isOlderMark(text) ? 'template-older' : 'template-unmarked', {});
  const own = markedBy(sheet);
  if (mark.submission !== own.submission || mark.form !== own.form || mark.body !== own.body)
    return entryFinding('template-other', {}, otherParams(mark, own));
  if (mark.version === own.version) return null;
  return entryFinding('template-version', {}, { found: mark.version, version: own.version });
}

function otherParams(mark: TemplateMark, own: TemplateMark): FindingParams {
  const words = ({ form, body, period }: TemplateMark) => `${body} ${form} ${period}`;
  return { found: words(mark), wanted: words(own) };
}

/** Text below the lines, or a line copied, is nothing that could be taken. */
function strayRow(row: SheetRow, id: string): Finding[] {
  const open = (['value', 'reason', 'note'] as const).filter((key) => textIn(row, key) !== '');
  if (open.length === 0) return [];
  return [at(row, open[0] ?? 'value', 'template-row', { id: id || '—' })];
}

function lockedChanges(row: SheetRow, field: FieldView): Finding[] {
  const expected: readonly (readonly [TemplateColumn, readonly string[]])[] = [
    ['line', [field.line, String(Number(field.line))]],
    ['name', [field.name.zh, field.name.en]],
    ['unit', [unitName(field.unit, 'zh'), unitName(field.unit, 'en')]],
    ...(field.derived === null
      ? []
      : [
          ['value', ['', ...Object.values(templateWords).map(({ computed }) => computed)]] as const,
        ]),
  ];
  return expected.flatMap(([key, words]) => {
    const found = textIn(row, key);
    if (words.some((word) => word.trim() === found)) return [];
    const params = { indicator: field.indicator, found: shortened(found), was: words[0] ?? '' };
    return [at(row, key, 'template-locked', params)];
  });
}

interface RowReading {
  readonly entry: Omit<TemplateEntry, 'base'> | null;
  readonly findings: readonly Finding[];
}

function readRow(row: SheetRow, field: FieldView): RowReading {
  const { indicator } = field;
  const findings: Finding[] = [];
  const value = readValue(row, field);
  findings.push(...value.findings);
  const reason = textIn(row, 'reason');
  const absence = reason === '' ? null : parseReason(reason);
  if (reason !== '' && absence === null)
    findings.push(at(row, 'reason', 'template-reason', { indicator, text: shortened(reason) }));
  const note = textIn(row, 'note');
  if (note.length > longestNote)
    findings.push(at(row, 'note', 'template-note', { indicator, limit: longestNote }));
  const isBroken = findings.some(({ severity }) => severity === 'error');
  if (isBroken) return { entry: null, findings };
  return { entry: { indicator, value: value.decimal, absence, note: note || null }, findings };
}

const longestNote = 2_000;

/** What people compute in the sheet itself is taken as its result, and said so. */
function readValue(
  row: SheetRow,
  field: FieldView,
): { readonly decimal: string | null; readonly findings: readonly Finding[] } {
  const { indicator, unit } = field;
  const cell = row.cells[columnOf('value').index] ?? null;
  if (cell !== null && typeof cell === 'object') {
    const result = cell.kind === 'formula' ? cell.cached : null;
    if (result === null)
      return {
        decimal: null,
        findings: [at(row, 'value', 'template-formula-empty', { indicator })],
      };
    const read = parsed(result, unit);
    const taken = at(row, 'value', 'template-formula', { indicator, text: String(result) });
    return read.ok
      ? { decimal: read.decimal, findings: [taken] }
      : { decimal: null, findings: [at(row, 'value', read.code, { indicator, ...read.params })] };
  }
  if (cellText(cell).trim() === '') return { decimal: null, findings: [] };
  const read = parsed(cell, unit);
  return read.ok
    ? { decimal: read.decimal, findings: [] }
    : { decimal: null, findings: [at(row, 'value', read.code, { indicator, ...read.params })] };
}

function parsed(cell: SheetCell, unit: string): ReturnType<typeof parseEntry> {
  if (typeof cell === 'number') return parseEntry(decimalText(cell), unit);
  return parseEntry(shortened(cellText(cell).trim()), unit);
}

function rowMissing({ indicator, line, name }: FieldView): Finding {
  return entryFinding(
    'template-row-missing',
    {},
    { indicator, line, name: name.zh, nameEn: name.en },
  );
}

function at(
  row: SheetRow,
  key: TemplateColumn,
  code: Parameters<typeof entryFinding>[0],
  params: FindingParams,
): Finding {
  const place = { sheet: templateWords.zh.sheet, cell: `${columnOf(key).letters}${row.row}` };
  return entryFinding(code, place, params);
}

function textIn(row: SheetRow, key: TemplateColumn): string {
  const cell = row.cells[columnOf(key).index] ?? null;
  // A formula in a column of words is its result.
  const shown =
    cell !== null && typeof cell === 'object' && cell.kind === 'formula' ? cell.cached : cell;
  return cellText(shown).trim();
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
