import type { Indicator } from '../../domain/indicator.ts';
import type { Absence, Observation, ObservationStatus } from '../../domain/observation.ts';
import { periodText } from '../../domain/period.ts';
import type { SheetRow } from '../../domain/sheet.ts';
import type { Territory } from '../../domain/territory.ts';
import { readCell } from './cell-reading.ts';
import { checkValue, type FigureChecks } from './figure-checks.ts';
import type { Setting } from './header-cell.ts';
import type { ImportNames } from './import-context.ts';
import { type Problem, type Resolved, refused } from './known.ts';
import { isUnreadable, labelKey, shown } from './label.ts';
import type { Layout, ValueColumn } from './layout.ts';
import { mergedWords } from './period-words.ts';
import type { RowFields } from './row-fields.ts';

/** A finding on a figure, with the column it stands in and how often it is worth saying. */
export interface FigureProblem {
  readonly problem: Problem;
  readonly column: number;
  /** Once for each figure, for each row, or for the column of a table. */
  readonly once: 'figure' | 'row' | 'table';
}

/** What a cell gives. */
export interface Figure {
  readonly observation: Observation | null;
  readonly problems: readonly FigureProblem[];
  readonly place: Territory | null;
  /** As the cell states it, before its unit is changed; null where it is no number. */
  readonly decimal: string | null;
  /** Left out on purpose, which is no refusal. */
  readonly leftOut: boolean;
}

export interface FigureRow {
  readonly row: SheetRow;
  readonly fields: RowFields;
  /** The place named above the row, or in the title. */
  readonly heading: string | null;
}

/** The longest text of a source or a note. */
const longestText = 1_000;

const statuses: Readonly<Record<string, ObservationStatus>> = {
  ...{
    provisional: 'provisional',
    初步: 'provisional',
    初步数: 'provisional',
    快报: 'provisional',
  },
  ...{ 快报数: 'provisional', 预计: 'provisional', final: 'final', 最终: 'final', 最终数: 'final' },
  ...{ 年报: 'final', 终审: 'final', 正式: 'final', estimated: 'estimated', 估计: 'estimated' },
  ...{ 估算: 'estimated', 推算: 'estimated', 测算: 'estimated' },
};

const absences: ReadonlySet<string> = new Set<Absence>([
  'missing',
  'not-applicable',
  'not-due',
  'suppressed',
]);

/** Returns a function that reads the figure of a row in a column. */
export function figureReader(
  layout: Layout,
  noteSource: string | null,
  names: ImportNames,
  checks: FigureChecks,
): (row: FigureRow, column: ValueColumn) => Figure {
  const shared = layout.words.setting;
  const columns = fieldColumns(layout);
  const tableSource = layout.words.source ?? noteSource ?? names.mapping.source ?? names.source;

  return (context, column) => {
    const { row, fields } = context;
    const problems: FigureProblem[] = [];
    const refuse = (
      problem: Problem,
      at = column.index,
      once: FigureProblem['once'] = 'figure',
    ) => {
      problems.push({ problem, column: at, once });
    };
    const take = <Value>(
      result: Resolved<Value>,
      at?: number,
      once?: FigureProblem['once'],
    ): Value | null => {
      if (result.ok) return result.value;
      refuse(result.problem, at, once);
      return null;
    };
    const nothing = (leftOut = false): Figure => ({
      observation: null,
      problems,
      place: null,
      decimal: null,
      leftOut,
    });

    if (isLeftOut(fields, names)) return nothing(true);
    const named = take(
      indicatorOf(fields, column.setting, shared, layout.given, names),
      columns.indicator,
      columns.indicator === undefined ? 'table' : 'row',
    );
    if (named === null) return nothing();
    const { indicator } = named;
    const words = mergedWords(
      mergedWords(column.setting.period, fields.period),
      mergedWords(shared.period, layout.given.period),
    );
    const period = take(
      fields.periodText === ''
        ? checks.period({ words, indicator })
        : refused('period-invalid', { text: shown(fields.periodText) }),
      columns.period,
      columns.period === undefined ? 'table' : 'row',
    );
    if (period === null) return nothing();
    const year = Math.floor(period / 100);
    const placed = placeOf(context, column.setting, layout, names, year);
    if (!placed.ok && isOther(placed.problem, names)) return nothing(true);
    const place = take(placed, columns.place, columns.place === undefined ? 'table' : 'row');
    if (place === null) return nothing();
    const reading = readCell(row.cells[column.index], names);
    const read = reading === null ? null : take(reading);
    if (reading !== null && read === null) return { ...nothing(), place };
    const decimal = read !== null && 'decimal' in read ? read.decimal : null;
    const absence = absenceOf(fields.absence, read, names);
    const none = absence === null ? null : take(absence, columns.absence);
    if (absence !== null && none === null) return { ...nothing(), place, decimal };
    const value =
      read !== null && 'decimal' in read ? convertedOf(read, named, fields, column.setting) : null;
    if (value === null && read !== null && 'decimal' in read)
      return { ...nothing(), place, decimal };
    const rest = restOf(fields);
    if (rest === null) return { ...nothing(), place, decimal };
    if (checks.isUnfinished(period))
      refuse(
        { code: 'period-unfinished', params: { period: periodText(period) } },
        undefined,
        'table',
      );
    const observation: Observation = {
      territory: place.id,
      indicator: indicator.id,
      period,
      breakdown: rest.breakdown || column.setting.breakdown || layout.given.breakdown || '',
      value,
      absence: none,
      status: rest.status,
      source: rest.source,
      note: rest.note,
    };
    return { observation, problems, place, decimal, leftOut: false };

    function convertedOf(
      number: { readonly decimal: string; readonly unit: string | null },
      { unit }: Named,
      { unit: rowUnit }: RowFields,
      setting: Setting,
    ): string | null {
      const stated = number.unit ?? (rowUnit || (setting.unit ?? unit));
      const units = layout.words.units;
      const exponent = checks.exponent({
        unit: stated ?? (units.length === 0 ? (shared.unit ?? layout.given.unit) : null),
        units,
        indicator,
      });
      const at = rowUnit !== '' && number.unit === null ? columns.unit : undefined;
      const byTable = number.unit === null && rowUnit === '';
      const known = take(exponent, at, byTable ? 'table' : 'figure');
      if (known === null) return null;
      const checked = checkValue(number.decimal, known, indicator);
      if (checked.problem !== null) refuse(checked.problem);
      return checked.problem?.code === 'value-range' ? null : checked.value;
    }

    function restOf({ status, source, note, breakdown }: RowFields): Rest | null {
      const before = problems.length;
      const known = status === '' ? names.mapping.status : statuses[labelKey(status)];
      if (known === undefined)
        refuse({ code: 'status-invalid', params: { text: shown(status) } }, columns.status, 'row');
      if (
        breakdown !== '' &&
        !/^[a-z][a-z0-9-]*=[^=;\s]{1,40}(?:;[a-z][a-z0-9-]*=[^=;\s]{1,40})*$/.test(breakdown)
      )
        refuse(
          { code: 'breakdown-invalid', params: { text: shown(breakdown) } },
          columns.breakdown,
          'row',
        );
      const stated = source || tableSource;
      if (stated === null) refuse({ code: 'table-source-missing', params: {} }, undefined, 'table');
      for (const [text, field, at] of [
        [stated ?? '', '来源', columns.source],
        [note, '备注', columns.note],
      ] as const)
        if (text.length > longestText || isUnreadable(text))
          refuse({ code: 'text-invalid', params: { field, limit: longestText } }, at, 'row');
      if (problems.length > before || known === undefined || stated === null) return null;
      return { status: known, source: stated, note: note === '' ? null : note, breakdown };
    }
  };
}

interface Named {
  readonly indicator: Indicator;
  readonly unit: string | null;
}

interface Rest {
  readonly status: ObservationStatus;
  readonly source: string;
  readonly note: string | null;
  readonly breakdown: string;
}

function fieldColumns(layout: Layout) {
  const columnOf = (field: Parameters<typeof layout.fields.get>[0]) =>
    layout.fields.get(field)?.[0];
  return {
    place: columnOf('name') ?? columnOf('code'),
    indicator: columnOf('indicator'),
    period: columnOf('period'),
    unit: columnOf('unit'),
    absence: columnOf('absence'),
    status: columnOf('status'),
    breakdown: columnOf('breakdown'),
    source: columnOf('source'),
    note: columnOf('note'),
  };
}

function isLeftOut(fields: RowFields, names: ImportNames): boolean {
  return (
    names.mapping.territories[fields.name] === 'ignore' ||
    (fields.indicator !== '' && names.indicatorNames.isIgnored(fields.indicator))
  );
}

/** A place outside the register, where the mapping lets those stay out. */
function isOther({ code }: Problem, names: ImportNames): boolean {
  return code === 'territory-unknown' && names.mapping.others === 'ignore';
}

function indicatorOf(
  fields: RowFields,
  column: Setting,
  shared: Setting,
  given: Setting,
  names: ImportNames,
): Resolved<Named> {
  const found: Resolved<Named> = column.indicator
    ? { ok: true, value: { indicator: column.indicator, unit: column.unit } }
    : fields.indicator !== ''
      ? names.indicatorNames.resolve(fields.indicator)
      : sharedIndicator(shared.indicator ?? given.indicator);
  if (!found.ok || found.value.indicator.derived === undefined) return found;
  const { zh, en } = found.value.indicator.name;
  return refused('indicator-derived', { name: zh, nameEn: en });
}

function sharedIndicator(indicator: Indicator | null): Resolved<Named> {
  return indicator === null
    ? refused('indicator-missing', {})
    : { ok: true, value: { indicator, unit: null } };
}

function placeOf(
  { fields, heading }: FigureRow,
  column: Setting,
  layout: Layout,
  names: ImportNames,
  year: number,
): Resolved<Territory> {
  const own = fields.code !== '' || fields.name !== '';
  const text =
    column.territory ?? (own ? null : (layout.words.setting.territory ?? layout.given.territory));
  if (text === null && !own) return refused('row-unlabelled', {});
  const { code, name, province, prefecture } = fields;
  return names.placeNames.resolve({
    code: text ?? code,
    name: text === null ? name : '',
    province,
    prefecture,
    within: heading,
    year,
  });
}

function absenceOf(
  stated: string,
  read: { readonly decimal: string } | { readonly absence: Absence } | null,
  names: ImportNames,
): Resolved<Absence> | null {
  if (stated === '') {
    if (read === null || 'absence' in read) {
      return read === null ? refused('value-blank', {}) : { ok: true, value: read.absence };
    }
    return null;
  }
  const known = absences.has(stated) ? (stated as Absence) : names.absenceOf(stated);
  if (read !== null && 'decimal' in read)
    return refused('value-and-absence', { text: shown(read.decimal), absence: shown(stated) });
  return known === null
    ? refused('absence-invalid', { text: shown(stated) })
    : { ok: true, value: known };
}
