import { thresholds } from '../statistics/doubts/thresholds.ts';

/**
 * The numbers the questions to a cell rest on. A cell is asked before it is published and by who
 * knows the answer, so they ask sooner than the rules of doubt, whose numbers they otherwise share;
 * docs/collection.md says what each sees.
 */
export const entryThresholds = {
  slip: {
    /** Powers of ten from which nothing but a slip of the unit leads: refused. */
    certain: 3,
    /** How far from the power itself, in powers: growth up to a doubling. */
    closeness: 0.3,
    /** Figures typed with fewer digits may be true: asked, not refused. */
    digits: 3,
    /** How much nearer, in powers, the last figure or the median of all may be: they grow apart. */
    agreement: 0.7,
  },
  point: {
    /** One power of ten lies within what grows and shrinks; asked where it is this close. */
    closeness: thresholds.magnitude.closeness,
  },
  jump: {
    /** Larger or smaller by half. */
    share: 0.5,
    /** In percentage points. */
    points: thresholds.points.step,
    /** Figures below so many of their last places move by chance. */
    small: 30,
  },
  unchanged: thresholds.repeated,
  zero: { steps: thresholds.zero.steps },
  outOfLine: {
    /** Earlier figures that say what is usual. */
    earlier: 5,
    deviations: thresholds.outOfLine.deviations,
    excess: thresholds.outOfLine.excess,
    leastDeviation: thresholds.outOfLine.leastDeviation,
    points: thresholds.points.excess,
    leastPoints: thresholds.points.leastDeviation,
  },
} as const;
