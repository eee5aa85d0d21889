import { sql } from 'kysely';
import type { Punctuality, RoundView } from '../../api/collection.ts';
import { type ReportingBody, reportingBodies } from '../../collection/reporters.ts';
import { firstDay, punctualityOf, scheduleOf } from '../../collection/schedule.ts';
import { AppError } from '../../domain/app-error.ts';
import { beijingDay } from '../../domain/beijing-day.ts';
import { frequencyOf, type Period, periodNumber, periodText, yearOf } from '../../domain/period.ts';
import { recordActs } from '../accounts/audit.ts';
import type { Desk } from './desk.ts';
import { formOf, readForms, readNewestForms } from './form-sets.ts';
import { readAgencies } from './forms-page.ts';

/** A form asked for a period; days left out are those of the form. */
export interface RoundToOpen {
  readonly form: string;
  readonly period: Period;
  readonly opens?: string | undefined;
  readonly due?: string | undefined;
  readonly graceDays?: number | undefined;
}

/**
 * Opens a round: every body the form is for gets its submission. Refuses with `form-unknown`,
 * `round-exists` or `round-invalid`.
 */
export async function openRound(
  desk: Desk,
  asked: RoundToOpen,
): Promise<{ round: number; submissions: number }> {
  const set = await readNewestForms(desk.db, desk.plan);
  if (!set) throw new AppError('form-unknown', { form: asked.form });
  const form = formOf(set, asked.form);
  const period = periodNumber(asked.period);
  const usual = scheduleOf(form, asked.period);
  if (period === null || usual === null || frequencyOf(period) !== form.frequency)
    throw invalid('时期与报表的频率不符', 'the period is not of the frequency of the form');
  if (beijingDay(desk.now) < firstDay(period))
    throw invalid('时期还没有开始', 'the period has not begun');
  await refuseLongPast(desk, yearOf(period));
  const { opens = usual.opens, due = usual.due, graceDays = form.graceDays } = asked;
  if (due < opens) throw invalid('截止日早于开始日', 'it is due before it opens');
  const agencies = await readAgencies(desk.db, desk.plan);
  const reporters = reportingBodies(form, {
    places: desk.definition.places,
    agencies,
    year: yearOf(period),
  });
  if (reporters.length === 0) throw invalid('没有填报单位', 'nobody reports it');
  const round = await insertRound(desk, {
    form: form.id,
    version: set.version,
    period,
    opens,
    due,
    graceDays,
  });
  await insertSubmissions(desk, round, reporters);
  await recordActs(desk, [
    {
      act: 'round.open',
      subject: `round/${round}`,
      role: 'coordinator',
      new: { form: form.id, period: asked.period, opens, due, graceDays, bodies: reporters.length },
    },
  ]);
  return { round, submissions: reporters.length };
}

/** What is to become of a round; what is left out stays. */
export interface RoundChange {
  readonly id: number;
  readonly due?: string | undefined;
  readonly graceDays?: number | undefined;
  /** True: what arrives later is kept for its author. False: it goes on. */
  readonly closed?: boolean | undefined;
}

/**
 * Drops a round in which nobody has saved or moved anything, with its submissions and what they were
 * reminded of; that it was there stays on record. Refuses with `not-found`, `not-permitted` where the
 * visitor does not coordinate all who are asked, or `round-begun`.
 */
export async function dropRound(desk: Desk, id: number): Promise<void> {
  const [round] = await readRounds(desk, id);
  if (!round) throw new AppError('not-found');
  const { rows } = await sql<{ so: boolean }>`select xingbian.drop_round(${id}) as so`.execute(
    desk.db,
  );
  if (!rows[0]?.so) throw new AppError('round-begun');
  const { form, period } = round;
  await recordActs(desk, [
    { act: 'round.drop', subject: `round/${id}`, role: 'coordinator', old: { form, period } },
  ]);
}

/**
 * Moves the days of a round, closes it or opens it again. Refuses with `not-found`, `round-invalid`,
 * or with `not-permitted` where the visitor does not coordinate all who are asked.
 */
export async function changeRound(desk: Desk, change: RoundChange): Promise<void> {
  const [round] = await readRounds(desk, change.id);
  if (!round) throw new AppError('not-found');
  const { due = round.due, graceDays = round.graceDays, closed = round.closed } = change;
  if (due < round.opens) throw invalid('截止日早于开始日', 'it is due before it opens');
  const { rows } = await sql`update xingbian.round
    set due = ${due}::date, grace_days = ${graceDays},
      closed_at = case when ${closed} then coalesce(closed_at, now()) end
    where id = ${change.id} and plan_id = ${desk.plan} returning id`.execute(desk.db);
  if (rows.length === 0) throw new AppError('not-permitted');
  await recordActs(desk, [
    {
      act: 'round.change',
      subject: `round/${change.id}`,
      role: 'coordinator',
      old: { due: round.due, graceDays: round.graceDays, closed: round.closed },
      new: { due, graceDays, closed },
    },
  ]);
}

interface RoundRow {
  readonly id: number;
  readonly form: string;
  readonly version: number;
  readonly period: number;
  readonly opens: string;
  readonly due: string;
  readonly grace_days: number;
  readonly closed: boolean;
  readonly states: Readonly<Record<string, number>> | null;
}

/** Resolves to the rounds, newest period first, counting the submissions the visitor may see. */
export async function readRounds(desk: Desk, id: number | null = null): Promise<RoundView[]> {
  const { rows } = await sql<RoundRow>`
    select r.id, r.form, r.version, r.period, r.opens::text as opens, r.due::text as due,
      r.grace_days, r.closed_at is not null as closed, n.states
    from xingbian.round r
    left join lateral (
      select jsonb_object_agg(state, count) as states from (
        select s.state, count(*)::int as count from xingbian.submission s
        where s.round = r.id group by s.state) by_state) n on true
    where r.plan_id = ${desk.plan} and (${id}::int is null or r.id = ${id})
    order by r.period desc, r.form`.execute(desk.db);
  const views: RoundView[] = [];
  for (const row of rows) views.push(await roundView(desk, row));
  return views;
}

async function roundView(desk: Desk, row: RoundRow): Promise<RoundView> {
  const form = formOf(await readForms(desk.db, desk.plan, row.version), row.form);
  const deadline = { due: row.due, graceDays: row.grace_days };
  const times = await submittedTimes(desk, row.id);
  const came = (word: Punctuality) =>
    times.filter((at) => punctualityOf(at, deadline) === word).length;
  const states = row.states ?? {};
  return {
    id: row.id,
    form: row.form,
    formNumber: form.number,
    formTitle: form.title,
    period: periodText(row.period),
    version: row.version,
    opens: row.opens,
    ...deadline,
    closed: row.closed,
    states,
    total: Object.values(states).reduce((sum, count) => sum + count, 0),
    inTime: came('in-time'),
    grace: came('grace'),
    late: came('late'),
  };
}

async function submittedTimes({ db }: Desk, round: number): Promise<string[]> {
  const rows = await db
    .selectFrom('submission')
    .select('submitted_at')
    .where('round', '=', round)
    .where('submitted_at', 'is not', null)
    // What was given back has yet to come again.
    .where('state', 'not in', ['draft', 'returned', 'exempt'])
    .execute();
  return rows.flatMap((row) => row.submitted_at?.toISOString() ?? []);
}

/** How many years before its plan a form is asked for: what a plan is compared with, and no slip. */
const yearsBeforePlan = 20;

async function refuseLongPast({ db, plan }: Desk, year: number): Promise<void> {
  const { period_start: start } = await db
    .selectFrom('plan')
    .select('period_start')
    .where('id', '=', plan)
    .executeTakeFirstOrThrow();
  const earliest = start - yearsBeforePlan;
  if (year < earliest)
    throw invalid(
      `时期早于 ${earliest} 年；规划自 ${start} 年起，最早可布置此前 ${yearsBeforePlan} 年的报表`,
      `the period is before ${earliest}, ${yearsBeforePlan} years before the plan begins in ${start}`,
    );
}

async function insertRound(
  { db, plan, who }: Desk,
  round: {
    readonly form: string;
    readonly version: number;
    readonly period: number;
    readonly opens: string;
    readonly due: string;
    readonly graceDays: number;
  },
): Promise<number> {
  const { graceDays, ...rest } = round;
  const row = await db
    .insertInto('round')
    .values({ ...rest, plan_id: plan, grace_days: graceDays, opened_by: who.id, closed_at: null })
    .onConflict((conflict) => conflict.columns(['plan_id', 'form', 'period']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!row)
    throw new AppError('round-exists', { form: round.form, period: periodText(round.period) });
  return row.id;
}

async function insertSubmissions(
  { db }: Desk,
  round: number,
  reporters: readonly ReportingBody[],
): Promise<void> {
  await sql`
    insert into xingbian.submission (round, body, filled_by, levels)
    select ${round}, * from unnest(${reporters.map((one) => one.body)}::text[],
      ${reporters.map((one) => one.filledBy)}::text[],
      ${reporters.map((one) => one.levels.length)}::int[])`.execute(db);
  const levels = reporters.flatMap(({ body, levels }) =>
    levels.map((level, index) => ({ of: body, index, ...level })),
  );
  await sql`
    insert into xingbian.submission_level (submission, level, body, role)
    select s.id, k.level, k.body, k.role from unnest(${levels.map((one) => one.of)}::text[],
      ${levels.map((one) => one.index)}::int[], ${levels.map((one) => one.body)}::text[],
      ${levels.map((one) => one.role)}::text[]) as k (of, level, body, role)
    join xingbian.submission s on s.round = ${round} and s.body = k.of`.execute(db);
}

function invalid(reason: string, reasonEn: string): AppError {
  return new AppError('round-invalid', { reason, reasonEn });
}
