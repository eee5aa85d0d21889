/**
 * The only numbers the rules of doubt rest on. Each was set on county series by reading what it
 * raises, not by naming places; docs/doubts.md says what each sees and cannot see.
 */
export const thresholds = {
  repeated: {
    /** The series usually moves by at least so many of its smallest written steps a period: by chance, then, two figures agree to the last digit once in a hundred. */
    usualSteps: 50,
    /** Where nothing is known of how the series moves: it is taken to move by this share a period. */
    assumedMove: 0.01,
    /** A series that stands still in more than this share of its periods does so by nature. */
    stillShare: 0.34,
  },
  exceedsWhole: {
    /** Rounding of both figures explains less than this. */
    tolerance: 0.002,
  },
  magnitude: {
    /** Farther than this many powers of ten nothing but a slip of unit or point leads. */
    certain: 2,
    /** Nearer, the ratio lies this close to ten: between 7.1 and 14. */
    closeness: 0.15,
  },
  outOfLine: {
    /** A figure that stands alone: farther than this from the line through its neighbours. */
    spike: Math.log(1.25),
    /** Two or three figures in a row that leave and come back together: a boom does so too. */
    block: Math.log(1.6),
    /** A rise of more than 30 % in one year, or the fall that undoes it... */
    step: Math.log(1.3),
    /** ...and more than this beyond the usual growth of the series. */
    excess: Math.log(1.15),
    /** The parts of a whole move more than it does, and against each other. */
    partStep: Math.log(1.5),
    /** The first figure of a line has neighbours on one side only: farther than this. */
    start: Math.log(2),
    /** Where fewer than two other steps say what is usual, only a doubling. */
    unknownStep: Math.log(2),
    /** Where the place itself has another area than before. */
    newArea: Math.log(30),
    /** A line that left comes back when its ends agree within this share of how far it left. */
    comeback: 0.67,
    /** How many usual deviations away from the usual growth; budgets of small places jump often. */
    deviations: 3.5,
    /** The least usual deviation: two per cent a year. */
    leastDeviation: 0.02,
    /** Steps on each side that say what is usual. */
    window: 5,
    /** At a declared break the parts of a whole are delimited anew against each other: added to the step. */
    redefinition: Math.log(1.6),
  },
  /** The same for percentages, in percentage points: a share has no growth rate. */
  points: {
    spike: 10,
    block: 20,
    step: 20,
    partStep: 20,
    start: 40,
    excess: 15,
    unknownStep: 60,
    leastDeviation: 1,
    redefinition: 10,
    newArea: 100,
  },
  zero: {
    /** The least other figure is at least so many written steps above zero. */
    steps: 20,
    /** Zeros among the figures: above this share they belong to the series. */
    share: 0.34,
  },
  againstOthers: {
    /** A share moves against what is good by so many points... */
    points: 20,
    /** ...while at least so many others of its theme in the same place move the good way. */
    others: 2,
  },
} as const;
