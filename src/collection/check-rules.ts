import type { Finding } from '../domain/finding.ts';
import type { FormRule } from '../domain/form.ts';
import { conversionExponent, shifted } from '../domain/unit-of-measure.ts';
import { decimalSum } from '../kernels/decimal.ts';
import type { Entry } from './entry.ts';
import { entryFinding } from './entry-finding.ts';
import { grouped, rangeWords, shownNumber, wordParams } from './figure-words.ts';
import { placeOfLine } from './past-words.ts';

/**
 * Returns what does not hold between the lines of a form, as decimals and with units converted. A
 * rule over a line without a figure says nothing, and neither does one over a line in `broken`,
 * whose own error comes first.
 */
export function checkRules(
  rules: readonly FormRule[],
  entries: readonly Entry[],
  broken: ReadonlySet<string>,
): Finding[] {
  const byId = new Map(entries.map((entry) => [entry.field.indicator, entry]));
  const find = (id: string) => (broken.has(id) ? undefined : byId.get(id));
  return rules.flatMap((rule) => {
    const found = checkRule(rule, find);
    if (found === null) return [];
    if (found.severity === 'info') return [found];
    const severity: Finding['severity'] = rule.severity === 'hard' ? 'error' : 'warning';
    return [{ ...found, severity }];
  });
}

type Find = (indicator: string) => Entry | undefined;

function checkRule(rule: FormRule, find: Find): Finding | null {
  switch (rule.kind) {
    case 'sum':
      return checkSum(rule, find);
    case 'at-most':
      return checkPart(rule, find);
    case 'ratio':
      return checkRatio(rule, find);
  }
}

function checkSum(rule: Extract<FormRule, { kind: 'sum' }>, find: Find): Finding | null {
  const whole = find(rule.whole);
  const parts = rule.parts.map(find);
  if (!whole || whole.decimal === null) return null;
  const values = parts.map((part) => valueIn(part, whole.field.unit));
  if (!values.every((value) => value !== null)) return null;
  const sum = decimalSum(values);
  const difference = Math.abs(decimalSum([sum, -Number(whole.decimal)]));
  if (difference === 0) return null;
  const lines = parts.map((part) => part?.field.line ?? '');
  return entryFinding(
    difference <= rule.tolerance ? 'entry-sum-rounded' : 'entry-sum',
    placeOfLine(whole.field),
    {
      indicator: rule.whole,
      ...wordParams('parts', { zh: lines.join('＋'), en: lines.join(' + ') }),
      sum: shownNumber(sum),
      whole: grouped(whole.decimal),
      difference: shownNumber(difference),
    },
  );
}

function checkPart(rule: Extract<FormRule, { kind: 'at-most' }>, find: Find): Finding | null {
  const [part, whole] = [find(rule.part), find(rule.whole)];
  if (!part || !whole || part.decimal === null || whole.decimal === null) return null;
  const value = valueIn(part, whole.field.unit);
  if (value === null || value <= Number(whole.decimal)) return null;
  return entryFinding('entry-part', placeOfLine(part.field), {
    indicator: rule.part,
    part: grouped(part.decimal),
    line: whole.field.line,
    whole: grouped(whole.decimal),
  });
}

function checkRatio(rule: Extract<FormRule, { kind: 'ratio' }>, find: Find): Finding | null {
  const [of, by] = [find(rule.of), find(rule.by)];
  if (!of || !by || of.decimal === null || by.decimal === null) return null;
  if (Number(by.decimal) === 0) return null;
  const ratio = Number(of.decimal) / Number(by.decimal);
  const { min = null, max = null } = rule;
  if ((min === null || ratio >= min) && (max === null || ratio <= max)) return null;
  return entryFinding('entry-ratio', placeOfLine(of.field), {
    indicator: rule.of,
    of: of.field.line,
    by: by.field.line,
    ratio: shownNumber(Number(ratio.toPrecision(4))),
    ...wordParams('range', rangeWords({ min, max })),
  });
}

/** A figure in another unit of the same kind; the point moves, nothing is rounded. */
function valueIn(entry: Entry | undefined, unit: string): number | null {
  if (!entry || entry.decimal === null) return null;
  const exponent = conversionExponent(entry.field.unit, unit);
  return exponent === null ? null : Number(shifted(entry.decimal, exponent));
}
