import type { Indicator } from '../../domain/indicator.ts';
import type { PlaceSeries, RaisedDoubt, SeriesPoint } from './place-series.ts';
import { thresholds } from './thresholds.ts';

/** A part and the whole it belongs to, of one place and breakdown. */
export interface PartAndWhole {
  readonly part: PlaceSeries;
  readonly partIndicator: Indicator;
  readonly whole: PlaceSeries;
  readonly wholeIndicator: Indicator;
}

/**
 * Returns a doubt about every figure of a part that is larger than the whole in the same period.
 * Both figures are in one unit, or their units differ by a power of ten `scale` brings the part to
 * the whole with. Which of the two is wrong cannot be told from them; the caller says it of both.
 */
export function partsOverWhole(given: PartAndWhole, scale: number): readonly RaisedDoubt[] {
  const found: RaisedDoubt[] = [];
  let other = 0;
  const whole = given.whole.points;
  for (const point of given.part.points) {
    while ((whole[other]?.period ?? Number.POSITIVE_INFINITY) < point.period) other++;
    const against = whole[other];
    if (against?.period !== point.period) continue;
    if (exceeds(point.value * scale, against.value)) found.push(raised(given, point, against));
  }
  return found;
}

function exceeds(part: number, whole: number): boolean {
  return part > whole + thresholds.exceedsWhole.tolerance * Math.abs(whole);
}

function raised(given: PartAndWhole, part: SeriesPoint, whole: SeriesPoint): RaisedDoubt {
  const params = {
    part: given.partIndicator.id,
    partZh: given.partIndicator.name.zh,
    partEn: given.partIndicator.name.en,
    partValue: part.value,
    partUnit: given.partIndicator.unit,
    whole: given.wholeIndicator.id,
    wholeZh: given.wholeIndicator.name.zh,
    wholeEn: given.wholeIndicator.name.en,
    wholeValue: whole.value,
    wholeUnit: given.wholeIndicator.unit,
  };
  return { period: part.period, doubt: { code: 'exceeds-whole', params } };
}
