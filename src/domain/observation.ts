import { z } from 'zod';

/** Why there is no figure. Zero is none of these: zero is a figure. */
export const Absence = z.enum(['missing', 'not-applicable', 'not-due', 'suppressed']);
export type Absence = z.infer<typeof Absence>;

export const ObservationStatus = z.enum(['provisional', 'final', 'estimated']);
export type ObservationStatus = z.infer<typeof ObservationStatus>;

/** Whether the figures of a county take in the enclosed units on its land (含/不含兵团). */
export const Enclosed = z.enum(['included', 'excluded', 'unstated']);
export type Enclosed = z.infer<typeof Enclosed>;

/** What looks wrong about a figure; it is kept, and shown with its doubt (待核实). */
export const DoubtCode = z.enum([
  /** Equal to the last digit to the period before. */
  'repeated',
  /** A part larger than its whole. */
  'exceeds-whole',
  /** About a power of ten away from its own series. */
  'magnitude',
  /** Out of line with the periods around it. */
  'out-of-line',
  /** Worsens while like indicators of the same place improve. */
  'against-others',
  /** The source itself says so. */
  'source',
]);
export type DoubtCode = z.infer<typeof DoubtCode>;

export const Doubt = z.strictObject({
  code: DoubtCode,
  /** The figures the doubt rests on, for the message. */
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type Doubt = z.infer<typeof Doubt>;

/** A figure on its way into the base: names resolved, unit converted, not yet compared with what is there. */
export const Observation = z.strictObject({
  territory: z.string(),
  indicator: z.string(),
  /** A PeriodNumber. */
  period: z.number().int(),
  /** A part of the whole, such as `sex=F`; empty for the whole. */
  breakdown: z.string(),
  /** Decimal text in the unit of the indicator; null where there is none, for the reason `absence`. */
  value: z.string().nullable(),
  absence: Absence.nullable(),
  status: ObservationStatus,
  /** Where the figure comes from, row by row. */
  source: z.string(),
  note: z.string().nullable(),
  /** Left out where the row does not say: then what holds for its file. */
  enclosed: Enclosed.optional(),
});
export type Observation = z.infer<typeof Observation>;

/** What every figure of a file shares: data/datasets.yaml, or the options of an import. */
export const Dataset = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  /** A file of the folder. */
  file: z.string(),
  title: z.strictObject({ zh: z.string(), en: z.string() }),
  /** Who made the figures, and how they came here. */
  source: z.string(),
  licence: z.string(),
  enclosed: Enclosed,
  /** Prefixed to the sources of the rows where they are left short. */
  note: z.strictObject({ zh: z.string(), en: z.string() }).optional(),
});
export type Dataset = z.infer<typeof Dataset>;

export const DatasetsFile = z.strictObject({ datasets: z.array(Dataset) });
export type DatasetsFile = z.infer<typeof DatasetsFile>;

/** What a file does to the base, or would do. */
export const ImportSummary = z.strictObject({
  /** Null for a dry run, and where nothing changed. */
  number: z.number().int().nullable(),
  rows: z.number().int(),
  new: z.number().int(),
  revised: z.number().int(),
  unchanged: z.number().int(),
  refused: z.number().int(),
  doubtful: z.number().int(),
});
export type ImportSummary = z.infer<typeof ImportSummary>;
