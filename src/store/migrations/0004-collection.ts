import type { Kysely, Migration } from 'kysely';
import { sql } from 'kysely';

/**
 * Forms, rounds, submissions and their cells, acts of publishing, and the table of moves, which the
 * program fills from src/domain/submission.ts at every start.
 */
export const migration: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};

const statements = [
  // The forms of a plan from a version on, as one document; a round keeps the version it began with.
  `create table xingbian.form_set (
    plan_id text not null references xingbian.plan (id),
    version integer not null,
    hash text not null,
    forms jsonb not null,
    loaded timestamptz not null default now(),
    primary key (plan_id, version)
  )`,

  // A form asked for a period. Days are those of Asia/Shanghai.
  `create table xingbian.round (
    id integer generated always as identity primary key,
    plan_id text not null,
    form text not null,
    version integer not null,
    period integer not null,
    opens date not null,
    due date not null,
    grace_days integer not null,
    opened_by integer not null references xingbian.account (id),
    opened_at timestamptz not null default now(),
    closed_at timestamptz,
    unique (plan_id, form, period),
    foreign key (plan_id, version) references xingbian.form_set (plan_id, version)
  )`,

  // A body's copy of a form, and who fills it in: itself, or the place above that lists it. "level": how many levels accepted it, and so which one it waits at.
  `create table xingbian.submission (
    id integer generated always as identity primary key,
    round integer not null references xingbian.round (id),
    body text not null,
    filled_by text not null,
    state text not null default 'draft',
    level integer not null default 0,
    levels integer not null,
    revision integer not null default 0,
    begun_at timestamptz,
    submitted_at timestamptz,
    exempt_reason text,
    unique (round, body)
  )`,
  `create index submission_body on xingbian.submission (body)`,
  `create index submission_filled_by on xingbian.submission (filled_by)`,

  `create table xingbian.submission_level (
    submission integer not null references xingbian.submission (id),
    level integer not null,
    body text not null,
    role text not null,
    primary key (submission, level)
  )`,
  `create index submission_level_body on xingbian.submission_level (body)`,

  // A value, or why there is none; neither where a cell was emptied again. Revisions count its saves.
  `create table xingbian.cell (
    submission integer not null references xingbian.submission (id),
    indicator text not null,
    value numeric,
    absence xingbian.absence,
    note text,
    revision integer not null,
    changed_by integer not null,
    changed_at timestamptz not null default clock_timestamp(),
    primary key (submission, indicator),
    check (value is null or absence is null)
  )`,

  // The revision of a cell that a level has accepted; a later one is to be looked at again.
  `create table xingbian.cell_acceptance (
    submission integer not null,
    level integer not null,
    indicator text not null,
    revision integer not null,
    primary key (submission, level, indicator)
  )`,

  // Why a cell was returned, and what stood there. Resolved when it is submitted again with another value or note.
  `create table xingbian.cell_remark (
    id integer generated always as identity primary key,
    submission integer not null references xingbian.submission (id),
    indicator text not null,
    level integer not null,
    revision integer not null,
    value numeric,
    absence xingbian.absence,
    reason text not null,
    made_by integer not null,
    made_at timestamptz not null default clock_timestamp(),
    resolved_at timestamptz
  )`,
  `create index cell_remark_submission on xingbian.cell_remark (submission)`,

  // Who ever saved a cell of it: they do not review it.
  `create table xingbian.submission_author (
    submission integer not null references xingbian.submission (id),
    account integer not null references xingbian.account (id),
    primary key (submission, account)
  )`,

  `create table xingbian.submission_move (
    id integer generated always as identity primary key,
    submission integer not null references xingbian.submission (id),
    act text not null,
    state text not null,
    level integer not null,
    made_by integer,
    made_at timestamptz not null default clock_timestamp(),
    reason text,
    -- That of the submission after the move: each has one row.
    revision integer not null,
    unique (submission, revision)
  )`,
  `create index submission_move_submission on xingbian.submission_move (submission)`,

  // What arrived when it could no longer be saved, kept for whoever typed it.
  `create table xingbian.kept_save (
    id integer generated always as identity primary key,
    account integer not null references xingbian.account (id),
    submission integer not null references xingbian.submission (id),
    indicator text not null,
    value text,
    absence xingbian.absence,
    note text,
    cause text not null,
    key text not null unique,
    arrived timestamptz not null default clock_timestamp(),
    dismissed_at timestamptz
  )`,
  `create index kept_save_account on xingbian.kept_save (account)`,

  // What somebody was reminded of: whoever holds the role at the body. "made_by": null is the program.
  // An occurrence is what a kind is raised for once: a day, or a revision of the submission.
  `create table xingbian.reminder (
    id integer generated always as identity primary key,
    submission integer not null references xingbian.submission (id),
    revision integer not null,
    kind text not null,
    occurrence text not null,
    role text not null,
    body text not null,
    made_by integer references xingbian.account (id),
    at timestamptz not null default clock_timestamp(),
    note text check (length(note) <= 500),
    unique (submission, kind, occurrence)
  )`,
  // Reminders on their way: a mail to an account, or a call of the webhook. "next_at": when it is
  // tried, again where it was tried before; "error" is a code and holds no address or secret.
  `create table xingbian.reminder_delivery (
    id integer generated always as identity primary key,
    channel text not null check (channel in ('mail', 'webhook')),
    account integer references xingbian.account (id),
    reminders integer[] not null,
    state text not null default 'waiting' check (state in ('waiting', 'sent', 'failed', 'unneeded')),
    attempts integer not null default 0,
    next_at timestamptz not null default clock_timestamp(),
    error text,
    made_at timestamptz not null default clock_timestamp(),
    check ((channel = 'mail') = (account is not null))
  )`,
  `create index reminder_delivery_next on xingbian.reminder_delivery (next_at) where state = 'waiting'`,
  `create index reminder_delivery_reminders on xingbian.reminder_delivery using gin (reminders)`,

  // An act of publishing; "number" is that of the base once it is there.
  `create table xingbian.release (
    id integer generated always as identity primary key,
    plan_id text not null,
    title text not null,
    decided_by integer not null references xingbian.account (id),
    decided_at timestamptz not null default clock_timestamp(),
    embargo timestamptz,
    number integer,
    withdrawn_at timestamptz
  )`,
  `create table xingbian.release_submission (
    release integer not null references xingbian.release (id),
    submission integer not null references xingbian.submission (id),
    primary key (release, submission)
  )`,
  // Why a published figure is another now.
  `create table xingbian.release_reason (
    release integer not null references xingbian.release (id),
    submission integer not null,
    indicator text not null,
    reason text not null,
    primary key (release, submission, indicator)
  )`,

  `create table xingbian.transition (
    act text not null,
    from_state text not null,
    to_state text not null,
    party text not null,
    reviewed text not null,
    primary key (act, from_state, to_state, party, reviewed)
  )`,
];
