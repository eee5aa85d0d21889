import { yearOf } from '../domain/period.ts';
import type { Calculation } from './calculation.ts';
import type { Operand } from './evaluate.ts';
import { holdsIn, type Places } from './places.ts';
import type { Unit } from './unit.ts';

/** A place that lies on another's land, or within another that adds it up anyway. */
export interface Nesting {
  readonly inner: string;
  readonly outer: string;
  /** Only on its land: the outer one's figures may leave it out. */
  readonly land: boolean;
  readonly holdsIn: (year: number) => boolean;
}

/** Returns which of some places lie within others of them. */
export function nestingsAmong(members: ReadonlySet<string>, places: Places): readonly Nesting[] {
  const land = places.register.relations
    .filter((item) => item.hierarchy === 'land')
    .filter((item) => members.has(item.territory) && members.has(item.within))
    .map((item) => ({
      inner: item.territory,
      outer: item.within,
      land: true,
      holdsIn: (year: number) => holdsIn(item, year),
    }));
  const within = [...members].flatMap((inner) =>
    places
      .ancestors(inner)
      .filter((outer) => members.has(outer))
      .map((outer) => ({ inner, outer, land: false, holdsIn: () => true })),
  );
  return [...land, ...within];
}

/**
 * Returns whether places that are added hold one another: both are in, and the figures of the outer
 * one do not say that they leave the inner one out.
 */
export function overlapping(
  units: readonly Unit[],
  leaves: readonly Operand[],
  nested: readonly Nesting[],
  { reported }: Calculation,
): boolean {
  if (nested.length === 0) return false;
  return leaves.some((leaf) => {
    const year = yearOf(leaf.period);
    const inside = new Set(
      units.flatMap((unit) => unit.partsIn(year).map((part) => part.territory)),
    );
    return nested.some(
      ({ inner, outer, land, holdsIn: holds }) =>
        inside.has(inner) &&
        inside.has(outer) &&
        holds(year) &&
        !(land && reported(outer, leaf.indicator, leaf.period)?.enclosed === 'excluded'),
    );
  });
}
