import type { Figure } from '../domain/figure.ts';
import type { Absence, Doubt, Enclosed, ObservationStatus } from '../domain/observation.ts';
import type { PeriodNumber } from '../domain/period.ts';

/** A reported figure, or the reason there is none. */
export interface Reported {
  readonly value: number | null;
  readonly absence: Absence | null;
  readonly status: ObservationStatus;
  readonly enclosed: Enclosed;
  readonly doubts: readonly Doubt[];
}

/** What was reported of a place; undefined where nobody did. */
export type ReportedAt = (
  territory: string,
  indicator: string,
  period: PeriodNumber,
) => Reported | undefined;

/** Returns a reported figure as it is shown. */
export function figureOfReported(reported: Reported): Figure {
  return {
    value: reported.value,
    ...(reported.absence !== null && { absence: reported.absence }),
    ...(reported.status !== 'final' && { status: reported.status }),
    ...(reported.doubts.length > 0 && { doubts: [...reported.doubts] }),
    enclosed: reported.enclosed,
  };
}

/**
 * Returns what a computed figure takes over from those it rests on: estimated if any is, provisional
 * if any is, and how many are in doubt.
 */
export function qualityOf(
  cells: Iterable<Reported | undefined>,
): Pick<Figure, 'status' | 'doubtful'> {
  let [estimated, provisional, doubtful] = [false, false, 0];
  for (const cell of cells) {
    if (!cell) continue;
    estimated ||= cell.status === 'estimated';
    provisional ||= cell.status === 'provisional';
    if (cell.doubts.length > 0) doubtful += 1;
  }
  return quality({ estimated, provisional, doubtful });
}

/** Returns status and doubts of a figure from what is known of those behind it. */
export function quality(behind: {
  readonly estimated: boolean;
  readonly provisional: boolean;
  readonly doubtful: number;
}): Pick<Figure, 'status' | 'doubtful'> {
  const status = behind.estimated ? 'estimated' : behind.provisional ? 'provisional' : null;
  return {
    ...(status && { status }),
    ...(behind.doubtful > 0 && { doubtful: behind.doubtful }),
  };
}
