import type { Kysely } from 'kysely';
import type { Ledger } from '../../api/plan.ts';
import type { Tables } from '../schema.ts';
import { found, linkAndArea, readLinks } from './links.ts';
import { judgedCommitmentOf, readCommitmentRows, readDuties, readProjects } from './parts.ts';
import { readSummary } from './summary.ts';

/** Resolves to the ledger of commitments, with the named projects and the duties. */
export async function readLedger(db: Kysely<Tables>, plan: string): Promise<Ledger> {
  const [summary, commitments, projects, duties, links] = await Promise.all([
    readSummary(db, plan),
    readCommitmentRows(db, { plan }),
    readProjects(db, { plan }),
    readDuties(db, { plan }),
    readLinks(db, plan),
  ]);
  return {
    plan: summary,
    commitments: commitments.map((row) => ({
      ...judgedCommitmentOf(row),
      ...linkAndArea(links, row.clause),
    })),
    namedProjects: projects.map((project) => ({
      ...project,
      ...linkAndArea(links, project.clause),
    })),
    duties: duties.map((duty) => ({ ...duty, link: found(links, duty.clause).link })),
  };
}
