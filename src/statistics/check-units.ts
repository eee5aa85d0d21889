import { type Finding, finding, type PlaceOf } from '../domain/finding.ts';
import type { Formula, Indicator } from '../domain/indicator.ts';
import { parseUnit, quotient, type UnitOfMeasure } from '../domain/unit-of-measure.ts';

type Find = (id: string) => Indicator | undefined;

/**
 * Returns what is wrong with the units of an indicator: one that is not known, one it is shown in
 * that measures something else, one that its formula or its aggregation does not give.
 */
export function checkUnits(
  indicator: Indicator,
  index: number,
  { find, placeOf }: { readonly find: Find; readonly placeOf: PlaceOf },
): Finding[] {
  const { id, unit, shownIn } = indicator;
  const own = parseUnit(unit);
  const at = (field: string) => placeOf(['indicators', index, field]);
  if (!own) return [finding('unit-unknown', at('unit'), { id, unit })];
  const mismatch = (field: string, reason: Reason | null) =>
    reason ? [finding('unit-mismatch', at(field), { id, unit, field, ...reason })] : [];
  return [
    ...mismatch('shownIn', shownIn === undefined ? null : differs(own, parseUnit(shownIn))),
    ...mismatch('derived', indicator.derived ? formulaReason(indicator.derived, own, find) : null),
    ...mismatch('aggregation', ratioReason(indicator, own, find)),
    ...mismatch('partOf', wholeReason(indicator, own, find)),
  ];
}

interface Reason {
  readonly reason: string;
  readonly reasonEn: string;
}

/** Operands that are not there are another finding. */
function formulaReason(formula: Formula, own: UnitOfMeasure, find: Find): Reason | null {
  const unitOf = (id: string) => parseUnit(find(id)?.unit ?? '?');
  if (formula.op === 'sum')
    return firstOf(formula.of.map((id) => unitOf(id) && differs(own, unitOf(id))));
  if (formula.op === 'difference')
    return firstOf([formula.of, formula.less].map((id) => unitOf(id) && differs(own, unitOf(id))));
  if (formula.op === 'growth' || formula.op === 'compound-growth' || formula.op === 'index')
    return isPercent(own) ? null : percentWanted;
  if (formula.op === 'change')
    return isPercent(unitOf(formula.of) ?? own) ? null : differs(own, unitOf(formula.of));
  const [of, by] = [unitOf(formula.of), unitOf(formula.by)];
  if (!of || !by) return null;
  if (formula.op === 'share')
    return firstOf([isPercent(own) ? null : percentWanted, differs(of, by)]);
  if (formula.op === 'per-capita' && by.dimension !== 'person') return personsWanted;
  return differs(own, quotient(of, by));
}

function ratioReason({ aggregation }: Indicator, own: UnitOfMeasure, find: Find): Reason | null {
  if (aggregation?.kind !== 'ratio') return null;
  const of = parseUnit(find(aggregation.numerator)?.unit ?? '?');
  const by = parseUnit(find(aggregation.denominator)?.unit ?? '?');
  return of && by ? differs(own, quotient(of, by)) : null;
}

function wholeReason({ partOf }: Indicator, own: UnitOfMeasure, find: Find): Reason | null {
  const whole = partOf === undefined ? undefined : find(partOf);
  return whole ? differs(own, parseUnit(whole.unit)) : null;
}

const percentWanted = { reason: '应为 %', reasonEn: 'it should be %' };
const personsWanted = { reason: '人均的分母应以人计', reasonEn: 'the divisor counts no persons' };

function differs(own: UnitOfMeasure, other: UnitOfMeasure | null): Reason | null {
  if (!other || own.dimension === other.dimension) return null;
  const words = `${own.dimension} ≠ ${other.dimension}`;
  return { reason: words, reasonEn: words };
}

function isPercent({ dimension, exponent }: UnitOfMeasure): boolean {
  return dimension === 'none' && exponent === -2;
}

function firstOf(reasons: readonly (Reason | null)[]): Reason | null {
  return reasons.find((reason) => reason !== null) ?? null;
}
