import { z } from 'zod';
import { Span, Spanned } from './span.ts';

/**
 * What a clause is. `section` holds clauses; `area`, `task`, `box` and `programme` come from the
 * tasks of a plan; `item` is a numbered or leading piece of text with no more specific kind.
 */
export const ClauseKind = z.enum([
  'section',
  'objective',
  'principle',
  'area',
  'task',
  'box',
  'programme',
  'policy',
  'organisation',
  'item',
]);
export type ClauseKind = z.infer<typeof ClauseKind>;

/** An addressable piece of official text. */
export const Clause = Spanned.extend({
  /** Printed numbers joined by dots (`3.1.2`, `box1.4`); a —— item by its ordinal; `0` is the preamble. */
  id: z.string(),
  parent: z.string().nullable(),
  kind: ClauseKind,
  /** The number as printed (`（一）`, `专栏1`, `——`); null where the text prints none. */
  number: z.string().nullable(),
  /** Empty where the item goes straight into its text. */
  heading: z.string(),
  /** The clause with its descendants: `text.slice(start, end)` of the document. */
  text: z.string(),
  /** The parts of [start, end) that belong to no descendant; over all clauses they partition the body. */
  ownSpans: z.array(Span),
});
export type Clause = z.infer<typeof Clause>;
