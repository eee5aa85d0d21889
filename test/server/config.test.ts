import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { usualAccountSettings } from '../../src/server/account-settings.ts';
import { readConfig } from '../../src/server/config.ts';
import { usualReminderSettings } from '../../src/server/reminder-settings.ts';

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
    reminders: usualReminderSettings,
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
  [{ SMTP_URL: 'mail.example:25' }, 'SMTP_URL'],
  [{ SMTP_URL: 'http://mail.example' }, 'SMTP_URL'],
  [{ SMTP_URL: 'smtp://u:p%zz@mail.example' }, 'SMTP_URL'],
  [{ SMTP_URL: 'smtp://mail.example/?ignoreTLS=true' }, 'SMTP_URL'],
  [{ SMTP_URL: 'smtp://mail.example' }, 'MAIL_FROM'],
  [{ SMTP_URL: 'smtp://mail.example', MAIL_FROM: 'x@example.cn' }, 'PUBLIC_URL'],
  [{ SMTP_URL: 'smtp://mail.example', MAIL_FROM: 'nobody' }, 'MAIL_FROM'],
  [{ MAIL_FROM: 'x@example.cn' }, 'SMTP_URL'],
  [{ PUBLIC_URL: 'example.cn' }, 'PUBLIC_URL'],
  [{ PUBLIC_URL: 'https://example.cn/xb' }, 'PUBLIC_URL'],
  [{ REMINDER_WEBHOOK_URL: 'http://bot.example/x' }, 'REMINDER_WEBHOOK_URL'],
  [{ REMINDER_WEBHOOK_URL: 'http://127.0.0.1.bot.example/x' }, 'REMINDER_WEBHOOK_URL'],
  [{ REMINDER_WEBHOOK_URL: 'https://u:p@bot.example/x' }, 'REMINDER_WEBHOOK_URL'],
  [{ REMINDER_WEBHOOK_SECRET: 'a-secret-of-sixteen' }, 'REMINDER_WEBHOOK_URL'],
  [
    { REMINDER_WEBHOOK_URL: 'https://bot.example/x', REMINDER_WEBHOOK_SECRET: 'short' },
    'REMINDER_WEBHOOK_SECRET',
  ],
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

test('mail and webhook are told by their settings; a password is asked for over TLS alone', () => {
  const env = {
    SMTP_URL: 'smtp://desk%40example.cn:p%3Aw@mail.example',
    MAIL_FROM: 'desk@example.cn',
    PUBLIC_URL: 'https://xb.example.cn/',
    REMINDER_WEBHOOK_URL: 'https://bot.example/send?key=1',
  };
  expect(readConfig({}, env).reminders).toEqual({
    mail: {
      host: 'mail.example',
      port: 587,
      secure: false,
      requireTls: true,
      login: { user: 'desk@example.cn', pass: 'p:w' },
      from: 'desk@example.cn',
      publicUrl: 'https://xb.example.cn',
    },
    webhook: { url: 'https://bot.example/send?key=1', secret: null },
  });
});

test('a refusal repeats no secret', () => {
  try {
    readConfig({}, { SMTP_URL: 'smtp:/user:hunter2@' });
    expect.unreachable();
  } catch (error) {
    expect(JSON.stringify((error as { details: unknown }).details)).not.toContain('hunter2');
  }
});
