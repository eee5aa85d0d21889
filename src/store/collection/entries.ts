import { type RawBuilder, sql } from 'kysely';
import type { LevelView, SubmissionEntry } from '../../api/collection.ts';
import type { ReminderView } from '../../api/reminders.ts';
import { askedFields, sectionsOf } from '../../collection/form-view.ts';
import { remindedOf } from '../../collection/reminders.ts';
import { isInRound, overdueDays, punctualityOf } from '../../collection/schedule.ts';
import type { Form } from '../../domain/form.ts';
import { type PeriodNumber, periodText } from '../../domain/period.ts';
import { movesFrom, type SubmissionState } from '../../domain/submission.ts';
import { grouped } from '../grouped.ts';
import { bodyName, type Desk, mayRemind, partiesOf, readAbove } from './desk.ts';
import { type FormSet, formOf, readForms } from './form-sets.ts';
import { readKnown } from './known-figures.ts';
import { readReminders } from './reminded.ts';

/** A submission with its round, as the tables have them. */
export interface SubmissionRow {
  readonly id: number;
  readonly round: number;
  readonly form: string;
  readonly version: number;
  readonly period: PeriodNumber;
  readonly body: string;
  readonly filledBy: string;
  /** Whether the visitor filled it in or handed it in. */
  readonly own: boolean;
  readonly state: SubmissionState;
  readonly revision: number;
  readonly level: number;
  readonly opens: string;
  readonly due: string;
  readonly grace_days: number;
  readonly closed: boolean;
  readonly submitted_at: Date | null;
  readonly chain: readonly { readonly body: string; readonly role: LevelView['role'] }[];
  readonly filled: readonly string[];
  /** Indicators of the cells that say why they have no figure. */
  readonly absent: readonly string[];
  readonly explained: number;
  readonly open_remarks: number;
}

/** Resolves to the submissions the visitor may see that `where` picks, `s` being the submission and `r` its round. */
export async function readEntries(
  desk: Desk,
  where: RawBuilder<unknown>,
): Promise<readonly SubmissionEntry[]> {
  return await entriesOf(desk, await readSubmissions(desk, where));
}

/** Resolves to submissions that were read, as a list shows them. */
export async function entriesOf(
  desk: Desk,
  rows: readonly SubmissionRow[],
): Promise<readonly SubmissionEntry[]> {
  const above = await readAbove(
    desk,
    rows.flatMap((row) => [row.body, row.filledBy, ...row.chain.map((level) => level.body)]),
  );
  const reminders = await readReminders(
    desk,
    rows.map((row) => row.id),
  );
  const forms = await formsOf(desk, rows);
  const known = await knownOf(desk, rows, forms);
  return rows.map((row) => {
    const form = forms.get(row.version)?.(row.form);
    if (!form) throw new Error(`the form ${row.form} of version ${row.version} is gone`);
    return entryOf(desk, row, {
      form,
      known: known.get(row.round)?.get(row.body) ?? new Set(),
      above,
      reminders: reminders.get(row.id) ?? [],
    });
  });
}

/** Resolves to submissions as the tables have them, in the order of rounds and bodies. */
export async function readSubmissions(
  { db, plan }: Pick<Desk, 'db' | 'plan'>,
  where: RawBuilder<unknown>,
): Promise<readonly SubmissionRow[]> {
  const { rows } = await sql<SubmissionRow>`
    select s.id, s.round, r.form, r.version, r.period, s.body, s.filled_by as "filledBy",
      xingbian.worked_on(s.id) as own, s.state, s.revision, s.level,
      r.opens::text as opens, r.due::text as due, r.grace_days, r.closed_at is not null as closed, s.submitted_at,
      (select json_agg(json_build_object('body', l.body, 'role', l.role) order by l.level)
        from xingbian.submission_level l where l.submission = s.id) as chain,
      array(select c.indicator from xingbian.cell c where c.submission = s.id
        and (c.value is not null or c.absence is not null)) as filled,
      array(select c.indicator from xingbian.cell c where c.submission = s.id
        and c.absence is not null) as absent,
      (select count(*)::int from xingbian.cell c
        where c.submission = s.id and btrim(c.note) <> '') as explained,
      (select count(*)::int from xingbian.cell_remark m
        where m.submission = s.id and m.resolved_at is null) as open_remarks
    from xingbian.submission s join xingbian.round r on r.id = s.round
    where r.plan_id = ${plan} and ${where}
    order by r.period desc, r.form, s.id`.execute(db);
  return rows;
}

/** Resolves to what finds a form by its id, for each version of the forms that rows name. */
export async function formsOf(
  { db, plan }: Pick<Desk, 'db' | 'plan'>,
  rows: readonly { readonly version: number }[],
): Promise<ReadonlyMap<number, (id: string) => Form>> {
  const sets = new Map<number, (id: string) => Form>();
  for (const version of new Set(rows.map((row) => row.version))) {
    const set: FormSet = await readForms(db, plan, version);
    sets.set(version, (id) => formOf(set, id));
  }
  return sets;
}

/** By round: what the base knows of each body in its period. */
async function knownOf(
  desk: Desk,
  rows: readonly SubmissionRow[],
  forms: ReadonlyMap<number, (id: string) => Form>,
): Promise<ReadonlyMap<number, ReadonlyMap<string, ReadonlySet<string>>>> {
  const known = new Map<number, ReadonlyMap<string, ReadonlySet<string>>>();
  for (const [round, own] of grouped(rows, (row) => row.round)) {
    const [first] = own;
    const form = first && forms.get(first.version)?.(first.form);
    if (!first || !form) continue;
    known.set(
      round,
      await readKnown(desk, {
        bodies: own.map((row) => row.body),
        indicators: askedOf(desk, form),
        period: first.period,
      }),
    );
  }
  return known;
}

/** Returns the indicators a submission needs a figure or a reason for. */
export function askedOf({ definition }: Pick<Desk, 'definition'>, form: Form): readonly string[] {
  return askedFields(sectionsOf(form, definition.indicators))
    .filter((field) => field.required)
    .map((field) => field.indicator);
}

function entryOf(
  desk: Desk,
  row: SubmissionRow,
  given: {
    readonly form: Form;
    readonly known: ReadonlySet<string>;
    readonly above: ReadonlyMap<string, ReadonlySet<string>>;
    readonly reminders: readonly ReminderView[];
  },
): SubmissionEntry {
  const { form, known, above, reminders } = given;
  const asked = askedOf(desk, form);
  const filled = new Set(row.filled);
  const standing = { state: row.state, level: row.level, levels: row.chain.length };
  const parties = partiesOf(desk, { ...row, levels: row.chain }, aboveOf(above, row.body));
  const reminded = remindedOf(row, desk.now);
  const deadline = { due: row.due, graceDays: row.grace_days };
  const submittedAt = row.submitted_at?.toISOString() ?? null;
  return {
    id: row.id,
    round: row.round,
    form: form.id,
    formNumber: form.number,
    formTitle: form.title,
    period: periodText(row.period),
    body: row.body,
    bodyName: bodyName(desk, row.body),
    filledBy: row.filledBy,
    filledByName: bodyName(desk, row.filledBy),
    state: row.state,
    revision: row.revision,
    level: row.level,
    levels: row.chain.map((level) => ({ ...level, bodyName: bodyName(desk, level.body) })),
    opens: row.opens,
    ...deadline,
    closed: row.closed,
    submittedAt,
    punctuality: punctualityOf(submittedAt, deadline),
    overdueDays: isWithReporter(row) ? overdueDays(row.due, desk.now) : 0,
    filled: asked.filter((indicator) => filled.has(indicator) || known.has(indicator)).length,
    asked: asked.length,
    absent: asked.filter((indicator) => row.absent.includes(indicator)).length,
    explained: row.explained,
    openRemarks: row.open_remarks,
    reminders: [...reminders],
    mayRemind: reminded !== null && mayRemind(desk, aboveOf(above, reminded.body)),
    may: [...new Set(movesFrom(standing, parties).map((move) => move.act))].filter((act) =>
      isInRound(desk.now, act, row),
    ),
  };
}

/** What was returned is owed again by the day it was owed first. */
function isWithReporter({ state }: Pick<SubmissionRow, 'state'>): boolean {
  return state === 'draft' || state === 'returned';
}

function aboveOf(
  above: ReadonlyMap<string, ReadonlySet<string>>,
  body: string,
): ReadonlySet<string> {
  return above.get(body) ?? new Set();
}
