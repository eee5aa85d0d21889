import { z } from 'zod';
import { ClauseKind } from './clause.ts';
import { Commitment, NamedProject } from './commitment.ts';
import { Duty } from './responsibility.ts';

/** plan.yaml: what a plan is, and what its text must compile to. */
export const PlanFile = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/, 'lower-case letters, digits and hyphens'),
  title: z.strictObject({ zh: z.string(), en: z.string() }),
  /** What the plan is called where space is short. */
  shortTitle: z.strictObject({ zh: z.string(), en: z.string() }),
  number: z.string(),
  issuer: z.string(),
  issued: z.iso.date(),
  period: z.strictObject({ start: z.number().int(), end: z.number().int() }),
  baseYear: z.number().int(),
  /** The official text, a file of the plan's folder. */
  text: z.string(),
  source: z.strictObject({
    publisher: z.string(),
    attribution: z.string(),
    note: z.string().optional(),
  }),
  /** Counts the compiled text must have; a difference is an error at `check`. */
  expect: z.strictObject({
    clauses: z.partialRecord(ClauseKind, z.number().int().nonnegative()),
    responsibilities: z.number().int().nonnegative(),
    agencies: z.number().int().nonnegative(),
    cells: z.number().int().nonnegative(),
    namedProjects: z.number().int().nonnegative(),
  }),
});
export type PlanFile = z.infer<typeof PlanFile>;

const because = {
  /** Unique in the file. */
  id: z.string(),
  reason: z.string(),
  provider: z.string(),
};

/**
 * A correction: what no compiler can know, with its reason and who says so. `expect` states what
 * the compiler gives without it; once that is no longer so, the correction is an error.
 */
export const Correction = z.discriminatedUnion('op', [
  z.strictObject({
    ...because,
    op: z.literal('set'),
    clause: z.string(),
    field: z.enum(['heading', 'kind']),
    value: z.string(),
    /** The value the compiler gives today. */
    expect: z.string(),
  }),
  z.strictObject({
    ...because,
    op: z.literal('add-project'),
    /** Where the words stand: found in the clause's own text. */
    quote: z.string(),
    value: NamedProject.omit({ start: true, end: true }),
    expect: z.literal('absent'),
  }),
  z.strictObject({
    ...because,
    op: z.literal('add-duty'),
    quote: z.string(),
    value: Duty.omit({ start: true, end: true }),
    expect: z.literal('absent'),
  }),
  z.strictObject({
    ...because,
    op: z.literal('set-commitment'),
    /** The commitment's words, whole. */
    quote: z.string(),
    clause: z.string(),
    value: Commitment.pick({ target: true, grade: true, conditions: true }).partial(),
    expect: Commitment.pick({ target: true, grade: true, conditions: true }).partial(),
  }),
]);
export type Correction = z.infer<typeof Correction>;

/** corrections.yaml */
export const CorrectionsFile = z.strictObject({ corrections: z.array(Correction) });
export type CorrectionsFile = z.infer<typeof CorrectionsFile>;
