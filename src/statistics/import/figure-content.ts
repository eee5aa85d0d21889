import type { Absence } from '../../domain/observation.ts';
import type { SheetCell } from '../../domain/sheet.ts';
import { type CellReading, readCell } from './cell-reading.ts';
import type { ValueColumn } from './columns.ts';
import { checkValue, type FigureChecks } from './figure-checks.ts';
import { type FigureProblem, type ProblemPlace, taken } from './figure-problem.ts';
import type { FigureSubject } from './figure-subject.ts';
import type { ImportNames } from './import-context.ts';
import { type Resolved, refused } from './known.ts';
import { shown } from './label.ts';
import type { Layout } from './layout.ts';
import type { RowFields } from './row-fields.ts';

/** What a figure says: a value in the unit of its indicator, or why there is none. */
export interface FigureContent {
  readonly value: string | null;
  readonly absence: Absence | null;
  /** As the cell states it, before its unit is changed; null where it is no number. */
  readonly decimal: string | null;
}

export type ContentReader = (
  cell: SheetCell | undefined,
  fields: RowFields,
  subject: FigureSubject,
  column: ValueColumn,
  problems: FigureProblem[],
) => FigureContent | null;

const absences: ReadonlySet<string> = new Set<Absence>([
  'missing',
  'not-applicable',
  'not-due',
  'suppressed',
]);

/** Returns a function that reads what a cell says of its subject; null with its problems. */
export function contentReader(
  layout: Layout,
  names: ImportNames,
  checks: FigureChecks,
): ContentReader {
  const unitColumn = layout.fields.get('unit')?.[0];
  const absenceColumn = layout.fields.get('absence')?.[0];
  const { units, setting } = layout.words;
  const sharedUnit = units.length === 0 ? (setting.unit ?? layout.given.unit) : null;

  function convert(
    { decimal, unit }: Extract<CellReading, { decimal: string }>,
    rowUnit: string,
    { indicator, unit: nameUnit }: FigureSubject,
    column: ValueColumn,
    problems: FigureProblem[],
  ): FigureContent | null {
    const near = unit ?? (rowUnit || (column.setting.unit ?? nameUnit ?? sharedUnit));
    const place: ProblemPlace =
      unit !== null || rowUnit !== ''
        ? { column: (unit === null ? unitColumn : undefined) ?? column.index, once: 'figure' }
        : { column: column.index, once: unitColumn === undefined ? 'table' : 'figure' };
    const found = checks.exponent({ unit: near, units, indicator });
    const exponent = taken(
      isAnswer(unit) && !found.ok ? noNumber(decimal) : found,
      place,
      problems,
    );
    if (exponent === null) return null;
    const { value, problem } = checkValue(decimal, exponent, indicator);
    if (problem !== null) problems.push({ problem, column: column.index, once: 'figure' });
    return problem?.code === 'value-range' ? null : { value, absence: null, decimal };
  }

  return (cell, { absence, unit }, subject, column, problems) => {
    const at: ProblemPlace = { column: column.index, once: 'figure' };
    const result = readCell(cell, names);
    const read = result === null ? null : taken(result, at, problems);
    if (result !== null && read === null) return null;
    if (read !== null && 'decimal' in read && absence === '')
      return convert(read, unit, subject, column, problems);
    const atAbsence = absence === '' ? at : { ...at, column: absenceColumn ?? at.column };
    const reason = taken(reasonOf(read, absence, names), atAbsence, problems);
    return reason === null ? null : { value: null, absence: reason, decimal: null };
  };
}

/** 是 and 否 are figures of an indicator that asks so, and of no other. */
function isAnswer(unit: string | null): boolean {
  return unit === '是否';
}

function noNumber(decimal: string): Resolved<never> {
  return refused('value-invalid', { text: decimal === '1' ? '是' : '否' });
}

function reasonOf(read: CellReading | null, stated: string, names: ImportNames): Resolved<Absence> {
  if (read !== null && 'decimal' in read)
    return refused('value-and-absence', { text: shown(read.decimal), absence: shown(stated) });
  if (stated === '')
    return read === null ? refused('value-blank', {}) : { ok: true, value: read.absence };
  const known = absences.has(stated) ? (stated as Absence) : names.absenceOf(stated);
  if (known !== null) return { ok: true, value: known };
  return refused('absence-invalid', { text: shown(stated) });
}
