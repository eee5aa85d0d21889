import type { Figure } from '../domain/figure.ts';

/** A place, and how much of its figures counts. */
export interface Part {
  readonly territory: string;
  readonly share: number;
}

/**
 * What counts as one place in a figure: itself as reported, or on a comparable basis the places, or
 * shares of them, that make it up in each year.
 */
export interface Unit {
  readonly territory: string;
  readonly partsIn: (year: number) => readonly Part[];
  /** On a comparable basis, what was done. */
  readonly comparable: NonNullable<Figure['comparable']> | null;
  /** What it is made of in other years is not known. */
  readonly unknown: boolean;
}

/** Returns a place as reported. */
export function reportedUnit(territory: string): Unit {
  const parts = [{ territory, share: 1 }];
  return { territory, partsIn: () => parts, comparable: null, unknown: false };
}
