import type { Kysely, Migration } from 'kysely';
import { sql } from 'kysely';

/**
 * Acts of collection that touch rows the caller has no rights on, each with what it asks for first:
 * taking back a round, sending reminders, and what was kept of forms of others.
 */
export const migration: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};

/** Functions that look where policies do not let the caller look. */
const asOwner = 'security definer set search_path = xingbian, pg_temp';

const statements = [
  // Takes back a round in which nobody has saved or moved anything, and says whether it did. A table
  // of which rows are deleted by the server otherwise is none: this is the only way.
  `create function xingbian.drop_round(dropped integer) returns boolean
  language plpgsql ${asOwner} as $$
  declare
    reminded integer[];
  begin
    if not coordinates(dropped) then
      raise exception 'not a round of the caller' using errcode = '42501';
    end if;
    -- Who is saving just now is waited for, and who comes later finds no submission.
    perform from submission s where s.round = dropped order by s.id for update;
    if exists (select from submission s where s.round = dropped
      and (s.state <> 'draft' or s.revision > 0 or s.begun_at is not null
        or exists (select from cell c where c.submission = s.id)
        or exists (select from submission_move m where m.submission = s.id)
        or exists (select from kept_save k where k.submission = s.id))) then
      return false;
    end if;
    select coalesce(array_agg(r.id), '{}') into reminded
      from reminder r join submission s on s.id = r.submission where s.round = dropped;
    update reminder_delivery d set reminders = array(
        select one from unnest(d.reminders) one where one <> all (reminded))
      where d.reminders && reminded;
    delete from reminder_delivery where reminders = '{}';
    delete from reminder r where r.id = any (reminded);
    delete from submission_level l using submission s where s.id = l.submission and s.round = dropped;
    delete from submission s where s.round = dropped;
    delete from round r where r.id = dropped;
    return true;
  end $$`,

  // Puts reminders of the caller on their way, in the transaction that makes them: one mail for each
  // account that holds the role at the body and has an address, one call of the webhook for each kind
  // and body. Says how many accounts are reminded, how many by mail, and how many bodies nobody is.
  `create function xingbian.send_reminders(made integer[], mail boolean, webhook boolean)
  returns table (accounts integer, mails integer, unreached integer)
  language plpgsql ${asOwner} as $$
  begin
    if exists (select from reminder r
      where r.id = any (made) and r.made_by is distinct from account_id()) then
      raise exception 'not the reminders of the caller' using errcode = '42501';
    end if;
    if webhook then
      insert into reminder_delivery (channel, reminders)
        select 'webhook', array_agg(r.id order by r.id)
        from reminder r join submission s on s.id = r.submission
        where r.id = any (made) group by s.round, r.kind, r.role, r.body;
    end if;
    return query with held as (
      select distinct r.id, r.body, a.id as holder, m.account is not null and mail as by_mail
      from reminder r
      left join role_grant g on g.role = r.role and g.body = r.body
        and exists (select from live_grants(g.account) h where h.id = g.id)
      left join account a on a.id = g.account and a.state = 'active'
      left join account_address m on m.account = a.id
      where r.id = any (made)),
    mailed as (
      insert into reminder_delivery (channel, account, reminders)
        select 'mail', h.holder, array_agg(h.id order by h.id) from held h
        where h.by_mail group by h.holder returning 1)
    select count(distinct h.holder)::int, (select count(*)::int from mailed),
      count(distinct h.body)::int - count(distinct h.body) filter (where h.holder is not null)::int
    from held h;
  end $$`,

  // What was kept for the account of forms it fills in no longer, with what says which they were.
  `create function xingbian.kept_elsewhere(plan text)
  returns table (id integer, indicator text, value text, absence xingbian.absence, note text, cause text,
    arrived timestamptz, body text, form text, period integer, version integer)
  language sql stable ${asOwner} as $$
    select k.id, k.indicator, k.value, k.absence, k.note, k.cause, k.arrived,
      s.body, r.form, r.period, r.version
    from kept_save k join submission s on s.id = k.submission join round r on r.id = s.round
    where k.account = (select account_id()) and k.dismissed_at is null
      and r.plan_id = kept_elsewhere.plan and s.filled_by <> all (held_bodies('{reporter}'))
    order by k.id $$`,
];
