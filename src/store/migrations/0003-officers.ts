/** Functions that look where policies do not let the caller look. */
export const asOwner = 'security definer set search_path = xingbian, pg_temp';

/** The three officers: that they stay apart and are never missing, and what they do to others. */
export const officerStatements: readonly string[] = [
  // Three officers: nobody holds two of their roles, or one of them beside a role of work.
  `create function xingbian.keep_officers_apart() returns trigger
  language plpgsql ${asOwner} as $$
  begin
    if new.revoked_at is not null then return new; end if;
    -- Two grants at once: the second waits here, and then sees the first.
    perform from account a where a.id = new.account for no key update;
    if exists (select from role_grant g
      where g.account = new.account and g.id <> new.id and g.revoked_at is null
        and (g.until_at is null or g.until_at > now()) and g.role <> new.role
        and (g.body = '' or new.body = '')) then
      raise exception 'officers-apart' using errcode = 'XB001';
    end if;
    return new;
  end $$`,
  `create trigger officers_apart before insert or update on xingbian.role_grant
    for each row execute function xingbian.keep_officers_apart()`,

  // Somebody is always left who gives and takes roles: one whose role has no end. Two who go at once
  // wait for one another.
  `create function xingbian.require_other_security(who integer) returns void
  language plpgsql ${asOwner} as $$
  begin
    perform pg_advisory_xact_lock(hashtext('xingbian.security-administrator'));
    if not exists (select from role_grant g join account a on a.id = g.account
      where g.role = 'security-administrator' and g.account <> who and g.deputy_for is null
        and g.revoked_at is null and g.until_at is null and a.state = 'active') then
      raise exception 'officer-last' using errcode = 'XB003';
    end if;
  end $$`,
  `create function xingbian.keep_security() returns trigger language plpgsql ${asOwner} as $$
  begin
    perform require_other_security(old.account);
    return new;
  end $$`,
  `create trigger security_kept before update on xingbian.role_grant for each row
    when (old.role = 'security-administrator' and old.deputy_for is null
      and old.revoked_at is null and new.revoked_at is not null)
    execute function xingbian.keep_security()`,

  // Until there was a first security administrator, the system administrator appoints the other
  // officers; never again after that, or closing that account would bring the right back.
  `create function xingbian.security_is_vacant() returns boolean
  language sql stable ${asOwner} as $$
    select not exists (select from role_grant g where g.role = 'security-administrator') $$`,

  // What the system administrator does with secrets of others, in the transaction of the request:
  // a password that holds once. Everything else that proved who they were is gone.
  `create function xingbian.reset_credential(who integer, hash text) returns void
  language plpgsql ${asOwner} as $$
  begin
    if not holds('{system-administrator}') or who = account_id() then
      raise exception 'not the system administrator' using errcode = '42501';
    end if;
    delete from credential c where c.account = who;
    insert into credential (account, password_hash, password_changed, must_change)
      values (who, hash, now(), true);
    delete from session s where s.account = who;
  end $$`,

  // Locks, unlocks or closes an account. A closed one loses its name, its secrets and its rights, and
  // what it did stays on record under its number.
  `create function xingbian.set_account_state(who integer, next text, closed_name text) returns boolean
  language plpgsql ${asOwner} as $$
  begin
    if not holds('{system-administrator}') or who = account_id() then
      raise exception 'not the system administrator' using errcode = '42501';
    end if;
    -- Before the sessions: one that is being opened is waited for, and ends too.
    perform from credential c where c.account = who for update;
    -- Grants before the lock of the last one, as whoever takes a role does.
    perform from role_grant g where g.account = who order by g.id for update;
    if next <> 'active' and exists (select from role_grant g where g.account = who
      and g.role = 'security-administrator' and g.revoked_at is null and g.deputy_for is null) then
      perform require_other_security(who);
    end if;
    update account a set state = next where a.id = who and a.state <> 'left';
    if not found then return false; end if;
    delete from session s where s.account = who;
    update credential c set failures = 0, locked_until = null where c.account = who;
    if next = 'left' then
      update account a set name = closed_name, login = 'left-' || a.id, left_at = now()
        where a.id = who;
      delete from credential c where c.account = who;
      delete from account_address c where c.account = who;
      update role_grant g set revoked_at = now(), revoked_by = account_id()
        where g.account = who and g.revoked_at is null;
    end if;
    return true;
  end $$`,
];
