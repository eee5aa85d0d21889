import { significantDigits } from '../../domain/decimal.ts';
import type { Indicator } from '../../domain/indicator.ts';
import { type Frequency, type PeriodNumber, periodText } from '../../domain/period.ts';
import { conversionExponent, parseUnit, shifted } from '../../domain/unit-of-measure.ts';
import { ownText, type Problem, type Resolved, refused, remembered } from './known.ts';
import { shown } from './label.ts';
import { daysOf, type PeriodWords, periodFor, wordsText } from './period-words.ts';

/** Digits that are more than any statistic has. */
const mostDigits = 15;

/** Checks of figures that ask the same of many cells, and answer from memory. */
export interface FigureChecks {
  /** The period an indicator has a figure for; not one that is to come. */
  readonly period: (query: PeriodQuery) => Resolved<PeriodNumber>;
  /** The power of ten from a unit to the unit of the indicator. */
  readonly exponent: (query: UnitQuery) => Resolved<number>;
  /** Whether a period has begun but not ended. */
  readonly isUnfinished: (period: PeriodNumber) => boolean;
}

export interface PeriodQuery {
  readonly words: PeriodWords | null;
  readonly indicator: Indicator;
}

export interface UnitQuery {
  /** As stated for the cell itself; null where nothing is. */
  readonly unit: string | null;
  /** Stated for the whole table: the one that measures the same is meant. */
  readonly units: readonly string[];
  readonly indicator: Indicator;
}

/** Returns the checks as of a day. */
export function figureChecks(today: string): FigureChecks {
  return {
    period: byIndicator(
      ({ words }: PeriodQuery) =>
        words === null ? 0 : (words.year ?? 0) * 10_000 + monthsKey(words.months),
      (query) => checkPeriod(query, today),
    ),
    exponent: byIndicator(
      ({ unit, units }: UnitQuery) =>
        units.length === 0 ? ownText(unit ?? '\n') : `${unit ?? '\n'}\n${units.join('\n')}`,
      findExponent,
    ),
    isUnfinished: remembered(
      (period) => period,
      (period) => daysOf(period).last > today && daysOf(period).first <= today,
    ),
  };
}

/** Returns a value in the unit of the indicator, and what is wrong or doubtful about it. */
export function checkValue(
  decimal: string,
  exponent: number,
  indicator: Indicator,
): { readonly value: string; readonly problem: Problem | null } {
  const value = exponent === 0 ? decimal : shifted(decimal, exponent);
  const { min, max } = indicator.range;
  const number = Number(value);
  if ((min !== undefined && number < min) || (max !== undefined && number > max)) {
    const { unit, name } = indicator;
    const params = { name: name.zh, nameEn: name.en, value, unit, ...rangeWords(min, max) };
    return { value, problem: { code: 'value-range', params } };
  }
  if (decimal.length <= mostDigits || significantDigits(decimal) <= mostDigits)
    return { value, problem: null };
  const params = { text: shown(decimal), limit: mostDigits };
  return { value, problem: { code: 'value-digits', params } };
}

function rangeWords(min: number | undefined, max: number | undefined) {
  if (max === undefined) return { range: `应不小于 ${min}`, rangeEn: `below ${min}` };
  if (min === undefined) return { range: `应不大于 ${max}`, rangeEn: `above ${max}` };
  return { range: `应在 ${min} 至 ${max} 之间`, rangeEn: `not between ${min} and ${max}` };
}

/** Answers kept by indicator and then by a short key: a table asks them for each of its cells. */
function byIndicator<Query extends { readonly indicator: Indicator }, Answer>(
  keyOf: (query: Query) => string | number,
  compute: (query: Query) => Answer,
): (query: Query) => Answer {
  const answers = new Map<Indicator, (query: Query) => Answer>();
  return (query) => {
    let answer = answers.get(query.indicator);
    if (answer === undefined) {
      answer = remembered(keyOf, compute);
      answers.set(query.indicator, answer);
    }
    return answer(query);
  };
}

function monthsKey(months: PeriodWords['months']): number {
  return months === null ? 0 : months[0] * 100 + months[1];
}

function checkPeriod({ words, indicator }: PeriodQuery, today: string): Resolved<PeriodNumber> {
  if (words === null || words.year === null) return refused('period-missing', {});
  const period = periodFor(words, indicator);
  if (period === null) {
    const { zh, en } = frequencyWords[indicator.frequency];
    return refused('period-frequency', {
      name: indicator.name.zh,
      nameEn: indicator.name.en,
      frequency: zh,
      frequencyEn: en,
      text: wordsText(words),
    });
  }
  if (daysOf(period).first > today) return refused('period-future', { period: periodText(period) });
  return { ok: true, value: period };
}

const frequencyWords: Readonly<Record<Frequency, { readonly zh: string; readonly en: string }>> = {
  year: { zh: '年', en: 'year' },
  'half-year': { zh: '半年', en: 'half-year' },
  quarter: { zh: '季', en: 'quarter' },
  month: { zh: '月', en: 'month' },
};

/** What has no larger or smaller unit may go without one, if the table states none at all. */
const unmistakable = new Set([
  'none',
  'yes-no',
  'date',
  'year',
  'percentage-point',
  'index-last-year',
]);

function findExponent({ unit, units, indicator }: UnitQuery): Resolved<number> {
  if (unit !== null && unit !== '') return exponentOf(unit, indicator);
  const fitting = units.filter((item) => conversionExponent(item, indicator.unit) !== null);
  const [only, ...others] = [...new Set(fitting)];
  if (only !== undefined && others.length === 0) return exponentOf(only, indicator);
  const [stated] = units;
  if (stated !== undefined && only === undefined) return exponentOf(stated, indicator);
  const dimension = parseUnit(indicator.unit)?.dimension ?? '';
  if (units.length === 0 && unmistakable.has(dimension)) return { ok: true, value: 0 };
  return refused('unit-missing', {
    name: indicator.name.zh,
    nameEn: indicator.name.en,
    unit: indicator.unit,
  });
}

function exponentOf(unit: string, indicator: Indicator): Resolved<number> {
  const exponent = conversionExponent(unit, indicator.unit);
  if (exponent !== null) return { ok: true, value: exponent };
  return refused(parseUnit(unit) === null ? 'unit-unrecognised' : 'unit-dimension', {
    name: indicator.name.zh,
    nameEn: indicator.name.en,
    unit: shown(unit),
    expected: indicator.unit,
  });
}
