import { z } from 'zod';
import { IndicatorId } from './indicator.ts';
import { Absence, Enclosed, ObservationStatus } from './observation.ts';
import { Period } from './period.ts';

/** What a column of a table says about its row. */
export const ImportField = z.enum([
  /** A code or an id of a place. */
  'code',
  /** A name of a place. */
  'name',
  /** Within which a name is looked for. */
  'province',
  'prefecture',
  'indicator',
  'period',
  'value',
  'unit',
  'breakdown',
  'absence',
  'status',
  'source',
  'note',
  /** Whether the figure takes in enclosed units. */
  'enclosed',
]);
export type ImportField = z.infer<typeof ImportField>;

/** A part of the whole: `sex=F`, `sex=F;age=65+`. */
export const Breakdown = z
  .string()
  .regex(/^[a-z][a-z0-9-]*=[^=;\s]{1,40}(?:;[a-z][a-z0-9-]*=[^=;\s]{1,40})*$/, 'such as sex=F');
export type Breakdown = z.infer<typeof Breakdown>;

/** What every figure of a column, or of a file, shares. */
export const FigureSetting = z.strictObject({
  indicator: IndicatorId.optional(),
  period: Period.optional(),
  territory: z.string().min(1).optional(),
  unit: z.string().optional(),
  breakdown: Breakdown.optional(),
  enclosed: Enclosed.optional(),
});
export type FigureSetting = z.infer<typeof FigureSetting>;

/** A column is a field, is left out, or holds figures that share something. */
export const ColumnMapping = z.union([ImportField, z.literal('ignore'), FigureSetting]);
export type ColumnMapping = z.infer<typeof ColumnMapping>;

/** The file given with --mapping: what a table does not say by itself. Everything is optional. */
export const ImportMapping = z.strictObject({
  /** Read only these sheets. */
  sheets: z.array(z.string()).min(1).optional(),
  /** The row of the header, or the first and the last of its rows, as the spreadsheet numbers them. */
  header: z
    .union([
      z.number().int().positive(),
      z.tuple([z.number().int().positive(), z.number().int().positive()]),
    ])
    .optional(),
  /** By the words of the header, or by the letters of the column. */
  columns: z.record(z.string(), ColumnMapping).default({}),
  /** Names in the file → ids of places, or `ignore`. */
  territories: z.record(z.string(), z.string()).default({}),
  /** Labels in the file → ids of indicators, or `ignore`. */
  indicators: z.record(z.string(), z.union([z.literal('ignore'), IndicatorId])).default({}),
  /** What a place that is not in the register does: refuse the file, or stay out of it. */
  others: z.enum(['refuse', 'ignore']).default('refuse'),
  /** What the figures share where the table does not say otherwise. */
  figures: FigureSetting.default({}),
  source: z.string().min(1).optional(),
  title: z.string().min(1).optional(),
  licence: z.string().optional(),
  status: ObservationStatus.default('final'),
  enclosed: Enclosed.default('unstated'),
  /** Marks in place of a figure → why there is none; beside the usual ones. */
  absence: z.record(z.string(), Absence).default({}),
  /** A formula is refused, or the result that the file keeps is taken. */
  formulas: z.enum(['refuse', 'cached']).default('refuse'),
});
export type ImportMapping = z.infer<typeof ImportMapping>;

/** Returns the mapping of a file without one. */
export function emptyMapping(): ImportMapping {
  return ImportMapping.parse({});
}
