import { z } from 'zod';
import { Agency } from '../domain/agency.ts';
import { Clause, ClauseKind } from '../domain/clause.ts';
import { Commitment, NamedProject, Quantity } from '../domain/commitment.ts';
import { CompiledDocument } from '../domain/compiled-document.ts';
import { Correction, PlanFile } from '../domain/plan.ts';
import { Duty, Manner, Responsibility } from '../domain/responsibility.ts';
import { Span } from '../domain/span.ts';
import { endpoint } from './endpoint.ts';
import { planPaths } from './paths.ts';

const none = z.object({});

/** The plan in one line: what it is and how much it holds. */
export const PlanSummary = PlanFile.pick({
  id: true,
  title: true,
  shortTitle: true,
  number: true,
  issuer: true,
  issued: true,
  period: true,
  baseYear: true,
  source: true,
}).extend({
  counts: z.object({
    clauses: z.partialRecord(ClauseKind, z.number().int()),
    responsibilities: z.number().int(),
    agencies: z.number().int(),
    /** Agency × statement pairs. */
    cells: z.number().int(),
    commitments: z.number().int(),
    namedProjects: z.number().int(),
    duties: z.number().int(),
  }),
});
export type PlanSummary = z.infer<typeof PlanSummary>;

/** The compiled text for reading: clauses carry offsets, the text is sent once. */
export const PlanDocument = CompiledDocument.omit({ clauses: true, findings: true }).extend({
  plan: PlanSummary,
  clauses: z.array(Clause.omit({ text: true })),
  /** Corrections in force, so that a reader sees what a person changed. */
  corrections: z.array(Correction),
});
export type PlanDocument = z.infer<typeof PlanDocument>;

/** A clause as others refer to it. */
export const ClauseLink = z.object({
  id: z.string(),
  kind: ClauseKind,
  /** Printed number: 1. （一） 专栏1（4）. */
  number: z.string().nullable(),
  /** The heading, or the first words of a clause without one. */
  heading: z.string(),
});
export type ClauseLink = z.infer<typeof ClauseLink>;

/** A statement as a row of the responsibility matrix. */
export const MatrixRow = z.object({
  clause: ClauseLink,
  /** The area (三（一）…) or section the item stands in; rows come in the order of the text. */
  area: ClauseLink,
  agencies: z.array(z.string()),
  others: z.array(z.string()),
  manner: Manner,
  leads: z.array(z.string()),
});
export type MatrixRow = z.infer<typeof MatrixRow>;

export const Matrix = z.object({
  plan: PlanSummary,
  rows: z.array(MatrixRow),
  /** In order of first appearance, with the number of rows that name each. */
  agencies: z.array(z.object({ name: z.string(), count: z.number().int() })),
  cells: z.number().int(),
});
export type Matrix = z.infer<typeof Matrix>;

/** Whether a commitment can be judged as written, and on what, or why not. */
export const EvaluabilityAnswer = z.discriminatedUnion('evaluable', [
  z.object({ evaluable: z.literal(true), basis: z.enum(['target', 'grade']) }),
  z.object({
    evaluable: z.literal(false),
    reason: z.enum(['no-criterion', 'no-number', 'no-threshold']),
  }),
]);
export type EvaluabilityAnswer = z.infer<typeof EvaluabilityAnswer>;

/** A commitment with whether it can be judged as written. */
export const JudgedCommitment = Commitment.extend({ evaluability: EvaluabilityAnswer });
export type JudgedCommitment = z.infer<typeof JudgedCommitment>;

/** Everything the plan asks of one agency. */
export const AgencyPage = z.object({
  plan: PlanSummary,
  agency: Agency,
  /** The items that name it, with what each of them promises. */
  items: z.array(MatrixRow.extend({ commitments: z.array(JudgedCommitment) })),
  /** Duties that name the agency, with the clause they stand in. */
  duties: z.array(Duty.extend({ link: ClauseLink })),
  /** Duties laid on departments without naming them: 各有关部门, 有关部门. */
  commonDuties: z.array(Duty.extend({ link: ClauseLink })),
  /** Bodies named beside it, by number of shared items. */
  companions: z.array(z.object({ name: z.string(), shared: z.number().int() })),
});
export type AgencyPage = z.infer<typeof AgencyPage>;

export const AgencyList = z.object({
  plan: PlanSummary,
  agencies: z.array(Agency.extend({ count: z.number().int(), duties: z.number().int() })),
});
export type AgencyList = z.infer<typeof AgencyList>;

/** The ledger of commitments, with the named projects and the duties. */
export const Ledger = z.object({
  plan: PlanSummary,
  commitments: z.array(JudgedCommitment.extend({ link: ClauseLink, area: ClauseLink })),
  namedProjects: z.array(NamedProject.extend({ link: ClauseLink, area: ClauseLink })),
  duties: z.array(Duty.extend({ link: ClauseLink })),
});
export type Ledger = z.infer<typeof Ledger>;

export const SearchAnswer = z.object({
  query: z.string(),
  total: z.number().int(),
  hits: z.array(
    z.object({
      clause: ClauseLink,
      area: ClauseLink.nullable(),
      /** The words around the hits, and the spans of the hits within them. */
      snippet: z.string(),
      marks: z.array(Span),
      /** Hits in this clause's own text. */
      count: z.number().int(),
    }),
  ),
  /** Agencies whose printed or full name matches. */
  agencies: z.array(z.object({ name: z.string(), fullName: z.string().nullable() })),
});
export type SearchAnswer = z.infer<typeof SearchAnswer>;

export const ClausePage = z.object({
  plan: PlanSummary,
  clause: Clause,
  /** From the top down, without the clause itself. */
  ancestors: z.array(ClauseLink),
  responsibilities: z.array(Responsibility),
  duties: z.array(Duty),
  commitments: z.array(Commitment),
  quantities: z.array(Quantity),
  namedProjects: z.array(NamedProject),
});
export type ClausePage = z.infer<typeof ClausePage>;

const csv = { kind: 'file', mediaType: 'text/csv; charset=utf-8' } as const;
const xlsx = {
  kind: 'file',
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;
const language = z.object({ lang: z.enum(['zh', 'en']).default('zh') });

export const planEndpoints = {
  summary: endpoint({
    id: 'plan.summary',
    method: 'GET',
    access: 'public',
    path: planPaths.summary,
    summary: { zh: '规划概要', en: 'The plan in one line' },
    input: none,
    answer: { kind: 'json', schema: PlanSummary },
    errors: [],
  }),
  document: endpoint({
    id: 'plan.document',
    method: 'GET',
    access: 'public',
    path: planPaths.document,
    summary: { zh: '规划原文及其编译结果', en: 'The text of the plan and what it compiles to' },
    input: none,
    answer: { kind: 'json', schema: PlanDocument },
    errors: [],
  }),
  clause: endpoint({
    id: 'plan.clause',
    method: 'GET',
    access: 'public',
    path: planPaths.clause,
    summary: { zh: '一个条款', en: 'One clause' },
    input: z.object({ id: z.string() }),
    answer: { kind: 'json', schema: ClausePage },
    errors: ['clause-not-found'],
  }),
  matrix: endpoint({
    id: 'plan.matrix',
    method: 'GET',
    access: 'public',
    path: planPaths.matrix,
    summary: { zh: '责任矩阵', en: 'The responsibility matrix' },
    input: none,
    answer: { kind: 'json', schema: Matrix },
    errors: [],
  }),
  matrixCsv: endpoint({
    id: 'plan.matrix.csv',
    method: 'GET',
    access: 'public',
    path: planPaths.matrixCsv,
    summary: { zh: '责任矩阵，CSV', en: 'The responsibility matrix as CSV' },
    input: language,
    answer: csv,
    errors: [],
  }),
  matrixXlsx: endpoint({
    id: 'plan.matrix.xlsx',
    method: 'GET',
    access: 'public',
    path: planPaths.matrixXlsx,
    summary: { zh: '责任矩阵，XLSX', en: 'The responsibility matrix as XLSX' },
    input: language,
    answer: xlsx,
    errors: [],
  }),
  agencies: endpoint({
    id: 'plan.agencies',
    method: 'GET',
    access: 'public',
    path: planPaths.agencies,
    summary: { zh: '部门名单', en: 'The agencies the plan names' },
    input: none,
    answer: { kind: 'json', schema: AgencyList },
    errors: [],
  }),
  agency: endpoint({
    id: 'plan.agency',
    method: 'GET',
    access: 'public',
    path: planPaths.agency,
    summary: { zh: '一个部门', en: 'One agency' },
    input: z.object({ name: z.string() }),
    answer: { kind: 'json', schema: AgencyPage },
    errors: ['agency-not-found'],
  }),
  ledger: endpoint({
    id: 'plan.ledger',
    method: 'GET',
    access: 'public',
    path: planPaths.ledger,
    summary: { zh: '规划事项台账', en: 'The ledger of commitments' },
    input: none,
    answer: { kind: 'json', schema: Ledger },
    errors: [],
  }),
  ledgerCsv: endpoint({
    id: 'plan.ledger.csv',
    method: 'GET',
    access: 'public',
    path: planPaths.ledgerCsv,
    summary: { zh: '规划事项台账，CSV', en: 'The ledger of commitments as CSV' },
    input: language,
    answer: csv,
    errors: [],
  }),
  ledgerXlsx: endpoint({
    id: 'plan.ledger.xlsx',
    method: 'GET',
    access: 'public',
    path: planPaths.ledgerXlsx,
    summary: { zh: '规划事项台账，XLSX', en: 'The ledger of commitments as XLSX' },
    input: language,
    answer: xlsx,
    errors: [],
  }),
  search: endpoint({
    id: 'plan.search',
    method: 'GET',
    access: 'public',
    path: planPaths.search,
    summary: { zh: '全文检索', en: 'Full-text search' },
    input: z.object({
      q: z.string().trim().min(1).max(100),
      limit: z.coerce.number().int().min(1).max(100).default(30),
    }),
    answer: { kind: 'json', schema: SearchAnswer },
    errors: ['input-invalid'],
  }),
} as const;
