import type { Formula, Indicator } from '../domain/indicator.ts';
import {
  type PeriodNumber,
  periodNumber,
  periodsBetween,
  yearOf,
} from '../domain/period-number.ts';
import { conversionExponent, parseUnit } from '../domain/unit-of-measure.ts';

/** An indicator in a period. */
export interface Operand {
  readonly indicator: string;
  readonly period: PeriodNumber;
}

/** A figure that is not derived, and whether it is only a weight. */
export interface Leaf extends Operand {
  readonly weight: boolean;
}

export type Indicators = ReadonlyMap<string, Indicator>;

/** As much of an indicator as its formula needs. */
export interface Computed extends Pick<Indicator, 'id' | 'unit'> {
  readonly derived?: Formula | undefined;
}

/**
 * Returns what a formula is applied to in a period, in the order of its definition; null where the
 * period it refers to is not of the same frequency.
 */
export function operandsOf(formula: Formula, period: PeriodNumber): readonly Operand[] | null {
  const at = (indicator: string, when = period): Operand => ({ indicator, period: when });
  switch (formula.op) {
    case 'ratio':
    case 'share':
    case 'per-capita':
      return [at(formula.of), at(formula.by)];
    case 'sum':
      return formula.of.map((indicator) => at(indicator));
    case 'difference':
      return [at(formula.of), at(formula.less)];
    case 'growth':
    case 'change':
      return [at(formula.of), at(formula.of, period - 100 * formula.over)];
    case 'compound-growth':
    case 'index': {
      const base = periodNumber(formula.op === 'index' ? formula.base : formula.since);
      if (base === null || periodsBetween(base, period) === null) return null;
      return [at(formula.of), at(formula.of, base)];
    }
  }
}

/**
 * Returns the value of an indicator in a period, derived ones through their operands, from the
 * values of those that are not derived. Null where an operand is absent, a divisor is zero, growth
 * would start from nothing or less, a unit does not fit, or a definition goes round in a circle.
 */
export function evaluate<Item extends Computed>(
  ask: Operand,
  indicators: ReadonlyMap<string, Item>,
  leaf: (indicator: Item, period: PeriodNumber) => number | null,
  path: readonly string[] = [],
): number | null {
  const indicator = indicators.get(ask.indicator);
  if (!indicator || path.includes(indicator.id)) return null;
  if (!indicator.derived) return leaf(indicator, ask.period);
  const operands = operandsOf(indicator.derived, ask.period);
  if (!operands) return null;
  const values: number[] = [];
  for (const operand of operands) {
    const value = evaluate(operand, indicators, leaf, [...path, indicator.id]);
    if (value === null) return null;
    values.push(value);
  }
  const units = operands.map((operand) => indicators.get(operand.indicator)?.unit ?? '');
  return finite(applied(indicator, values, units, operands));
}

/**
 * How far down leaves are looked for. `place`: what a place's own figure needs. `several`: what a
 * figure of several places needs of each, weights and both parts of a quotient included. `totals`:
 * the totals it is computed from, where a weighted mean is one of them.
 */
export type Level = 'place' | 'several' | 'totals';

/** Returns the figures that are not derived and that an indicator's value in a period rests on, each once. */
export function leavesOf(ask: Operand, indicators: Indicators, level: Level): readonly Leaf[] {
  const found = new Map<string, Leaf>();
  collect(ask, level, false);
  if (level === 'several') for (const leaf of [...found.values()]) collectWeight(leaf);
  return [...found.values()];

  function collect(
    operand: Operand,
    depth: Level,
    weight: boolean,
    path: readonly string[] = [],
  ): void {
    const indicator = indicators.get(operand.indicator);
    if (!indicator || path.includes(indicator.id)) return;
    const below = partsOf(indicator, operand.period, depth);
    for (const one of below ?? []) collect(one, depth, weight, [...path, indicator.id]);
    const key = `${operand.indicator} ${operand.period}`;
    if (below === null && !found.has(key)) found.set(key, { ...operand, weight });
  }

  /** A weight is each place's own figure. */
  function collectWeight({ indicator, period }: Leaf): void {
    const aggregation = indicators.get(indicator)?.aggregation;
    if (aggregation?.kind !== 'mean') return;
    collect({ indicator: aggregation.weight, period }, 'place', true);
  }
}

/** Returns the indicators a place's value rests on, itself where it is not derived: the same in every year. */
export function leafIds(id: string, indicators: Indicators): readonly string[] {
  const leaves = leavesOf({ indicator: id, period: 202000 }, indicators, 'place');
  return [...new Set(leaves.map((leaf) => leaf.indicator))];
}

/** Returns the breaks of an indicator's concept and, of a derived one, of what it is computed from. */
export function breaksOf(indicator: Indicator, indicators: Indicators): Indicator['breaks'] {
  const of = leafIds(indicator.id, indicators).flatMap((id) => indicators.get(id)?.breaks ?? []);
  const all = [...indicator.breaks, ...of];
  return all.filter(({ period }, at) => all.findIndex((one) => one.period === period) === at);
}

/** Null for a leaf. A quotient of several places is that of its two sums. */
function partsOf(
  indicator: Indicator,
  period: PeriodNumber,
  level: Level,
): readonly Operand[] | null {
  if (indicator.derived) return operandsOf(indicator.derived, period) ?? [];
  const { aggregation } = indicator;
  if (level === 'place' || aggregation?.kind !== 'ratio') return null;
  return [
    { indicator: aggregation.numerator, period },
    { indicator: aggregation.denominator, period },
  ];
}

/** What a figure of several places is; see `Figure.summary`. */
export type Summary = 'total' | 'mean' | 'ratio' | 'median';

/**
 * Returns what an indicator's figure of several places is: a total where those of disjoint places
 * add up; a median where anything it rests on has only a middle place.
 */
export function summaryOf(id: string, indicators: Indicators): Summary {
  const indicator = indicators.get(id);
  if (indicator && restsOnMedian(indicator, indicators, [])) return 'median';
  if (isAdditive(id, indicators, [])) return 'total';
  return indicator?.aggregation?.kind === 'mean' ? 'mean' : 'ratio';
}

function restsOnMedian(
  indicator: Indicator,
  indicators: Indicators,
  path: readonly string[],
): boolean {
  const { aggregation, derived, id } = indicator;
  if (path.includes(id)) return false;
  if (!derived && aggregation?.kind !== 'ratio')
    return aggregation === undefined || aggregation.kind === 'median';
  return partIds(indicator).some((part) => {
    const found = indicators.get(part);
    return found !== undefined && restsOnMedian(found, indicators, [...path, id]);
  });
}

function partIds({ derived, aggregation }: Indicator): readonly string[] {
  if (!derived)
    return aggregation?.kind === 'ratio' ? [aggregation.numerator, aggregation.denominator] : [];
  if (derived.op === 'sum') return derived.of;
  if (derived.op === 'difference') return [derived.of, derived.less];
  return 'by' in derived ? [derived.of, derived.by] : [derived.of];
}

function isAdditive(id: string, indicators: Indicators, path: readonly string[]): boolean {
  const indicator = indicators.get(id);
  if (path.includes(id)) return false;
  if (!indicator?.derived) return indicator?.aggregation?.kind === 'sum';
  const formula = indicator.derived;
  if (formula.op !== 'sum' && formula.op !== 'difference') return false;
  return partIds(indicator).every((one) => isAdditive(one, indicators, [...path, id]));
}

function applied(
  indicator: Computed,
  values: readonly number[],
  units: readonly string[],
  operands: readonly Operand[],
): number | null {
  const formula = indicator.derived;
  const [first = 0, second = 0] = values;
  switch (formula?.op) {
    case 'ratio':
    case 'per-capita':
      return scaled(divided(first, second), quotientExponent(units, indicator.unit));
    case 'share':
      return scaled(divided(first, second), shareExponent(units));
    case 'change':
      return first - second;
    case 'growth':
      return second > 0 ? (first / second - 1) * 100 : null;
    case 'index':
      return second > 0 ? (first / second) * 100 : null;
    case 'compound-growth':
      return compoundGrowth(first, second, operands);
    case 'sum':
    case 'difference':
      return added(values, units, indicator);
    default:
      return null;
  }
}

function compoundGrowth(now: number, then: number, operands: readonly Operand[]): number | null {
  const years = yearOf(operands[0]?.period ?? 0) - yearOf(operands[1]?.period ?? 0);
  if (years <= 0 || then <= 0 || now < 0) return null;
  return ((now / then) ** (1 / years) - 1) * 100;
}

function added(
  values: readonly number[],
  units: readonly string[],
  indicator: Computed,
): number | null {
  const sign = indicator.derived?.op === 'difference' ? -1 : 1;
  let total = 0;
  for (const [index, value] of values.entries()) {
    const converted = scaled(value, conversionExponent(units[index] ?? '', indicator.unit));
    if (converted === null) return null;
    total += index === 0 ? converted : sign * converted;
  }
  return total;
}

function divided(value: number, by: number): number | null {
  return by === 0 ? null : value / by;
}

/** Multiplied by a power of ten; dividing by one is exact where multiplying by a fraction is not. */
function scaled(value: number | null, exponent: number | null): number | null {
  if (value === null || exponent === null) return null;
  return exponent >= 0 ? value * 10 ** exponent : value / 10 ** -exponent;
}

/** From 万元 ÷ 万人 to 元/人 it is 0. Null where the quotient is not what the unit measures. */
function quotientExponent([over = '', under = '']: readonly string[], unit: string): number | null {
  const [of, by, result] = [parseUnit(over), parseUnit(under), parseUnit(unit)];
  if (!of || !by || !result) return null;
  const dimension = of.dimension === by.dimension ? 'none' : `${of.dimension}/${by.dimension}`;
  return dimension === result.dimension ? of.exponent - by.exponent - result.exponent : null;
}

/** A share is in per cent, whatever the power of ten of its two parts. */
function shareExponent([over = '', under = '']: readonly string[]): number | null {
  const exponent = conversionExponent(over, under);
  return exponent === null ? null : exponent + 2;
}

function finite(value: number | null): number | null {
  return value !== null && Number.isFinite(value) ? value : null;
}
