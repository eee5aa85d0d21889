import { createHash } from 'node:crypto';
import type { Insertable } from 'kysely';
import type { EvaluabilityAnswer } from '../api/plan.ts';
import type { Agency } from '../domain/agency.ts';
import type { CompiledDocument } from '../domain/compiled-document.ts';
import type { Correction, PlanFile } from '../domain/plan.ts';
import { ownTextOf, placeClauses } from './clause-place.ts';
import { fold } from './fold.ts';
import type { Tables } from './schema.ts';

/** A plan as it is put into the database: its files, its text compiled and corrected. */
export interface PlannedDocument {
  readonly file: PlanFile;
  readonly document: CompiledDocument;
  readonly agencies: readonly Agency[];
  readonly corrections: readonly Correction[];
  /** For each commitment, in the document's order, whether it can be judged as written. */
  readonly evaluability: readonly EvaluabilityAnswer[];
}

/** The tables a compiled plan fills. */
export type PlanTables =
  | 'plan'
  | 'plan_text'
  | 'clause'
  | 'agency'
  | 'agency_succession'
  | 'responsibility'
  | 'responsibility_agency'
  | 'duty'
  | 'commitment'
  | 'quantity'
  | 'named_project';

/** The rows of every table, in an order that satisfies the foreign keys. */
export type PlanRows = { readonly [Table in PlanTables]: readonly Insertable<Tables[Table]>[] };

/** Returns the rows a plan becomes; `plan.hash` is the hash of all the others and of itself. */
export function planRows(plan: PlannedDocument): PlanRows {
  const rows: Omit<PlanRows, 'plan'> = {
    plan_text: [textRow(plan)],
    clause: clauseRows(plan),
    agency: agencyRows(plan),
    agency_succession: successionRows(plan),
    responsibility: responsibilityRows(plan),
    responsibility_agency: cellRows(plan),
    duty: dutyRows(plan),
    commitment: commitmentRows(plan),
    quantity: quantityRows(plan),
    named_project: projectRows(plan),
  };
  const row = planRow(plan.file);
  const hash = createHash('sha256')
    .update(JSON.stringify([row, rows]))
    .digest('hex');
  return { plan: [{ ...row, hash }], ...rows };
}

function planRow(file: PlanFile): Omit<Insertable<Tables['plan']>, 'hash'> {
  return {
    id: file.id,
    title_zh: file.title.zh,
    title_en: file.title.en,
    short_title_zh: file.shortTitle.zh,
    short_title_en: file.shortTitle.en,
    number: file.number,
    issuer: file.issuer,
    issued: file.issued,
    period_start: file.period.start,
    period_end: file.period.end,
    base_year: file.baseYear,
    source: JSON.stringify(file.source),
  };
}

function textRow({ file, document, corrections }: PlannedDocument) {
  return {
    plan_id: file.id,
    contract: document.contract,
    title: document.title,
    subject: document.subject,
    number: document.number,
    issuer: document.issuer,
    issued: document.issued,
    addressees: document.addressees,
    period_start: document.period?.start ?? null,
    period_end: document.period?.end ?? null,
    text: document.text,
    body_start: document.body[0],
    body_end: document.body[1],
    corrections: JSON.stringify(corrections),
  };
}

function clauseRows({ file, document }: PlannedDocument) {
  const places = placeClauses(document.text, document.clauses);
  return document.clauses.map((clause, ordinal) => {
    const place = places.get(clause.id);
    return {
      plan_id: file.id,
      id: clause.id,
      ordinal,
      parent: clause.parent,
      area: place?.area ?? null,
      kind: clause.kind,
      number: clause.number,
      heading: clause.heading,
      link_number: place?.linkNumber ?? null,
      link_heading: place?.linkHeading ?? '',
      ...offsets(clause),
      own_spans: JSON.stringify(clause.ownSpans),
      search_text: fold(ownTextOf(document.text, clause.ownSpans)),
      search_heading: fold(clause.heading),
    };
  });
}

/** Those the text names, in order of first appearance, then those only agencies.csv has. */
function agencyRows({ file, document, agencies }: PlannedDocument) {
  const listed = new Map(agencies.map((agency) => [agency.name, agency]));
  const named = document.responsibilities.flatMap((statement) => statement.agencies);
  return [...new Set([...named, ...listed.keys()])].map((name, ordinal) => {
    const agency = listed.get(name);
    return {
      plan_id: file.id,
      name,
      ordinal,
      full_name: agency?.fullName ?? null,
      full_name_source: agency?.fullNameSource ?? null,
      succeeded: agency?.succeeded ?? null,
      succession_source: agency?.successionSource ?? null,
      note: agency?.note ?? null,
      search_name: fold(`${name}\n${agency?.fullName ?? ''}`),
    };
  });
}

function successionRows({ file, agencies }: PlannedDocument) {
  return agencies.flatMap((agency) =>
    agency.successors.map((successor, position) => ({
      plan_id: file.id,
      agency: agency.name,
      position,
      successor,
    })),
  );
}

function responsibilityRows({ file, document }: PlannedDocument) {
  return document.responsibilities.map((statement, ordinal) => ({
    plan_id: file.id,
    ordinal,
    clause: statement.clause,
    others: statement.others,
    manner: statement.manner,
    leads: statement.leads,
    open: statement.open,
    text: statement.text,
    ...offsets(statement),
  }));
}

function cellRows({ file, document }: PlannedDocument) {
  return document.responsibilities.flatMap((statement, responsibility) =>
    statement.agencies.map((agency, position) => ({
      plan_id: file.id,
      responsibility,
      position,
      agency,
    })),
  );
}

function dutyRows({ file, document }: PlannedDocument) {
  return document.duties.map((duty, ordinal) => ({
    plan_id: file.id,
    ordinal,
    clause: duty.clause,
    actors: duty.actors,
    action: duty.action,
    ...offsets(duty),
  }));
}

function commitmentRows({ file, document, evaluability }: PlannedDocument) {
  return document.commitments.map((commitment, ordinal) => {
    const judged = evaluability[ordinal];
    if (!judged) throw new Error(`no evaluability for commitment ${commitment.id}`);
    return {
      plan_id: file.id,
      id: commitment.id,
      ordinal,
      clause: commitment.clause,
      text: commitment.text,
      verb: commitment.verb,
      grade: commitment.grade,
      target: commitment.target,
      deadline: commitment.deadline,
      deadline_basis: commitment.deadlineBasis,
      conditions: commitment.conditions,
      evaluable: judged.evaluable,
      evaluability: judged.evaluable ? judged.basis : judged.reason,
      ...offsets(commitment),
    };
  });
}

function quantityRows({ file, document }: PlannedDocument) {
  return document.quantities.map(({ clause, text, number, unit, qualifier, ...span }, ordinal) => ({
    plan_id: file.id,
    ordinal,
    clause,
    text,
    number,
    unit,
    qualifier,
    ...offsets(span),
  }));
}

function projectRows({ file, document }: PlannedDocument) {
  return document.namedProjects.map((project, ordinal) => ({
    plan_id: file.id,
    ordinal,
    clause: project.clause,
    name: project.name,
    title: project.title,
    kind: project.kind,
    grade: project.grade,
    verb: project.verb,
    ...offsets(project),
  }));
}

function offsets({ start, end }: { readonly start: number; readonly end: number }) {
  return { start_offset: start, end_offset: end };
}
