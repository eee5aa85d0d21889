import { sql } from 'kysely';
import { generateSync } from 'otplib';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  changeAccount,
  createAccount,
  readAccounts,
  resetPassword,
} from '../../src/store/accounts/accounts.ts';
import { searchAudit } from '../../src/store/accounts/audit-search.ts';
import { changePassword } from '../../src/store/accounts/change-password.ts';
import { makeFirstAccount } from '../../src/store/accounts/first-account.ts';
import { giveRole, takeRole } from '../../src/store/accounts/grants.ts';
import {
  beginSecondFactor,
  confirmSecondFactor,
  giveCode,
  removeSecondFactor,
} from '../../src/store/accounts/second-factor.ts';
import { signIn, signOut } from '../../src/store/accounts/sign-in.ts';
import { loadBodies } from '../../src/store/collection/bodies.ts';
import type { Store } from '../../src/store/open-store.ts';
import type { Visit } from '../../src/store/visit.ts';
import { as, enrol, password, quickRules, tokenOf } from './example-accounts.ts';
import { exampleRegister } from './example-statistics.ts';
import { exampleStore } from './example-store.ts';

const storeOf = exampleStore();
let store: Store;
const origin = '192.0.2.1';
const plan = 'example';
const refused = (code: string) => expect.objectContaining({ code });
const attempt = (login: string, given = password) =>
  signIn(store.owner, quickRules, { login, password: given, origin });

beforeAll(async () => {
  store = storeOf();
  await loadBodies(store.owner, plan, exampleRegister());
}, 60_000);

describe('the first start', () => {
  test('makes one system administrator, whose password must be changed', async () => {
    const first = await makeFirstAccount(store.owner, quickRules);
    expect(first).toMatch(/^[a-zA-Z2-9]{4}(-[a-zA-Z2-9]{4}){4}$/);
    expect(await makeFirstAccount(store.owner, quickRules)).toBeNull();
    const { token, stage } = await attempt('admin', first ?? '');
    expect(stage).toBe('password-change');
    expect(await as(store, token, async ({ db }) => await countOf(db, 'account'))).toBe(0);
    const given = { token, origin, current: first ?? '', next: password };
    const opened = await changePassword(store.owner, quickRules, given);
    expect(opened.stage).toBe('full');
    await expect(as(store, token, async ({ visitor }) => visitor)).resolves.toBeNull();
  });

  test('lets the system administrator appoint the other officers, and no more after that', async () => {
    const admin = await tokenOf(store, 'admin');
    const made = await as(store, admin, (visit) =>
      createAccount(visit, quickRules, { login: 'Safe', name: '安全' }),
    );
    const give = (token: string, id: number, role: 'security-administrator' | 'auditor') =>
      as(store, token, (visit) => giveRole(visit, plan, { id, role, body: '' }));
    const auditor = await enrol(store, 'auditor');
    await give(admin, auditor, 'auditor');
    await give(admin, made.account, 'security-administrator');
    const other = await enrol(store, 'auditor-2');
    await expect(give(admin, other, 'auditor')).rejects.toEqual(refused('not-permitted'));
    const first = await attempt('safe', made.password);
    expect(first.stage).toBe('password-change');
    await changePassword(store.owner, quickRules, {
      token: first.token,
      origin,
      current: made.password,
      next: password,
    });
  });
});

describe('signing in', () => {
  test('locks after so many wrong tries, and a right one does not help', async () => {
    const id = await enrol(store, 'clumsy');
    for (let count = 0; count < quickRules.lockAfter; count++)
      await expect(attempt('clumsy', 'wrong')).rejects.toEqual(refused('sign-in-refused'));
    await expect(attempt('clumsy')).rejects.toEqual(refused('sign-in-locked'));
    await store.owner
      .updateTable('credential')
      .set({ locked_until: new Date(Date.now() - 1_000) })
      .where('account', '=', id)
      .execute();
    expect((await attempt('clumsy')).stage).toBe('full');
  });

  test('counts tries that come at once before it looks at them', async () => {
    await enrol(store, 'hurried');
    const tries = Array.from({ length: 30 }, () => attempt('hurried', 'wrong'));
    const codes = (await Promise.allSettled(tries)).map(
      (one) => (one as PromiseRejectedResult).reason.code,
    );
    expect(codes.filter((code) => code === 'sign-in-refused').length).toBe(quickRules.lockAfter);
    expect(codes.filter((code) => code === 'sign-in-locked').length).toBe(
      30 - quickRules.lockAfter,
    );
  });

  test('says and does the same for a name that is no account', async () => {
    for (let count = 0; count < quickRules.lockAfter; count++)
      await expect(attempt('nobody-here')).rejects.toEqual(refused('sign-in-refused'));
    await expect(attempt('nobody-here')).rejects.toEqual(refused('sign-in-locked'));
  });

  test('ends a session that was left, that lasted, or that was signed out of', async () => {
    await enrol(store, 'idle');
    for (const change of [
      { seen: new Date(Date.now() - 31 * 60_000) },
      { created: new Date(Date.now() - 12.1 * 3_600_000) },
    ]) {
      const token = await tokenOf(store, 'idle');
      expect(await as(store, token, async ({ visitor }) => visitor?.login)).toBe('idle');
      await store.owner.updateTable('session').set(change).execute();
      expect(await as(store, token, async ({ visitor }) => visitor)).toBeNull();
    }
    const token = await tokenOf(store, 'idle');
    await signOut(store.owner, quickRules, token, origin);
    expect(await as(store, token, async ({ visitor }) => visitor)).toBeNull();
  });

  test('keeps neither password nor token in clear', async () => {
    await enrol(store, 'hidden');
    const token = await tokenOf(store, 'hidden');
    for (const table of ['credential', 'session', 'audit']) {
      const { rows } = await sql<{ all: string }>`
        select string_agg(t::text, ' ') as all from ${sql.id('xingbian', table)} t`.execute(
        store.owner,
      );
      expect(rows[0]?.all).not.toContain(password);
      expect(rows[0]?.all).not.toContain(token);
    }
  });
});

describe('a password', () => {
  test.each([
    ['Short-1', /至少 12/],
    ['alllowercaseletters', /至少 3 类/],
    ['My-careful-name-1', /账号名/],
    ['Aa1Aa1Aa1Aa1', /太少/],
  ])('%s will not do', async (next, why) => {
    const login = `careful${next.length}`;
    await enrol(store, next.includes('careful') ? 'careful' : login);
    const token = await tokenOf(store, next.includes('careful') ? 'careful' : login);
    const given = { token, origin, current: password, next };
    await expect(changePassword(store.owner, quickRules, given)).rejects.toMatchObject({
      code: 'password-weak',
      details: { reason: expect.stringMatching(why) },
    });
  });

  test('is not one of the last five', async () => {
    await enrol(store, 'renewing');
    const own = await tokenOf(store, 'renewing');
    const change = (token: string, current: string, next: string) =>
      changePassword(store.owner, quickRules, { token, origin, current, next });
    const { token } = await change(own, password, 'Another-horse-10');
    await expect(change(token, 'Another-horse-10', password)).rejects.toEqual(
      refused('password-weak'),
    );
    await expect(change(token, 'wrong', 'Yet-another-11')).rejects.toEqual(
      refused('sign-in-refused'),
    );
  });
});

describe('the second factor', () => {
  const codeOf = (secret: string, at = Date.now()) =>
    generateSync({ secret, epoch: Math.floor(at / 1_000) });

  test('asks for a code, and takes each code once', async () => {
    await enrol(store, 'careful-2');
    const token = await tokenOf(store, 'careful-2');
    const { secret, address } = await beginSecondFactor(store.owner, quickRules, { token, origin });
    expect(address).toMatch(/^otpauth:\/\/totp\/Xingbian:careful-2\?/);
    const before = codeOf(secret, Date.now() - 30_000);
    const confirmed = { token, origin, code: before };
    const { token: own } = await confirmSecondFactor(store.owner, quickRules, confirmed);
    const half = await attempt('careful-2');
    expect(half.stage).toBe('second-factor');
    const give = (code: string) =>
      giveCode(store.owner, quickRules, { token: half.token, origin, code });
    await expect(give(before)).rejects.toEqual(refused('code-refused'));
    const code = codeOf(secret);
    const both = await Promise.allSettled([give(code), give(code)]);
    expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
    const removed = { token: own, origin, password };
    expect((await removeSecondFactor(store.owner, quickRules, removed)).stage).toBe('full');
    expect((await attempt('careful-2')).stage).toBe('full');
  });

  test('locks after wrong codes, however often the password is given between them', async () => {
    const id = await enrol(store, 'guessed');
    await store.owner
      .updateTable('credential')
      .set({ totp_secret: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ', totp_confirmed: true })
      .where('account', '=', id)
      .execute();
    const codes: string[] = [];
    for (let count = 0; count < quickRules.lockAfter; count++) {
      const { token } = await attempt('guessed');
      const code = '000000';
      await giveCode(store.owner, quickRules, { token, origin, code }).catch((error) =>
        codes.push(error.code),
      );
    }
    expect(codes).toEqual(Array(quickRules.lockAfter).fill('code-refused'));
    await expect(attempt('guessed')).rejects.toEqual(refused('sign-in-locked'));
  });

  test('is to be added first where it is required', async () => {
    const rules = { ...quickRules, secondFactor: 'required' } as const;
    await enrol(store, 'required');
    const given = { login: 'required', password, origin };
    const { token, stage } = await signIn(store.owner, rules, given);
    expect(stage).toBe('authenticator');
    const { secret } = await beginSecondFactor(store.owner, rules, { token, origin });
    const confirmed = { token, origin, code: codeOf(secret) };
    expect((await confirmSecondFactor(store.owner, rules, confirmed)).stage).toBe('full');
  });
});

describe('rights', () => {
  test('are the security administrator’s to give and take, never to themselves', async () => {
    const safe = await tokenOf(store, 'safe');
    const own = await as(store, safe, async ({ visitor }) => visitor?.id ?? 0);
    const id = await enrol(store, 'county');
    const give = (giving: Parameters<typeof giveRole>[2]) =>
      as(store, safe, (visit) => giveRole(visit, plan, giving));
    await give({ id, role: 'reporter', body: 'a1', until: '2099-12-31' });
    await expect(give({ id: own, role: 'security-administrator', body: '' })).rejects.toEqual(
      refused('not-permitted'),
    );
    await expect(give({ id, role: 'reporter', body: 'elsewhere' })).rejects.toEqual(
      refused('body-unknown'),
    );
    await expect(give({ id, role: 'auditor', body: '' })).rejects.toEqual(
      refused('officers-apart'),
    );
    await expect(give({ id: 9_999, role: 'reporter', body: 'a1' })).rejects.toEqual(
      refused('not-found'),
    );
    const deputy = await enrol(store, 'county-deputy');
    await give({ id: deputy, role: 'reporter', body: 'a1', until: '2099-01-31', deputyFor: id });
    await expect(give({ id: deputy, role: 'reporter', body: 'a2', deputyFor: id })).rejects.toEqual(
      refused('deputy-without-role'),
    );
    const listed = await as(store, safe, (visit) => readAccounts(visit, (body) => body));
    const grants = listed.find((account) => account.id === deputy)?.grants ?? [];
    expect(grants).toMatchObject([
      { role: 'reporter', body: 'a1', until: '2099-01-31T16:00:00.000Z', deputyFor: id },
    ]);
    await as(store, safe, (visit) => takeRole(visit, grants[0]?.id ?? 0));
    const token = await tokenOf(store, 'county-deputy');
    expect(await as(store, token, async ({ visitor }) => visitor?.roles)).toEqual([]);
  });

  test('reach down: a role counts at its body and all within it, on land it does not', async () => {
    await enrol(store, 'province', [['reviewer', 'B']]);
    await enrol(store, 'corps-office', [['reviewer', 'corps']]);
    const below = (login: string) => async () =>
      await as(store, await tokenOf(store, login), async ({ db }) => {
        const { rows } = await sql<{ bodies: string[] }>`
          select xingbian.bodies_below('{reviewer}') as bodies`.execute(db);
        return rows[0]?.bodies.sort();
      });
    expect(await below('province')()).toEqual(['B', 'b1', 'b2']);
    expect(await below('corps-office')()).toEqual(['corps', 'f1']);
    const { rows } = await sql<{ body: string }>`select body from xingbian.body_within
      where within = 's' and body like 'agency:%'`.execute(store.owner);
    expect(rows.length).toBeGreaterThan(0);
  });

  test('hold in the database: the server reads no secret and no account of another', async () => {
    const token = await tokenOf(store, 'county');
    expect(await as(store, token, async ({ db }) => await countOf(db, 'account'))).toBe(1);
    expect(await as(store, null, async ({ db }) => await countOf(db, 'account'))).toBe(0);
    expect(await as(store, token, async ({ db }) => await countOf(db, 'audit'))).toBe(0);
    for (const table of ['credential', 'session'] as const)
      await expect(as(store, token, async ({ db }) => await countOf(db, table))).rejects.toEqual(
        refused('not-permitted'),
      );
    const writes = [
      sql`insert into xingbian.account (login, name) values ('x', 'x')`,
      sql`update xingbian.account set login = 'x'`,
      sql`insert into xingbian.role_grant (account, role, body, granted_by)
        values (xingbian.account_id(), 'reviewer', 's', xingbian.account_id())`,
      sql`select xingbian.reset_credential(1, 'x')`,
      sql`select xingbian.set_account_state(1, 'left', 'x')`,
      sql`insert into xingbian.audit (account, origin, act, subject, outcome)
        values (1, 'x', 'x', 'x', 'done')`,
    ];
    for (const write of writes)
      await expect(as(store, token, async ({ db }) => await write.execute(db))).rejects.toEqual(
        refused('not-permitted'),
      );
  });
});

describe('an account whose holder leaves', () => {
  test('loses its name, its secrets and its roles; what it did stays', async () => {
    const id = await enrol(store, 'leaving', [['reporter', 'a2']]);
    const token = await tokenOf(store, 'leaving');
    const admin = await tokenOf(store, 'admin');
    await as(store, admin, (visit) => changeAccount(visit, id, 'left'));
    expect(await as(store, token, async ({ visitor }) => visitor)).toBeNull();
    await expect(attempt('leaving')).rejects.toEqual(refused('sign-in-refused'));
    const account = await store.owner
      .selectFrom('account')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    expect(account).toMatchObject({ login: `left-${id}`, name: `已离任账号 ${id}`, state: 'left' });
    const held = store.owner.selectFrom('role_grant').selectAll().where('account', '=', id);
    expect((await held.executeTakeFirstOrThrow()).revoked_at).not.toBeNull();
    const acts = await as(store, await tokenOf(store, 'auditor'), (visit) =>
      searchAudit(visit, 'audit.search', { account: `left-${id}` }, 50),
    );
    expect(acts.entries.map((entry) => entry.act)).toEqual(['account.sign-in']);
    const { rows } = await sql<{ all: string }>`
      select string_agg(t::text, ' ') as all from xingbian.audit t`.execute(store.owner);
    expect(rows[0]?.all).not.toMatch(/leaving|的姓名/);
    const back = as(store, admin, (visit) => changeAccount(visit, id, 'active'));
    await expect(back).rejects.toEqual(refused('not-found'));
  });

  test('is not one’s own', async () => {
    const admin = await tokenOf(store, 'admin');
    const own = await as(store, admin, async ({ visitor }) => visitor?.id ?? 0);
    for (const change of [
      (visit: Visit) => changeAccount(visit, own, 'locked'),
      (visit: Visit) => resetPassword(visit, quickRules, own),
    ])
      await expect(as(store, admin, change as (visit: Visit) => Promise<unknown>)).rejects.toEqual(
        refused('not-permitted'),
      );
  });
});

describe('the record of acts', () => {
  test('is read by auditors alone, and that is on record too', async () => {
    const auditor = await tokenOf(store, 'auditor');
    const read = () =>
      as(store, auditor, (visit) => searchAudit(visit, 'audit.search', { act: 'audit.' }, 10));
    const before = (await read()).entries.length;
    const { entries } = await read();
    expect(entries.length).toBe(before + 1);
    expect(entries[0]).toMatchObject({ account: 'auditor', act: 'audit.search', outcome: 'done' });
  });

  test.each([
    'delete from xingbian.audit',
    "update xingbian.audit set act = ''",
    'truncate xingbian.audit',
  ])('is only added to, by whomever: %s', async (statement) => {
    await expect(sql.raw(statement).execute(store.owner)).rejects.toThrow('only added to');
  });

  test('goes with its act: what is taken back is not on record', async () => {
    const admin = await tokenOf(store, 'admin');
    const before = await countOf(store.owner, 'audit');
    const half = as(store, admin, async (visit) => {
      await createAccount(visit, quickRules, { login: 'undone', name: '未成' });
      throw new Error('taken back');
    });
    await expect(half).rejects.toThrow('taken back');
    expect(await countOf(store.owner, 'audit')).toBe(before);
    expect(
      await store.owner.selectFrom('account').selectAll().where('login', '=', 'undone').execute(),
    ).toEqual([]);
  });
});

async function countOf(
  db: Visit['db'] | Store['owner'],
  table: 'account' | 'audit' | 'credential' | 'session',
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from ${sql.id('xingbian', table)}`.execute(db);
  return rows[0]?.count ?? -1;
}
