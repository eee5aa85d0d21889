import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { generateSync } from 'otplib';
import { beforeAll, describe, expect, test } from 'vitest';
import { changeAccount, resetPassword } from '../../src/store/accounts/accounts.ts';
import { changePassword } from '../../src/store/accounts/change-password.ts';
import { hashPassword } from '../../src/store/accounts/passwords.ts';
import { recoverAccount } from '../../src/store/accounts/recovery.ts';
import {
  beginSecondFactor,
  confirmSecondFactor,
  removeSecondFactor,
} from '../../src/store/accounts/second-factor.ts';
import { signIn } from '../../src/store/accounts/sign-in.ts';
import { loadBodies } from '../../src/store/collection/bodies.ts';
import type { Store } from '../../src/store/open-store.ts';
import { as, enrol, password, quickRules, tokenOf } from './example-accounts.ts';
import { exampleRegister } from './example-statistics.ts';
import { exampleStore } from './example-store.ts';

const storeOf = exampleStore();
let store: Store;
let admin: string;
const origin = '192.0.2.1';
const other = 'Intruder-keeps-9';
const refused = (code: string) => expect.objectContaining({ code });

beforeAll(async () => {
  store = storeOf();
  await loadBodies(store.owner, 'example', exampleRegister());
  await enrol(store, 'admin', [['system-administrator', '']]);
  admin = await tokenOf(store, 'admin');
}, 60_000);

/** An account whose password takes long enough to look at for something to happen meanwhile. */
async function slowAccount(login: string): Promise<{ id: number; token: string }> {
  const id = await enrol(store, login);
  const token = await tokenOf(store, login);
  const password_hash = await hashPassword(password, { memoryCost: 64, timeCost: 60_000 });
  await store.owner
    .updateTable('credential')
    .set({ password_hash })
    .where('account', '=', id)
    .execute();
  return { id, token };
}

const attempt = (login: string, given = password) =>
  signIn(store.owner, quickRules, { login, password: given, origin });
const reset = (id: number) => as(store, admin, (visit) => resetPassword(visit, quickRules, id));
const sessionsOf = async (id: number) => {
  const { rows } = await sql<{ stage: string }>`
    select stage from xingbian.session where account = ${id}`.execute(store.owner);
  return rows.map((row) => row.stage);
};

describe('a password is reset while somebody is inside', () => {
  test('and changes it: the change is refused, the one-time password signs in', async () => {
    const { id, token } = await slowAccount('changing');
    const given = { token, origin, current: password, next: other };
    const change = changePassword(store.owner, quickRules, given).catch((error) => error);
    await sleep(80);
    const once = await reset(id);
    expect(await change).toEqual(refused('sign-in-needed'));
    await expect(attempt('changing', other)).rejects.toEqual(refused('sign-in-refused'));
    expect((await attempt('changing', once.password)).stage).toBe('password-change');
  });

  test.each([
    ['by the administrator', async (id: number) => await reset(id)],
    ['on the command line', async () => await recoverAccount(store.owner, quickRules, 'entering')],
    [
      'or closed',
      async (id: number) => await as(store, admin, (visit) => changeAccount(visit, id, 'left')),
    ],
  ])('and signs in with the old one, %s: no session is left', async (_, takeAway) => {
    const { id } = await slowAccount('entering');
    await sql`delete from xingbian.session where account = ${id}`.execute(store.owner);
    const entry = attempt('entering').catch((error) => error);
    await sleep(80);
    await takeAway(id);
    expect(await entry).toEqual(refused('sign-in-refused'));
    expect(await sessionsOf(id)).toEqual([]);
    await sql`update xingbian.account set login = 'was-' || id where id = ${id}`.execute(
      store.owner,
    );
  });

  test('and takes the authenticator off: what was reset stays', async () => {
    const { id, token } = await slowAccount('twofold');
    const { secret } = await beginSecondFactor(store.owner, quickRules, { token, origin });
    const code = generateSync({ secret });
    const raised = await confirmSecondFactor(store.owner, quickRules, { token, origin, code });
    const given = { token: raised.token, origin, password };
    const removal = removeSecondFactor(store.owner, quickRules, given).catch((error) => error);
    await sleep(80);
    await reset(id);
    expect(await removal).toEqual(refused('sign-in-needed'));
    expect(await sessionsOf(id)).toEqual([]);
  });

  test('a sign-in that holds the credential is waited for, and its session ends', async () => {
    const id = await enrol(store, 'first');
    let done: Promise<unknown> = Promise.resolve();
    await store.owner.transaction().execute(async (db) => {
      await sql`select from xingbian.credential where account = ${id} for update`.execute(db);
      done = as(store, admin, (visit) => changeAccount(visit, id, 'locked'));
      await sleep(80);
      await db
        .insertInto('session')
        .values({ token_hash: Buffer.from('x'), account: id, stage: 'full', origin })
        .execute();
    });
    await done;
    expect(await sessionsOf(id)).toEqual([]);
  });
});
