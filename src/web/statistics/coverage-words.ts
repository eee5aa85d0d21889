import type { Figure } from '../../api/statistics.ts';
import type { Messages } from '../messages/zh.ts';

/**
 * Returns of how many members a figure of several places is made: 140/140; where it is of a part of
 * them only, in words, so that nobody takes it for the whole: 48个边境县合计. Null for one place.
 */
export function coverageWords(
  figure: Figure | null,
  member: string,
  words: Messages['explorer']['table'],
): string | null {
  const { coverage, value, summary } = figure ?? {};
  if (!coverage) return null;
  const { present, expected } = coverage;
  if (value === null || value === undefined || present === expected)
    return `${present}/${expected}`;
  return (summary === 'median' ? words.medianOf : words.partOf)(present, member);
}
