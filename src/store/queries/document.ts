import type { Kysely } from 'kysely';
import type { PlanDocument } from '../../api/plan.ts';
import type { Tables } from '../schema.ts';
import { type Links, readLinks } from './links.ts';
import {
  commitmentOf,
  readCommitmentRows,
  readDuties,
  readProjects,
  readQuantities,
  readResponsibilities,
} from './parts.ts';
import { readSummary } from './summary.ts';

/** Resolves to the text of the plan with everything marked in it. */
export async function readDocument(db: Kysely<Tables>, plan: string): Promise<PlanDocument> {
  const scope = { plan };
  const [summary, row, links, responsibilities, duties, commitments, quantities, namedProjects] =
    await Promise.all([
      readSummary(db, plan),
      readText(db, plan),
      readLinks(db, plan),
      readResponsibilities(db, scope),
      readDuties(db, scope),
      readCommitmentRows(db, scope),
      readQuantities(db, scope),
      readProjects(db, scope),
    ]);
  return {
    plan: summary,
    contract: row.contract as PlanDocument['contract'],
    title: row.title,
    subject: row.subject,
    number: row.number,
    issuer: row.issuer,
    issued: row.issued,
    addressees: row.addressees,
    period: periodOf(row),
    text: row.text,
    body: [row.body_start, row.body_end],
    clauses: clausesOf(links),
    responsibilities,
    duties,
    commitments: commitments.map(commitmentOf),
    quantities,
    namedProjects,
    corrections: row.corrections as unknown as PlanDocument['corrections'],
  };
}

/** Resolves to the row of the compiled text. */
export async function readText(db: Kysely<Tables>, plan: string) {
  return await db
    .selectFrom('plan_text')
    .selectAll()
    .where('plan_id', '=', plan)
    .executeTakeFirstOrThrow();
}

function periodOf(row: { period_start: number | null; period_end: number | null }) {
  if (row.period_start === null || row.period_end === null) return null;
  return { start: row.period_start, end: row.period_end };
}

function clausesOf(links: Links): PlanDocument['clauses'] {
  return [...links.values()].map(({ link, parent, number, heading, start, end, ownSpans }) => ({
    id: link.id,
    parent,
    kind: link.kind,
    number,
    heading,
    start,
    end,
    ownSpans: ownSpans.map(([from, to]) => [from, to]),
  }));
}
