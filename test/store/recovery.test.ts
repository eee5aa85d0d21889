import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { makeFirstAccount } from '../../src/store/accounts/first-account.ts';
import { recoverAccount } from '../../src/store/accounts/recovery.ts';
import { signIn } from '../../src/store/accounts/sign-in.ts';
import type { Store } from '../../src/store/open-store.ts';
import { as, enrol, password, quickRules, tokenOf } from './example-accounts.ts';
import { exampleStore } from './example-store.ts';

const storeOf = exampleStore();
let store: Store;
const origin = '192.0.2.1';
const attempt = (login: string, given: string) =>
  signIn(store.owner, quickRules, { login, password: given, origin });

beforeAll(() => {
  store = storeOf();
});

test('the only administrator, locked and without authenticator and password, signs in again', async () => {
  const first = await makeFirstAccount(store.owner, quickRules);
  const session = await attempt('admin', first ?? '');
  await sql`update xingbian.credential set failures = 5, must_change = false,
    locked_until = now() + interval '15 minutes', totp_secret = 'S', totp_confirmed = true`.execute(
    store.owner,
  );
  await expect(attempt('admin', first ?? '')).rejects.toThrow('sign-in-locked');
  const once = await recoverAccount(store.owner, quickRules, 'Admin');
  expect(once).toMatch(/^[a-zA-Z2-9]{4}(-[a-zA-Z2-9]{4}){4}$/);
  expect(await as(store, session.token, async ({ visitor }) => visitor)).toBeNull();
  await expect(attempt('admin', first ?? '')).rejects.toThrow('sign-in-refused');
  expect((await attempt('admin', once)).stage).toBe('password-change');
  expect(await recordOf('account/1')).toEqual([
    { account: null, origin: 'command-line', old: null, new: null, outcome: 'done' },
  ]);
  const { rows } = await sql`select role from xingbian.role_grant
    where account = 1 and revoked_at is null`.execute(store.owner);
  expect(rows).toEqual([{ role: 'system-administrator' }]);
});

test('an account an administrator has locked is unlocked, and the record says so', async () => {
  const id = await enrol(store, 'locked');
  const token = await tokenOf(store, 'locked');
  await sql`update xingbian.account set state = 'locked' where id = ${id}`.execute(store.owner);
  const once = await recoverAccount(store.owner, quickRules, 'locked');
  expect((await attempt('locked', once)).stage).toBe('password-change');
  expect(await as(store, token, async ({ visitor }) => visitor)).toBeNull();
  expect(await recordOf(`account/${id}`)).toMatchObject([
    { old: { state: 'locked' }, new: { state: 'active' } },
  ]);
});

test('an account without a password, of single sign-on alone, gets one', async () => {
  const id = await enrol(store, 'bare');
  await sql`delete from xingbian.credential where account = ${id}`.execute(store.owner);
  const once = await recoverAccount(store.owner, quickRules, 'bare');
  expect((await attempt('bare', once)).stage).toBe('password-change');
});

test('one that is not there or closed is refused, and nothing changes', async () => {
  const id = await enrol(store, 'left-99');
  await sql`update xingbian.account set state = 'left' where id = ${id}`.execute(store.owner);
  await expect(recoverAccount(store.owner, quickRules, 'nobody')).rejects.toMatchObject({
    code: 'account-unknown',
    details: { login: 'nobody' },
  });
  await expect(recoverAccount(store.owner, quickRules, 'left-99')).rejects.toMatchObject({
    code: 'account-closed',
  });
  expect(await recordOf(`account/${id}`)).toEqual([]);
});

test('without its row on record nothing is reset', async () => {
  await enrol(store, 'careful');
  await sql`create function xingbian.fail() returns trigger language plpgsql as
    $$ begin raise exception 'full'; end $$`.execute(store.owner);
  await sql`create trigger fail before insert on xingbian.audit
    for each row execute function xingbian.fail()`.execute(store.owner);
  await expect(recoverAccount(store.owner, quickRules, 'careful')).rejects.toThrow('full');
  await sql`drop function xingbian.fail() cascade`.execute(store.owner);
  expect((await attempt('careful', password)).stage).toBe('full');
});

async function recordOf(subject: string) {
  const { rows } = await sql`select account, origin, old, new, outcome from xingbian.audit
    where subject = ${subject} and act = 'account.reset-password'`.execute(store.owner);
  return rows;
}
