import type { Doubt } from '../../domain/observation.ts';
import { periodText } from '../../domain/period.ts';
import { magnitudeDoubt } from './magnitude.ts';
import {
  noDoubt,
  type RaisedDoubt,
  type SeriesAndIndicator,
  type SeriesPoint,
} from './place-series.ts';
import { type ScaledLine, scaledLines } from './scaled-line.ts';
import { takeSpikes } from './spikes.ts';
import { largeSteps } from './steps.ts';

/** A figure out of line, on the scale of the line, and the neighbour it was measured against. */
export interface Departure {
  readonly shape: 'spike' | 'step' | 'start';
  readonly kind: ScaledLine['kind'];
  readonly point: SeriesPoint;
  readonly x: number;
  readonly expected: number;
  /** For a step the figure before, for a start the one after. */
  readonly against?: SeriesPoint;
}

/**
 * Returns figures that do not fit the series they stand in: those that leave its line and come
 * back, and those a too large step leads to. One about a power of ten away is a doubt of magnitude.
 */
export function figuresOutOfLine(given: SeriesAndIndicator): readonly RaisedDoubt[] {
  let found: RaisedDoubt[] | null = null;
  for (const line of scaledLines(given)) {
    for (const departure of departuresOf(line)) {
      found ??= [];
      found.push({ period: departure.point.period, doubt: doubtOf(departure, given) });
    }
  }
  return found ?? noDoubt;
}

function departuresOf(line: ScaledLine): readonly Departure[] {
  const { off, rest } = takeSpikes(line);
  const spikes = off.map((item) => ({ shape: 'spike' as const, kind: line.kind, ...item }));
  const steps = largeSteps(rest).map(({ at, expected, first }): Departure => {
    const later = rest.points[at] as SeriesPoint;
    const earlier = rest.points[at - 1] as SeriesPoint;
    const x = rest.x[at] ?? 0;
    if (!first)
      return { shape: 'step', kind: line.kind, point: later, x, expected, against: earlier };
    const start = rest.x[at - 1] ?? 0;
    return {
      ...{ shape: 'start', kind: line.kind, point: earlier, x: start, against: later },
      expected: start + x - expected,
    };
  });
  return [...spikes, ...steps];
}

function doubtOf(departure: Departure, { indicator }: SeriesAndIndicator): Doubt {
  const { shape, kind, point, x, expected, against } = departure;
  const line = kind === 'ratio' ? Math.exp(expected) : expected;
  const params = {
    shape,
    value: point.value,
    unit: indicator.unit,
    expected: shortened(line),
    ...(against ? { against: against.value, since: periodText(against.period) } : {}),
  };
  if (kind === 'points')
    return { code: 'out-of-line', params: { ...params, points: shortened(x - expected) } };
  const doubt = magnitudeDoubt((x - expected) / Math.LN10, params);
  if (doubt) return doubt;
  const base = against ? against.value : line;
  return {
    code: 'out-of-line',
    params: { ...params, percent: shortened((point.value / base) * 100) },
  };
}

/** Four significant digits are enough to say how far off a figure is. */
function shortened(value: number): number {
  return Number(value.toPrecision(4));
}
