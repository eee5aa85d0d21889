import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { usualAccountSettings } from '../../src/server/account-settings.ts';
import { readConfig } from '../../src/server/config.ts';

test('without settings it is a server for this machine alone', () => {
  expect(readConfig({}, {})).toEqual({
    host: '127.0.0.1',
    port: 3000,
    databaseUrl: null,
    data: resolve('.xingbian'),
    plan: null,
    tls: null,
    boundary: null,
    trust: 'none',
    logRequests: false,
    accounts: usualAccountSettings,
  });
});

test('an empty variable is an unset one, and a flag goes before a variable', () => {
  const env = { PORT: '', HOST: ' ', DATABASE_URL: '', XINGBIAN_DATA: 'here' };
  expect(readConfig({ data: 'there' }, env)).toMatchObject({
    port: 3000,
    host: '127.0.0.1',
    databaseUrl: null,
    data: resolve('there'),
  });
});

describe.each([
  [{ PORT: '-1' }, 'PORT'],
  [{ PORT: '3000x' }, 'PORT'],
  [{ BOUNDARY_FILE: 'a.json' }, 'BOUNDARY_APPROVAL'],
  [{ BOUNDARY_APPROVAL: 'GS（2020）4619号' }, 'BOUNDARY_FILE'],
  [{ BOUNDARY_FILE: 'a.json', BOUNDARY_APPROVAL: '已审' }, 'BOUNDARY_APPROVAL'],
  [{ HOST: 'a b' }, 'HOST'],
  [{ LOG: 'everything' }, 'LOG'],
  [{ TRUST_PROXY: 'proxy.example' }, 'TRUST_PROXY'],
  [{ TLS_KEY: 'key.pem' }, 'TLS_CERT'],
  [{ LOCK_AFTER: '0' }, 'LOCK_AFTER'],
  [{ SECOND_FACTOR: 'yes' }, 'SECOND_FACTOR'],
  [{ OIDC_ISSUER: 'http://id.example' }, 'OIDC_ISSUER'],
  [{ OIDC_ISSUER: 'https://id.example' }, 'OIDC_CLIENT_ID'],
])('%o', (env, setting) => {
  test('is refused by name, in both languages', () => {
    try {
      readConfig({}, env);
      expect.unreachable();
    } catch (error) {
      const { code, details } = error as { code: string; details: Record<string, string> };
      expect([code, details.setting]).toEqual(['setting-invalid', setting]);
      expect(details.reason).toMatch(/\p{Script=Han}/u);
      expect(details.reasonEn).toMatch(/^[ -~]+$/);
    }
  });
});
