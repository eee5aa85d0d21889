import type { Kysely, Migration } from 'kysely';
import { sql } from 'kysely';
import { asOwner, officerStatements } from './0003-officers.ts';

/**
 * Accounts, rights and the record of acts. A request runs in a transaction that begins with
 * `enter(token)`: it says whose session it is, and every policy asks `account_id()`. What a policy
 * needs to know of rights it gets from functions that run as the owner; so the role of the server
 * reads neither secrets nor sessions. docs/rights.md has the whole table.
 */
export const migration: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};

const statements = [
  `create table xingbian.account (
    id integer generated always as identity primary key,
    login text not null unique check (login = lower(login)),
    name text not null,
    state text not null default 'active' check (state in ('active', 'locked', 'left')),
    created timestamptz not null default now(),
    left_at timestamptz
  )`,

  // What proves who somebody is. Never granted to the server's role.
  `create table xingbian.credential (
    account integer primary key references xingbian.account (id),
    password_hash text,
    password_changed timestamptz,
    former_hashes text[] not null default '{}',
    must_change boolean not null default false,
    failures integer not null default 0,
    locked_until timestamptz,
    totp_secret text,
    totp_confirmed boolean not null default false,
    totp_step bigint,
    oidc_issuer text,
    oidc_subject text,
    unique (oidc_issuer, oidc_subject)
  )`,

  // Where mail to an account goes: kept apart, so that nobody but its holder and the program reads it.
  `create table xingbian.account_address (
    account integer primary key references xingbian.account (id),
    address text not null check (length(address) <= 254)
  )`,

  // A session is known by the hash of its token. Stage: what is still to be done before it may act.
  `create table xingbian.session (
    token_hash bytea primary key,
    account integer not null references xingbian.account (id),
    stage text not null check (stage in ('second-factor', 'password-change', 'authenticator', 'full')),
    created timestamptz not null default now(),
    seen timestamptz not null default now(),
    origin text not null
  )`,
  `create index session_account on xingbian.session (account)`,

  `create table xingbian.role_grant (
    id integer generated always as identity primary key,
    account integer not null references xingbian.account (id),
    role text not null,
    body text not null,
    from_at timestamptz not null default now(),
    until_at timestamptz,
    deputy_for integer references xingbian.account (id),
    granted_by integer references xingbian.account (id),
    revoked_at timestamptz,
    revoked_by integer references xingbian.account (id),
    check ((body = '') = (role in ('system-administrator', 'security-administrator', 'auditor')))
  )`,
  `create index role_grant_account on xingbian.role_grant (account)`,
  `create index role_grant_body on xingbian.role_grant (body)`,

  // Every body and all it lies within, itself included.
  `create table xingbian.body_within (
    plan_id text not null,
    body text not null,
    within text not null,
    primary key (plan_id, within, body)
  )`,
  `create index body_within_body on xingbian.body_within (plan_id, body)`,

  // Who, acting as what, when, from where, what, on what, old and new, outcome. "key" is the
  // caller's own number of a write that may be sent twice.
  `create table xingbian.audit (
    number bigint generated always as identity primary key,
    at timestamptz not null default clock_timestamp(),
    account integer,
    role text,
    origin text not null,
    act text not null,
    body text,
    subject text not null,
    old jsonb,
    new jsonb,
    outcome text not null check (outcome in ('done', 'refused')),
    key text unique
  )`,
  `create index audit_at on xingbian.audit (at)`,
  `create index audit_account on xingbian.audit (account, number)`,
  `create index audit_subject on xingbian.audit (subject, number)`,

  `create function xingbian.refuse_change() returns trigger language plpgsql as $$
  begin
    raise exception 'the record of acts is only added to' using errcode = '42501';
  end $$`,
  `create trigger audit_kept before update or delete or truncate on xingbian.audit
    for each statement execute function xingbian.refuse_change()`,

  // Whoever speaks SQL may set any setting. So the account stands in it under a seal that only the
  // owner can make, and that holds for one transaction. Never granted to the server's role.
  `create table xingbian.seal (secret text not null)`,
  `insert into xingbian.seal values (gen_random_uuid()::text || gen_random_uuid()::text)`,
  `create function xingbian.seal_of(account text) returns text language sql stable as $$
    select encode(sha256(convert_to(concat_ws(':', secret, account, pg_backend_pid(),
      extract(epoch from transaction_timestamp())), 'UTF8')), 'hex') from xingbian.seal $$`,
  `create function xingbian.act_as(account integer) returns void language sql volatile as $$
    select set_config('xingbian.account', account || ':' || xingbian.seal_of(account::text), true) $$`,
  `revoke execute on function xingbian.seal_of(text), xingbian.act_as(integer) from public`,

  // Whose request it is; null for a setting without a true seal. It costs some µs: conditions on rows
  // ask for it as `(select account_id())`, once for a statement.
  `create function xingbian.account_id() returns integer
  language plpgsql stable parallel restricted ${asOwner} as $$
  declare given text[] := string_to_array(current_setting('xingbian.account', true), ':');
  begin
    if given[1] is null or given[2] is distinct from seal_of(given[1]) then return null; end if;
    return given[1]::integer;
  end $$`,

  // The roles an account holds at this moment. A deputy's ends with that of whom it stands in for.
  // Runs as the caller: only functions of the owner see the roles of others through it.
  `create function xingbian.live_grants(who integer) returns setof xingbian.role_grant
  language sql stable as $$
    select g from xingbian.role_grant g where g.account = who and g.revoked_at is null
      and g.from_at <= now() and (g.until_at is null or g.until_at > now())
      and (g.deputy_for is null or exists (select from xingbian.role_grant p
        where p.account = g.deputy_for and p.role = g.role and p.body = g.body
          and p.deputy_for is null and p.revoked_at is null and p.from_at <= now()
          and (p.until_at is null or p.until_at > now()))) $$`,

  // Begins a request: the account of a live session, and the setting every policy reads. The setting
  // is empty for a session that still has something to do first.
  `create function xingbian.enter(token bytea, idle interval, longest interval)
  returns table (account integer, login text, name text, stage text, roles text[])
  language plpgsql ${asOwner} as $$
  declare live record;
  begin
    perform set_config('xingbian.account', '', true);
    select s.account, a.login, a.name, s.stage, s.seen into live
      from session s join account a on a.id = s.account
      where s.token_hash = token and a.state = 'active'
        and s.seen > now() - idle and s.created > now() - longest;
    if not found then return; end if;
    if live.stage = 'full' then
      perform act_as(live.account);
    end if;
    if live.seen < now() - interval '30 seconds' then
      -- Another request that is still running may hold it: neither waits for the other.
      update session set seen = now() where token_hash =
        (select x.token_hash from session x where x.token_hash = token for update skip locked);
    end if;
    return query select live.account, live.login, live.name, live.stage,
      array(select distinct g.role from live_grants(live.account) g);
  end $$`,

  // What the account holds at this moment.
  `create function xingbian.held_roles() returns table (role text, body text)
  language sql stable ${asOwner} as $$
    select distinct g.role, g.body from live_grants(account_id()) g $$`,

  // The bodies at which it holds one of the roles.
  `create function xingbian.held_bodies(roles text[]) returns text[]
  language sql stable ${asOwner} as $$
    select coalesce(array_agg(distinct g.body), '{}') from live_grants(account_id()) g
    where g.role = any (roles) $$`,

  // Those bodies and all that lie within them.
  `create function xingbian.bodies_below(roles text[]) returns text[]
  language sql stable ${asOwner} as $$
    select coalesce(array_agg(distinct w.body), '{}') from body_within w
    where w.within = any (held_bodies(roles)) $$`,

  `create function xingbian.holds(roles text[]) returns boolean language sql stable as $$
    select cardinality(xingbian.held_bodies(roles)) > 0 $$`,

  // Whether a role counts at a body: held there or above it.
  `create function xingbian.holds_above(roles text[], body text) returns boolean
  language sql stable ${asOwner} as $$
    select exists (select from body_within w
      where w.body = holds_above.body and w.within = any (held_bodies(roles))) $$`,

  // The name of an account, for whoever may see what it did: one's own, or of who holds or held a role
  // of work. Those of officers, and of whoever never had anything to do, are not given.
  `create function xingbian.account_name(id integer) returns text
  language sql stable ${asOwner} as $$
    select a.name from account a where a.id = account_name.id and (select account_id()) is not null
      and (exists (select from role_grant g where g.account = a.id and g.body <> '')
        or a.id = account_id()) $$`,

  ...officerStatements,

  `alter table xingbian.account enable row level security`,
  `alter table xingbian.credential enable row level security`,
  `alter table xingbian.account_address enable row level security`,
  `alter table xingbian.session enable row level security`,
  `alter table xingbian.role_grant enable row level security`,
  `alter table xingbian.audit enable row level security`,

  `create policy account_read on xingbian.account for select using (
    id = (select xingbian.account_id()) or (select xingbian.holds('{system-administrator,security-administrator,auditor}')))`,
  `create policy account_add on xingbian.account for insert with check (
    (select xingbian.holds('{system-administrator}')))`,

  `create policy address_own on xingbian.account_address for all
    using (account = (select xingbian.account_id())) with check (account = (select xingbian.account_id()))`,

  `create policy grant_read on xingbian.role_grant for select using (
    account = (select xingbian.account_id())
    or (select xingbian.holds('{system-administrator,security-administrator,auditor}')))`,
  `create policy grant_add on xingbian.role_grant for insert with check (
    granted_by = (select xingbian.account_id()) and account <> granted_by
    and ((select xingbian.holds('{security-administrator}'))
      or (body = '' and role <> 'system-administrator'
        and (select xingbian.holds('{system-administrator}')) and (select xingbian.security_is_vacant()))))`,
  `create policy grant_revoke on xingbian.role_grant for update
    using ((select xingbian.holds('{security-administrator}')) and account <> (select xingbian.account_id()))
    with check (revoked_by = (select xingbian.account_id()))`,

  // In one's own name, and in a role one holds.
  `create policy audit_add on xingbian.audit for insert with check (
    account is not distinct from (select xingbian.account_id())
    and (role is null or role = any ((select array_agg(h.role) from xingbian.held_roles() h)::text[])))`,
  `create policy audit_read on xingbian.audit for select using (
    (select xingbian.holds('{auditor}')))`,
];
