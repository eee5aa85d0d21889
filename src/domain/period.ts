import { z } from 'zod';
import { frequencies, periodPattern } from './period-number.ts';

export {
  frequencyOf,
  type PeriodNumber,
  periodAfter,
  periodNumber,
  periodsBetween,
  periodText,
  samePeriodLastYear,
  yearOf,
} from './period-number.ts';

/** How often a figure is made. */
export const Frequency = z.enum(frequencies);
export type Frequency = z.infer<typeof Frequency>;

/** A period as people and files write it: `2020`, `2020-H1`, `2020-Q3`, `2020-07`. */
export const Period = z.string().regex(periodPattern, 'such as 2020, 2020-H1, 2020-Q3, 2020-07');
export type Period = z.infer<typeof Period>;
