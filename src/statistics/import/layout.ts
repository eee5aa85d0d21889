import type { ColumnMapping, FigureSetting, ImportField } from '../../domain/import-mapping.ts';
import { columnIndex, columnLetters, type MergedRange, type SheetRow } from '../../domain/sheet.ts';
import { fieldOf } from './column-names.ts';
import type { Column, Fields, HeaderProblem, ValueColumn } from './columns.ts';
import { mergedSetting, noSetting, parseHeaderCell, type Setting } from './header-cell.ts';
import { problemsOf, titleProblems } from './header-problems.ts';
import { findHeader, headerWords, isNumbering, textAt, withoutUnitWord } from './header-rows.ts';
import type { ImportNames } from './import-context.ts';
import { labelKey, marksAt } from './label.ts';
import { parsePeriodWords } from './period-words.ts';
import { readTitle, type TableWords } from './table-words.ts';

/** What the columns of a table hold. */
export interface Layout {
  readonly fields: Fields;
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
  const above = rows.slice(0, found.start);
  const words = readTitle(above, header, sheet.name, names);
  const columns = readColumns(header, body, sheet.merged, names);
  const fields = fieldsOf(columns);
  const long = fields.get('value')?.[0];
  const values = columns.flatMap((column) =>
    long === undefined ? figuresOf(column) : column.index === long ? [valueColumn(column)] : [],
  );
  const given = settingOfMapping(names.mapping.figures, names);
  const problems = [
    ...titleProblems(above, sheet.name, header[0]),
    ...columns.flatMap((column) => problemsOf(column, body, fields, values)),
  ];
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
