import { createHmac } from 'node:crypto';
import { sql } from 'kysely';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addDays } from '../../src/collection/schedule.ts';
import { beijingDay } from '../../src/domain/beijing-day.ts';
import { startJob } from '../../src/server/background-job.ts';
import { readConfig } from '../../src/server/config.ts';
import { reminderJob } from '../../src/server/reminder-job.ts';
import type { ReminderSettings } from '../../src/server/reminder-settings.ts';
import { codeOf, sendDeliveries } from '../../src/server/send-deliveries.ts';
import { raiseReminders } from '../../src/store/collection/raise-reminders.ts';
import { remind } from '../../src/store/collection/remind.ts';
import { openRound } from '../../src/store/collection/rounds.ts';
import { atDesk, defineCollection, type Person, signedIn } from '../store/collection-desk.ts';
import { exampleStore } from '../store/example-store.ts';
import { startMailServer, startReceiver } from './mail-server.ts';

const store = exampleStore();
const plan = 'example';
const password = 'hunter2-of-the-mail';
const secret = 'a-secret-of-the-webhook';
const today = beijingDay(new Date());
const closes: (() => Promise<unknown>)[] = [];
let round = 0;
let coordinator: Person;
let a1 = 0;

const mailTo = (port: number, wrong = password): ReminderSettings =>
  readConfig(
    {},
    {
      SMTP_URL: `smtp://desk:${wrong}@127.0.0.1:${port}`,
      MAIL_FROM: 'desk@xb.example.cn',
      PUBLIC_URL: 'https://xb.example.cn',
    },
  ).reminders;
const webhookTo = (url: string, signed = secret): ReminderSettings =>
  readConfig({}, { REMINDER_WEBHOOK_URL: url, REMINDER_WEBHOOK_SECRET: signed }).reminders;

const send = (settings: ReminderSettings, minutes = 0) =>
  sendDeliveries(store(), plan, settings, {
    at: () => new Date(Date.now() + 1_000 + minutes * 60_000),
  });
const call = () =>
  atDesk(store(), plan, coordinator, (desk) =>
    remind(desk, { round, submissions: [a1], note: '产值 12345 万元请核实' }, ['mail', 'webhook']),
  );
const deliveries = async () => {
  const { rows } = await sql<{ channel: string; state: string; attempts: number; error: string }>`
    select channel, state, attempts, error from xingbian.reminder_delivery order by id`.execute(
    store().owner,
  );
  return rows.map((row) => `${row.channel} ${row.state} ${row.attempts} ${row.error ?? ''}`.trim());
};

beforeAll(async () => {
  await defineCollection(store(), plan);
  coordinator = await signedIn(store(), 'coordinator', 'coordinator@s');
  for (const [login, ...roles] of [
    ['first', 'reporter@a1', 'reporter@a2'],
    ['second', 'reporter@a1'],
  ] as const) {
    const { id } = await signedIn(store(), login, ...roles);
    await store()
      .owner.insertInto('account_address')
      .values({ account: id, address: `${login}@example.cn` })
      .execute();
  }
  const opened = await atDesk(store(), plan, coordinator, (desk) =>
    openRound(desk, {
      form: 'yearly',
      period: '2018',
      opens: addDays(today, -2),
      due: addDays(today, 3),
    }),
  );
  round = opened.round;
  const { rows } = await sql<{ id: number }>`select id from xingbian.submission
    where round = ${round} and body = 'a1'`.execute(store().owner);
  a1 = rows[0]?.id ?? 0;
}, 60_000);

beforeEach(async () => {
  await sql`truncate xingbian.reminder, xingbian.reminder_delivery`.execute(store().owner);
});

afterEach(async () => {
  for (const close of closes.splice(0)) await close();
});

async function mailServer(options: { readonly port?: number } = {}) {
  const server = await startMailServer(password, options);
  closes.push(server.close);
  return server;
}

async function receiver(answers: number[] = []) {
  const found = await startReceiver(answers);
  closes.push(found.close);
  return found;
}

describe('mail', () => {
  test('is one an account, with all its tasks, and holds no figure and no note', async () => {
    const server = await mailServer();
    await raiseReminders(store().owner, plan, ['mail'], new Date(`${addDays(today, 2)}T04:00:00Z`));
    expect(await send(mailTo(server.port))).toEqual({ sent: 2, errors: [] });
    await call();
    expect(await send(mailTo(server.port))).toEqual({ sent: 2, errors: [] });
    expect(await send(mailTo(server.port))).toEqual({ sent: 0, errors: [] });
    const { received } = server;
    expect(received.map(({ to }) => to).sort()).toEqual(
      ['first', 'first', 'second', 'second'].map((login) => `${login}@example.cn`),
    );
    const texts = received.map(({ raw }) => textOf(raw));
    expect(texts[0]).toContain('有 2 张报表等您办理');
    expect(texts[0]).toContain(`https://xb.example.cn/collect/${a1}`);
    expect(texts[2]).toContain('另有附言，登录后可见');
    expect(texts.join()).not.toContain('12345');
  });

  test('waits while the server is away, and comes once with the number it had', async () => {
    const gone = await startMailServer(password);
    await gone.close();
    await call();
    const first = await send(mailTo(gone.port));
    expect(first.errors).toHaveLength(1);
    expect(first.errors[0]).toMatch(/^mail E[A-Z]+$/);
    const server = await mailServer({ port: gone.port });
    expect(await send(mailTo(server.port), 2)).toEqual({ sent: 2, errors: [] });
    expect(await send(mailTo(server.port), 600)).toEqual({ sent: 0, errors: [] });
    const ids = server.received.map(({ raw }) => /^Message-ID: (.+)$/im.exec(raw)?.[1]);
    expect(new Set(ids).size).toBe(2);
    expect(ids[0]).toMatch(/^<reminder-\d+-\d+@xb\.example\.cn>/);
  });

  test('to one who is unknown keeps nobody else from theirs', async () => {
    const server = await mailServer();
    server.unknown.add('first@example.cn');
    await call();
    const run = await send(mailTo(server.port));
    expect(run).toEqual({ sent: 1, errors: ['mail smtp-550'] });
    expect(server.received.map(({ to }) => to)).toEqual(['second@example.cn']);
    server.unknown.clear();
    expect((await send(mailTo(server.port), 2)).sent).toBe(1);
  });

  test('says nothing of passwords and addresses where signing in fails', async () => {
    const server = await mailServer();
    await call();
    const { errors } = await send(mailTo(server.port, 'wrong-and-secret'));
    expect(errors).toEqual(['mail EAUTH']);
    expect((await deliveries()).join()).not.toMatch(/secret|example|desk/);
  });
});

describe('the webhook', () => {
  test('is told form, period, body, day and number, signed, and no person', async () => {
    const { url, calls } = await receiver();
    await call();
    expect(await send(webhookTo(url))).toEqual({ sent: 1, errors: [] });
    const [one] = calls;
    const body = JSON.parse(one?.body ?? '');
    expect(Object.keys(body)).toEqual([
      'id',
      'at',
      'kind',
      'role',
      'form',
      'period',
      'body',
      'due',
      'count',
    ]);
    expect(body).toMatchObject({
      kind: 'by-hand',
      role: 'reporter',
      form: { id: 'yearly', number: '测01表' },
      period: '2018',
      body: { id: 'a1' },
      due: addDays(today, 3),
      count: 1,
    });
    const hash = createHmac('sha256', secret)
      .update(one?.body ?? '')
      .digest('hex');
    expect(one?.headers['x-xingbian-signature']).toBe(`sha256=${hash}`);
    expect(one?.body).not.toMatch(/12345|example\.cn|first|coordinator/);
  });

  test('is tried again after a failure, and a redirect is one', async () => {
    const { url, calls } = await receiver([503, 302]);
    await call();
    expect((await send(webhookTo(url))).errors).toEqual(['webhook http-503']);
    expect((await send(webhookTo(url))).errors).toEqual([]);
    expect((await send(webhookTo(url), 2)).errors).toEqual(['webhook http-302']);
    expect(await deliveries()).toContain('webhook waiting 2 http-302');
    expect((await send(webhookTo(url), 8)).sent).toBe(1);
    expect(calls).toHaveLength(3);
    expect(new Set(calls.map(({ body }) => JSON.parse(body).id)).size).toBe(1);
  });

  test('that is away says a code, not its address', async () => {
    const { url, close } = await receiver();
    await close();
    await call();
    const { errors } = await send(webhookTo(url));
    expect(errors).toEqual(['webhook ECONNREFUSED']);
  });
});

test('two clocks at once raise and send each once', async () => {
  const server = await mailServer();
  const { url, calls } = await receiver();
  const settings = { mail: mailTo(server.port).mail, webhook: webhookTo(url).webhook };
  const lines: string[] = [];
  const start = () =>
    startJob(reminderJob, {
      ...{ store: store(), plan, reminders: settings },
      log: (line) => lines.push(line),
    });
  // Stopping waits for the turn in hand, and the turn for all that is due.
  const bodies = await sql<{ n: number }>`select count(*)::int as n from xingbian.submission
    where round = ${round}`.execute(store().owner);
  const stops = [start(), start()];
  await expect
    .poll(async () => (await deliveries()).filter((line) => line.includes(' sent ')).length, {
      timeout: 10_000,
    })
    .toBe(2 + (bodies.rows[0]?.n ?? 0));
  for (const stop of stops) await stop();
  expect(lines).toEqual([]);
  expect(server.received).toHaveLength(2);
  expect(calls).toHaveLength(bodies.rows[0]?.n ?? 0);
});

test('an error becomes a code, whatever it says', () => {
  expect(codeOf(new Error('password hunter2'))).toBe('failed');
  expect(codeOf(Object.assign(new Error('x'), { code: 'EENVELOPE', responseCode: 451 }))).toBe(
    'smtp-451',
  );
  expect(codeOf(new DOMException('x', 'TimeoutError'))).toBe('ETIMEDOUT');
  expect(codeOf(Object.assign(new Error('x'), { code: 'a b@c' }))).toBe('failed');
});

/** The text of a mail, which goes in base64 or with its bytes quoted. */
function textOf(raw: string): string {
  const [head = '', ...rest] = raw.split('\r\n\r\n');
  const body = rest.join('\r\n\r\n');
  if (/transfer-encoding: base64/i.test(head)) return Buffer.from(body, 'base64').toString();
  const bytes = body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_all, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString();
}
