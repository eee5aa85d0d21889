import type { FieldView } from '../api/collection.ts';
import type { FindingPlace } from '../domain/finding.ts';
import {
  frequencyOf,
  type PeriodNumber,
  periodsBetween,
  periodText,
} from '../domain/period-number.ts';
import type { Words } from './figure-words.ts';

/** Returns what an earlier period is called from a later one: 上年, 上期, or itself. */
export function baseWords(earlier: PeriodNumber, now: PeriodNumber): Words {
  const text = periodText(earlier);
  const isYear = frequencyOf(earlier) === 'year';
  if (periodsBetween(earlier, now) === 1)
    return isYear ? { zh: '上年', en: 'last year' } : { zh: '上期', en: 'the period before' };
  return { zh: isYear ? `${text}年` : ` ${text} `, en: text };
}

/** Returns the place of a finding about a line. */
export function placeOfLine(field: Pick<FieldView, 'line'>): FindingPlace {
  return { cell: field.line };
}
