import { z } from 'zod';
import { Finding } from '../domain/finding.ts';
import { Citation, Form, FormField } from '../domain/form.ts';
import { Formula } from '../domain/indicator.ts';
import { Absence } from '../domain/observation.ts';
import { Period } from '../domain/period.ts';
import { SubmissionAct, SubmissionState } from '../domain/submission.ts';
import { ReminderView } from './reminders.ts';

const bilingual = z.object({ zh: z.string(), en: z.string() });

/** An indicator as a row of a form shows it. */
export const FieldView = FormField.extend({
  /** 01, 02 …: its line on the form, also what findings call it. */
  line: z.string(),
  name: bilingual,
  definition: bilingual,
  unit: z.string(),
  digits: z.number().int(),
  min: z.number().nullable(),
  max: z.number().nullable(),
  /** Computed from other lines as they are typed; never asked. */
  derived: Formula.nullable(),
});
export type FieldView = z.infer<typeof FieldView>;

export const SectionView = z.object({ title: bilingual, fields: z.array(FieldView) });
export type SectionView = z.infer<typeof SectionView>;

/** A form, and what it asks of those who fill it. */
export const FormView = z.object({
  form: Form,
  sections: z.array(SectionView),
  /** Cells a body fills in a year: of all, and those asked where the base knows nothing yet. */
  burden: z.object({
    bodies: z.number().int(),
    cellsEach: z.number().int(),
    periodsEachYear: z.number().int(),
    /** Over all bodies and a year; `known` are pre-filled. */
    asked: z.number().int(),
    known: z.number().int(),
  }),
});
export type FormView = z.infer<typeof FormView>;

export const FormsAnswer = z.object({
  version: z.number().int().nullable(),
  /** The year the burden is counted for, and those it may be asked for, newest first. */
  year: z.number().int(),
  years: z.array(z.number().int()),
  forms: z.array(FormView),
  /** What all forms together ask of each body in that year, and how much of it is pre-filled. */
  bodies: z.array(
    z.object({
      body: z.string(),
      bodyName: z.string(),
      forms: z.array(z.string()),
      asked: z.number().int(),
      known: z.number().int(),
    }),
  ),
  citations: z.array(Citation),
});
export type FormsAnswer = z.infer<typeof FormsAnswer>;

export const LevelView = z.object({
  body: z.string(),
  bodyName: z.string(),
  role: z.enum(['reviewer', 'approver']),
});
export type LevelView = z.infer<typeof LevelView>;

/** When a submission came: in time, within the days of grace, after them; null: not yet. */
export const Punctuality = z.enum(['in-time', 'grace', 'late']);
export type Punctuality = z.infer<typeof Punctuality>;

/** A submission in a list. */
export const SubmissionEntry = z.object({
  id: z.number().int(),
  round: z.number().int(),
  form: z.string(),
  formNumber: z.string(),
  formTitle: bilingual,
  period: Period,
  body: z.string(),
  bodyName: z.string(),
  /** Whose reporters fill it in: the body itself, or the place above that lists it. */
  filledBy: z.string(),
  filledByName: z.string(),
  state: SubmissionState,
  /** Counts its moves; an act names the one it was decided on. */
  revision: z.number().int(),
  level: z.number().int(),
  levels: z.array(LevelView),
  /** The days of the round in Asia/Shanghai: nothing is filled in before it opens. */
  opens: z.string(),
  due: z.string(),
  graceDays: z.number().int(),
  closed: z.boolean(),
  submittedAt: z.string().nullable(),
  punctuality: Punctuality.nullable(),
  /** Overdue days today in Asia/Shanghai, while it is being filled or was returned; 0 or less: not overdue. */
  overdueDays: z.number().int(),
  /** Of the cells asked: those with a value or a reason, and those the base knows. */
  filled: z.number().int(),
  /** Cells that need a figure or a reason. */
  asked: z.number().int(),
  /** Of the cells filled: those that say why they have no figure. */
  absent: z.number().int(),
  /** Cells with a note. */
  explained: z.number().int(),
  openRemarks: z.number().int(),
  /** Of where it stands now, newest first, as far as the account may see them. */
  reminders: z.array(ReminderView),
  /** Whether the account may remind whom it waits for; once on a day. */
  mayRemind: z.boolean(),
  /** What the account may do to it now. */
  may: z.array(SubmissionAct),
});
export type SubmissionEntry = z.infer<typeof SubmissionEntry>;

export const CellView = z.object({
  indicator: z.string(),
  /** Decimal text in the unit of the field. */
  value: z.string().nullable(),
  absence: Absence.nullable(),
  note: z.string().nullable(),
  revision: z.number().int(),
  changedBy: z.string(),
  changedAt: z.string(),
});
export type CellView = z.infer<typeof CellView>;

/** A figure of the base, as its decimal text, and where it comes from. */
export const KnownFigure = z.object({
  indicator: z.string(),
  period: Period,
  value: z.string().nullable(),
  absence: Absence.nullable(),
  source: z.string(),
});
export type KnownFigure = z.infer<typeof KnownFigure>;

export const Remark = z.object({
  id: z.number().int(),
  indicator: z.string(),
  level: z.number().int(),
  /** The revision of the cell it is about, and what stood there: old beside new when it comes back. */
  revision: z.number().int(),
  value: z.string().nullable(),
  absence: Absence.nullable(),
  reason: z.string(),
  by: z.string(),
  at: z.string(),
  resolved: z.boolean(),
});

/** What arrived too late to be saved, kept for who typed it. */
export const KeptSave = z.object({
  id: z.number().int(),
  indicator: z.string(),
  value: z.string().nullable(),
  absence: Absence.nullable(),
  note: z.string().nullable(),
  finding: Finding,
  arrived: z.string(),
});
export type KeptSave = z.infer<typeof KeptSave>;

/** What was kept of a form its author fills in no longer. */
export const KeptElsewhere = KeptSave.extend({
  formNumber: z.string(),
  formTitle: bilingual,
  period: Period,
  bodyName: z.string(),
  name: bilingual,
  unit: z.string(),
});
export type KeptElsewhere = z.infer<typeof KeptElsewhere>;

/** A body's copy of a form with all that stands beside it. */
export const Sheet = z.object({
  entry: SubmissionEntry,
  form: Form,
  version: z.number().int(),
  sections: z.array(SectionView),
  /** Whether this account may change cells now. */
  editable: z.boolean(),
  cells: z.array(CellView),
  /** The figures the base has of this body and period: pre-filled, not asked again. */
  known: z.array(KnownFigure),
  /** Of the period before, as they stand beside the cells. */
  before: z.array(KnownFigure),
  /** All earlier figures of the body, oldest first: what a cell is compared with. */
  history: z.array(KnownFigure),
  remarks: z.array(Remark),
  /** Revisions the level it waits at has accepted before; other cells are to be looked at. */
  accepted: z.array(z.object({ indicator: z.string(), revision: z.number().int() })),
  moves: z.array(
    z.object({
      act: SubmissionAct,
      state: SubmissionState,
      level: z.number().int(),
      by: z.string().nullable(),
      at: z.string(),
      reason: z.string().nullable(),
    }),
  ),
  kept: z.array(KeptSave),
});
export type Sheet = z.infer<typeof Sheet>;

/** One cell on its way in. The same `key` twice is one save. */
export const CellSave = z.object({
  key: z.string().regex(/^[\w-]{8,64}$/),
  indicator: z.string().max(100),
  value: z.string().max(40).nullable(),
  absence: Absence.nullable(),
  note: z.string().max(2_000).nullable(),
  /** The revision it was typed over; 0: nothing was there. */
  base: z.number().int().min(0),
});
export type CellSave = z.infer<typeof CellSave>;

/** What became of a cell: saved; somebody else was there first; or it could not be saved and is kept. */
export const CellOutcome = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.literal('saved'),
    key: z.string(),
    indicator: z.string(),
    revision: z.number().int(),
  }),
  z.object({
    outcome: z.literal('conflict'),
    key: z.string(),
    indicator: z.string(),
    now: CellView,
  }),
  z.object({
    outcome: z.literal('kept'),
    key: z.string(),
    indicator: z.string(),
    finding: Finding,
  }),
]);
export type CellOutcome = z.infer<typeof CellOutcome>;

/** A round: a form asked for a period. */
export const RoundView = z.object({
  id: z.number().int(),
  form: z.string(),
  formNumber: z.string(),
  formTitle: bilingual,
  period: Period,
  version: z.number().int(),
  opens: z.string(),
  due: z.string(),
  graceDays: z.number().int(),
  closed: z.boolean(),
  /** Submissions the account may see, by state. */
  states: z.record(z.string(), z.number().int()),
  total: z.number().int(),
  /** Of those that came: by the due day, in the days of grace, later. */
  inTime: z.number().int(),
  grace: z.number().int(),
  late: z.number().int(),
});
export type RoundView = z.infer<typeof RoundView>;

/** A published figure that would become another, and must have a reason. */
export const Revision = z.object({
  submission: z.number().int(),
  bodyName: z.string(),
  indicator: z.string(),
  name: bilingual,
  old: z.string().nullable(),
  new: z.string().nullable(),
});

export const ReleaseView = z.object({
  id: z.number().int(),
  title: z.string(),
  decidedBy: z.string(),
  decidedAt: z.string(),
  embargo: z.string().nullable(),
  number: z.number().int().nullable(),
  withdrawn: z.boolean(),
  submissions: z.number().int(),
});
export type ReleaseView = z.infer<typeof ReleaseView>;
