import type { Finding } from '../domain/finding.ts';
import { type PeriodNumber, periodsBetween } from '../domain/period-number.ts';
import { median } from '../kernels/quantile.ts';
import { writtenStep } from '../kernels/written-step.ts';
import { type MeasureScale, measureScaleOf } from '../statistics/doubts/measure-scale.ts';
import { deviationOf } from '../statistics/doubts/usual-growth.ts';
import type { Entry, PastFigure } from './entry.ts';
import { entryFinding } from './entry-finding.ts';
import { entryThresholds } from './entry-thresholds.ts';
import { grouped, percentWords, pointWords, type Words, wordParams } from './figure-words.ts';
import { baseWords, placeOfLine } from './past-words.ts';
import { unitSlip } from './unit-slip.ts';

/**
 * Returns what a typed figure has to answer for against its own past, the gravest alone: a slip of
 * the unit, a zero where there was something, a jump, the same figure again, a move out of line.
 * Null where nothing is odd or nothing is known.
 */
export function againstPast(entry: Entry, period: PeriodNumber): Finding | null {
  const { field, decimal, past } = entry;
  const last = past.at(-1);
  // A level is asked no sooner than what is of a period: what may stand still is told by its unit.
  const scale = measureScaleOf({ unit: field.unit, timing: 'level' });
  if (decimal === null || !last || !scale) return null;
  const compared: Compared = { entry, now: Number(decimal), last, scale, period };
  return (
    unitSlip(entry, period) ??
    strayZero(compared) ??
    jump(compared) ??
    unchanged(compared) ??
    outOfLine(compared)
  );
}

interface Compared {
  readonly entry: Entry;
  readonly now: number;
  readonly last: PastFigure;
  readonly scale: MeasureScale;
  readonly period: PeriodNumber;
}

/** The finding on a figure, with the words for what it is compared with. */
function asked(
  code: 'entry-zero' | 'entry-jump' | 'entry-unchanged' | 'entry-out-of-line',
  { entry, last, period }: Compared,
  params: Readonly<Record<string, string>> = {},
): Finding {
  return entryFinding(code, placeOfLine(entry.field), {
    indicator: entry.field.indicator,
    ...wordParams('base', baseWords(last.period, period)),
    before: grouped(last.decimal),
    ...params,
  });
}

function strayZero(compared: Compared): Finding | null {
  const { now, last } = compared;
  const steps = Math.abs(last.value) / (writtenStep(last.value) || 1);
  return now === 0 && steps >= entryThresholds.zero.steps ? asked('entry-zero', compared) : null;
}

function jump(compared: Compared): Finding | null {
  const { entry, now, last, scale } = compared;
  const { share, points, small } = entryThresholds.jump;
  const change = wordsOfChange(compared);
  if (scale.kind === 'points') {
    const isJump = Math.abs(now - last.value) >= points * scale.point;
    return isJump ? asked('entry-jump', compared, wordParams('change', change)) : null;
  }
  const least = small * 10 ** -entry.field.digits;
  if (now === 0 || last.value === 0) return null;
  if (Math.max(Math.abs(now), Math.abs(last.value)) < least) return null;
  const isJump = Math.abs(now / last.value - 1) >= share;
  return isJump ? asked('entry-jump', compared, wordParams('change', change)) : null;
}

/** Roads and villages may stand still, and small figures do by chance. */
function unchanged(compared: Compared): Finding | null {
  const { entry, now, last, scale, period } = compared;
  const { usualSteps, assumedMove, stillShare } = entryThresholds.unchanged;
  if (!scale.restless || now === 0 || now !== last.value) return null;
  if (periodsBetween(last.period, period) !== 1) return null;
  const moves = entry.past
    .slice(1)
    .map((one, at) => Math.abs(one.value - (entry.past[at]?.value ?? 0)));
  const still = moves.filter((move) => move === 0).length;
  if (still > 1 && still > stillShare * moves.length) return null;
  const moving = moves.filter((move) => move > 0);
  const usual = moving.length < 2 ? assumedMove * Math.abs(now) : (median(moving) ?? 0);
  const step = Math.min(...entry.past.map(({ value }) => writtenStep(value)).filter(Boolean));
  return usual >= usualSteps * step ? asked('entry-unchanged', compared) : null;
}

/** The move since the last figure against the usual one: median and robust deviation of all moves. */
function outOfLine(compared: Compared): Finding | null {
  const { entry, now, last, scale, period } = compared;
  const limits = entryThresholds.outOfLine;
  const isRatio = scale.kind === 'ratio';
  if (entry.past.length < limits.earlier) return null;
  if (isRatio && [now, ...entry.past.map(({ value }) => value)].some((value) => value <= 0))
    return null;
  const at = (value: number) => (isRatio ? Math.log(value) : value);
  const years = (from: PeriodNumber, to: PeriodNumber) => periodsBetween(from, to) || 1;
  const moves = entry.past.slice(1).map((one, index) => {
    const before = entry.past[index] ?? one;
    return (at(one.value) - at(before.value)) / years(before.period, one.period);
  });
  const usual = median(moves) ?? 0;
  const span = years(last.period, period);
  const excess = Math.abs(at(now) - at(last.value) - usual * span);
  const least = isRatio ? limits.leastDeviation : limits.leastPoints * scale.point;
  const explained = limits.deviations * Math.max(deviationOf(moves), least);
  const floor = isRatio ? limits.excess : limits.points * scale.point;
  if (excess < Math.max(explained, floor) * Math.sqrt(span)) return null;
  const usualWords = isRatio ? percentWords(Math.exp(usual)) : pointWords(usual, scale.point);
  return asked('entry-out-of-line', compared, {
    ...wordParams('change', wordsOfChange(compared)),
    ...wordParams('usual', usualWords),
  });
}

function wordsOfChange({ now, last, scale }: Compared): Words {
  return scale.kind === 'points'
    ? pointWords(now - last.value, scale.point)
    : percentWords(last.value === 0 ? 1 : now / last.value);
}
