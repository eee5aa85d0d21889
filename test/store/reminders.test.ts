import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addDays } from '../../src/collection/schedule.ts';
import { beijingDay } from '../../src/domain/beijing-day.ts';
import type { ReminderChannel } from '../../src/domain/reminder.ts';
import { changeAccount } from '../../src/store/accounts/accounts.ts';
import { readAddress, setAddress } from '../../src/store/accounts/address.ts';
import {
  claimDelivery,
  endAttempt,
  mostAttempts,
  readErrand,
} from '../../src/store/collection/deliveries.ts';
import { readEntries } from '../../src/store/collection/entries.ts';
import { readOwed } from '../../src/store/collection/owed.ts';
import { raiseReminders } from '../../src/store/collection/raise-reminders.ts';
import { remind } from '../../src/store/collection/remind.ts';
import { readTroubles } from '../../src/store/collection/reminded.ts';
import { changeRound, openRound } from '../../src/store/collection/rounds.ts';
import { as, atDesk, defineCollection, type Person, signedIn } from './collection-desk.ts';
import { exampleStore } from './example-store.ts';

const store = exampleStore();
const plan = 'example';
const both: readonly ReminderChannel[] = ['mail', 'webhook'];
const today = beijingDay(new Date());
/** Nine in the morning in Beijing, so many days from the due day, which is next year. */
const due = addDays(today, 400);
const dayOf = (days: number) => new Date(`${addDays(due, days)}T09:00:00+08:00`);
const people: Record<string, Person> = {};
let round = 0;
let submissions: Record<string, number> = {};

function who(name: string): Person {
  const person = people[name];
  if (!person) throw new Error(`nobody called ${name}`);
  return person;
}

const desk = <Result>(name: string, body: Parameters<typeof atDesk<Result>>[3]) =>
  atDesk(store(), plan, who(name), body);
const idOf = (body: string) => submissions[body] ?? 0;
const seenBy = (name: string) =>
  desk(name, async (at) => {
    const entries = await readEntries(at, sql`s.round = ${round}`);
    return Object.fromEntries(
      entries.flatMap(({ body, reminders }) =>
        reminders.length === 0 ? [] : [[body, reminders.map(({ kind }) => kind).join(' ')]],
      ),
    );
  });
const moveTo = (body: string, state: string, level: number, at: Date) =>
  sql`with moved as (update xingbian.submission set state = ${state}, level = ${level},
      revision = revision + 1 where id = ${idOf(body)})
    insert into xingbian.submission_move (submission, act, state, level, made_at, revision)
      select id, 'submit', ${state}, ${level}, ${at}, revision + 1 from xingbian.submission
      where id = ${idOf(body)}`.execute(store().owner);
const count = async (table: string) => {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n
    from ${sql.id('xingbian', table)}`.execute(store().owner);
  return rows[0]?.n;
};

beforeAll(async () => {
  await defineCollection(store(), plan);
  Object.assign(people, {
    coordinator: await signedIn(store(), 'coordinator', 'coordinator@s'),
    elsewhere: await signedIn(store(), 'elsewhere', 'coordinator@B'),
    reporter: await signedIn(store(), 'reporter', 'reporter@a1'),
    deputy: await signedIn(store(), 'deputy', 'reporter@a1', 'reporter@a2'),
    reviewer: await signedIn(store(), 'reviewer', 'reviewer@A'),
    other: await signedIn(store(), 'other', 'reporter@b1', 'reviewer@B'),
    evaluator: await signedIn(store(), 'evaluator', 'evaluator@s'),
    system: await signedIn(store(), 'system', 'system-administrator@'),
  });
  const opened = await desk('coordinator', (at) =>
    openRound(at, { form: 'yearly', period: '2018', opens: today, due, graceDays: 10 }),
  );
  round = opened.round;
  const { rows } = await sql<{ id: number; body: string }>`select id, body
    from xingbian.submission where round = ${round}`.execute(store().owner);
  submissions = Object.fromEntries(rows.map((row) => [row.body, row.id]));
}, 60_000);

beforeEach(async () => {
  await sql`truncate xingbian.reminder, xingbian.reminder_delivery, xingbian.account_address,
    xingbian.submission_move`.execute(store().owner);
  await sql`update xingbian.submission set state = 'draft', level = 0, revision = 1`.execute(
    store().owner,
  );
});

const address = (name: string, text: string | null) =>
  as(store(), who(name), (visit) => {
    if (visit.visitor === null) throw new Error('nobody is signed in');
    return setAddress({ ...visit, who: visit.visitor }, text);
  });

describe('the program', () => {
  test('raises each once, whoever tries and how often', async () => {
    const raise = (at: Date) => raiseReminders(store().owner, plan, both, at);
    const bodies = Object.keys(submissions).length;
    expect(await raise(dayOf(-8))).toBe(0);
    const made = await Promise.all([raise(dayOf(-7)), raise(dayOf(-7)), raise(dayOf(-7))]);
    expect(made.reduce((sum, one) => sum + one, 0)).toBe(bodies);
    expect(await raise(dayOf(-6))).toBe(0);
    expect(await raise(dayOf(-1))).toBe(bodies);
    expect(await raise(dayOf(1))).toBe(bodies);
    expect(await raise(dayOf(11))).toBe(bodies);
    expect(await raise(dayOf(12))).toBe(0);
    expect(await count('reminder')).toBe(4 * bodies);
  });

  test('tells the level it waits at, and who gave back what', async () => {
    await moveTo('a1', 'submitted', 0, dayOf(-30));
    await moveTo('a2', 'returned', 0, dayOf(-30));
    expect(await raiseReminders(store().owner, plan, both, dayOf(-26))).toBe(1);
    expect(await raiseReminders(store().owner, plan, both, dayOf(-25))).toBe(1);
    expect(await seenBy('reviewer')).toEqual({ a1: 'waiting' });
    expect(await seenBy('deputy')).toEqual({ a2: 'returned' });
    expect(await seenBy('reporter')).toEqual({});
    await moveTo('a1', 'accepted', 1, dayOf(-25));
    expect(await seenBy('reviewer')).toEqual({});
  });

  test('is read by who is reminded and who coordinates above, and nobody else', async () => {
    await raiseReminders(store().owner, plan, both, dayOf(-1));
    expect(await seenBy('reporter')).toEqual({ a1: 'due-soon' });
    expect(await seenBy('deputy')).toEqual({ a1: 'due-soon', a2: 'due-soon' });
    expect(Object.keys(await seenBy('coordinator'))).toHaveLength(Object.keys(submissions).length);
    expect(Object.keys(await seenBy('elsewhere'))).toEqual(['b1', 'b2']);
    expect(await seenBy('evaluator')).toEqual({});
    expect(await seenBy('reviewer')).toEqual({});
  });
});

describe('by hand', () => {
  const call = (name: string, asked: { submissions?: number[]; note?: string }) =>
    desk(name, (at) => remind(at, { round, ...asked }, both));

  test('all that is outstanding, once on a day, with one row on record', async () => {
    await moveTo('a2', 'submitted', 0, dayOf(-30));
    await address('reporter', 'a1@example.cn');
    const outcome = await call('coordinator', { note: '请抓紧' });
    const bodies = Object.keys(submissions).length - 1;
    expect(outcome).toMatchObject({ reminded: bodies, already: 0, accounts: 3, mails: 1 });
    await expect(call('coordinator', {})).rejects.toMatchObject({ code: 'reminded-today' });
    expect(await seenBy('reporter')).toEqual({ a1: 'by-hand' });
    const { rows } = await sql<{ subject: string; new: object }>`select subject, new
      from xingbian.audit where act = 'submission.remind' order by number desc`.execute(
      store().owner,
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ subject: `round/${round}`, new: { note: '请抓紧' } });
  });

  test('from above alone: neither a reporter, nor a coordinator elsewhere, nor upwards', async () => {
    const a1 = { submissions: [idOf('a1')] };
    await expect(call('reporter', a1)).rejects.toMatchObject({ code: 'not-permitted' });
    await expect(call('elsewhere', a1)).rejects.toMatchObject({ code: 'not-found' });
    await expect(call('evaluator', a1)).rejects.toMatchObject({ code: 'not-permitted' });
    expect(await call('reviewer', a1)).toMatchObject({ reminded: 1 });
    await moveTo('a2', 'accepted', 1, dayOf(-30));
    const a2 = { submissions: [idOf('a2')] };
    await expect(call('reviewer', a2)).rejects.toMatchObject({ code: 'not-permitted' });
    expect(await call('coordinator', a2)).toMatchObject({ reminded: 1, unreached: 1 });
  });

  test('nothing that is in, published or exempt', async () => {
    await moveTo('a1', 'exempt', 0, dayOf(-30));
    const a1 = { submissions: [idOf('a1')] };
    await expect(call('coordinator', a1)).rejects.toMatchObject({ code: 'nothing-to-remind' });
  });

  test('the database holds it without the program', async () => {
    const insert = (name: string, change: { kind?: string; day?: string; role?: string }) =>
      as(store(), who(name), ({ db, visitor }) =>
        sql`insert into xingbian.reminder
          (submission, revision, kind, occurrence, role, body, made_by)
          values (${idOf('a1')}, 1, ${change.kind ?? 'by-hand'}, ${change.day ?? today},
            ${change.role ?? 'reporter'}, 'a1', ${visitor?.id ?? null})`.execute(db),
      );
    for (const [name, change] of [
      ['reporter', {}],
      ['elsewhere', {}],
      ['coordinator', { kind: 'overdue' }],
      ['coordinator', { day: '2001-01-01' }],
      ['coordinator', { role: 'reviewer' }],
    ] as const)
      await expect(insert(name, change)).rejects.toMatchObject({ code: 'not-permitted' });
    await insert('coordinator', {});
  });
});

describe('on their way', () => {
  const claim = (at: Date) => claimDelivery(store().owner, { plan, channels: both, at });
  const soon = () => new Date(Date.now() + 1_000);
  const later = (minutes: number) => new Date(Date.now() + minutes * 60_000);

  test('one mail for an account, one call for a body; each claimed by one', async () => {
    await address('deputy', 'deputy@example.cn');
    await raiseReminders(store().owner, plan, both, dayOf(-1));
    const bodies = Object.keys(submissions).length;
    expect(await count('reminder_delivery')).toBe(1 + bodies);
    const claimed = await Promise.all(Array.from({ length: bodies + 4 }, () => claim(soon())));
    const ids = claimed.flatMap((one) => one?.id ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    expect(await claim(soon())).toBeNull();
    const mail = claimed.find((one) => one?.channel === 'mail');
    if (!mail) throw new Error('no mail');
    const errand = await readErrand(store().owner, plan, mail);
    expect(errand?.address).toBe('deputy@example.cn');
    expect(errand?.tasks.map((task) => task.submission)).toEqual([idOf('a1'), idOf('a2')]);
  });

  test('waits longer after each failure, is given up after the last, and the coordinator sees it', async () => {
    await address('reporter', 'a1@example.cn');
    await desk('coordinator', (at) => remind(at, { round, submissions: [idOf('a1')] }, ['mail']));
    let at = soon();
    const waits: number[] = [];
    for (let attempt = 1; attempt <= mostAttempts; attempt += 1) {
      const delivery = await claim(at);
      if (!delivery) throw new Error('nothing to try');
      await endAttempt(store().owner, delivery, { error: 'smtp-550' });
      const { rows } = await sql<{ next_at: Date }>`select next_at
        from xingbian.reminder_delivery`.execute(store().owner);
      const next = rows[0]?.next_at ?? at;
      waits.push(Math.round((next.getTime() - at.getTime()) / 60_000));
      expect(await claim(new Date(next.getTime() - 1))).toBeNull();
      at = next;
    }
    expect(waits).toEqual([1, 5, 30, 180, 180, 180, 180, 180]);
    expect(await claim(later(10_000))).toBeNull();
    expect(await desk('coordinator', (one) => readTroubles(one, round))).toEqual([
      { submission: idOf('a1'), channel: 'mail', givenUp: true, error: 'smtp-550' },
    ]);
    for (const name of ['reporter', 'elsewhere', 'evaluator', 'reviewer'])
      expect(await desk(name, (one) => readTroubles(one, round))).toEqual([]);
  });

  test('that a program died over is tried again, and given up after the last', async () => {
    await desk('coordinator', (at) =>
      remind(at, { round, submissions: [idOf('a1')] }, ['webhook']),
    );
    const tries: (number | undefined)[] = [];
    for (let hours = 0; hours < 40; hours += 4)
      tries.push((await claim(later(60 * hours + 1)))?.attempts);
    expect(tries).toEqual([1, 2, 3, 4, 5, 6, 7, 8, undefined, undefined]);
    expect(await desk('coordinator', (one) => readTroubles(one, round))).toMatchObject([
      { channel: 'webhook', givenUp: true, error: 'unfinished' },
    ]);
  });

  test('is not needed once it was handed in, the role is gone, or the address', async () => {
    await address('reporter', 'a1@example.cn');
    await desk('coordinator', (at) => remind(at, { round, submissions: [idOf('a1')] }, ['mail']));
    const delivery = await claim(soon());
    if (!delivery) throw new Error('nothing to try');
    const errand = () => readErrand(store().owner, plan, delivery);
    expect(await errand()).not.toBeNull();
    await sql`update xingbian.role_grant set revoked_at = now()
      where account = ${who('reporter').id}`.execute(store().owner);
    expect(await errand()).toBeNull();
    await sql`update xingbian.role_grant set revoked_at = null
      where account = ${who('reporter').id}`.execute(store().owner);
    await moveTo('a1', 'submitted', 0, new Date());
    expect(await errand()).toBeNull();
    await moveTo('a1', 'returned', 0, new Date());
    await address('reporter', null);
    expect(await errand()).toBeNull();
  });
});

test('a deputy is reminded for as long as whom it stands in for holds the role', async () => {
  people.substitute = await signedIn(store(), 'substitute');
  await sql`insert into xingbian.role_grant (account, role, body, deputy_for)
    values (${who('substitute').id}, 'reporter', 'a1', ${who('reporter').id})`.execute(
    store().owner,
  );
  await address('substitute', 'substitute@example.cn');
  const call = () =>
    desk('coordinator', (at) => remind(at, { round, submissions: [idOf('a1')] }, ['mail']));
  expect(await call()).toMatchObject({ accounts: 3, mails: 1 });
  await sql`truncate xingbian.reminder, xingbian.reminder_delivery`.execute(store().owner);
  const ending = (at: Date | null) =>
    sql`update xingbian.role_grant set revoked_at = ${at}
    where account = ${who('reporter').id}`.execute(store().owner);
  await ending(new Date());
  expect(await call()).toMatchObject({ accounts: 1, mails: 0 });
  await ending(null);
});

describe('an address', () => {
  const visible = (name: string) =>
    as(store(), who(name), async ({ db }) => {
      const { rows } = await sql<{ address: string }>`select address
        from xingbian.account_address`.execute(db);
      return rows.map((row) => row.address);
    });

  test('is seen by its holder alone, and not on record', async () => {
    await address('reporter', 'a1@example.cn');
    await address('reporter', 'a1-new@example.cn');
    expect(await visible('reporter')).toEqual(['a1-new@example.cn']);
    for (const name of ['deputy', 'coordinator', 'system']) expect(await visible(name)).toEqual([]);
    const { rows } = await sql<{ text: string }>`select a::text as text from xingbian.audit a
      where act like 'account.%address'`.execute(store().owner);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.map((row) => row.text).join()).not.toContain('example.cn');
  });

  test('is gone when its holder leaves', async () => {
    people.leaving = await signedIn(store(), 'leaving', 'reporter@a2');
    await address('leaving', 'leaving@example.cn');
    await as(store(), who('system'), (visit) => changeAccount(visit, who('leaving').id, 'left'));
    expect(await count('account_address')).toBe(0);
  });

  test('nobody sets another one’s', async () => {
    const other = who('deputy').id;
    await expect(
      as(store(), who('reporter'), ({ db }) =>
        sql`insert into xingbian.account_address values (${other}, 'x@example.cn')`.execute(db),
      ),
    ).rejects.toMatchObject({ code: 'not-permitted' });
    const own = await as(store(), who('deputy'), async ({ db, visitor }) =>
      visitor ? await readAddress({ db, who: visitor }) : null,
    );
    expect(own).toBeNull();
  });
});

test('what is owed is counted by what is to be done', async () => {
  await moveTo('a1', 'submitted', 0, new Date());
  await moveTo('a2', 'returned', 0, new Date());
  const owed = (name: string) => desk(name, (at) => readOwed(at));
  expect(await owed('deputy')).toEqual({ own: 1, review: 0, publish: 0 });
  expect(await owed('reviewer')).toEqual({ own: 0, review: 1, publish: 0 });
  expect(await owed('evaluator')).toEqual({ own: 0, review: 0, publish: 0 });
  await desk('coordinator', (at) => changeRound(at, { id: round, closed: true }));
  expect(await raiseReminders(store().owner, plan, both, dayOf(20))).toBe(0);
});
