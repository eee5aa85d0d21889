import { z } from 'zod';
import { WorkRole } from './account.ts';
import { IndicatorId } from './indicator.ts';
import { Frequency } from './period.ts';
import { TerritoryKind } from './territory.ts';

const bilingual = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'such as 2026-03-31');

export const FormId = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'such as county-yearly');
export type FormId = z.infer<typeof FormId>;

/** A rule of law a form rests on: which version of it, and when somebody last looked in its text. */
export const Citation = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  title: z.string().min(1),
  /** The article, as printed: 第四十三条. */
  article: z.string().min(1),
  /** Which text of it: 2017年8月1日起施行. */
  version: z.string().min(1),
  /** What it asks for, in our words. */
  says: bilingual,
  /** Null where nobody looked yet. */
  checked: Day.nullable(),
  /** Where it was read. */
  source: z.string().min(1),
});
export type Citation = z.infer<typeof Citation>;

/**
 * Who is asked: places of some kinds, of one group where `group` is named; or agencies. A figure of
 * an agency is one of the state, so two agencies are not asked the same.
 */
export const Reporters = z.discriminatedUnion('of', [
  z.strictObject({
    of: z.literal('places'),
    kinds: z.array(TerritoryKind).min(1),
    group: z.string().optional(),
    /**
     * Who fills it in for them: the first place of one of these kinds above, such as a township for
     * the list of its villages. Left out, or where there is none above: each place for itself.
     */
    filledBy: z.array(TerritoryKind).min(1).optional(),
  }),
  /** Printed names; left out: every agency the plan names. */
  z.strictObject({ of: z.literal('agencies'), names: z.array(z.string()).min(1).optional() }),
]);
export type Reporters = z.infer<typeof Reporters>;

/**
 * A level of review: the first place of one of these kinds above the reporting one. A reporter that
 * has none of them above it goes to the next level. An agency's forms go to the state's.
 */
export const ReviewLevel = z.strictObject({
  kinds: z.array(TerritoryKind).min(1),
  role: WorkRole.extract(['reviewer', 'approver']),
});
export type ReviewLevel = z.infer<typeof ReviewLevel>;

/** A day relative to the end of a period: `years` after the year it lies in, on a month and day. */
export const RelativeDay = z.strictObject({
  years: z.number().int().min(0).max(5),
  on: z.string().regex(/^(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/, 'such as 03-31'),
});
export type RelativeDay = z.infer<typeof RelativeDay>;

export const FormField = z.strictObject({
  indicator: IndicatorId,
  /** Steps to the right: a part under its whole (其中). */
  indent: z.number().int().min(0).max(3).default(0),
  /** Whether a submission needs a figure or a reason here. */
  required: z.boolean().default(true),
});
export type FormField = z.infer<typeof FormField>;

export const FormSection = z.strictObject({ title: bilingual, fields: z.array(FormField).min(1) });
export type FormSection = z.infer<typeof FormSection>;

/** What must hold between the cells of one form. A hard rule keeps from submitting, a soft one asks why. */
export const FormRule = z.discriminatedUnion('kind', [
  /** The parts make the whole, within a tolerance in the unit of the whole. */
  z.strictObject({
    kind: z.literal('sum'),
    whole: IndicatorId,
    parts: z.array(IndicatorId).min(2),
    tolerance: z.number().min(0).default(0),
    severity: z.enum(['hard', 'soft']).default('hard'),
  }),
  /** A part is no larger than its whole. */
  z.strictObject({
    kind: z.literal('at-most'),
    part: IndicatorId,
    whole: IndicatorId,
    severity: z.enum(['hard', 'soft']).default('hard'),
  }),
  /** of ÷ by lies between two bounds, both in the indicators' own units. */
  z.strictObject({
    kind: z.literal('ratio'),
    of: IndicatorId,
    by: IndicatorId,
    min: z.number().optional(),
    max: z.number().optional(),
    severity: z.enum(['hard', 'soft']).default('soft'),
  }),
]);
export type FormRule = z.infer<typeof FormRule>;

/** A statistical form. What a form must carry by law it carries, or says that it is still wanting. */
export const Form = z.strictObject({
  id: FormId,
  /** 表号, as printed in the corner. */
  number: z.string().min(1),
  title: bilingual,
  /** 制定机关. */
  issuer: z.string().min(1),
  /** 批准或备案机关、文号、有效期至; null: not approved, and shown as proposed (拟设). */
  approval: z
    .strictObject({ by: z.string().min(1), number: z.string().min(1), validUntil: Day })
    .nullable(),
  note: bilingual.optional(),
  reporters: Reporters,
  frequency: Frequency,
  /** In Asia/Shanghai. Late after `due`; `graceDays` later it is very late. */
  opens: RelativeDay,
  due: RelativeDay,
  graceDays: z.number().int().min(0).max(366).default(0),
  review: z.array(ReviewLevel).min(1).max(4),
  sections: z.array(FormSection).min(1),
  rules: z.array(FormRule).default([]),
  citations: z.array(z.string()).default([]),
});
export type Form = z.infer<typeof Form>;

/** forms.yaml */
export const FormsFile = z.strictObject({
  citations: z.array(Citation),
  forms: z.array(Form),
});
export type FormsFile = z.infer<typeof FormsFile>;
