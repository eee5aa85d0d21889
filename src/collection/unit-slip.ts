import type { FieldView } from '../api/collection.ts';
import { significantDigits } from '../domain/decimal.ts';
import type { Finding } from '../domain/finding.ts';
import { multiplesOf, parseUnit, shifted } from '../domain/unit-of-measure.ts';
import { unitName } from '../domain/unit-words.ts';
import { median } from '../kernels/quantile.ts';
import type { Entry } from './entry.ts';
import { entryFinding } from './entry-finding.ts';
import { entryThresholds } from './entry-thresholds.ts';
import { grouped, type Words, wordParams } from './figure-words.ts';
import { baseWords, placeOfLine } from './past-words.ts';

const { slip, point } = entryThresholds;

/**
 * Returns a finding where a figure is about a power of ten away from its past, with the figure it
 * would be as `proposal`; null where it is not. A thousandfold is refused. It is only asked about
 * where it may be true: few digits, or a count that fell to a whole number, as of the poor.
 */
export function unitSlip(entry: Entry, period: number): Finding | null {
  const { field, decimal, past } = entry;
  const now = Math.abs(Number(decimal));
  const last = past.at(-1);
  if (decimal === null || !last || now === 0 || last.value === 0) return null;
  const usual = median(past.map(({ value }) => Math.abs(value))) ?? 0;
  const away = [Math.log10(now / Math.abs(last.value)), usual > 0 ? Math.log10(now / usual) : 0];
  const power = nearestPower(away[0] ?? 0) || nearestPower(away[1] ?? 0);
  // A series that moved to another level for good, or whose last figure slipped, is no slip now.
  const least = Math.abs(power) - slip.agreement;
  if (power === 0 || away.some((distance) => distance * Math.sign(power) < least)) return null;
  const code = isCertain(power, decimal, field) ? 'entry-slip' : 'entry-point';
  const proposal = shifted(decimal, -power);
  const base = nearestPower(away[0] ?? 0) ? baseWords(last.period, period) : medianWords;
  return entryFinding(code, placeOfLine(field), {
    indicator: field.indicator,
    power,
    ...wordParams('times', timesWords(power, base)),
    ...wordParams('likely', likelyWords(power, field.unit)),
    proposal,
    shown: grouped(proposal),
  });
}

const medianWords: Words = { zh: '历年中位数', en: 'the median of earlier years' };

/** The power of ten a logarithm is close to; 0 where it is close to none. */
function nearestPower(exact: number): number {
  const power = Math.round(exact);
  const closeness = Math.abs(power) === 1 ? point.closeness : slip.closeness;
  return Math.abs(exact - power) <= closeness ? power : 0;
}

function isCertain(power: number, decimal: string, { unit }: FieldView): boolean {
  if (Math.abs(power) < slip.certain || significantDigits(decimal) < slip.digits) return false;
  const isCount = /^(?:person|household|item)$/.test(parseUnit(unit)?.dimension ?? '');
  return !(isCount && power < 0 && !decimal.includes('.'));
}

function timesWords(power: number, base: Words): Words {
  const ten = numerals[Math.abs(power)] ?? `10^${Math.abs(power)}`;
  const tenEn = grouped(`1${'0'.repeat(Math.abs(power))}`);
  return power < 0
    ? { zh: `仅${base.zh}的${ten}分之一`, en: `only 1/${tenEn} of ${base.en}` }
    : { zh: `约为${base.zh}的${ten}倍`, en: `about ${tenEn} times ${base.en}` };
}

const numerals: Readonly<Record<number, string>> = {
  1: '十',
  2: '百',
  3: '千',
  4: '万',
  5: '十万',
  6: '百万',
  7: '千万',
  8: '亿',
};

/** The unit in which the figure would be right, where there is such a unit. */
function likelyWords(power: number, unit: string): Words {
  const multiple = multiplesOf(unit);
  const base = multiple?.of ?? unit;
  const exponent = (multiple?.exponent ?? 0) - power;
  const numeral = exponent === 0 ? '' : numerals[exponent];
  const likely = numeral === undefined || base === '' ? null : `${numeral}${base}`;
  if (likely === null || !parseUnit(likely) || /[%‰/]/.test(likely))
    return { zh: '单位或小数点有误', en: 'the unit or the decimal point has slipped' };
  return { zh: `像是按${likely}填的`, en: `as if given in ${unitName(likely, 'en') || 'ones'}` };
}
