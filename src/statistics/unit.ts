import type { Figure } from '../domain/figure.ts';
import { yearOf } from '../domain/period.ts';
import type { Operand } from './evaluate.ts';

/** A place, and how much of its figures counts. */
export interface Part {
  readonly territory: string;
  readonly share: number;
}

/** What was done for a comparable basis, as it is shown with the figure. */
export type Comparable = NonNullable<Figure['comparable']>;

/**
 * What counts as one place in a figure: itself as reported, or on a comparable basis the places, or
 * shares of them, that make it up in each year.
 */
export interface Unit {
  readonly territory: string;
  readonly partsIn: (year: number) => readonly Part[];
  /** On a comparable basis, what was done. */
  readonly comparable: Comparable | null;
  /** Whether it is not known what it was made of in a year. */
  readonly unknownIn: (year: number) => boolean;
}

/** Returns a place as reported. */
export function reportedUnit(territory: string): Unit {
  const parts = [{ territory, share: 1 }];
  return { territory, partsIn: () => parts, comparable: null, unknownIn: () => false };
}

/** Returns whether a unit is, for these figures, one whole place. */
export function isOnePlace(unit: Unit, leaves: readonly Operand[]): boolean {
  return (
    !isUnknown(unit, leaves) &&
    leaves.every((leaf) => {
      const parts = unit.partsIn(yearOf(leaf.period));
      return parts.length === 1 && parts[0]?.share === 1;
    })
  );
}

/** Returns whether it is not known what makes up a unit in one of these years. */
export function isUnknown(unit: Unit, leaves: readonly Operand[]): boolean {
  return leaves.some((leaf) => unit.unknownIn(yearOf(leaf.period)));
}

function isItself(unit: Unit, leaves: readonly Operand[]): boolean {
  return leaves.every((leaf) => {
    const parts = unit.partsIn(yearOf(leaf.period));
    return parts.every((part) => part.territory === unit.territory && part.share === 1);
  });
}

/** Returns whether a share of a place stands for a part of it: the figure is an estimate. */
export function isDivided(unit: Unit, leaves: readonly Operand[]): boolean {
  return leaves.some((leaf) => unit.partsIn(yearOf(leaf.period)).some((part) => part.share !== 1));
}

/** Returns what was done to a unit for these figures; null where they are its own, as reported. */
export function comparableFor(unit: Unit, leaves: readonly Operand[]): Comparable | null {
  const { comparable } = unit;
  if (comparable?.basis !== 'apportioned') return comparable;
  if (isItself(unit, leaves)) return null;
  const parts = leaves.flatMap((leaf) => unit.partsIn(yearOf(leaf.period)));
  const { share, shareOf, ...rest } = comparable;
  const only = new Set(parts.map((part) => part.share).filter((one) => one !== 1));
  const [same] = only;
  return {
    ...rest,
    ...(same !== undefined && only.size === 1 && { share: same }),
    ...(shareOf !== undefined && { shareOf }),
  };
}
