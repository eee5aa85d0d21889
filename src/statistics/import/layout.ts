import type { FindingCode, FindingParams } from '../../domain/finding.ts';
import { forbiddenTopic } from '../../domain/forbidden-fields.ts';
import type { ColumnMapping, FigureSetting, ImportField } from '../../domain/import-mapping.ts';
import { columnIndex, columnLetters, type MergedRange, type SheetRow } from '../../domain/sheet.ts';
import { fieldOf } from './column-names.ts';
import { mergedSetting, noSetting, parseHeaderCell, type Setting } from './header-cell.ts';
import { findHeader, headerWords, isNumbering, textAt, withoutUnitWord } from './header-rows.ts';
import type { ImportNames } from './import-context.ts';
import { labelKey, marksAt, shown } from './label.ts';
import { parseNumberText } from './number-text.ts';
import { parsePeriodWords } from './period-words.ts';
import { readTitle, type TableWords } from './table-words.ts';

/** What the columns of a table hold. */
export interface Layout {
  readonly fields: ReadonlyMap<ImportField, readonly number[]>;
  /** What a bare number in a column of a period counts: 季度 or 月. */
  readonly suffixes: ReadonlyMap<number, string>;
  readonly values: readonly ValueColumn[];
  /** Long: one figure a row, in a column of its own. Wide: figures across. */
  readonly form: 'long' | 'wide';
  readonly words: TableWords;
  /** What each row shares by the mapping. */
  readonly given: Setting;
  /** Rows above the first row of the table itself. */
  readonly headerEnd: number;
}

export interface ValueColumn {
  readonly index: number;
  readonly letters: string;
  readonly setting: Setting;
  /** Of notes, at the words above it. */
  readonly marks: readonly string[];
}

/** A finding on a header, with the column and the row it stands in. */
export interface HeaderProblem {
  readonly code: FindingCode;
  readonly params: FindingParams;
  readonly column: number;
  readonly row: SheetRow | undefined;
}

/** A layout with what is wrong or left out, or what is missing for one. */
export type LayoutResult =
  | { readonly layout: Layout; readonly problems: readonly HeaderProblem[] }
  | {
      readonly layout: null;
      readonly missing: Missing;
      readonly problems: readonly HeaderProblem[];
    };

export type Missing = 'header' | 'territory' | 'value';

/** Returns the layout of a table out of its first rows. */
export function detectLayout(
  rows: readonly SheetRow[],
  sheet: { readonly name: string | null; readonly merged: readonly MergedRange[] },
  names: ImportNames,
): LayoutResult {
  const found = findHeader(rows, names);
  if (found === null) return { layout: null, missing: 'header', problems: [] };
  const header = rows
    .slice(found.start, found.end)
    .filter((row) => !isNumbering(row))
    .map(withoutUnitWord);
  const body = rows.slice(found.end);
  const words = readTitle(rows.slice(0, found.start), header, sheet.name, names);
  const columns = readColumns(header, body, sheet.merged, names);
  const fields = fieldsOf(columns);
  const long = fields.get('value')?.[0];
  const values = columns.flatMap((column) =>
    long === undefined ? figuresOf(column) : column.index === long ? [valueColumn(column)] : [],
  );
  const given = settingOfMapping(names.mapping.figures, names);
  const problems = columns.flatMap((column) => problemsOf(column, body, fields, values));
  const layout: Layout = {
    fields,
    suffixes: suffixesOf(columns),
    values,
    form: long === undefined ? 'wide' : 'long',
    words,
    given,
    headerEnd: found.end,
  };
  const missing = missingIn(layout);
  return missing ? { layout: null, missing, problems } : { layout, problems };
}

/** Columns on the left that may hold names of places, where nothing else is known. */
const mostHeading = 12;
/** Merged cells of a header that are looked at. */
const mostMerged = 2_000;

interface Column {
  readonly index: number;
  readonly words: readonly string[];
  /** The last row of the header that has words for it. */
  readonly row: SheetRow | undefined;
  readonly role: ImportField | Setting | 'ignored' | 'unknown';
}

function readColumns(
  header: readonly SheetRow[],
  body: readonly SheetRow[],
  merged: readonly MergedRange[],
  names: ImportNames,
): Column[] {
  const last = header.at(-1)?.row ?? 0;
  const near = merged.filter((range) => range.top <= last).slice(0, mostMerged);
  const width = Math.max(...[...header, ...body].map((row) => row.cells.length), 1);
  const columns = Array.from({ length: width }, (_, index): Column => {
    const words = headerWords(header, index, near);
    const row = header.findLast((item) => textAt(item, index) !== '') ?? header.at(-1);
    return { index, words, row, role: roleOf(words, index, names) };
  });
  const firstValue = columns.findIndex((column) => typeof column.role === 'object');
  return columns.map((column) =>
    column.role === 'unknown' && column.index < (firstValue < 0 ? mostHeading : firstValue)
      ? { ...column, role: roleByContent(column, columns, body, names) }
      : column,
  );
}

function roleOf(words: readonly string[], index: number, names: ImportNames): Column['role'] {
  const given = mappingOf(words, index, names);
  if (given === 'ignore') return 'ignored';
  if (typeof given === 'string') return given;
  if (given)
    return mergedSetting(settingOfMapping(given, names), settingOfWords(words, names).setting);
  const last = words.at(-1);
  const field = last === undefined ? null : fieldOf(last);
  if (field) return field;
  if (words.some((word) => names.indicatorNames.isIgnored(word))) return 'ignored';
  const { setting, unknown } = settingOfWords(words, names);
  const says = setting.indicator ?? setting.period ?? setting.territory;
  return says === null || unknown ? 'unknown' : setting;
}

/**
 * What the words above a column say together. Words that are not understood make the whole unknown:
 * below 地区生产总值, a column 其中：工业 is not 地区生产总值.
 */
function settingOfWords(
  words: readonly string[],
  names: ImportNames,
): { readonly setting: Setting; readonly unknown: boolean } {
  let setting = noSetting;
  const rest: string[] = [];
  for (const word of words) {
    const cell = parseHeaderCell(word, names);
    if (cell?.kind === 'setting') setting = mergedSetting(cell.setting, setting);
    else if (cell === null && !isWhole(word)) rest.push(word);
  }
  if (rest.length === 0) return { setting, unknown: false };
  const labels = words.filter((word) => parsePeriodWords(word) === null);
  const joined = names.indicatorNames.find(labels.map(labelKey).join(''));
  if (!joined) return { setting, unknown: true };
  const named = { ...noSetting, indicator: joined.indicator, unit: joined.unit };
  return { setting: mergedSetting(named, setting), unknown: false };
}

/** Below the name of an indicator: the indicator itself, beside its parts. */
function isWhole(word: string): boolean {
  return /^(?:合计|总计|总量|总额|总数|全部|total)$/.test(labelKey(word));
}

function mappingOf(
  words: readonly string[],
  index: number,
  names: ImportNames,
): ColumnMapping | null {
  const keys = [words.at(-1) ?? '', words.join(''), words.join(' ')].map(labelKey);
  for (const [name, mapping] of Object.entries(names.mapping.columns))
    if (columnIndex(name) === index && name === name.toUpperCase()) return mapping;
  for (const [name, mapping] of Object.entries(names.mapping.columns))
    if (keys.includes(labelKey(name)) && labelKey(name) !== '') return mapping;
  return null;
}

function settingOfMapping(given: FigureSetting, names: ImportNames): Setting {
  return {
    territory: given.territory ?? null,
    indicator: names.indicatorNames.byId(given.indicator ?? '') ?? null,
    period: parsePeriodWords(given.period ?? ''),
    unit: given.unit ?? null,
    breakdown: given.breakdown ?? null,
    enclosed: given.enclosed ?? null,
  };
}

/** A column on the left whose header says nothing may hold the names of places or indicators. */
function roleByContent(
  column: Column,
  columns: readonly Column[],
  body: readonly SheetRow[],
  names: ImportNames,
): Column['role'] {
  const texts = body.map((row) => textAt(row, column.index)).filter((text) => text !== '');
  const most = (test: (text: string) => boolean) => texts.filter(test).length * 2 > texts.length;
  const isTaken = (field: ImportField) => columns.some((other) => other.role === field);
  if (texts.length === 0) return 'unknown';
  if (!isTaken('name') && most((text) => names.placeNames.isName(text))) return 'name';
  if (!isTaken('code') && most((text) => text.length >= 6 && names.placeNames.isCode(text)))
    return 'code';
  if (!isTaken('indicator') && most((text) => names.indicatorNames.find(text) !== null))
    return 'indicator';
  if (!isTaken('period') && most((text) => parsePeriodWords(text) !== null)) return 'period';
  return 'unknown';
}

function fieldsOf(columns: readonly Column[]): ReadonlyMap<ImportField, readonly number[]> {
  const fields = new Map<ImportField, number[]>();
  for (const { role, index } of columns)
    if (typeof role === 'string' && role !== 'ignored' && role !== 'unknown')
      fields.set(role, [...(fields.get(role) ?? []), index]);
  return fields;
}

function suffixesOf(columns: readonly Column[]): ReadonlyMap<number, string> {
  return new Map(
    columns.flatMap(({ index, words, role }) => {
      const suffix = /月|month/i.test(words.join(''))
        ? '月'
        : /季|quarter/i.test(words.join(''))
          ? '季度'
          : null;
      return role === 'period' && suffix !== null ? [[index, suffix] as const] : [];
    }),
  );
}

function figuresOf(column: Column): ValueColumn[] {
  return typeof column.role === 'object' ? [valueColumn(column)] : [];
}

function valueColumn({ index, role, words }: Column): ValueColumn {
  const setting = typeof role === 'object' ? role : noSetting;
  return { index, letters: columnLetters(index), setting, marks: words.flatMap(marksAt) };
}

function problemsOf(
  column: Column,
  body: readonly SheetRow[],
  fields: Layout['fields'],
  values: readonly ValueColumn[],
): HeaderProblem[] {
  const { index, words, row, role } = column;
  const header = shown(words.join(' '));
  const topic = words.map(forbiddenTopic).find((item) => item !== null);
  const at = { column: index, row };
  if (topic) {
    const params = { header, topic: topic.name.zh, topicEn: topic.name.en };
    return [{ code: 'field-forbidden', params, ...at }];
  }
  const long = fields.has('value');
  if (isBeside(column, fields, values)) {
    const params = { header, column: columnLetters(index) };
    return [{ code: 'tables-side-by-side', params, ...at }];
  }
  const name = header === '' ? columnLetters(index) : header;
  if (isSecond(column, fields))
    return [
      {
        code: role === 'value' ? 'column-unknown' : 'column-ignored',
        params: { header: name },
        ...at,
      },
    ];
  if (role !== 'unknown' && !(long && typeof role === 'object')) return [];
  const texts = body.map((item) => textAt(item, index)).filter((text) => text !== '');
  if (texts.length === 0 && header === '') return [];
  const figures = texts.filter((text) => parseNumberText(text) !== null).length;
  const code =
    !long && figures * 2 > texts.length && !isOrder(words.at(-1) ?? '')
      ? 'column-unknown'
      : 'column-ignored';
  return [{ code, params: { header: name }, ...at }];
}

/** A second column of places with figures to its right begins another table beside the first. */
function isBeside(
  { index, role }: Column,
  fields: Layout['fields'],
  values: readonly ValueColumn[],
): boolean {
  if (role !== 'name' && role !== 'code') return false;
  const [first = index] = fields.get(role) ?? [];
  const before = values.some((value) => value.index > first && value.index < index);
  return index !== first && before && values.some((value) => value.index > index);
}

/** Of two columns of the same field the first counts; periods may stand in several. */
function isSecond({ index, role }: Column, fields: Layout['fields']): boolean {
  if (typeof role === 'object' || role === 'unknown' || role === 'ignored') return false;
  return role !== 'period' && fields.get(role)?.[0] !== index;
}

function isOrder(header: string): boolean {
  return /^(?:序号?|编号|no\.?|位次|排名|名次)$/i.test(header);
}

function missingIn({ fields, values, words, given }: Layout): Missing | null {
  if (values.length === 0) return 'value';
  const placed =
    fields.has('name') ||
    fields.has('code') ||
    given.territory !== null ||
    words.setting.territory !== null ||
    values.some((column) => column.setting.territory !== null);
  return placed ? null : 'territory';
}
