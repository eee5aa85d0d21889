import type { Kysely } from 'kysely';
import type { ClauseLink, ClausePage } from '../../api/plan.ts';
import { AppError } from '../../domain/app-error.ts';
import type { Tables } from '../schema.ts';
import { readText } from './document.ts';
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

/** Resolves to one clause with what hangs on it. Refuses with `clause-not-found`. */
export async function readClausePage(
  db: Kysely<Tables>,
  plan: string,
  id: string,
): Promise<ClausePage> {
  const links = await readLinks(db, plan);
  const placed = links.get(id);
  if (!placed) throw new AppError('clause-not-found', { clause: id });
  const scope = { plan, clause: id };
  const [summary, { text }, responsibilities, duties, commitments, quantities, namedProjects] =
    await Promise.all([
      readSummary(db, plan),
      readText(db, plan),
      readResponsibilities(db, scope),
      readDuties(db, scope),
      readCommitmentRows(db, scope),
      readQuantities(db, scope),
      readProjects(db, scope),
    ]);
  const { link, parent, number, heading, start, end } = placed;
  const ownSpans = placed.ownSpans.map(([from, to]): [number, number] => [from, to]);
  const words = text.slice(start, end);
  return {
    plan: summary,
    clause: { id, parent, kind: link.kind, number, heading, start, end, text: words, ownSpans },
    ancestors: ancestorsOf(links, parent),
    responsibilities,
    duties,
    commitments: commitments.map(commitmentOf),
    quantities,
    namedProjects,
  };
}

function ancestorsOf(links: Links, parent: string | null): ClauseLink[] {
  const above = links.get(parent ?? '');
  return above ? [...ancestorsOf(links, above.parent), above.link] : [];
}
