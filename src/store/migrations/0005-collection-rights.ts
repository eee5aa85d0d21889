import type { Kysely, Migration } from 'kysely';
import { sql } from 'kysely';

/**
 * What a request may see and change of the collection, row by row, and that a submission makes only
 * the moves of the table `transition`. docs/rights.md says it in words.
 */
export const migration: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};

/** Functions that look where policies do not let the caller look. */
const asOwner = 'security definer set search_path = xingbian, pg_temp';

const visible = `filled_by = any ((select xingbian.held_bodies('{reporter}'))::text[])
  or body = any ((select xingbian.bodies_below(
    '{reviewer,approver,publisher,coordinator,evaluator}'))::text[])`;

const statements = [
  // Whether the account filled a submission in or handed it in: then it does not review it.
  `create function xingbian.worked_on(submission integer) returns boolean
  language sql stable ${asOwner} as $$
    select exists (select from submission_author a
        where a.submission = worked_on.submission and a.account = (select account_id()))
      or exists (select from submission_move m where m.submission = worked_on.submission
        and m.act = 'submit' and m.made_by = (select account_id())) $$`,

  // Which of these saves of the account have arrived before.
  `create function xingbian.known_saves(keys text[]) returns setof text
  language sql stable ${asOwner} as $$
    select a.key from audit a
    where a.key = any (keys) and a.account = (select account_id()) $$`,

  // Whether the account reports for a submission's body, or once did.
  `create function xingbian.has_reported(submission integer) returns boolean
  language sql stable ${asOwner} as $$
    select exists (select from submission s join role_grant g on g.body = s.filled_by
      where s.id = has_reported.submission and g.account = (select account_id()) and g.role = 'reporter') $$`,

  // Whether the account coordinates every body a round asks.
  `create function xingbian.coordinates(round integer) returns boolean
  language sql stable ${asOwner} as $$
    select holds('{coordinator}') and not exists (select from submission s
      where s.round = coordinates.round
        and s.body <> all (bodies_below('{coordinator}'))) $$`,

  // A move of a submission is one of the table, by somebody who may make it.
  `create function xingbian.keep_moves() returns trigger language plpgsql ${asOwner} as $$
  begin
    if new.round <> old.round or new.body <> old.body or new.filled_by <> old.filled_by
      or new.levels <> old.levels then
      raise exception 'move-not-allowed' using errcode = 'XB002';
    end if;
    if account_id() is null then return new; end if;
    if new.state = old.state and new.level = old.level then
      -- Nothing moves: only that somebody has begun to fill it in.
      if (new.revision, new.submitted_at, new.exempt_reason)
        is not distinct from (old.revision, old.submitted_at, old.exempt_reason)
        and old.filled_by = any (held_bodies('{reporter}')) then return new; end if;
      raise exception 'move-not-allowed' using errcode = 'XB002';
    end if;
    if new.revision = old.revision + 1
      and new.level = (case
        when new.state = 'accepted' and old.state in ('submitted', 'accepted') then old.level + 1
        when new.state in ('scheduled', 'published') or old.state = 'scheduled' then old.level
        else 0 end)
      -- Figures enter the base with the act of publishing, which the program does as the owner.
      and (new.state not in ('scheduled', 'published') and old.state <> 'scheduled'
        or session_user = current_user)
      and exists (select from transition t
      where t.from_state = old.state and t.to_state = new.state
        and (t.reviewed = '' or t.reviewed = case when old.level < old.levels then 'partly' else 'wholly' end)
        and case t.party
          when 'reporter' then old.filled_by = any (held_bodies('{reporter}'))
          when 'level' then exists (select from submission_level l
            where l.submission = old.id and l.level = old.level
              and l.body = any (held_bodies(array[l.role])) and not worked_on(old.id))
          when 'publisher' then holds_above('{publisher}', old.body)
          when 'coordinator' then holds_above('{coordinator}', old.body)
          else false end) then
      return new;
    end if;
    raise exception 'move-not-allowed' using errcode = 'XB002';
  end $$`,
  `create trigger moves before update on xingbian.submission
    for each row execute function xingbian.keep_moves()`,

  ...[
    'round',
    'submission',
    'submission_level',
    'cell',
    'cell_acceptance',
    'cell_remark',
    'submission_author',
    'submission_move',
    'kept_save',
    'reminder',
    'reminder_delivery',
    'release',
    'release_submission',
    'release_reason',
  ].map((table) => `alter table xingbian.${table} enable row level security`),

  `create policy round_read on xingbian.round for select using ((select xingbian.account_id()) is not null)`,
  `create policy round_open on xingbian.round for insert with check (
    opened_by = (select xingbian.account_id()) and (select xingbian.holds('{coordinator}')))`,
  `create policy round_close on xingbian.round for update using (xingbian.coordinates(id))`,

  // One's own, and those below where one reviews, publishes, coordinates or evaluates.
  `create policy submission_read on xingbian.submission for select using (${visible})`,
  `create policy submission_add on xingbian.submission for insert with check (
    state = 'draft' and body = any ((select xingbian.bodies_below('{coordinator}'))::text[]))`,
  `create policy submission_move on xingbian.submission for update using (${visible})`,

  `create policy level_read on xingbian.submission_level for select using (
    exists (select from xingbian.submission s where s.id = submission))`,
  `create policy level_add on xingbian.submission_level for insert with check (
    exists (select from xingbian.submission s where s.id = submission
      and s.state = 'draft' and s.revision = 0 and s.begun_at is null
      and s.body = any ((select xingbian.bodies_below('{coordinator}'))::text[])))`,

  // Which form of whom an act on record was about: an auditor sees no submission.
  `create function xingbian.audited_submissions()
  returns table (submission integer, body text, round integer)
  language sql stable ${asOwner} as $$
    select s.id, s.body, s.round from submission s where holds('{auditor}') $$`,

  // A draft is its reporter's: the levels above see the cells once they are submitted.
  `create policy cell_read on xingbian.cell for select using (
    exists (select from xingbian.submission s where s.id = submission
      and (s.state not in ('draft', 'exempt') or s.filled_by = any ((select xingbian.held_bodies('{reporter}'))::text[]))))`,
  `create policy cell_add on xingbian.cell for insert with check (
    changed_by = (select xingbian.account_id())
    and exists (select from xingbian.submission s where s.id = submission
      and s.state in ('draft', 'returned')
      and s.filled_by = any ((select xingbian.held_bodies('{reporter}'))::text[])))`,
  `create policy cell_change on xingbian.cell for update
    using (exists (select from xingbian.submission s where s.id = submission
      and s.state in ('draft', 'returned')
      and s.filled_by = any ((select xingbian.held_bodies('{reporter}'))::text[])))
    with check (changed_by = (select xingbian.account_id()))`,

  // Whoever holds the role of a level leaves there what was accepted and why something was returned.
  ...['cell_acceptance', 'cell_remark'].map(
    (table) => `create policy ${table}_read on xingbian.${table} for select using (
      exists (select from xingbian.submission s where s.id = submission))`,
  ),
  `create policy cell_acceptance_add on xingbian.cell_acceptance for insert with check (
    exists (select from xingbian.submission s join xingbian.submission_level l
      on l.submission = s.id and l.level = s.level
      where s.id = cell_acceptance.submission and s.state in ('submitted', 'accepted')
      and l.level = cell_acceptance.level and l.body = any (xingbian.held_bodies(array[l.role]))
      and not xingbian.worked_on(s.id))
    and exists (select from xingbian.cell c where c.submission = cell_acceptance.submission
      and c.indicator = cell_acceptance.indicator and c.revision = cell_acceptance.revision))`,
  `create policy cell_remark_add on xingbian.cell_remark for insert with check (
    made_by = (select xingbian.account_id())
    and exists (select from xingbian.submission s
      left join xingbian.submission_level l on l.submission = s.id and l.level = s.level
      where s.id = cell_remark.submission and s.state in ('submitted', 'accepted')
      and s.level = cell_remark.level
      and case when l.level is null then xingbian.holds_above('{publisher}', s.body)
        else l.body = any (xingbian.held_bodies(array[l.role])) end))`,
  `create policy cell_acceptance_change on xingbian.cell_acceptance for update using (
    exists (select from xingbian.submission_level l where l.submission = cell_acceptance.submission
      and l.level = cell_acceptance.level and l.body = any (xingbian.held_bodies(array[l.role])))) with check (
    exists (select from xingbian.cell c where c.submission = cell_acceptance.submission
      and c.indicator = cell_acceptance.indicator and c.revision = cell_acceptance.revision))`,
  `create policy cell_remark_resolve on xingbian.cell_remark for update using (
    exists (select from xingbian.submission s where s.id = submission
      and s.filled_by = any ((select xingbian.held_bodies('{reporter}'))::text[])))`,

  `create policy submission_move_read on xingbian.submission_move for select using (
    exists (select from xingbian.submission s where s.id = submission))`,
  `create policy submission_move_add on xingbian.submission_move for insert with check (
    made_by = (select xingbian.account_id())
    and exists (select from xingbian.submission s where s.id = submission
      and s.state = submission_move.state and s.level = submission_move.level
      and (s.filled_by = any ((select xingbian.held_bodies('{reporter}'))::text[]) or s.body = any (
        (select xingbian.bodies_below('{reviewer,approver,publisher,coordinator}'))::text[]))))`,

  // Whoever is reminded reads it, whoever reminded, and who coordinates above.
  `create policy reminder_read on xingbian.reminder for select using (
    made_by = (select xingbian.account_id())
    or (role = 'reporter' and body = any ((select xingbian.held_bodies('{reporter}'))::text[]))
    or (role = 'reviewer' and body = any ((select xingbian.held_bodies('{reviewer}'))::text[]))
    or (role = 'approver' and body = any ((select xingbian.held_bodies('{approver}'))::text[]))
    or exists (select from xingbian.submission s where s.id = submission
      and s.body = any ((select xingbian.bodies_below('{coordinator}'))::text[])))`,
  // By hand, whom it waits for, from above, once on a day.
  `create policy reminder_add on xingbian.reminder for insert with check (
    made_by = (select xingbian.account_id()) and kind = 'by-hand'
    and occurrence = to_char(now() at time zone 'Asia/Shanghai', 'YYYY-MM-DD')
    and xingbian.holds_above('{coordinator,reviewer,approver}', body)
    and exists (select from xingbian.submission s
      left join xingbian.submission_level l on l.submission = s.id and l.level = s.level
      where s.id = reminder.submission and s.revision = reminder.revision
      and case when s.state in ('draft', 'returned')
          then reminder.role = 'reporter' and reminder.body = s.filled_by
        when s.state in ('submitted', 'accepted')
          then reminder.role = l.role and reminder.body = l.body
        else false end))`,
  `create policy reminder_delivery_read on xingbian.reminder_delivery for select using (
    exists (select from xingbian.reminder r where r.id = any (reminders)
      and (r.made_by = (select xingbian.account_id())
        or exists (select from xingbian.submission s where s.id = r.submission
          and s.body = any ((select xingbian.bodies_below('{coordinator}'))::text[])))))`,

  `create policy author_read on xingbian.submission_author for select using (
    account = xingbian.account_id())`,
  `create policy author_add on xingbian.submission_author for insert with check (
    account = xingbian.account_id()
    and exists (select from xingbian.submission s where s.id = submission
      and s.filled_by = any ((select xingbian.held_bodies('{reporter}'))::text[])))`,

  `create policy kept_save_own on xingbian.kept_save for all
    using (account = (select xingbian.account_id())) with check (account = (select xingbian.account_id()))`,

  // Of whom one sees none of the submissions, one sees no release either.
  `create policy release_read on xingbian.release for select using (
    (select xingbian.holds('{publisher,coordinator}'))
    and exists (select from xingbian.release_submission r where r.release = id))`,
  // Releases are made by the program as the owner, which asks the same functions: nobody else writes them.
  ...['release_submission', 'release_reason'].map(
    (table) => `create policy ${table}_read on xingbian.${table} for select using (
      exists (select from xingbian.submission s where s.id = submission))`,
  ),
];
