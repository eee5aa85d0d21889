import { z } from 'zod';
import { Clause } from './clause.ts';
import { Commitment, NamedProject, Quantity } from './commitment.ts';
import { Finding } from './finding.ts';
import { Duty, Responsibility } from './responsibility.ts';
import { Span } from './span.ts';

export const documentContract = 'xingbian.document/1';

/** What `xingbian compile --json` prints: an official document as clauses, responsibilities and promises. */
export const CompiledDocument = z.object({
  contract: z.literal(documentContract),
  /** The document's title; for a notice that issues a plan, the notice's. */
  title: z.string().nullable(),
  /** The title of the plan or measure a notice issues; null where the document is its own. */
  subject: z.string().nullable(),
  /** 发文字号 as printed. */
  number: z.string().nullable(),
  issuer: z.string().nullable(),
  /** ISO date. */
  issued: z.iso.date().nullable(),
  addressees: z.array(z.string()),
  /** First and last year, where the title names a five-year period. */
  period: z.object({ start: z.number().int(), end: z.number().int() }).nullable(),
  /** Normalised text: LF line ends, no blank lines, no layout spaces. */
  text: z.string(),
  /** The part of `text` that the clauses' own spans partition. */
  body: Span,
  clauses: z.array(Clause),
  responsibilities: z.array(Responsibility),
  duties: z.array(Duty),
  commitments: z.array(Commitment),
  quantities: z.array(Quantity),
  namedProjects: z.array(NamedProject),
  findings: z.array(Finding),
});
export type CompiledDocument = z.infer<typeof CompiledDocument>;
