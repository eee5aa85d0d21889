/**
 * Units of measure as statistical tables write them. A unit is a quantity (money, persons …) and a
 * power of ten; a compound (元/人) is two of them. A factor that is a power of ten is kept as its
 * exponent, so that converting moves the decimal point and never rounds.
 */
export interface UnitOfMeasure {
  /** What is counted: `money`, `person`, `money/person`. Equal dimensions convert into each other. */
  readonly dimension: string;
  /** The unit is ten to this power times the base unit of its dimension. */
  readonly exponent: number;
}

const simple: Readonly<Record<string, UnitOfMeasure>> = {
  元: { dimension: 'money', exponent: 0 },
  人: { dimension: 'person', exponent: 0 },
  户: { dimension: 'household', exponent: 0 },
  个: { dimension: 'item', exponent: 0 },
  米: { dimension: 'length', exponent: 0 },
  公里: { dimension: 'length', exponent: 3 },
  千米: { dimension: 'length', exponent: 3 },
  平方米: { dimension: 'area', exponent: 0 },
  公顷: { dimension: 'area', exponent: 4 },
  平方公里: { dimension: 'area', exponent: 6 },
  吨: { dimension: 'mass', exponent: 0 },
  千瓦时: { dimension: 'energy', exponent: 0 },
  美元: { dimension: 'us-dollar', exponent: 0 },
  年: { dimension: 'year', exponent: 0 },
  日期: { dimension: 'date', exponent: 0 },
  '': { dimension: 'none', exponent: 0 },
  '%': { dimension: 'none', exponent: -2 },
  '‰': { dimension: 'none', exponent: -3 },
  百分点: { dimension: 'percentage-point', exponent: 0 },
  '上年=100': { dimension: 'index-last-year', exponent: 0 },
  是否: { dimension: 'yes-no', exponent: 0 },
};

/** Numerals a unit may begin with. */
const multiples: readonly (readonly [string, number])[] = [
  ['亿', 8],
  ['千万', 7],
  ['百万', 6],
  ['十万', 5],
  ['万', 4],
  ['千', 3],
  ['百', 2],
];

/** Other ways the same unit is written, after compatibility forms (㎡, ％) are resolved. */
const synonyms: Readonly<Record<string, string>> = {
  百分比: '%',
  m2: '平方米',
  km2: '平方公里',
  km: '公里',
  人民币元: '元',
  人次: '人',
  万千瓦·时: '万千瓦时',
};

/** Characters of a unit with what stands in brackets behind it. */
const longestUnit = 60;

/** Returns what a unit measures and its power of ten, or null where it is not known. */
export function parseUnit(text: string): UnitOfMeasure | null {
  if (text.length > longestUnit) return null;
  const name = text.normalize('NFKC').replace(/\s|（[^）]*）|\([^)]*\)/g, '');
  const whole = simpleUnit(name);
  if (whole) return whole;
  const [over, under, ...more] = name.split('/');
  if (over !== undefined && under !== undefined && more.length === 0)
    return quotient(parseUnit(over), parseUnit(under));
  const multiple = multiplesOf(name);
  const base = multiple && simpleUnit(multiple.of);
  return base && { dimension: base.dimension, exponent: base.exponent + multiple.exponent };
}

/** Returns a unit that begins with a numeral as that power of ten and what it is of: 万元 is 10⁴ of 元. */
export function multiplesOf(
  unit: string,
): { readonly exponent: number; readonly of: string } | null {
  for (const [numeral, exponent] of multiples)
    if (unit.startsWith(numeral) && simpleUnit(unit.slice(numeral.length)))
      return { exponent, of: unit.slice(numeral.length) };
  return null;
}

/**
 * Returns the power of ten that brings a figure from one unit to another, or null where they do
 * not measure the same. From 亿元 to 万元 it is 4.
 */
export function conversionExponent(from: string, to: string): number | null {
  if (from === to) return 0;
  const source = parseUnit(from);
  const target = parseUnit(to);
  if (!source || !target || source.dimension !== target.dimension) return null;
  return source.exponent - target.exponent;
}

/** Returns a decimal with its point moved; exact for any text of digits. `shifted('1.5', 4)` is 15000. */
export function shifted(decimal: string, exponent: number): string {
  if (exponent === 0) return decimal;
  const [, sign = '', digits = '0', fraction = ''] = /^(-?)(\d*)(?:\.(\d*))?$/.exec(decimal) ?? [];
  const all = digits + fraction;
  const point = digits.length + exponent;
  const padded = point <= 0 ? '0'.repeat(1 - point) + all : all.padEnd(point, '0');
  const at = point <= 0 ? 1 : point;
  const whole = padded.slice(0, at).replace(/^0+(?=\d)/, '');
  const rest = padded.slice(at).replace(/0+$/, '');
  return `${sign}${whole}${rest === '' ? '' : `.${rest}`}`;
}

/** Returns the unit of one quantity over another, or null where either is not known. */
export function quotient(
  over: UnitOfMeasure | null,
  under: UnitOfMeasure | null,
): UnitOfMeasure | null {
  if (!over || !under) return null;
  if (over.dimension === under.dimension)
    return { dimension: 'none', exponent: over.exponent - under.exponent };
  return {
    dimension: `${over.dimension}/${under.dimension}`,
    exponent: over.exponent - under.exponent,
  };
}

/** A word such as `constructor`, which every object has, is no unit. */
function simpleUnit(name: string): UnitOfMeasure | null {
  const known = Object.hasOwn(synonyms, name) ? (synonyms[name] ?? name) : name;
  return Object.hasOwn(simple, known) ? (simple[known] ?? null) : null;
}
