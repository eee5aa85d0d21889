import { z } from 'zod';
import { Absence, Doubt, Enclosed, ObservationStatus } from './observation.ts';

/** Why a figure of several places, or on another basis, is not given. */
export const Withheld = z.enum([
  /** Some members have none: a partial sum is not a total. */
  'partial',
  /** Counties that take in the enclosed units, or do not say, cannot be added to them. */
  'overlap',
  /** Places changed between the periods, and the parts are not known. */
  'not-comparable',
  /** The formula cannot be applied: an operand is absent, or a divisor is zero. */
  'not-computable',
]);
export type Withheld = z.infer<typeof Withheld>;

/** On which territory figures of several periods stand: as reported, or brought onto one. */
export const Basis = z.enum([
  'reported',
  /** A place and those split from it or merged into it, taken together throughout. */
  'merged',
  /** Older figures divided by a stated share: an estimate. */
  'apportioned',
]);
export type Basis = z.infer<typeof Basis>;

/** A figure as pages show it. Where `value` is null, `absence` or `withheld` says why, or nobody reported it. */
export const Figure = z.object({
  /** In the indicator's unit, not rounded. */
  value: z.number().nullable(),
  absence: Absence.optional(),
  withheld: Withheld.optional(),
  /** Left out when final. */
  status: ObservationStatus.optional(),
  /** Of the figure itself, or of those it is computed from at the same place. */
  doubts: z.array(Doubt).optional(),
  /** How many of the figures behind one of several places are in doubt; left out when none. */
  doubtful: z.number().int().optional(),
  /** Of how many members, for a figure of several places. */
  coverage: z.object({ present: z.number().int(), expected: z.number().int() }).optional(),
  /** The sum of those that are there, where the total is withheld as partial. */
  partialSum: z.number().optional(),
  /** `median`: the middle member, not a total. */
  summary: z.enum(['total', 'mean', 'ratio', 'median']).optional(),
  /** Places taken together, or the shares applied, on a comparable basis. */
  comparable: z
    .object({
      basis: z.enum(['merged', 'apportioned']),
      territories: z.array(z.string()),
      share: z.number().optional(),
      shareOf: z.string().optional(),
      certain: z.boolean(),
    })
    .optional(),
  enclosed: Enclosed.optional(),
});
export type Figure = z.infer<typeof Figure>;
