import type { Figure } from '../domain/figure.ts';
import { yearOf } from '../domain/period.ts';
import { withoutNoise } from '../kernels/decimal.ts';
import type { Calculation } from './calculation.ts';
import { combined } from './combine.ts';
import { evaluate, type Operand } from './evaluate.ts';
import { figureOfReported, qualityOf, type Reported } from './reported.ts';
import { comparableFor, isDivided, isOnePlace, isUnknown, type Unit } from './unit.ts';

/**
 * Returns the figure of one place: as reported, or by the formula from the place's own figures.
 * Null where nobody reported anything it rests on. Growth over a change of territory is withheld as
 * not comparable; on a comparable basis the parts are put together first.
 */
export function figureOfUnit(unit: Unit, ask: Operand, calculation: Calculation): Figure | null {
  const leaves = calculation.leaves(ask, 'place');
  if (!isOnePlace(unit, leaves)) return figureOfParts(unit, ask, calculation);
  const figure = figureOfPlace(unit, ask, calculation);
  const comparable = comparableFor(unit, leaves);
  return figure && comparable ? { ...figure, comparable } : figure;
}

function figureOfPlace(unit: Unit, ask: Operand, calculation: Calculation): Figure | null {
  const leaves = calculation.leaves(ask, 'place');
  const at = (leaf: Operand) => {
    const place = unit.partsIn(yearOf(leaf.period))[0]?.territory ?? unit.territory;
    return calculation.reported(place, leaf.indicator, leaf.period);
  };
  const [only] = leaves;
  if (only && only.indicator === ask.indicator) {
    const reported = at(only);
    return reported ? figureOfReported(reported) : null;
  }
  const cells = leaves.map(at);
  if (cells.every((cell) => cell === undefined)) return null;
  if (cells.some((cell) => cell?.absence === 'not-applicable')) {
    return { value: null, absence: 'not-applicable' };
  }
  const changed = unit.comparable === null && calculation.changed(leaves).has(unit.territory);
  if (changed) return { value: null, withheld: 'not-comparable' };
  const value = evaluate(ask, calculation.indicators, (indicator, period) => {
    return at({ indicator: indicator.id, period })?.value ?? null;
  });
  if (value === null) return { value: null, withheld: 'not-computable' };
  return { value: withoutNoise(value), ...ownQuality(cells) };
}

/** Of one place: the doubts themselves, and whether it takes in enclosed units where all agree. */
function ownQuality(cells: readonly (Reported | undefined)[]): Partial<Figure> {
  const { status } = qualityOf(cells);
  const doubts = cells.flatMap((cell) => cell?.doubts ?? []);
  const enclosed = new Set(cells.map((cell) => cell?.enclosed));
  const [same] = enclosed;
  return {
    ...(status && { status }),
    ...(doubts.length > 0 && { doubts }),
    ...(same && enclosed.size === 1 && { enclosed: same }),
  };
}

/** Several places, or shares of them, as one. A part without a figure withholds the whole. */
function figureOfParts(unit: Unit, ask: Operand, calculation: Calculation): Figure | null {
  const leaves = calculation.leaves(ask, 'several');
  const cells = leaves.map((leaf) =>
    unit
      .partsIn(yearOf(leaf.period))
      .map((part) => calculation.reported(part.territory, leaf.indicator, leaf.period)),
  );
  const all = cells.flat();
  if (all.every((cell) => cell === undefined)) return null;
  const comparable = comparableFor(unit, leaves);
  const done = comparable ? { comparable } : {};
  if (isUnknown(unit, leaves)) return { value: null, withheld: 'not-comparable', ...done };
  const missing = all.some((cell) => cell === undefined || cell.value === null);
  if (missing) return { value: null, withheld: 'partial', ...done };
  const result = combined(ask, [unit], calculation);
  if (typeof result === 'string') return { value: null, withheld: result, ...done };
  const { status } = qualityOf(all);
  return {
    value: withoutNoise(result),
    ...(isDivided(unit, leaves) ? { status: 'estimated' } : status && { status }),
    ...done,
  };
}
