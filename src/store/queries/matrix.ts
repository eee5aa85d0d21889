import type { Kysely } from 'kysely';
import type { Matrix, MatrixRow } from '../../api/plan.ts';
import type { Responsibility } from '../../domain/responsibility.ts';
import type { Tables } from '../schema.ts';
import { type Links, linkAndArea, readLinks } from './links.ts';
import { readResponsibilities } from './parts.ts';
import { readSummary } from './summary.ts';

/** Resolves to the responsibility matrix, rows in the order of the text. */
export async function readMatrix(db: Kysely<Tables>, plan: string): Promise<Matrix> {
  const [summary, statements, links] = await Promise.all([
    readSummary(db, plan),
    readResponsibilities(db, { plan }),
    readLinks(db, plan),
  ]);
  const counts = new Map<string, number>();
  for (const name of statements.flatMap((statement) => statement.agencies)) {
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return {
    plan: summary,
    rows: statements.map((statement) => matrixRow(statement, links)),
    agencies: [...counts].map(([name, count]) => ({ name, count })),
    cells: summary.counts.cells,
  };
}

/** Returns a statement as a row of the matrix. */
export function matrixRow(statement: Responsibility, links: Links): MatrixRow {
  const { link, area } = linkAndArea(links, statement.clause);
  const { agencies, others, manner, leads } = statement;
  return { clause: link, area, agencies, others, manner, leads };
}
