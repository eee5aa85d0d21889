import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { lockForMove, makeMove } from '../../src/store/collection/moves.ts';
import { remind } from '../../src/store/collection/remind.ts';
import { dropRound, openRound, readRounds } from '../../src/store/collection/rounds.ts';
import { saveCells } from '../../src/store/collection/save-cells.ts';
import { atDesk, cellSave, defineCollection, type Person, signedIn } from './collection-desk.ts';
import { exampleStore } from './example-store.ts';

const store = exampleStore();
const plan = 'example';
let coordinator: Person;
let reporter: Person;

beforeAll(async () => {
  await defineCollection(store(), plan);
  coordinator = await signedIn(store(), 'coordinator', 'coordinator@s');
  reporter = await signedIn(store(), 'a1', 'reporter@a1');
}, 60_000);

const desk = <Result>(person: Person, body: Parameters<typeof atDesk<Result>>[3]) =>
  atDesk(store(), plan, person, body);
const open = (period: string) =>
  desk(coordinator, (at) => openRound(at, { form: 'yearly', period, due: '2999-12-31' }));
const drop = (id: number, person = coordinator) => desk(person, (at) => dropRound(at, id));
const refused = (code: string) => expect.objectContaining({ code });

async function submissionOf(round: number): Promise<number> {
  const { rows } = await sql<{ id: number }>`select id from xingbian.submission
    where round = ${round} and body = 'a1'`.execute(store().owner);
  return rows[0]?.id ?? 0;
}

async function left(round: number): Promise<string> {
  const { rows } = await sql<{ said: string }>`select concat_ws(' ',
    (select count(*) from xingbian.round where id = ${round}),
    (select count(*) from xingbian.submission where round = ${round}),
    (select count(*) from xingbian.submission_level),
    (select count(*) from xingbian.reminder)) as said`.execute(store().owner);
  return rows[0]?.said ?? '';
}

describe('a round long before its plan', () => {
  // The example begins in 2016.
  test.each(['1800', '1900', '1995'])('is not opened: %s', async (period) => {
    await expect(open(period)).rejects.toMatchObject({
      code: 'round-invalid',
      details: { reason: expect.stringContaining('1996') },
    });
  });

  test('is opened for the twentieth year before it', async () => {
    await drop((await open('1996')).round);
  });
});

describe('a round nobody has begun', () => {
  test('is dropped with its submissions and reminders, and that is on record', async () => {
    const { round } = await open('2001');
    const id = await submissionOf(round);
    await desk(coordinator, (at) => remind(at, { round, submissions: [id] }, ['webhook']));
    expect(await left(round)).toMatch(/^1 [1-9]\d* [1-9]\d* 1$/);
    await drop(round);
    expect(await left(round)).toBe('0 0 0 0');
    const { rows } = await sql<{ count: number; old: unknown }>`select
      (select count(*)::int from xingbian.reminder_delivery) as count, old
      from xingbian.audit where act = 'round.drop' and subject = ${`round/${round}`}`.execute(
      store().owner,
    );
    expect(rows).toEqual([{ count: 0, old: { form: 'yearly', period: '2001' } }]);
    await drop((await open('2001')).round);
    await expect(drop(round)).rejects.toEqual(refused('not-found'));
  });

  test('is dropped by who coordinates all of it alone', async () => {
    const { round } = await open('2002');
    const near = await signedIn(store(), 'near', 'coordinator@A');
    for (const person of [near, reporter])
      await expect(drop(round, person)).rejects.toEqual(refused('not-permitted'));
    await drop(round);
  });
});

describe('a round somebody has begun stays', () => {
  test('a cell was saved', async () => {
    const { round } = await open('2003');
    const id = await submissionOf(round);
    await desk(reporter, (at) =>
      saveCells(at, { id, version: 1, cells: [cellSave('population', '1000')] }),
    );
    await expect(drop(round)).rejects.toEqual(refused('round-begun'));
    expect((await desk(coordinator, (at) => readRounds(at, round)))[0]?.total).toBeGreaterThan(0);
  });

  test('a submission was moved, and moved back', async () => {
    const { round } = await open('2004');
    const id = await submissionOf(round);
    for (const act of ['exempt', 'unexempt'] as const)
      await desk(coordinator, async (at) => {
        const move = { id, act, reason: '试' };
        await makeMove(at, await lockForMove(at, move));
      });
    await expect(drop(round)).rejects.toEqual(refused('round-begun'));
  });
});

describe('the server', () => {
  test.each(['round', 'submission', 'submission_level', 'reminder', 'reminder_delivery'])(
    'deletes no row of %s otherwise',
    async (table) => {
      await expect(
        desk(coordinator, async ({ db }) => {
          await sql`delete from xingbian.${sql.raw(table)}`.execute(db);
        }),
      ).rejects.toEqual(refused('not-permitted'));
    },
  );
});
