import { z } from 'zod';

/** A row of agencies.csv: a body named by the plan, and what became of it. Blank: not sourced. */
export const Agency = z.object({
  /** As printed in the plan. */
  name: z.string(),
  /** The statutory full name at the time of the plan. */
  fullName: z.string().nullable(),
  fullNameSource: z.string().nullable(),
  /** Bodies that took over its duties, in full; the same body under its own name is not repeated. */
  successors: z.array(z.string()),
  /** ISO year, month or day of the change. */
  succeeded: z.string().nullable(),
  successionSource: z.string().nullable(),
  note: z.string().nullable(),
});
export type Agency = z.infer<typeof Agency>;
