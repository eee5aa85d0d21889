import type { CellSave, FieldView } from '../api/collection.ts';
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
import { columnOf, firstRow, type TemplateColumn, templateWords } from './template-layout.ts';
import { markedBy, parseMark, type TemplateMark } from './template-mark.ts';

/** A cell as a template gives it. */
export type TemplateEntry = Pick<CellSave, 'indicator' | 'value' | 'absence' | 'note'>;

/** What a template that came back says. */
export interface TemplateReading {
  /** Cells that are to become other than they are; one that was cleared has nulls. */
  readonly cells: readonly TemplateEntry[];
  /** Each at its cell (F7). What the figures themselves have to answer for, `checkCells` says. */
  readonly findings: readonly Finding[];
}

/**
 * Returns the cells of a filled template, compared with the submission it was made for. One of
 * another submission or version of the form, or with a column or line of what is not held, gives no cell. A cell that cannot be read is left out and
 * stays as it was; text changed in a locked cell is passed over, with a warning.
 */
export function readTemplateRows(rows: readonly SheetRow[], sheet: TemplateSheet): TemplateReading {
  const refusal = checkMark(rows, sheet);
  if (refusal) return { cells: [], findings: [refusal] };
  const forbidden = checkTemplateNames(rows);
  if (forbidden.length > 0) return { cells: [], findings: forbidden };
  const fields = new Map(fieldsOf(sheet.sections).map((field) => [field.indicator, field]));
  const before = new Map(sheet.cells.map((cell) => [cell.indicator, cell]));
  const seen = new Set<string>();
  const cells: TemplateEntry[] = [];
  const findings: Finding[] = [];
  for (const row of rows.filter((one) => one.row >= firstRow)) {
    const id = textIn(row, 'id');
    const field = fields.get(id);
    if (!field || seen.has(id)) {
      findings.push(...strayRow(row, id));
      continue;
    }
    seen.add(id);
    findings.push(...lockedChanges(row, field));
    if (field.derived !== null) continue;
    const read = readRow(row, field);
    findings.push(...read.findings);
    if (read.entry && differs(read.entry, before.get(id))) cells.push(read.entry);
  }
  const missing = askedFields(sheet.sections).filter(({ indicator }) => !seen.has(indicator));
  return { cells, findings: [...findings, ...missing.map(rowMissing)] };
}

function checkMark(rows: readonly SheetRow[], sheet: TemplateSheet): Finding | null {
  const mark = parseMark(rows[0] ? textIn(rows[0], 'id') : '');
  if (mark === null) return entryFinding('template-unmarked', {});
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
  readonly entry: TemplateEntry | null;
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

function differs(entry: TemplateEntry, before: TemplateEntry | undefined): boolean {
  const { value = null, absence = null, note = null } = before ?? {};
  return entry.value !== value || entry.absence !== absence || entry.note !== note;
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
