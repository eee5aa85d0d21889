import type { Kysely, Migration } from 'kysely';
import { sql } from 'kysely';

/**
 * The statistical base. Places and indicators get small numbers, so that an observation is a few
 * dozen bytes; what they mean is kept as one document a plan. Observations and doubts are only ever
 * added to. Every key of a large table begins with the territory or the scope, and no large table
 * has a foreign key or a trigger: both would be paid for on each of a million rows, and stand in the
 * way of spreading the tables over several machines.
 */
export const migration: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};

const statements = [
  `create type xingbian.absence as enum ('missing', 'not-applicable', 'not-due', 'suppressed')`,
  `create type xingbian.observation_status as enum ('provisional', 'final', 'estimated')`,

  // What the figures are about, from this number on: a state is read with the definition it had.
  `create table xingbian.statistics (
    plan_id text not null references xingbian.plan (id),
    number integer not null,
    hash text not null,
    register jsonb not null,
    indicators jsonb not null,
    primary key (plan_id, number)
  )`,

  `create table xingbian.territory (
    key integer generated always as identity primary key,
    plan_id text not null references xingbian.plan (id),
    id text not null,
    unique (plan_id, id)
  )`,

  `create table xingbian.indicator (
    key integer generated always as identity primary key,
    plan_id text not null references xingbian.plan (id),
    id text not null,
    unique (plan_id, id)
  )`,

  // A scope is a group within a place: what totals are kept for.
  `create table xingbian.scope (
    key integer generated always as identity primary key,
    plan_id text not null references xingbian.plan (id),
    group_id text not null,
    territory_id text not null,
    unique (plan_id, group_id, territory_id)
  )`,
  `create table xingbian.scope_member (
    scope integer not null references xingbian.scope (key) on delete cascade,
    territory integer not null references xingbian.territory (key),
    from_year integer not null,
    until_year integer not null,
    primary key (territory, scope, from_year)
  )`,
  `create index scope_member_scope on xingbian.scope_member (scope)`,

  `create table xingbian.source (
    key integer generated always as identity primary key,
    plan_id text not null references xingbian.plan (id),
    text text not null,
    enclosed text not null,
    unique (plan_id, text, enclosed)
  )`,

  // Numbers follow the order of commits, without gaps; recorded follows the numbers.
  `create table xingbian.publication (
    plan_id text not null references xingbian.plan (id),
    number integer not null,
    recorded timestamptz not null,
    kind text not null,
    file text not null,
    file_hash text not null,
    dataset jsonb not null,
    counts jsonb not null,
    primary key (plan_id, number)
  )`,
  `create index publication_recorded on xingbian.publication (plan_id, recorded)`,
  `create index publication_file on xingbian.publication (plan_id, file_hash)`,

  `create table xingbian.observation (
    territory integer not null,
    indicator integer not null,
    period integer not null,
    number integer not null,
    source integer not null,
    status xingbian.observation_status not null,
    absence xingbian.absence,
    value numeric,
    breakdown text not null,
    note text,
    primary key (territory, indicator, period, breakdown, number),
    check ((value is null) <> (absence is null))
  )`,

  // The doubts on a figure from this number on; an empty list takes them back.
  `create table xingbian.doubt (
    territory integer not null,
    indicator integer not null,
    period integer not null,
    number integer not null,
    breakdown text not null,
    doubts jsonb not null,
    primary key (territory, indicator, period, breakdown, number)
  )`,

  // Totals as of the last publication. "covered" is a fingerprint of the places that are in: two
  // totals may be divided only where theirs are equal.
  `create table xingbian.aggregate (
    scope integer not null,
    indicator integer not null,
    period integer not null,
    present integer not null,
    expected integer not null,
    covered bigint not null,
    provisional integer not null,
    estimated integer not null,
    doubtful integer not null,
    total numeric,
    weight numeric,
    middle numeric,
    breakdown text not null,
    primary key (scope, indicator, period, breakdown)
  )`,
];
