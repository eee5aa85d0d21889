import type { Kysely, Selectable } from 'kysely';
import type { EvaluabilityAnswer, JudgedCommitment } from '../../api/plan.ts';
import type { Commitment, NamedProject, Quantity } from '../../domain/commitment.ts';
import type { Duty, Manner, Responsibility } from '../../domain/responsibility.ts';
import { grouped } from '../grouped.ts';
import type { CommitmentTable, Tables } from '../schema.ts';

/** Of the whole plan, or of one clause. */
export interface Scope {
  readonly plan: string;
  readonly clause?: string;
}

/** Resolves to the responsibility statements, agencies in printed order. */
export async function readResponsibilities(
  db: Kysely<Tables>,
  scope: Scope,
): Promise<Responsibility[]> {
  const rows = await ofScope(db.selectFrom('responsibility').selectAll(), scope);
  const cells = await db
    .selectFrom('responsibility_agency')
    .select(['responsibility', 'agency'])
    .where('plan_id', '=', scope.plan)
    .orderBy('responsibility')
    .orderBy('position')
    .execute();
  const named = grouped(cells, (cell) => cell.responsibility);
  return rows.map((row) => ({
    clause: row.clause,
    agencies: (named.get(row.ordinal) ?? []).map((cell) => cell.agency),
    others: row.others,
    manner: row.manner as Manner,
    leads: row.leads,
    open: row.open,
    text: row.text,
    ...span(row),
  }));
}

/** Resolves to the duties, in the order of the text. */
export async function readDuties(db: Kysely<Tables>, scope: Scope): Promise<Duty[]> {
  const rows = await ofScope(db.selectFrom('duty').selectAll(), scope);
  return rows.map((row) => ({
    clause: row.clause,
    actors: row.actors,
    action: row.action,
    ...span(row),
  }));
}

/** Resolves to the rows of the commitments, in the order of the text. */
export async function readCommitmentRows(
  db: Kysely<Tables>,
  scope: Scope,
): Promise<Selectable<CommitmentTable>[]> {
  return await ofScope(db.selectFrom('commitment').selectAll(), scope);
}

/** Returns the commitment of a row with its judgement. */
export function judgedCommitmentOf(row: Selectable<CommitmentTable>): JudgedCommitment {
  const word = row.evaluability as never;
  const evaluability: EvaluabilityAnswer = row.evaluable
    ? { evaluable: true, basis: word }
    : { evaluable: false, reason: word };
  return { ...commitmentOf(row), evaluability };
}

/** Returns the commitment of a row. */
export function commitmentOf(row: Selectable<CommitmentTable>): Commitment {
  return {
    id: row.id,
    clause: row.clause,
    text: row.text,
    verb: row.verb,
    grade: row.grade as Commitment['grade'],
    target: row.target as Commitment['target'],
    deadline: row.deadline,
    deadlineBasis: row.deadline_basis as Commitment['deadlineBasis'],
    conditions: row.conditions,
    ...span(row),
  };
}

/** Resolves to the quantities, in the order of the text. */
export async function readQuantities(db: Kysely<Tables>, scope: Scope): Promise<Quantity[]> {
  const rows = await ofScope(db.selectFrom('quantity').selectAll(), scope);
  return rows.map((row) => ({
    clause: row.clause,
    text: row.text,
    number: row.number,
    unit: row.unit,
    qualifier: row.qualifier,
    ...span(row),
  }));
}

/** Resolves to the named projects, in the order of the text. */
export async function readProjects(db: Kysely<Tables>, scope: Scope): Promise<NamedProject[]> {
  const rows = await ofScope(db.selectFrom('named_project').selectAll(), scope);
  return rows.map((row) => ({
    clause: row.clause,
    name: row.name,
    title: row.title,
    kind: row.kind as NamedProject['kind'],
    grade: row.grade as NamedProject['grade'],
    verb: row.verb,
    ...span(row),
  }));
}

interface Ordered<Row> {
  where(column: 'plan_id' | 'clause', operator: '=', value: string): Ordered<Row>;
  orderBy(column: 'ordinal'): Ordered<Row>;
  execute(): Promise<Row[]>;
}

async function ofScope<Row>(query: { execute(): Promise<Row[]> }, scope: Scope): Promise<Row[]> {
  // Every part has these columns; Kysely's types cannot say so of a table not yet known.
  let scoped = (query as unknown as Ordered<Row>)
    .where('plan_id', '=', scope.plan)
    .orderBy('ordinal');
  if (scope.clause !== undefined) scoped = scoped.where('clause', '=', scope.clause);
  return await scoped.execute();
}

function span(row: { start_offset: number; end_offset: number }): { start: number; end: number } {
  return { start: row.start_offset, end: row.end_offset };
}
