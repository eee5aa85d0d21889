import type { Hono } from 'hono';
import { type AccountSettings, usualAccountSettings } from '../../src/server/account-settings.ts';
import { createApp } from '../../src/server/app.ts';
import type { Trust } from '../../src/server/proxy.ts';
import type { Store } from '../../src/store/open-store.ts';
import { quickRules } from '../store/example-accounts.ts';

/** Settings whose hashes cost nothing, and that limit nothing. */
export const quickSettings: AccountSettings = {
  ...usualAccountSettings,
  rules: quickRules,
  perMinute: { signIns: 0, requests: 0 },
};

/** Returns the server of the example plan. */
export function accountApp(
  store: Store,
  options: {
    readonly accounts?: Partial<AccountSettings>;
    readonly trust?: Trust;
    readonly log?: (line: string) => void;
  } = {},
): Hono {
  return createApp({
    db: store.server,
    store,
    accounts: { ...quickSettings, ...options.accounts },
    plan: 'example',
    web: { files: new Map(), index: '<html><head><title>x</title></head></html>' },
    version: '0.0.0',
    trust: options.trust ?? 'none',
    logRequests: true,
    log: options.log ?? (() => {}),
  });
}

/** A browser: it keeps cookies, says where a page is from, and leaves redirects alone. */
export interface Browser {
  readonly get: (path: string, headers?: Record<string, string>) => Promise<Response>;
  readonly post: (
    path: string,
    fields: unknown,
    headers?: Record<string, string>,
  ) => Promise<Response>;
  readonly cookies: Map<string, string>;
}

/** Returns a browser on the pages of an app. */
export function browserOf(app: Hono): Browser {
  const cookies = new Map<string, string>();
  const ask = async (path: string, init: RequestInit & { headers: Record<string, string> }) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await app.request(`http://xb.test${path}`, {
      ...init,
      headers: { host: 'xb.test', cookie, ...init.headers },
    });
    for (const header of response.headers.getSetCookie()) {
      const [pair = ''] = header.split(';');
      const at = pair.indexOf('=');
      cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return response;
  };
  return {
    cookies,
    get: (path, headers = {}) => ask(path, { headers }),
    post: (path, fields, headers = {}) =>
      ask(path, {
        method: 'POST',
        body: JSON.stringify(fields),
        headers: { origin: 'http://xb.test', 'content-type': 'application/json', ...headers },
      }),
  };
}
