import type { Generated } from 'kysely';
import type { Absence } from '../domain/observation.ts';
import type { RemindedRole, ReminderKind } from '../domain/reminder.ts';
import type { SubmissionAct, SubmissionState } from '../domain/submission.ts';

export interface FormSetTable {
  plan_id: string;
  version: number;
  hash: string;
  /** JSON of FormsFile. */
  forms: string;
  loaded: Generated<Date>;
}

export interface RoundTable {
  id: Generated<number>;
  plan_id: string;
  form: string;
  version: number;
  /** A PeriodNumber. */
  period: number;
  opens: string;
  due: string;
  grace_days: number;
  opened_by: number;
  opened_at: Generated<Date>;
  closed_at: Date | null;
}

export interface SubmissionTable {
  id: Generated<number>;
  round: number;
  body: string;
  /** Whose reporters fill it in: the body itself, or the place above that lists it. */
  filled_by: string;
  state: Generated<SubmissionState>;
  /** Levels that have accepted it. */
  level: Generated<number>;
  levels: number;
  revision: Generated<number>;
  begun_at: Date | null;
  submitted_at: Date | null;
  exempt_reason: string | null;
}

export interface SubmissionLevelTable {
  submission: number;
  level: number;
  body: string;
  role: 'reviewer' | 'approver';
}

export interface CellTable {
  submission: number;
  indicator: string;
  /** Decimal text, in the unit of the indicator. */
  value: string | null;
  absence: Absence | null;
  note: string | null;
  revision: number;
  changed_by: number;
  changed_at: Generated<Date>;
}

export interface CellAcceptanceTable {
  submission: number;
  level: number;
  indicator: string;
  revision: number;
}

export interface CellRemarkTable {
  id: Generated<number>;
  submission: number;
  indicator: string;
  level: number;
  /** The revision of the cell it is about, and what stood there then. */
  revision: number;
  value: string | null;
  absence: Absence | null;
  reason: string;
  made_by: number;
  made_at: Generated<Date>;
  resolved_at: Date | null;
}

export interface SubmissionMoveTable {
  id: Generated<number>;
  submission: number;
  act: SubmissionAct;
  state: SubmissionState;
  level: number;
  /** Null: the program, at the end of an embargo. */
  made_by: number | null;
  made_at: Generated<Date>;
  reason: string | null;
}

/** Who ever saved a cell of a submission. */
export interface SubmissionAuthorTable {
  submission: number;
  account: number;
}

export interface KeptSaveTable {
  id: Generated<number>;
  account: number;
  submission: number;
  indicator: string;
  /** As it was sent: it may be no number. */
  value: string | null;
  absence: Absence | null;
  note: string | null;
  /** A finding code: why it was not saved. */
  cause: string;
  key: string;
  arrived: Generated<Date>;
  dismissed_at: Date | null;
}

export interface ReminderTable {
  id: Generated<number>;
  submission: number;
  /** Of the submission when it was made. */
  revision: number;
  kind: ReminderKind;
  /** What the kind is raised for once: a day, or a revision. */
  occurrence: string;
  role: RemindedRole;
  body: string;
  /** Null: the program. */
  made_by: number | null;
  at: Generated<Date>;
  note: string | null;
}

export interface ReminderDeliveryTable {
  id: Generated<number>;
  channel: 'mail' | 'webhook';
  /** Of a mail; null for the webhook. */
  account: number | null;
  reminders: number[];
  state: Generated<'waiting' | 'sent' | 'failed' | 'unneeded'>;
  attempts: Generated<number>;
  next_at: Generated<Date>;
  /** A code. */
  error: string | null;
  made_at: Generated<Date>;
}

export interface ReleaseTable {
  id: Generated<number>;
  plan_id: string;
  title: string;
  decided_by: number;
  decided_at: Generated<Date>;
  embargo: Date | null;
  /** Of the base, once it is there. */
  number: number | null;
  withdrawn_at: Date | null;
}

export interface ReleaseSubmissionTable {
  release: number;
  submission: number;
}

export interface ReleaseReasonTable {
  release: number;
  submission: number;
  indicator: string;
  reason: string;
}

/** The table of moves, filled by the program. */
export interface TransitionTable {
  act: string;
  from_state: string;
  to_state: string;
  party: string;
  /** `partly`, `wholly`, or empty where it does not matter. */
  reviewed: string;
}

export interface CollectionTables {
  form_set: FormSetTable;
  round: RoundTable;
  submission: SubmissionTable;
  submission_level: SubmissionLevelTable;
  cell: CellTable;
  cell_acceptance: CellAcceptanceTable;
  cell_remark: CellRemarkTable;
  submission_move: SubmissionMoveTable;
  submission_author: SubmissionAuthorTable;
  kept_save: KeptSaveTable;
  reminder: ReminderTable;
  reminder_delivery: ReminderDeliveryTable;
  release: ReleaseTable;
  release_submission: ReleaseSubmissionTable;
  release_reason: ReleaseReasonTable;
  transition: TransitionTable;
}
