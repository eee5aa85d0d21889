import { yearOf } from '../../domain/period.ts';
import { leastMove, type ScaledLine, yearsBetween } from './scaled-line.ts';
import { thresholds } from './thresholds.ts';
import { usualGrowth } from './usual-growth.ts';

/** A move between two figures that follow each other, too large for the line. */
export interface Step {
  /** The later point. */
  readonly at: number;
  /** Where the usual growth would have led, on the scale of the line. */
  readonly expected: number;
  /** Whether the earlier point is the odd one: it stands first, before a line that agrees with itself. */
  readonly first: boolean;
}

/** Returns the steps of a line that are too large for it. */
export function largeSteps(line: ScaledLine): readonly Step[] {
  const found: Step[] = [];
  for (let at = 1; at < line.x.length; at++) {
    const years = Math.max(1, yearsBetween(line, at - 1, at));
    const move = leastMove(line, at - 1, at);
    const first = at === 1 && line.x.length >= 4;
    if (Math.abs(move) < floorOf(line, at, first) * Math.sqrt(years)) continue;
    const growth = growthExceeded(line, at, { move, years });
    if (growth === null) continue;
    const expected = (line.x[at - 1] ?? 0) + growth * years;
    found.push({ at, expected, first });
  }
  return found;
}

/**
 * A declared break explains a new basis, not a rise beyond the floor; the parts of a whole are then
 * delimited anew as well. A new area explains all but a slip of the unit.
 */
function floorOf(line: ScaledLine, at: number, first: boolean): number {
  const { step, partStep, redefinition, start, newArea } = line.limits;
  if (crossesAny(line, at, line.territoryChanges)) return newArea;
  const isNewBasis = crossesAny(line, at, line.breaks);
  const floor = !line.isPart ? step : isNewBasis ? step + redefinition : partStep;
  return first ? Math.max(floor, start) : floor;
}

/** The usual growth, if the move lies beyond what it and its deviations explain; null if not. */
function growthExceeded(
  line: ScaledLine,
  at: number,
  { move, years }: { readonly move: number; readonly years: number },
): number | null {
  const usual = usualGrowth(line, at - 1, at);
  const spread = Math.sqrt(years);
  if (!usual) return Math.abs(move) >= line.limits.unknownStep * spread ? 0 : null;
  const excess = Math.abs(move - usual.growth * years);
  const explained = Math.max(line.limits.excess, thresholds.outOfLine.deviations * usual.deviation);
  return excess >= explained * spread ? usual.growth : null;
}

function crossesAny(line: ScaledLine, at: number, years: readonly number[]): boolean {
  const before = yearOf(line.points[at - 1]?.period ?? 0);
  const after = yearOf(line.points[at]?.period ?? 0);
  return years.some((year) => before < year && year <= after);
}
