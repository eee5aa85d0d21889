import { z } from 'zod';

/**
 * What somebody is reminded of: a due day ahead or behind, the end of grace, a submission given back,
 * one that waits to be reviewed; or whatever is outstanding, by hand.
 */
export const ReminderKind = z.enum([
  'due-soon',
  'overdue',
  'very-late',
  'returned',
  'waiting',
  'by-hand',
]);
export type ReminderKind = z.infer<typeof ReminderKind>;

/** Who is reminded: who reports, or who reviews. */
export const RemindedRole = z.enum(['reporter', 'reviewer', 'approver']);
export type RemindedRole = z.infer<typeof RemindedRole>;

/** How reminders leave the product. */
export type ReminderChannel = 'mail' | 'webhook';
