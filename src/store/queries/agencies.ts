import { type Kysely, type Selectable, sql } from 'kysely';
import type { AgencyList, AgencyPage } from '../../api/plan.ts';
import type { Agency } from '../../domain/agency.ts';
import { AppError } from '../../domain/app-error.ts';
import type { Responsibility } from '../../domain/responsibility.ts';
import { grouped } from '../grouped.ts';
import type { AgencyTable, Tables } from '../schema.ts';
import { found, readLinks } from './links.ts';
import { matrixRow } from './matrix.ts';
import {
  judgedCommitmentOf,
  readCommitmentRows,
  readDuties,
  readResponsibilities,
} from './parts.ts';
import { readSummary } from './summary.ts';

/** Resolves to the agencies the plan names, in order of first appearance. */
export async function readAgencies(db: Kysely<Tables>, plan: string): Promise<AgencyList> {
  const [summary, rows, successors] = await Promise.all([
    readSummary(db, plan),
    readCounted(db, plan),
    readSuccessors(db, plan),
  ]);
  const agencies = rows.map((row) => ({
    ...agencyOf(row, successors),
    count: Number(row.count),
    duties: Number(row.duties),
  }));
  return { plan: summary, agencies: agencies.filter((item) => item.count + item.duties > 0) };
}

/**
 * Resolves to everything the plan asks of one agency, by its printed name. Refuses with
 * `agency-not-found`.
 */
export async function readAgency(
  db: Kysely<Tables>,
  plan: string,
  name: string,
): Promise<AgencyPage> {
  const row = await db
    .selectFrom('agency')
    .selectAll()
    .where('plan_id', '=', plan)
    .where('name', '=', name)
    .executeTakeFirst();
  if (!row) throw new AppError('agency-not-found', { agency: name });
  const [summary, statements, duties, links, successors, commitments] = await Promise.all([
    readSummary(db, plan),
    readResponsibilities(db, { plan }),
    readDuties(db, { plan }),
    readLinks(db, plan),
    readSuccessors(db, plan),
    readCommitmentRows(db, { plan }),
  ]);
  const promised = grouped(commitments, (row) => row.clause);
  const linked = duties.map((duty) => ({ ...duty, link: found(links, duty.clause).link }));
  const own = statements.filter((statement) => statement.agencies.includes(name));
  return {
    plan: summary,
    agency: agencyOf(row, successors),
    items: own.map((statement) => ({
      ...matrixRow(statement, links),
      commitments: (promised.get(statement.clause) ?? []).map(judgedCommitmentOf),
    })),
    duties: linked.filter((duty) => duty.actors.includes(name)),
    commonDuties: linked.filter(
      (duty) => !duty.actors.includes(name) && duty.actors.some(isEveryDepartment),
    ),
    companions: companionsOf(own, name),
  };
}

/** 各有关部门, 有关部门: an actor that stands for every department the plan names. */
function isEveryDepartment(actor: string): boolean {
  return actor.includes('部门');
}

async function readCounted(db: Kysely<Tables>, plan: string) {
  return await db
    .selectFrom('agency')
    .selectAll('agency')
    .select((build) => [
      build
        .selectFrom('responsibility_agency as cell')
        .select((inner) => inner.fn.countAll().as('count'))
        .whereRef('cell.plan_id', '=', 'agency.plan_id')
        .whereRef('cell.agency', '=', 'agency.name')
        .as('count'),
      build
        .selectFrom('duty')
        .select((inner) => inner.fn.countAll().as('count'))
        .whereRef('duty.plan_id', '=', 'agency.plan_id')
        .where(sql<boolean>`agency.name = any(duty.actors)`)
        .as('duties'),
    ])
    .where('agency.plan_id', '=', plan)
    .orderBy('agency.ordinal')
    .execute();
}

type Successors = ReadonlyMap<string, readonly string[]>;

async function readSuccessors(db: Kysely<Tables>, plan: string): Promise<Successors> {
  const rows = await db
    .selectFrom('agency_succession')
    .select(['agency', 'successor'])
    .where('plan_id', '=', plan)
    .orderBy('agency')
    .orderBy('position')
    .execute();
  const groups = grouped(rows, (row) => row.agency);
  return new Map([...groups].map(([agency, list]) => [agency, list.map((row) => row.successor)]));
}

function agencyOf(row: Selectable<AgencyTable>, successors: Successors): Agency {
  return {
    name: row.name,
    fullName: row.full_name,
    fullNameSource: row.full_name_source,
    successors: [...(successors.get(row.name) ?? [])],
    succeeded: row.succeeded,
    successionSource: row.succession_source,
    note: row.note,
  };
}

/** By number of shared items, then in order of first appearance. */
function companionsOf(statements: readonly Responsibility[], name: string) {
  const shared = new Map<string, number>();
  for (const other of statements.flatMap((statement) => statement.agencies)) {
    if (other !== name) shared.set(other, (shared.get(other) ?? 0) + 1);
  }
  return [...shared]
    .map(([companion, count]) => ({ name: companion, shared: count }))
    .sort((a, b) => b.shared - a.shared);
}
