import type { Language } from './finding.ts';
import { multiplesOf } from './unit-of-measure.ts';

/**
 * Returns what a unit of measure is called where it stands by itself, in a heading: 万元, 10⁴ yuan.
 * Empty for plain numbers; a unit that has no English name keeps its own.
 */
export function unitName(unit: string, language: Language): string {
  if (language === 'zh') return unit;
  const whole = english[unit];
  if (whole !== undefined) return whole;
  const [over = '', under] = unit.split('/');
  if (under !== undefined) {
    const one = unitName(under, 'en');
    return `${unitName(over, 'en')} per ${one.replace(/s$/, '')}`;
  }
  const multiple = multiplesOf(unit);
  const name = multiple && english[multiple.of];
  return name ? `${tenTo(multiple.exponent)} ${name}` : unit;
}

/**
 * Returns an amount with its unit, the way the language writes it: 30,199万元, 30,199 ×10⁴ yuan,
 * 23.9%, 23.9 percentage points. The amount is written as it is given.
 */
export function withUnitName(amount: string, unit: string, language: Language): string {
  const name = unitName(unit, language);
  if (name === '' || amount === '') return amount;
  if (/^[%‰]/.test(name)) return `${amount}${name}`;
  if (language === 'zh') return `${amount}${name}`;
  return name.startsWith('10') ? `${amount} ×${name}` : `${amount} ${name}`;
}

/** Returns a power of ten: ten and a hundred as they are, more as 10⁴. */
export function tenTo(power: number): string {
  if (power < 3) return String(10 ** power);
  return `10${[...String(power)].map((digit) => superscripts[Number(digit)] ?? '').join('')}`;
}

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** Units without a numeral before them; 个 counts things whose name says what they are. */
const english: Readonly<Record<string, string>> = {
  元: 'yuan',
  人: 'persons',
  户: 'households',
  个: '',
  米: 'm',
  公里: 'km',
  千米: 'km',
  平方米: 'm²',
  公顷: 'hectares',
  平方公里: 'km²',
  吨: 'tonnes',
  千瓦时: 'kWh',
  美元: 'US dollars',
  年: 'years',
  日期: 'date',
  是否: 'yes or no',
  百分点: 'percentage points',
  '上年=100': 'last year = 100',
};
