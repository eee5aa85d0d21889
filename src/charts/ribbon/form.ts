import type { Indicator } from '../../domain/indicator.ts';
import { parseUnit } from '../../domain/unit-of-measure.ts';
import type { TrackForm } from './track.ts';

/** What of an indicator decides how it is drawn. */
export type IndicatorShape = Pick<
  Indicator,
  'unit' | 'direction' | 'range' | 'aggregation' | 'derived'
>;

/**
 * Returns the form that fits an indicator with figures of so many periods. A date hangs from a plumb
 * line. From four periods on, years are stacked. A change, and the change of a total, which says
 * little of places of different size, has diverging bars. A share that ought to fill up to 100 shows
 * level and rise; any other level is a dumbbell.
 */
export function formFor(indicator: IndicatorShape, periods: number): TrackForm {
  if (isDate(indicator)) return 'plumb';
  if (periods >= 4) return 'stacked-years';
  if (isChange(indicator)) return 'diverging';
  if (isFilling(indicator)) return 'level-rise';
  return indicator.aggregation?.kind === 'sum' && periods > 1 ? 'diverging' : 'dumbbell';
}

/** Returns the forms a reader may choose for an indicator, the fitting one first. */
export function formsFor(indicator: IndicatorShape, periods: number): readonly TrackForm[] {
  const first = formFor(indicator, periods);
  if (first === 'plumb') return [first];
  if (isChange(indicator)) return first === 'diverging' ? [first] : [first, 'diverging'];
  const others: TrackForm[] = isFilling(indicator) ? ['level-rise', 'dumbbell'] : ['dumbbell'];
  if (periods > 1) others.push('diverging');
  if (periods >= 4) others.push('stacked-years');
  return [first, ...others.filter((form) => form !== first)];
}

/** Returns whether an indicator is itself a change: its figures lie around zero. */
export function isChange({ derived }: IndicatorShape): boolean {
  return derived?.op === 'growth' || derived?.op === 'compound-growth';
}

/** Returns whether an indicator is a share of a whole. */
export function isShare({ unit }: Pick<Indicator, 'unit'>): boolean {
  const known = parseUnit(unit);
  return known?.dimension === 'none' && known.exponent === -2;
}

function isDate({ unit }: IndicatorShape): boolean {
  return parseUnit(unit)?.dimension === 'date';
}

function isFilling(indicator: IndicatorShape): boolean {
  const { direction, range } = indicator;
  return isShare(indicator) && !isChange(indicator) && direction === 'up' && range.max === 100;
}
