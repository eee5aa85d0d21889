import type { Kysely } from 'kysely';
import type { PlanSummary } from '../../api/plan.ts';
import type { ClauseKind } from '../../domain/clause.ts';
import type { Tables } from '../schema.ts';

/** Resolves to the plan in one line. The plan must be there: a program serves what it loaded. */
export async function readSummary(db: Kysely<Tables>, plan: string): Promise<PlanSummary> {
  const [row, clauses, counts] = await Promise.all([
    db.selectFrom('plan').selectAll().where('id', '=', plan).executeTakeFirstOrThrow(),
    readKinds(db, plan),
    readCounts(db, plan),
  ]);
  return {
    id: row.id,
    title: { zh: row.title_zh, en: row.title_en },
    shortTitle: { zh: row.short_title_zh, en: row.short_title_en },
    number: row.number,
    issuer: row.issuer,
    issued: row.issued,
    period: { start: row.period_start, end: row.period_end },
    baseYear: row.base_year,
    source: row.source as unknown as PlanSummary['source'],
    counts: { clauses, ...counts },
  };
}

async function readKinds(
  db: Kysely<Tables>,
  plan: string,
): Promise<PlanSummary['counts']['clauses']> {
  const rows = await db
    .selectFrom('clause')
    .select((build) => ['kind', build.fn.countAll().as('count')])
    .where('plan_id', '=', plan)
    .groupBy('kind')
    .orderBy((build) => build.fn.min('ordinal'))
    .execute();
  return Object.fromEntries(rows.map((row) => [row.kind as ClauseKind, Number(row.count)]));
}

type Counts = Omit<PlanSummary['counts'], 'clauses'>;

async function readCounts(db: Kysely<Tables>, plan: string): Promise<Counts> {
  const row = await db
    .selectNoFrom((build) => {
      const count = (table: 'responsibility' | 'commitment' | 'named_project' | 'duty') =>
        build
          .selectFrom(table)
          .select((inner) => inner.fn.countAll().as('count'))
          .where('plan_id', '=', plan);
      const cells = build.selectFrom('responsibility_agency').where('plan_id', '=', plan);
      return [
        count('responsibility').as('responsibilities'),
        cells.select((inner) => inner.fn.count('agency').distinct().as('count')).as('agencies'),
        cells.select((inner) => inner.fn.countAll().as('count')).as('cells'),
        count('commitment').as('commitments'),
        count('named_project').as('namedProjects'),
        count('duty').as('duties'),
      ];
    })
    .executeTakeFirstOrThrow();
  return {
    responsibilities: Number(row.responsibilities),
    agencies: Number(row.agencies),
    cells: Number(row.cells),
    commitments: Number(row.commitments),
    namedProjects: Number(row.namedProjects),
    duties: Number(row.duties),
  };
}
