import { z } from 'zod';
import { Spanned } from './span.ts';

/**
 * How the bodies of a statement share the work, as the text says it:
 * `listed` names them only, `respectively` 按职责分工（分别）负责, `lead` 牵头, `jointly` 会同 or 共同.
 */
export const Manner = z.enum(['listed', 'respectively', 'lead', 'jointly']);
export type Manner = z.infer<typeof Manner>;

/** A parenthesised responsibility statement: one clause and the bodies it names, in printed order. */
export const Responsibility = Spanned.extend({
  clause: z.string(),
  /** Named bodies, each once, in printed order and printed form. */
  agencies: z.array(z.string()),
  /** Bodies not named one by one: 各省级人民政府, 有关部门. */
  others: z.array(z.string()),
  manner: Manner,
  /** The named bodies the text itself makes leaders; empty unless it does. */
  leads: z.array(z.string()),
  /** True where the list ends in 等: more bodies than named. */
  open: z.boolean(),
  /** The statement as printed, with its brackets. */
  text: z.string(),
});
export type Responsibility = z.infer<typeof Responsibility>;

/** An obligation that running text lays on a body, apart from the statements. */
export const Duty = Spanned.extend({
  clause: z.string(),
  actors: z.array(z.string()).min(1),
  /** What they are to do, as printed. */
  action: z.string(),
});
export type Duty = z.infer<typeof Duty>;
