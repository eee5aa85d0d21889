import type { Finding } from '../domain/finding.ts';
import { type PeriodNumber, periodNumber } from '../domain/period-number.ts';
import { againstPast } from './against-past.ts';
import { checkRules } from './check-rules.ts';
import { type CheckedSheet, type Entry, entriesOf, type TypedCell } from './entry.ts';
import { entryFinding } from './entry-finding.ts';
import { grouped, rangeWords, wordParams } from './figure-words.ts';
import { placeOfLine } from './past-words.ts';
import { isUnitWord } from './unit-word.ts';

/**
 * Returns what is to be said about the cells of a sheet, by line: while they are typed and again when
 * they are submitted. `where.cell` is the line (05), `params.indicator` its indicator; `params.proposal`,
 * where there is one, is the figure that would be right, in the unit of the line.
 *
 * An error keeps from submitting. A warning wants a note at its cell; once there is one it is an
 * information with `params.explained`, for whoever reviews. `blocksSubmitting` says which.
 */
export function checkCells(sheet: CheckedSheet): Finding[] {
  const entries = entriesOf(sheet);
  const period = periodNumber(sheet.period) ?? 0;
  const own = entries.flatMap((entry) => ownFindings(entry, period));
  const broken = new Set(
    own.filter(({ severity }) => severity === 'error').map(({ params }) => `${params.indicator}`),
  );
  const between = checkRules(sheet.rules, entries, broken);
  const order = new Map(entries.map(({ field }, at) => [field.line, at]));
  const notes = new Map(entries.map(({ field, cell }) => [field.line, noteOf(cell)]));
  const placeOf = (item: Finding) => order.get(item.where.cell ?? '') ?? 0;
  return [...own, ...between]
    .map((item) => (notes.get(item.where.cell ?? '') ? explained(item) : item))
    .sort((one, other) => placeOf(one) - placeOf(other))
    .concat(unasked(sheet, entries));
}

/** A unit pasted beside a figure is no explanation of it. */
function noteOf(cell: TypedCell | null): string {
  const note = cell?.note?.trim() ?? '';
  return isUnitWord(note) ? '' : note;
}

/** Says whether a sheet with these findings cannot be submitted: an error, or a question unanswered. */
export function blocksSubmitting(findings: readonly Finding[]): boolean {
  return findings.some(({ severity }) => severity !== 'info');
}

function explained(item: Finding): Finding {
  if (item.severity !== 'warning') return item;
  return { ...item, severity: 'info', params: { ...item.params, explained: 1 } };
}

function ownFindings(entry: Entry, period: PeriodNumber): Finding[] {
  const { field, cell, typed, known } = entry;
  // A line that computes itself has nobody to ask.
  if (field.derived !== null) return [];
  const at = placeOfLine(field);
  const { indicator } = field;
  if (typed === null) {
    if (isEmptied(entry)) return [ofBase('entry-emptied', entry)];
    if (cell?.absence && known?.value != null) return [ofBase('entry-taken-down', entry)];
    const isThere = cell?.absence || known?.value != null || known?.absence;
    return isThere || !field.required ? [] : [entryFinding('entry-missing', at, { indicator })];
  }
  if (!typed.ok) return [entryFinding(typed.code, at, { indicator, ...typed.params })];
  if (cell?.absence) return [entryFinding('entry-value-and-reason', at, { indicator })];
  const range = outOfRange(entry, typed.decimal);
  if (range) return [range];
  const digits = tooFine(entry, typed.decimal);
  // What the base has already was asked about when it came.
  const isKnown = known?.value != null && Number(known.value) === Number(typed.decimal);
  const past = isKnown ? null : againstPast(entry, period);
  return [past, digits].filter((item) => item !== null);
}

/** Somebody took a figure out of the cell, and the base goes on having one. */
function isEmptied({ cell, known }: Entry): boolean {
  return cell !== null && !cell.absence && known?.value != null;
}

function ofBase(code: 'entry-emptied' | 'entry-taken-down', { field, known }: Entry): Finding {
  const { indicator } = field;
  const value = grouped(known?.value ?? '');
  return entryFinding(code, placeOfLine(field), { indicator, value });
}

function outOfRange({ field }: Entry, decimal: string): Finding | null {
  const value = Number(decimal);
  const [min, max] = [field.min ?? value, field.max ?? value];
  if (value >= min && value <= max) return null;
  return entryFinding('entry-range', placeOfLine(field), {
    indicator: field.indicator,
    value: grouped(decimal),
    ...wordParams('range', rangeWords(field)),
  });
}

function tooFine({ field }: Entry, decimal: string): Finding | null {
  const found = decimal.split('.')[1]?.length ?? 0;
  if (found <= field.digits) return null;
  const { indicator, digits } = field;
  return entryFinding('entry-digits', placeOfLine(field), { indicator, found, digits });
}

/** What came from another version of the form, or into a line that computes itself. */
function unasked({ cells }: CheckedSheet, entries: readonly Entry[]): Finding[] {
  const asked = new Set(
    entries.filter(({ field }) => field.derived === null).map(({ field }) => field.indicator),
  );
  return cells
    .filter(({ indicator, value, absence }) => !asked.has(indicator) && (value ?? absence) !== null)
    .map(({ indicator }) => entryFinding('entry-unasked', {}, { indicator }));
}
