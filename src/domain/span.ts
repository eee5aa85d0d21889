import { z } from 'zod';

/** Half-open range [start, end) of UTF-16 offsets into a document's normalised text. */
export const Span = z.tuple([z.number().int().nonnegative(), z.number().int().nonnegative()]);
export type Span = readonly [start: number, end: number];

/** The fields every annotation of a text carries. */
export const Spanned = z.object({
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
});
export type Spanned = z.infer<typeof Spanned>;
