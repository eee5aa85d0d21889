import type { FieldView } from '../api/collection.ts';
import { decimalText } from '../domain/decimal.ts';
import { roundedText } from '../domain/rounding.ts';
import { withoutNoise } from '../kernels/decimal.ts';

/** Words of a message in both languages: the values of `name` and `nameEn` among its params. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}

/** Returns words as the params that a message takes them from. */
export function wordParams(name: string, { zh, en }: Words): Record<string, string> {
  return { [name]: zh, [`${name}En`]: en };
}

/** Returns decimal text with its thousands apart: 898,898.5. */
export function grouped(decimal: string): string {
  const [digits = '', fraction] = decimal.split('.');
  const apart = digits.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return fraction === undefined ? apart : `${apart}.${fraction}`;
}

/** Returns a number of a calculation as people read it. */
export function shownNumber(value: number): string {
  return grouped(decimalText(withoutNoise(value)));
}

/** Returns a change in per cent: 增长 62.5%, up 62.5%. */
export function percentWords(factor: number): Words {
  const percent = roundedText(Math.abs(factor - 1) * 100, 1);
  return factor >= 1
    ? { zh: `增长 ${grouped(percent)}%`, en: `up ${grouped(percent)}%` }
    : { zh: `下降 ${percent}%`, en: `down ${percent}%` };
}

/** Returns a change in percentage points; `point` is one of them in the unit of the figures. */
export function pointWords(difference: number, point: number): Words {
  const points = roundedText(Math.abs(difference / point), 1);
  return difference >= 0
    ? { zh: `提高 ${points} 个百分点`, en: `up ${points} points` }
    : { zh: `降低 ${points} 个百分点`, en: `down ${points} points` };
}

/** Returns what lies between two bounds, in words. */
export function rangeWords({ min, max }: Pick<FieldView, 'min' | 'max'>): Words {
  const [low, high] = [min, max].map((bound) => (bound === null ? '' : shownNumber(bound)));
  if (min === null) return { zh: `不大于 ${high}`, en: `at most ${high}` };
  if (max === null) return { zh: `不小于 ${low}`, en: `at least ${low}` };
  return { zh: `在 ${low} 至 ${high} 之间`, en: `${low} to ${high}` };
}
