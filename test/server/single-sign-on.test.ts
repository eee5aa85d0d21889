import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { accountPaths } from '../../src/api/paths.ts';
import type { Store } from '../../src/store/open-store.ts';
import { enrol } from '../store/example-accounts.ts';
import { exampleStore } from '../store/example-store.ts';
import { accountApp, type Browser, browserOf } from './account-app.ts';

// The provider says on the console what it would want in earnest.
vi.hoisted(() => {
  console.info = () => {};
  console.warn = () => {};
});

const storeOf = exampleStore();
const lines: string[] = [];
let store: Store;
let provider: Server;
let issuer: string;
let browser: Browser;

/** Who is signed in at the provider; its claims are made of the name. */
let person = 'county';

beforeAll(async () => {
  store = storeOf();
  await enrol(store, 'county');
  await enrol(store, 'other');
  provider = createServer();
  await new Promise<void>((resolve) => provider.listen(0, '127.0.0.1', resolve));
  issuer = `http://127.0.0.1:${(provider.address() as AddressInfo).port}`;
  const real = realProvider();
  const answer = real.callback();
  provider.on('request', (request, response) => {
    const asked = request.url?.startsWith('/interaction/');
    if (asked) void real.interactionFinished(request, response, { login: { accountId: person } });
    else void answer(request, response);
  });
}, 60_000);

afterAll(() => provider?.close());

/** The provider of the library that certifies others, which answers for whoever `person` is. */
function realProvider(): Provider {
  return new Provider(issuer, {
    clients: [
      {
        client_id: 'xingbian',
        client_secret: 'a-secret-of-the-client',
        redirect_uris: [`http://xb.test${accountPaths.endSingleSignOn}`],
      },
    ],
    pkce: { required: () => true },
    claims: {
      openid: ['sub'],
      profile: ['preferred_username'],
      email: ['email', 'email_verified'],
    },
    conformIdTokenClaims: false,
    // Nobody is asked whether the claims may be told.
    loadExistingGrant: async (context: {
      oidc: {
        provider: Provider;
        client: { clientId: string };
        session: { accountId: string };
      };
    }) => {
      const { provider: real, client, session } = context.oidc;
      const grant = new real.Grant({ clientId: client.clientId, accountId: session.accountId });
      grant.addOIDCScope('openid profile email');
      await grant.save();
      return grant;
    },
    findAccount: (_: unknown, id: string) => ({
      accountId: id,
      claims: () => ({
        sub: id,
        preferred_username: id === 'renamed' ? 'other' : id,
        email: 'other',
        email_verified: false,
      }),
    }),
    features: { devInteractions: { enabled: false } },
    interactions: {
      url: (_: unknown, interaction: { uid: string }) => `/interaction/${interaction.uid}`,
    },
    cookies: { keys: ['for-a-test'] },
  });
}

/** Follows the provider as a browser does that is asked nothing, back to our address. */
async function throughProvider(address: string): Promise<string> {
  const cookies = new Map<string, string>();
  let next = address;
  for (let hop = 0; hop < 12; hop++) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(next, { redirect: 'manual', headers: { cookie } });
    for (const header of response.headers.getSetCookie()) {
      const [name = '', value = ''] = header.split(';')[0]?.split(/=(.*)/) ?? [];
      cookies.set(name, value);
    }
    const location = response.headers.get('location');
    if (location === null) throw new Error(`${response.status} ${await response.text()}`);
    next = new URL(location, next).href;
    if (next.startsWith('http://xb.test')) return next.slice('http://xb.test'.length);
  }
  throw new Error('the provider leads nowhere');
}

const settings = () => ({
  issuer,
  clientId: 'xingbian',
  clientSecret: 'a-secret-of-the-client',
  name: '统一身份认证',
});

beforeEach(() => {
  const log = (line: string) => lines.push(line);
  browser = browserOf(accountApp(store, { accounts: { singleSignOn: settings() }, log }));
});

async function comeBack(name: string, to = '/audit'): Promise<Response> {
  person = name;
  const start = `${accountPaths.beginSingleSignOn}?to=${encodeURIComponent(to)}`;
  const begun = await browser.get(start);
  return await browser.get(await throughProvider(begun.headers.get('location') ?? ''));
}

const whoIsIn = async () => (await (await browser.get(accountPaths.session)).json()).account?.login;

test('the way out carries PKCE, state and nonce, and a cookie for the way back', async () => {
  const begun = await browser.get(accountPaths.beginSingleSignOn);
  const address = new URL(begun.headers.get('location') ?? '');
  expect(address.origin).toBe(issuer);
  expect(Object.fromEntries(address.searchParams)).toMatchObject({
    response_type: 'code',
    code_challenge_method: 'S256',
    redirect_uri: `http://xb.test${accountPaths.endSingleSignOn}`,
  });
  for (const name of ['state', 'nonce', 'code_challenge'])
    expect(address.searchParams.get(name)?.length).toBeGreaterThan(40);
  expect(begun.headers.getSetCookie()[0]).toContain('HttpOnly; SameSite=Lax; Max-Age=600');
});

test('an account of that name is signed in, led back, and tied to the subject', async () => {
  const back = await comeBack('county');
  expect(back.headers.get('location')).toBe('/audit');
  expect(await whoIsIn()).toBe('county');
  await store.owner
    .updateTable('account')
    .set({ login: 'moved' })
    .where('login', '=', 'county')
    .execute();
  await comeBack('county');
  expect(await whoIsIn()).toBe('moved');
});

test('nobody becomes an account by a name, or takes one that is tied', async () => {
  const stranger = await comeBack('stranger');
  expect(stranger.headers.get('location')).toBe('/sign-in?refused=account');
  await comeBack('other');
  expect(await whoIsIn()).toBe('other');
  browser.cookies.clear();
  const taking = await comeBack('renamed');
  expect(taking.headers.get('location')).toBe('/sign-in?refused=account');
  expect(await whoIsIn()).toBeUndefined();
});

test('an answer without the cookie, or for another state, signs nobody in', async () => {
  person = 'other';
  const begun = await browser.get(accountPaths.beginSingleSignOn);
  const way = await throughProvider(begun.headers.get('location') ?? '');
  const kept = new Map(browser.cookies);
  browser.cookies.clear();
  expect((await browser.get(way)).headers.get('location')).toBe('/sign-in?refused=account');
  for (const [name, value] of kept) browser.cookies.set(name, value);
  const forged = way.replace(/state=[^&]+/, 'state=another');
  expect((await browser.get(forged)).headers.get('location')).toBe('/sign-in?refused=provider');
  expect(await whoIsIn()).toBeUndefined();
});

test.each(['https://evil.test/', '//evil.test', '/\\evil.test', 'javascript:1'])(
  'it never leads to %s',
  async (to) => {
    const back = await comeBack('other', to);
    expect(back.headers.get('location')).toBe('/account');
  },
);

test('without a setting there is none', async () => {
  browser = browserOf(accountApp(store));
  expect((await browser.get(accountPaths.beginSingleSignOn)).status).toBe(404);
});

test('no log has a code, a token or the secret', () => {
  for (const line of lines) expect(line).not.toMatch(/[\w-]{40}|a-secret/);
});
