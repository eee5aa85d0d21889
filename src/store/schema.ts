import type { Generated } from 'kysely';
import type { AccountTables } from './account-schema.ts';
import type { CollectionTables } from './collection-schema.ts';

/** The schema all tables live in. */
export const schemaName = 'xingbian';

/** A plan, as its plan.yaml says. `hash` covers everything stored for it. */
export interface PlanTable {
  id: string;
  hash: string;
  title_zh: string;
  title_en: string;
  short_title_zh: string;
  short_title_en: string;
  number: string;
  issuer: string;
  issued: string;
  period_start: number;
  period_end: number;
  base_year: number;
  /** JSON of PlanFile.source. */
  source: string;
  loaded: Generated<Date>;
}

/** The compiled text; offsets everywhere are UTF-16 offsets into `text`. */
export interface PlanTextTable {
  plan_id: string;
  contract: string;
  title: string | null;
  subject: string | null;
  number: string | null;
  issuer: string | null;
  issued: string | null;
  addressees: string[];
  period_start: number | null;
  period_end: number | null;
  text: string;
  body_start: number;
  body_end: number;
  /** JSON of Correction[]. */
  corrections: string;
}

export interface ClauseTable {
  plan_id: string;
  id: string;
  ordinal: number;
  parent: string | null;
  /** The area or section it stands in; null for a section itself. */
  area: string | null;
  kind: string;
  number: string | null;
  heading: string;
  /** Number and heading as others refer to it. */
  link_number: string | null;
  link_heading: string;
  start_offset: number;
  end_offset: number;
  /** JSON of Span[]. */
  own_spans: string;
  /** Own text and heading, folded for search; same length as printed. */
  search_text: string;
  search_heading: string;
}

export interface ResponsibilityTable {
  plan_id: string;
  ordinal: number;
  clause: string;
  others: string[];
  manner: string;
  leads: string[];
  open: boolean;
  text: string;
  start_offset: number;
  end_offset: number;
}

/** One cell of the matrix, `position` in printed order. */
export interface ResponsibilityAgencyTable {
  plan_id: string;
  responsibility: number;
  position: number;
  agency: string;
}

export interface AgencyTable {
  plan_id: string;
  name: string;
  /** Order of first appearance in the text. */
  ordinal: number;
  full_name: string | null;
  full_name_source: string | null;
  succeeded: string | null;
  succession_source: string | null;
  note: string | null;
  search_name: string;
}

export interface AgencySuccessionTable {
  plan_id: string;
  agency: string;
  position: number;
  successor: string;
}

export interface DutyTable {
  plan_id: string;
  ordinal: number;
  clause: string;
  actors: string[];
  action: string;
  start_offset: number;
  end_offset: number;
}

export interface CommitmentTable {
  plan_id: string;
  id: string;
  ordinal: number;
  clause: string;
  text: string;
  verb: string;
  grade: string;
  target: string;
  deadline: string | null;
  deadline_basis: string | null;
  conditions: string[];
  evaluable: boolean;
  /** Basis when evaluable, reason when not. */
  evaluability: string;
  start_offset: number;
  end_offset: number;
}

export interface QuantityTable {
  plan_id: string;
  ordinal: number;
  clause: string;
  text: string;
  number: number;
  unit: string;
  qualifier: string | null;
  start_offset: number;
  end_offset: number;
}

export interface NamedProjectTable {
  plan_id: string;
  ordinal: number;
  clause: string;
  name: string;
  title: string;
  kind: string;
  grade: string;
  verb: string;
  start_offset: number;
  end_offset: number;
}

/** The territory and the indicators of a plan from a number on, as documents. */
export interface StatisticsTable {
  plan_id: string;
  number: number;
  hash: string;
  /** JSON of TerritoryRegister. */
  register: string;
  /** JSON of IndicatorsFile. */
  indicators: string;
}

/** A place's small number; what it is stands in the register. */
export interface TerritoryTable {
  key: Generated<number>;
  plan_id: string;
  id: string;
}

/** An indicator's small number; what it is stands in the indicators. */
export interface IndicatorTable {
  key: Generated<number>;
  plan_id: string;
  id: string;
}

/** A group within a place: what totals are kept for. */
export interface ScopeTable {
  key: Generated<number>;
  plan_id: string;
  group_id: string;
  territory_id: string;
}

/** A place counts in a scope in the years from `from_year` up to but without `until_year`. */
export interface ScopeMemberTable {
  scope: number;
  territory: number;
  from_year: number;
  until_year: number;
}

/** Where figures come from, and whether they take in enclosed units. */
export interface SourceTable {
  key: Generated<number>;
  plan_id: string;
  text: string;
  enclosed: string;
}

/** An import or publication; numbers follow the order of commits. */
export interface PublicationTable {
  plan_id: string;
  number: number;
  recorded: Date;
  kind: string;
  file: string;
  file_hash: string;
  /** JSON of Dataset. */
  dataset: string;
  /** JSON of the counts of ImportSummary. */
  counts: string;
}

/** A figure or the reason there is none; never changed, only followed by another of a later number. */
export interface ObservationTable {
  territory: number;
  indicator: number;
  period: number;
  number: number;
  source: number;
  status: 'provisional' | 'final' | 'estimated';
  absence: 'missing' | 'not-applicable' | 'not-due' | 'suppressed' | null;
  /** Decimal text: figures are decimals, not binary fractions. */
  value: string | null;
  breakdown: string;
  note: string | null;
}

/** The doubts on a figure from a number on; an empty list takes them back. */
export interface DoubtTable {
  territory: number;
  indicator: number;
  period: number;
  number: number;
  breakdown: string;
  /** JSON of Doubt[]. */
  doubts: string;
}

/**
 * A total as of the last publication. `total` is Σvalue, or Σvalue·weight beside Σweight in
 * `weight`; `middle` is the median member. `covered` is a fingerprint of the members that are in.
 */
export interface AggregateTable {
  scope: number;
  indicator: number;
  period: number;
  present: number;
  expected: number;
  covered: string;
  provisional: number;
  estimated: number;
  doubtful: number;
  total: string | null;
  weight: string | null;
  middle: string | null;
  breakdown: string;
}

/** Every table by name, as Kysely wants them. */
export interface Tables extends AccountTables, CollectionTables {
  plan: PlanTable;
  plan_text: PlanTextTable;
  clause: ClauseTable;
  responsibility: ResponsibilityTable;
  responsibility_agency: ResponsibilityAgencyTable;
  agency: AgencyTable;
  agency_succession: AgencySuccessionTable;
  duty: DutyTable;
  commitment: CommitmentTable;
  quantity: QuantityTable;
  named_project: NamedProjectTable;
  statistics: StatisticsTable;
  territory: TerritoryTable;
  indicator: IndicatorTable;
  scope: ScopeTable;
  scope_member: ScopeMemberTable;
  source: SourceTable;
  publication: PublicationTable;
  observation: ObservationTable;
  doubt: DoubtTable;
  aggregate: AggregateTable;
}
