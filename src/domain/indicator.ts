import { z } from 'zod';
import { Frequency, Period } from './period.ts';
import { TerritoryKind } from './territory.ts';

const bilingual = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });

export const IndicatorId = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'such as piped-water-share');
export type IndicatorId = z.infer<typeof IndicatorId>;

/**
 * How values of several places become one. A percentage is never averaged: it is Σnumerator over
 * Σdenominator, a mean weighted by another indicator, or there is only a median place.
 */
export const Aggregation = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('sum') }),
  z.strictObject({ kind: z.literal('mean'), weight: IndicatorId }),
  /** `times`: what the quotient is multiplied by; 100 for a percentage. */
  z.strictObject({
    kind: z.literal('ratio'),
    numerator: IndicatorId,
    denominator: IndicatorId,
    times: z.number().positive(),
  }),
  z.strictObject({ kind: z.literal('median') }),
]);
export type Aggregation = z.infer<typeof Aggregation>;

/**
 * How a derived indicator is computed from others, at every level of the territory alike: first
 * each operand is brought to that level, then the formula is applied.
 */
export const Formula = z.discriminatedUnion('op', [
  /** of ÷ by, in the unit of the indicator. */
  z.strictObject({ op: z.literal('ratio'), of: IndicatorId, by: IndicatorId }),
  /** of ÷ by × 100. */
  z.strictObject({ op: z.literal('share'), of: IndicatorId, by: IndicatorId }),
  /** (of ÷ of `over` years before − 1) × 100. */
  z.strictObject({
    op: z.literal('growth'),
    of: IndicatorId,
    over: z.number().int().min(1).default(1),
  }),
  /** of − of `over` years before; percentages by percentage points. */
  z.strictObject({
    op: z.literal('change'),
    of: IndicatorId,
    over: z.number().int().min(1).default(1),
  }),
  /** ((of ÷ of in `since`) ^ (1 ÷ years) − 1) × 100. */
  z.strictObject({ op: z.literal('compound-growth'), of: IndicatorId, since: Period }),
  /** of ÷ persons, in the unit of the indicator. */
  z.strictObject({ op: z.literal('per-capita'), of: IndicatorId, by: IndicatorId }),
  z.strictObject({ op: z.literal('sum'), of: z.array(IndicatorId).min(2) }),
  z.strictObject({ op: z.literal('difference'), of: IndicatorId, less: IndicatorId }),
  /** of ÷ of in `base` × 100. */
  z.strictObject({ op: z.literal('index'), of: IndicatorId, base: Period }),
]);
export type Formula = z.infer<typeof Formula>;

/** What a figure is and how it may be read. */
export const Indicator = z.strictObject({
  id: IndicatorId,
  theme: z.string(),
  name: bilingual,
  /** Other names that tables of statistics give the same thing. */
  aliases: z.array(z.string().min(1)).default([]),
  definition: bilingual,
  /** As parseUnit reads it. */
  unit: z.string(),
  /** The unit it is shown in, where a larger one reads better; of the same dimension. */
  shownIn: z.string().optional(),
  /** Whether more is better. */
  direction: z.enum(['up', 'down', 'none']),
  /** Places after the point where it is shown; halves go to the even neighbour. */
  digits: z.number().int().min(0).max(6),
  frequency: Frequency,
  /** `level`: a stock at a time. `periodic`: of the period alone. `cumulative`: since January. */
  timing: z.enum(['level', 'periodic', 'cumulative']),
  /** Absent for a derived indicator: its operands are aggregated. */
  aggregation: Aggregation.optional(),
  derived: Formula.optional(),
  range: z.strictObject({ min: z.number().optional(), max: z.number().optional() }).default({}),
  /** Who makes the figure, and where it is published. */
  source: z.strictObject({ agency: z.string(), publication: z.string() }),
  /** `collected` has a named statistical source; `proposed` (拟设) is ours until one takes it up. */
  standing: z.enum(['collected', 'proposed']),
  /** The kinds of place it is of; others are not asked for it. Absent where any may have it. */
  kinds: z.array(TerritoryKind).min(1).optional(),
  /** Clauses of the plan it serves. */
  clauses: z.array(z.string()),
  /** Classes the plan itself does not use, such as 预期性: ours, and marked so. */
  ownLabels: z.array(z.string()).default([]),
  /** Known breaks of the concept: figures on both sides are not one series. */
  breaks: z.array(z.strictObject({ period: Period, note: bilingual })).default([]),
  /** What a level cannot pass: savings are a part of deposits. */
  partOf: IndicatorId.optional(),
  note: bilingual.optional(),
});
export type Indicator = z.infer<typeof Indicator>;

/** What measures a commitment, or why nothing does. */
export const CommitmentMeasure = z.union([
  z.strictObject({ commitment: z.string(), indicators: z.array(IndicatorId).min(1) }),
  z.strictObject({ commitment: z.string(), none: bilingual }),
]);
export type CommitmentMeasure = z.infer<typeof CommitmentMeasure>;

/** A criterion a village meets or does not: one of 八通八有. */
export const VillageCriterion = z.strictObject({
  id: IndicatorId,
  list: z.string(),
  name: bilingual,
  /** What the answer is: yes or no, a share, a count. */
  type: z.enum(['yes-no', 'share', 'count']),
  definition: bilingual,
  clause: z.string(),
  /** Words of the clause it takes up. */
  quote: z.string(),
});
export type VillageCriterion = z.infer<typeof VillageCriterion>;

/** indicators.yaml */
export const IndicatorsFile = z.strictObject({
  themes: z.array(z.strictObject({ id: z.string(), name: bilingual })),
  indicators: z.array(Indicator),
  commitments: z.array(CommitmentMeasure),
  villageCriteria: z.array(VillageCriterion),
});
export type IndicatorsFile = z.infer<typeof IndicatorsFile>;
