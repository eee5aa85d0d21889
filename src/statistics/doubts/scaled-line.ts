import { periodNumber, yearOf } from '../../domain/period-number.ts';
import { writtenStep } from '../../kernels/written-step.ts';
import { type MeasureScale, measureScaleOf } from './measure-scale.ts';
import type { SeriesAndIndicator, SeriesPoint } from './place-series.ts';
import { thresholds } from './thresholds.ts';
import { yearLines } from './year-lines.ts';

/** Distances beyond which a figure is in doubt, on the scale of a line. */
export interface LineLimits {
  readonly spike: number;
  readonly block: number;
  readonly step: number;
  readonly excess: number;
  readonly partStep: number;
  readonly start: number;
  readonly unknownStep: number;
  readonly leastDeviation: number;
  /** How far parts of a whole may shift against each other where they are delimited anew. */
  readonly redefinition: number;
  /** How far a place moves by having another area. */
  readonly newArea: number;
}

/** Figures a year apart each, on the scale they are compared on: logarithms, or points as they are. */
export interface ScaledLine {
  readonly kind: MeasureScale['kind'];
  readonly points: readonly SeriesPoint[];
  readonly x: readonly number[];
  /** The least and the greatest the figure may have been before it was rounded as written. */
  readonly low: readonly number[];
  readonly high: readonly number[];
  /** Years in which a new concept begins. */
  readonly breaks: readonly number[];
  /** Years from which the place has another area. */
  readonly territoryChanges: readonly number[];
  readonly isPart: boolean;
  readonly limits: LineLimits;
}

/** The limits of percentages, in the unit of each indicator; one object for all its series. */
const pointLimits = new WeakMap<MeasureScale, LineLimits>();

/**
 * Returns the lines of a series that can be compared and in which any move comes near a limit; of
 * most series, none. Zeros of amounts are left out, since no
 * factor leads to them (zeros.ts looks at them); a line of amounts below zero is not compared.
 */
export function scaledLines(given: SeriesAndIndicator): readonly ScaledLine[] {
  const scale = measureScaleOf(given.indicator);
  if (!scale) return [];
  const limits = limitsOf(scale);
  const found: ScaledLine[] = [];
  for (const points of yearLines(given.series.points)) {
    if (isCalm(points, scale.kind, limits)) continue;
    const kept = scale.kind === 'ratio' ? points.filter(({ value }) => value !== 0) : points;
    if (scale.kind === 'ratio' && kept.some(({ value }) => value < 0)) continue;
    found.push(scaled(kept, { kind: scale.kind, limits, ...basisOf(given) }));
  }
  return found;
}

/** Whether every figure stands so near the one before that no rule could ask about it. */
function isCalm(
  points: readonly SeriesPoint[],
  kind: MeasureScale['kind'],
  limits: LineLimits,
): boolean {
  const least = Math.min(limits.spike, limits.step);
  const factor = Math.exp(least);
  for (let at = 1; at < points.length; at++) {
    const before = points[at - 1]?.value ?? 0;
    const value = points[at]?.value ?? 0;
    const near =
      kind === 'points'
        ? Math.abs(value - before) < least
        : value > 0 && value < before * factor && value * factor > before;
    if (!near) return false;
  }
  return true;
}

/** Returns a line without some of its points. */
export function lineWithout(line: ScaledLine, from: number, count: number): ScaledLine {
  const rest = <T>(values: readonly T[]) => values.toSpliced(from, count);
  return {
    ...line,
    points: rest(line.points),
    x: rest(line.x),
    low: rest(line.low),
    high: rest(line.high),
  };
}

/** Returns the years between two points of a line. */
export function yearsBetween(line: ScaledLine, from: number, to: number): number {
  return yearOf(line.points[to]?.period ?? 0) - yearOf(line.points[from]?.period ?? 0);
}

/** Returns how far a line moves between two points at least, whatever was rounded away. */
export function leastMove(line: ScaledLine, from: number, to: number): number {
  const rise = (line.low[to] ?? 0) - (line.high[from] ?? 0);
  const fall = (line.high[to] ?? 0) - (line.low[from] ?? 0);
  return rise > 0 ? rise : fall < 0 ? fall : 0;
}

function scaled(
  points: readonly SeriesPoint[],
  rest: Pick<ScaledLine, 'kind' | 'breaks' | 'territoryChanges' | 'isPart' | 'limits'>,
): ScaledLine {
  const values = points.map(({ value }) => value);
  if (rest.kind === 'points') return { ...rest, points, x: values, low: values, high: values };
  const x = values.map(Math.log);
  const rounded = values.map(rounding);
  if (rounded.every((half) => half === 0)) return { ...rest, points, x, low: x, high: x };
  return {
    ...{ ...rest, points, x },
    low: values.map((value, at) => Math.log(value - (rounded[at] ?? 0))),
    high: values.map((value, at) => Math.log(value + (rounded[at] ?? 0))),
  };
}

/** Half the last step of a figure of one significant digit: 2 万人 may be 1.5 or 2.5. */
function rounding(value: number): number {
  const step = writtenStep(value);
  return value < step * 9.5 ? step / 2 : 0;
}

function basisOf({
  indicator,
  territoryChanges,
}: SeriesAndIndicator): Pick<ScaledLine, 'breaks' | 'territoryChanges' | 'isPart'> {
  return {
    breaks: indicator.breaks.map(({ period }) => yearOf(periodNumber(period) ?? 0)),
    territoryChanges: territoryChanges.map(yearOf),
    isPart: indicator.partOf !== undefined,
  };
}

function limitsOf(scale: MeasureScale): LineLimits {
  if (scale.kind === 'ratio') return thresholds.outOfLine;
  const found = pointLimits.get(scale);
  if (found) return found;
  const { points } = thresholds;
  const limits = {
    spike: points.spike * scale.point,
    block: points.block * scale.point,
    step: points.step * scale.point,
    excess: points.excess * scale.point,
    partStep: points.partStep * scale.point,
    start: points.start * scale.point,
    unknownStep: points.unknownStep * scale.point,
    leastDeviation: points.leastDeviation * scale.point,
    redefinition: points.redefinition * scale.point,
    newArea: points.newArea * scale.point,
  };
  pointLimits.set(scale, limits);
  return limits;
}
