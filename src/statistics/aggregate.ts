import type { Figure } from '../domain/figure.ts';
import { yearOf } from '../domain/period.ts';
import { withoutNoise } from '../kernels/decimal.ts';
import { median } from '../kernels/quantile.ts';
import type { Calculation } from './calculation.ts';
import { combined } from './combine.ts';
import type { Leaf, Operand, Summary } from './evaluate.ts';
import { type Nesting, overlapping } from './overlap.ts';
import { qualityOf, type Reported } from './reported.ts';
import { comparableFor, isDivided, isUnknown, type Unit } from './unit.ts';
import { figureOfUnit } from './unit-figure.ts';

/**
 * Returns the figure of several places taken together, from the figures of each; null where none of
 * them has one. Only places that have all it rests on are in it, in every period it rests on, and
 * `coverage` says how many those are; places it does not apply to are not expected. A total of fewer
 * than are expected is withheld, the sum of those that are there beside it. Places that lie on one
 * another's land are added only where the outer one's figures leave the inner one out.
 */
export function figureOfSeveral(
  units: readonly Unit[],
  ask: Operand,
  calculation: Calculation,
  nested: readonly Nesting[] = [],
): Figure | null {
  if (calculation.summary(ask.indicator) === 'median') return medianFigure(units, ask, calculation);
  const leaves = calculation.leaves(ask, 'several');
  const cases = units.map((unit) => ({ unit, state: stateOf(unit, leaves, calculation) }));
  const complete = cases.filter((one) => one.state === 'complete').map((one) => one.unit);
  if (complete.length === 0) return null;
  const expected = cases.filter((one) => one.state !== 'not-applicable').length;
  const coverage = { present: complete.length, expected };
  if (overlapping(complete, leaves, nested, calculation)) {
    return { value: null, withheld: 'overlap', coverage };
  }
  const value = combined(ask, complete, calculation);
  if (typeof value === 'string') return { value: null, withheld: value, coverage };
  return {
    ...totalOrPart(withoutNoise(value), coverage, calculation.summary(ask.indicator)),
    ...qualityOf(cellsOf(complete, leaves.filter(isNoWeight), calculation)),
    ...estimatedWhereDivided(complete, leaves),
    ...comparableOf(complete, leaves),
  };
}

/** Returns a value with its coverage: a sum of fewer than are expected is no total. */
export function totalOrPart(
  value: number,
  coverage: { readonly present: number; readonly expected: number },
  summary: Summary,
): Figure {
  if (summary !== 'total' || coverage.present === coverage.expected) {
    return { value, coverage, summary };
  }
  return { value: null, withheld: 'partial', partialSum: value, coverage, summary };
}

function medianFigure(
  units: readonly Unit[],
  ask: Operand,
  calculation: Calculation,
): Figure | null {
  const figures = units.map((unit) => ({ unit, figure: figureOfUnit(unit, ask, calculation) }));
  const present = figures.filter(({ figure }) => typeof figure?.value === 'number');
  const middle = median(present.map(({ figure }) => figure?.value ?? 0));
  if (middle === null) return null;
  const expected = figures.filter(({ figure }) => figure?.absence !== 'not-applicable').length;
  const inIt = present.map(({ unit }) => unit);
  return {
    value: withoutNoise(middle),
    coverage: { present: present.length, expected },
    summary: 'median',
    ...qualityOf(cellsOf(inIt, calculation.leaves(ask, 'place'), calculation)),
  };
}

function isNoWeight(leaf: Leaf): boolean {
  return !leaf.weight;
}

type State = 'complete' | 'incomplete' | 'not-applicable';

/** On the reported basis a place whose territory changed in between is not one case. */
function stateOf(unit: Unit, leaves: readonly Leaf[], calculation: Calculation): State {
  let complete =
    !isUnknown(unit, leaves) &&
    (unit.comparable !== null || !calculation.changed(leaves).has(unit.territory));
  for (const leaf of leaves) {
    const parts = unit.partsIn(yearOf(leaf.period));
    if (parts.length === 0) complete = false;
    for (const part of parts) {
      const cell = calculation.reported(part.territory, leaf.indicator, leaf.period);
      if (cell?.absence === 'not-applicable' && !leaf.weight) return 'not-applicable';
      if (cell?.value === undefined || cell.value === null) complete = false;
    }
  }
  return complete ? 'complete' : 'incomplete';
}

function* cellsOf(
  units: readonly Unit[],
  leaves: readonly Operand[],
  { reported }: Calculation,
): Generator<Reported | undefined> {
  for (const leaf of leaves)
    for (const unit of units)
      for (const part of unit.partsIn(yearOf(leaf.period)))
        yield reported(part.territory, leaf.indicator, leaf.period);
}

function estimatedWhereDivided(
  units: readonly Unit[],
  leaves: readonly Operand[],
): Pick<Figure, 'status'> {
  const divided = units.some((unit) => unit.comparable !== null && isDivided(unit, leaves));
  return divided ? { status: 'estimated' } : {};
}

/** The places that are not as reported; shares differ from one to the next and are not listed. */
function comparableOf(
  units: readonly Unit[],
  leaves: readonly Operand[],
): Pick<Figure, 'comparable'> {
  const changed = units.flatMap((unit) =>
    unit.comparable === null ? [] : (comparableFor(unit, leaves) ?? []),
  );
  const [first] = changed;
  if (!first) return {};
  const territories = [...new Set(changed.flatMap((one) => one.territories))];
  const certain = changed.every((one) => one.certain);
  return { comparable: { basis: first.basis, territories, certain } };
}
