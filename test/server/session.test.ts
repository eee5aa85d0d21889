import { generateSync } from 'otplib';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { accountPaths } from '../../src/api/paths.ts';
import { SessionAnswer } from '../../src/api/session.ts';
import { parseTrust } from '../../src/server/proxy.ts';
import { makeFirstAccount } from '../../src/store/accounts/first-account.ts';
import type { Store } from '../../src/store/open-store.ts';
import { defineCollection } from '../store/collection-desk.ts';
import { enrol, password, quickRules } from '../store/example-accounts.ts';
import { exampleStore } from '../store/example-store.ts';
import { accountApp, type Browser, browserOf } from './account-app.ts';

const storeOf = exampleStore();
const lines: string[] = [];
let store: Store;
let first: string;
let browser: Browser;

beforeAll(async () => {
  store = storeOf();
  await defineCollection(store, 'example');
  first = (await makeFirstAccount(store.owner, quickRules)) ?? '';
  await enrol(store, 'county', [['reporter', 'a1']]);
  await enrol(store, 'safe', [['security-administrator', '']]);
  await enrol(store, 'auditor', [['auditor', '']]);
}, 60_000);

beforeEach(() => {
  browser = browserOf(accountApp(store, { log: (line) => lines.push(line) }));
});

const signIn = (login: string, given = password, headers = {}) =>
  browser.post(accountPaths.signIn, { login, password: given }, headers);
const codeOf = async (response: Response) => (await response.json()).error?.code;

describe('a session', () => {
  test('begins with a cookie that scripts and other sites do not get', async () => {
    const response = await signIn('county');
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^xingbian=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/),
    ]);
    const answer = SessionAnswer.parse(await response.json());
    expect(answer.account).toMatchObject({
      login: 'county',
      stage: 'full',
      secondFactor: false,
      roles: [{ role: 'reporter', body: 'a1' }],
    });
    expect(await (await browser.get(accountPaths.session)).json()).toEqual(answer);
  });

  test('ends at sign-out, in the database too', async () => {
    await signIn('county');
    const token = browser.cookies.get('xingbian') ?? '';
    const out = await browser.post(accountPaths.signOut, {});
    expect((await out.json()).account).toBeNull();
    expect(out.headers.getSetCookie()[0]).toContain('Max-Age=0');
    browser.cookies.set('xingbian', token);
    expect((await (await browser.get(accountPaths.session)).json()).account).toBeNull();
  });

  test('is bound to host and TLS behind a proxy that is believed, and to nothing by one that is not', async () => {
    const forwarded = { 'x-forwarded-proto': 'https', origin: 'https://xb.test' };
    expect((await signIn('county', password, forwarded)).headers.getSetCookie()[0]).toMatch(
      /^xingbian=/,
    );
    browser = browserOf(accountApp(store, { trust: 'all' }));
    expect((await signIn('county', password, forwarded)).headers.getSetCookie()[0]).toMatch(
      /^__Host-xingbian=[\w-]+; Path=\/; HttpOnly; SameSite=Strict; Secure$/,
    );
    const token = browser.cookies.get('__Host-xingbian') ?? '';
    // Another host of the domain can set a cookie of the plain name, and over TLS it is none of ours.
    browser.cookies.clear();
    browser.cookies.set('xingbian', token);
    const asked = await browser.get(accountPaths.session, forwarded);
    expect((await asked.json()).account).toBeNull();
  });

  test('does nothing before the password of the first start is changed', async () => {
    expect((await (await signIn('admin', first)).json()).account).toMatchObject({
      stage: 'password-change',
      roles: [],
    });
    expect(await codeOf(await browser.get(accountPaths.accounts))).toBe('sign-in-needed');
    const before = browser.cookies.get('xingbian');
    const weak = { current: first, next: 'admin-Admin-1' };
    expect(await codeOf(await browser.post(accountPaths.changePassword, weak))).toBe(
      'password-weak',
    );
    const changed = await browser.post(accountPaths.changePassword, {
      current: first,
      next: password,
    });
    expect((await changed.json()).account.stage).toBe('full');
    expect(browser.cookies.get('xingbian')).not.toBe(before);
    expect((await browser.get(accountPaths.accounts)).status).toBe(200);
  });

  test('waits for the code where there is an authenticator', async () => {
    await enrol(store, 'twofold', [['auditor', '']]);
    await signIn('twofold');
    const begun = await (await browser.post(accountPaths.beginSecondFactor, {})).json();
    const codeAt = (later: number) =>
      generateSync({ secret: begun.secret, epoch: Math.floor(Date.now() / 1_000) + later });
    await browser.post(accountPaths.confirmSecondFactor, { code: codeAt(-30) });
    expect((await (await signIn('twofold')).json()).account.stage).toBe('second-factor');
    expect(await codeOf(await browser.get(accountPaths.audit))).toBe('sign-in-needed');
    const wrong = await browser.post(accountPaths.secondFactor, { code: codeAt(-30) });
    expect([wrong.status, await codeOf(wrong)]).toEqual([401, 'code-refused']);
    const right = await browser.post(accountPaths.secondFactor, { code: codeAt(0) });
    expect((await right.json()).account).toMatchObject({ stage: 'full', secondFactor: true });
    expect((await browser.get(accountPaths.audit)).status).toBe(200);
  });
});

describe('what another site sends', () => {
  test.each([
    ['from its own page', { origin: 'http://evil.test' }],
    ['from a page without origin', { origin: 'null' }],
    ['marked by the browser', { 'sec-fetch-site': 'cross-site' }],
  ])('%s is refused', async (_, headers) => {
    expect(await codeOf(await signIn('county', password, headers))).toBe('origin-refused');
    await signIn('safe');
    const body = { login: 'forged', name: 'x' };
    const response = await browser.post(accountPaths.createAccount, body, headers);
    expect([response.status, await codeOf(response)]).toEqual([403, 'origin-refused']);
  });
});

describe('too many requests', () => {
  const limited = (signIns: number, trust?: string) =>
    browserOf(
      accountApp(store, {
        accounts: { perMinute: { signIns, requests: 0 } },
        ...(trust && { trust: parseTrust(trust) ?? 'none' }),
      }),
    );

  test('to sign in are refused for a while, whatever a header says of the sender', async () => {
    browser = limited(3);
    const codes: string[] = [];
    for (let count = 0; count < 4; count++) {
      const headers = { 'x-forwarded-for': `198.51.100.${count}` };
      codes.push(await codeOf(await signIn('none', 'x', headers)));
    }
    expect(codes).toEqual([...Array(3).fill('sign-in-refused'), 'too-many-requests']);
    const refused = await signIn('none', 'x');
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '20']);
    // Another route has a count of its own.
    const code = await browser.post(accountPaths.secondFactor, { code: '000000' });
    expect(await codeOf(code)).toBe('sign-in-needed');
  });

  test('of any kind are refused too, with the headers of every answer', async () => {
    const app = accountApp(store, { accounts: { perMinute: { signIns: 0, requests: 2 } } });
    const all = [1, 2, 3].map(() => app.request('/api/session'));
    const answers = await Promise.all(all);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 429]);
    expect(answers[2]?.headers.get('content-security-policy')).toContain("default-src 'self'");
  });
});

describe('rights', () => {
  test('an address takes its own method alone', async () => {
    const get = await browser.get(accountPaths.signIn);
    expect([get.status, get.headers.get('allow')]).toEqual([405, 'POST']);
    const post = await browser.post(accountPaths.accounts, {});
    expect([post.status, post.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });

  test('of a role that is not held are refused, and that is on record', async () => {
    await signIn('county');
    const response = await browser.get(accountPaths.accounts);
    expect([response.status, await codeOf(response)]).toEqual([403, 'not-permitted']);
    await signIn('auditor');
    const query = '?act=account.list';
    const { entries } = await (await browser.get(`${accountPaths.audit}${query}`)).json();
    expect(entries[0]).toMatchObject({ account: 'county', outcome: 'refused' });
  });

  test('probing what is another’s, and bringing offices together, are on record too', async () => {
    const probe = '/api/collection/submissions/999';
    expect(await codeOf(await browser.get(probe))).toBe('sign-in-needed');
    await signIn('county');
    expect(await codeOf(await browser.get(probe))).toBe('not-found');
    await signIn('safe');
    const { accounts } = await (await browser.get(accountPaths.accounts)).json();
    const county = accounts.find((one: { login: string }) => one.login === 'county').id;
    const path = accountPaths.giveRole.replace('{id}', county);
    const apart = await browser.post(path, { role: 'auditor', body: '' });
    expect(await codeOf(apart)).toBe('officers-apart');
    await signIn('auditor');
    const refused = async (account: string) => {
      const { entries } = await (
        await browser.get(`${accountPaths.audit}?account=${account}`)
      ).json();
      return entries.filter((entry: { outcome: string }) => entry.outcome === 'refused');
    };
    expect((await refused('county'))[0]).toMatchObject({
      subject: probe,
      new: { why: 'not-found' },
    });
    expect((await refused('safe'))[0]).toMatchObject({
      subject: path,
      new: { why: 'officers-apart' },
    });
  });

  test('the record is a table to download, and its cells run nothing', async () => {
    await signIn('auditor');
    const response = await browser.get(`${accountPaths.auditCsv}?act=account.sign-in`);
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const text = await response.text();
    expect(text).toMatch(/^\uFEFF?序号 number,时间 at/);
    expect(text.split('\r\n').length).toBeGreaterThan(4);
  });

  test('an account is made, given a role, and closed', async () => {
    await signIn('admin');
    const made = await browser.post(accountPaths.createAccount, { login: 'New', name: '新人' });
    const { account, password: once } = await made.json();
    const again = await browser.post(accountPaths.createAccount, { login: 'new', name: '新人' });
    expect([again.status, await codeOf(again)]).toEqual([409, 'login-taken']);
    await signIn('safe');
    const path = accountPaths.giveRole.replace('{id}', account);
    const given = await browser.post(path, { role: 'reporter', body: 'a2' });
    expect([given.status, await given.json()]).toEqual([200, {}]);
    expect((await (await signIn('new', once)).json()).account.stage).toBe('password-change');
    await signIn('admin');
    const state = accountPaths.changeAccount.replace('{id}', account);
    expect((await browser.post(state, { state: 'left' })).status).toBe(200);
    const { accounts } = await (await browser.get(accountPaths.accounts)).json();
    expect(accounts.at(-1)).toMatchObject({
      login: `left-${account}`,
      name: `已离任账号 ${account}`,
      grants: [],
    });
  });
});

test('no log has a password, a code or a token', () => {
  expect(lines.length).toBeGreaterThan(20);
  for (const line of lines) {
    expect(line).not.toContain(password);
    expect(line).not.toContain(first);
    expect(line).not.toMatch(/[\w-]{43}/);
  }
});
