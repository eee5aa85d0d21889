import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import type { CellSave } from '../../src/api/collection.ts';
import { openDesk } from '../../src/store/collection/desk.ts';
import { lockForMove, makeMove } from '../../src/store/collection/moves.ts';
import { release } from '../../src/store/collection/release.ts';
import { acceptSubmission, returnCells } from '../../src/store/collection/review.ts';
import { changeRound, openRound } from '../../src/store/collection/rounds.ts';
import { saveCells } from '../../src/store/collection/save-cells.ts';
import { readSheet } from '../../src/store/collection/sheet.ts';
import { submit } from '../../src/store/collection/submit.ts';
import { readTasks } from '../../src/store/collection/tasks.ts';
import {
  as,
  atDesk,
  cellSave,
  defineCollection,
  exampleForms,
  type Person,
  signedIn,
} from './collection-desk.ts';
import { exampleStore } from './example-store.ts';

// Who may fill in, and who may review: lists that a place above fills in, deputies, four eyes, days.

const store = exampleStore();
const plan = 'example';
let coordinator: Person;
let province: Person;
let state: Person;

beforeAll(async () => {
  await defineCollection(
    store(),
    plan,
    exampleForms({
      reporters: { of: 'places', kinds: ['county'], group: 'edge', filledBy: ['province'] },
      review: [{ kinds: ['state'], role: 'approver' }],
    }),
  );
  coordinator = await signedIn(store(), 'coordinator', 'coordinator@s');
  province = await signedIn(store(), 'province', 'reporter@A');
  state = await signedIn(store(), 'state', 'approver@s');
});

const openAt = (period: string, opens?: string) =>
  atDesk(store(), plan, coordinator, (desk) =>
    openRound(desk, { form: 'yearly', period, due: '2999-12-31', ...(opens && { opens }) }),
  );

async function submissionOf(round: number, body: string): Promise<number> {
  const { rows } = await sql<{ id: number }>`select id from xingbian.submission
    where round = ${round} and body = ${body}`.execute(store().owner);
  return rows[0]?.id ?? 0;
}

function cells(...values: readonly (readonly [string, string])[]): CellSave[] {
  return values.map(([indicator, value]) => cellSave(indicator, value));
}

const whole = () => cells(['population', '1000'], ['town-population', '400'], ['gdp', '9000']);
const save = (person: Person, id: number, given = whole()) =>
  atDesk(store(), plan, person, (desk) => saveCells(desk, { id, version: 1, cells: given }));
const handIn = (person: Person, id: number) =>
  atDesk(store(), plan, person, (desk) => submit(desk, id));
const accept = (person: Person, id: number) =>
  atDesk(store(), plan, person, (desk) => acceptSubmission(desk, { id, revision: 1 }));

test('a province fills in the list of its counties, and no county its own', async () => {
  const { round } = await openAt('2001');
  const { own } = await atDesk(store(), plan, province, readTasks);
  expect(own.map(({ body, filledBy }) => [body, filledBy])).toEqual([
    ['a1', 'A'],
    ['a2', 'A'],
  ]);
  const id = await submissionOf(round, 'a1');
  expect((await save(province, id)).map(({ outcome }) => outcome)).toEqual([
    'saved',
    'saved',
    'saved',
  ]);
  const county = await signedIn(store(), 'county', 'reporter@a1');
  await expect(save(county, id)).rejects.toMatchObject({ code: 'not-found' });
  await expect(save(province, await submissionOf(round, 'b1'))).rejects.toMatchObject({
    code: 'not-found',
  });
  await handIn(province, id);
  await accept(state, id);
});

test('who filled it in does not review it, whatever else the account holds', async () => {
  const both = await signedIn(store(), 'both', 'reporter@A', 'approver@s');
  const { round } = await openAt('2002');
  const id = await submissionOf(round, 'a1');
  await save(both, id);
  await handIn(province, id);
  const { review } = await atDesk(store(), plan, both, readTasks);
  expect(review.map((entry) => entry.id)).not.toContain(id);
  await expect(accept(both, id)).rejects.toMatchObject({ code: 'move-not-allowed' });
  const straight = as(store(), both, async ({ db }) =>
    sql`update xingbian.submission set state = 'accepted', level = 1, revision = revision + 1
      where id = ${id}`.execute(db),
  );
  await expect(straight).rejects.toMatchObject({ code: 'move-not-allowed' });
  await accept(state, id);
});

test('the role of a deputy ends with that of whom it stands in for', async () => {
  const [principal, deputy] = await Promise.all([
    signedIn(store(), 'principal', 'approver@s'),
    signedIn(store(), 'deputy'),
  ]);
  await sql`insert into xingbian.role_grant (account, role, body, deputy_for)
    values (${deputy.id}, 'approver', 's', ${principal.id})`.execute(store().owner);
  const held = () =>
    as(store(), deputy, async (made) => {
      if (!made.visitor) throw new Error('nobody is signed in');
      const desk = await openDesk(store().server, plan, { ...made, who: made.visitor });
      return [made.visitor.roles, desk.held];
    });
  expect(await held()).toEqual([['approver'], [{ role: 'approver', body: 's' }]]);
  await sql`update xingbian.role_grant set until_at = now()
    where account = ${principal.id}`.execute(store().owner);
  expect(await held()).toEqual([[], []]);
});

test('nothing is filled in before the round opens; what comes is kept', async () => {
  const { round } = await openAt('2003', '2999-01-01');
  const id = await submissionOf(round, 'a1');
  const [first] = await save(province, id, cells(['gdp', '1']));
  expect(first).toMatchObject({ outcome: 'kept', finding: { code: 'cell-not-open' } });
  const sheet = await atDesk(store(), plan, province, (desk) => readSheet(desk, id));
  expect(sheet).toMatchObject({ editable: false, kept: [{ indicator: 'gdp', value: '1' }] });
  await expect(handIn(province, id)).rejects.toMatchObject({ code: 'round-shut' });
});

test('what somebody typed for a form that is another’s now is listed for them alone', async () => {
  const { round } = await openAt('2005');
  const id = await submissionOf(round, 'a1');
  const leaving = await signedIn(store(), 'leaving', 'reporter@A');
  await sql`update xingbian.role_grant set revoked_at = now()
    where account = ${leaving.id}`.execute(store().owner);
  await save(leaving, id, cells(['gdp', '77']));
  const { kept } = await atDesk(store(), plan, leaving, readTasks);
  expect(kept).toMatchObject([
    { value: '77', bodyName: 'a1', period: '2005', finding: { code: 'cell-reassigned' } },
  ]);
  expect((await atDesk(store(), plan, province, readTasks)).kept).toEqual([]);
});

test('a period to come is not asked', async () => {
  await expect(openAt('2998')).rejects.toMatchObject({ code: 'round-invalid' });
});

test('a save over a revision that never was is a conflict with the empty cell', async () => {
  const { round } = await openAt('2004');
  const id = await submissionOf(round, 'a1');
  const [cell] = cells(['gdp', '7']);
  if (!cell) throw new Error('no cell');
  const [outcome] = await save(province, id, [{ ...cell, base: 3 }]);
  expect(outcome).toMatchObject({ outcome: 'conflict', now: { value: null, revision: 0 } });
});

test('whoever once typed a figure does not review it, though another typed over it', async () => {
  const both = await signedIn(store(), 'both-again', 'reporter@A', 'approver@s');
  const { round } = await openAt('2006');
  const id = await submissionOf(round, 'a1');
  await save(both, id, cells(['gdp', '1']));
  await save(
    province,
    id,
    whole().map((cell) => ({ ...cell, base: cell.indicator === 'gdp' ? 1 : 0 })),
  );
  await handIn(province, id);
  await expect(accept(both, id)).rejects.toMatchObject({ code: 'move-not-allowed' });
});

test('a save that arrives again shows what another made of the cell meanwhile', async () => {
  const second = await signedIn(store(), 'second', 'reporter@A');
  const { round } = await openAt('2007');
  const id = await submissionOf(round, 'a1');
  const lost = cells(['gdp', '100']);
  await save(province, id, lost);
  await save(
    second,
    id,
    cells(['gdp', '250']).map((cell) => ({ ...cell, base: 1 })),
  );
  expect(await save(province, id, lost)).toMatchObject([
    { outcome: 'conflict', now: { value: '250', revision: 2 } },
  ]);
});

test('an exempt draft shows its cells to nobody above', async () => {
  const { round } = await openAt('2008');
  const id = await submissionOf(round, 'a1');
  await save(province, id);
  const move = { id, act: 'exempt', reason: '当年新设' } as const;
  await atDesk(store(), plan, coordinator, async (desk) =>
    makeMove(desk, await lockForMove(desk, move)),
  );
  const seen = async (person: Person) =>
    (await atDesk(store(), plan, person, (desk) => readSheet(desk, id))).cells.length;
  expect([await seen(coordinator), await seen(province)]).toEqual([0, 3]);
});

test('in time is what came in time and was not withdrawn, whenever it was corrected', async () => {
  const { round } = await openAt('2009');
  const id = await submissionOf(round, 'a1');
  const act = (person: Person, name: 'withdraw') =>
    atDesk(store(), plan, person, async (desk) =>
      makeMove(desk, await lockForMove(desk, { id, act: name })),
    );
  const entry = async () =>
    (await atDesk(store(), plan, province, (desk) => readSheet(desk, id))).entry;
  await save(province, id);
  await handIn(province, id);
  await act(province, 'withdraw');
  expect(await entry()).toMatchObject({ state: 'draft', submittedAt: null, punctuality: null });
  await handIn(province, id);
  const first = (await entry()).submittedAt;
  await atDesk(store(), plan, state, (desk) =>
    returnCells(desk, { id, revision: 3, cells: [{ indicator: 'gdp', reason: '请核对' }] }),
  );
  await save(
    province,
    id,
    cells(['gdp', '9001']).map((cell) => ({ ...cell, base: 1 })),
  );
  await handIn(province, id);
  expect(await entry()).toMatchObject({ submittedAt: first, punctuality: 'in-time' });
});

test('a closed round says so, and goes on when it is opened again with other days', async () => {
  const { round } = await openAt('2010');
  const id = await submissionOf(round, 'a1');
  await save(province, id);
  const change = (given: { closed?: boolean; due?: string }) =>
    atDesk(store(), plan, coordinator, (desk) => changeRound(desk, { id: round, ...given }));
  await change({ closed: true });
  await expect(handIn(province, id)).rejects.toMatchObject({ code: 'round-shut' });
  const { entry } = await atDesk(store(), plan, province, (desk) => readSheet(desk, id));
  expect(entry.may).toEqual([]);
  await expect(change({ due: '1999-01-01' })).rejects.toMatchObject({ code: 'round-invalid' });
  await change({ closed: false, due: '2998-12-31' });
  await handIn(province, id);
  expect(
    (await atDesk(store(), plan, province, (desk) => readSheet(desk, id))).entry,
  ).toMatchObject({
    state: 'submitted',
    due: '2998-12-31',
  });
});

test('an embargo that has passed is refused, and figures are published by nobody by hand', async () => {
  const publisher = await signedIn(store(), 'publisher', 'publisher@s');
  const asked = {
    ...{ plan, account: publisher.id, origin: 'test', title: '试', reasons: [], dryRun: false },
    submissions: [{ id: 1, revision: 1 }],
    embargo: '2001-01-01T00:00:00+08:00',
  };
  await expect(release(store().writer, asked)).rejects.toMatchObject({ code: 'embargo-past' });
  const { round } = await openAt('2011');
  const id = await submissionOf(round, 'a1');
  await save(province, id);
  await handIn(province, id);
  await accept(state, id);
  const straight = as(store(), publisher, async ({ db }) =>
    sql`update xingbian.submission set state = 'published', revision = revision + 1
      where id = ${id}`.execute(db),
  );
  await expect(straight).rejects.toMatchObject({ code: 'move-not-allowed' });
});

test('a key that was used for another figure is no second save', async () => {
  const { round } = await openAt('2012');
  const id = await submissionOf(round, 'a1');
  const [first] = cells(['gdp', '150.50']);
  if (!first) throw new Error('no cell');
  await save(province, id, [first]);
  expect(await save(province, id, [first])).toMatchObject([{ outcome: 'saved', revision: 1 }]);
  expect(await save(province, id, [{ ...first, value: '160', base: 1 }])).toMatchObject([
    { outcome: 'conflict', now: { value: '150.5' } },
  ]);
});
