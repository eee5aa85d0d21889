import { sql } from 'kysely';
import type { CellSave } from '../../src/api/collection.ts';
import { hashPassword } from '../../src/store/accounts/passwords.ts';
import { lockForMove, makeMove } from '../../src/store/collection/moves.ts';
import { release } from '../../src/store/collection/release.ts';
import { remind } from '../../src/store/collection/remind.ts';
import { acceptSubmission, returnCells } from '../../src/store/collection/review.ts';
import { openRound } from '../../src/store/collection/rounds.ts';
import { saveCells } from '../../src/store/collection/save-cells.ts';
import { submit } from '../../src/store/collection/submit.ts';
import type { Store } from '../../src/store/open-store.ts';
import { atDesk, cellSave, type Person, signedIn } from './collection-desk.ts';
import { password, quickRules } from './example-accounts.ts';

const filled = () => [
  cellSave('population', '1000'),
  cellSave('town-population', '400'),
  cellSave('gdp', '9000.50'),
];

/** Who works at a filled desk, all with the password of example-accounts.ts. */
export interface FilledDesk {
  readonly a1: Person;
  readonly province: Person;
  readonly publisher: Person;
  readonly coordinator: Person;
  /** Submissions by the state they are in. */
  readonly at: Readonly<Record<DeskState, number>>;
}

type DeskState =
  | 'draft'
  | 'submitted'
  | 'returned'
  | 'accepted'
  | 'scheduled'
  | 'published'
  | 'exempt';

/** Fills a desk of two rounds: a submission in every state, one published twice, one kept save. */
export async function fillDesk(store: Store, plan: string): Promise<FilledDesk> {
  const make = async (login: string, ...roles: Parameters<typeof signedIn>[2][]) => {
    const person = await signedIn(store, login, ...roles);
    await addPassword(store, person.id);
    return person;
  };
  const [a1, a2, b1] = [
    await make('a1', 'reporter@a1'),
    await make('a2', 'reporter@a2'),
    await make('b1', 'reporter@b1'),
  ];
  const province = await make('province', 'reviewer@A', 'reviewer@B');
  const state = await make('state', 'approver@s');
  const publisher = await make('publisher', 'publisher@s');
  const coordinator = await make('coordinator', 'coordinator@s');
  await make('auditor', 'auditor@');
  const desk = <Result>(person: Person, body: Parameters<typeof atDesk<Result>>[3]) =>
    atDesk(store, plan, person, body);

  const round = async (period: string) => {
    const opened = await desk(coordinator, (at) =>
      openRound(at, { form: 'yearly', period, due: '2999-12-31' }),
    );
    const { rows } = await sql<{ id: number; body: string }>`select id, body
      from xingbian.submission where round = ${opened.round}`.execute(store.owner);
    const idOf = (body: string) => rows.find((row) => row.body === body)?.id ?? 0;
    return Object.assign(idOf, { round: opened.round });
  };
  const save = (person: Person, id: number, cells: readonly CellSave[]) =>
    desk(person, (at) => saveCells(at, { id, version: 1, cells }));
  const handIn = async (person: Person, id: number) => {
    const findings = await desk(person, (at) => submit(at, id));
    if (findings.length > 0) throw new Error(JSON.stringify(findings));
  };
  const accept = async (person: Person, id: number) => {
    const revision = await revisionOf(store, id);
    await desk(person, (at) => acceptSubmission(at, { id, revision }));
  };
  const wholeWay = async (person: Person, id: number, cells = filled()) => {
    await save(person, id, cells);
    await handIn(person, id);
    await accept(province, id);
    await accept(state, id);
  };
  const publishing = async (id: number, more: { embargo?: string; why?: string } = {}) =>
    await release(store.writer, {
      plan,
      account: publisher.id,
      origin: 'test',
      title: '年报\t"第一批"\\',
      submissions: [{ id, revision: await revisionOf(store, id) }],
      reasons: more.why ? [{ submission: id, indicator: 'gdp', reason: more.why }] : [],
      dryRun: false,
      ...(more.embargo && { embargo: more.embargo }),
    });
  const move = async (person: Person, given: Parameters<typeof lockForMove>[1]) =>
    await desk(person, async (at) => makeMove(at, await lockForMove(at, given)));

  const first = await round('2002');
  const second = await round('2003');
  const published = first('a1');
  await wholeWay(a1, published);
  await publishing(published);
  await move(publisher, { id: published, act: 'reopen', reason: '县里更正' });
  await wholeWay(a1, published, [cellSave('gdp', '8000', { base: 1, note: '核实后更正' })]);
  await publishing(published, { why: '年报核实' });

  const returned = first('a2');
  await save(a2, returned, filled());
  await handIn(a2, returned);
  await save(a2, returned, [cellSave('gdp', '八千', { base: 1 })]);
  await desk(province, (at) =>
    returnCells(at, { id: returned, revision: 1, cells: [{ indicator: 'gdp', reason: '请核对' }] }),
  );
  await save(b1, first('b1'), [
    cellSave('gdp', '12.5'),
    cellSave('population', null, { absence: 'suppressed' }),
  ]);
  await move(coordinator, { id: first('b2'), act: 'exempt', reason: '撤销' });

  const scheduled = second('a1');
  await wholeWay(a1, scheduled);
  await publishing(scheduled, { embargo: new Date(Date.now() + 500).toISOString() });
  await wholeWay(a2, second('a2'));
  await save(b1, second('b1'), filled());
  await handIn(b1, second('b1'));
  const called = { round: first.round, submissions: [first('b1')], note: '请抓紧\t"今天"' };
  await desk(coordinator, (at) => remind(at, called, []));
  await store.owner
    .insertInto('account_address')
    .values({ account: b1.id, address: 'b1@example.cn' })
    .execute();

  const at = {
    published,
    returned,
    scheduled,
    draft: first('b1'),
    exempt: first('b2'),
    accepted: second('a2'),
    submitted: second('b1'),
  };
  return { a1, province, publisher, coordinator, at };
}

/** A password, and former ones with signs that are quoted in arrays. */
async function addPassword(store: Store, account: number): Promise<void> {
  const password_hash = await hashPassword(password, quickRules.hashing);
  await store.owner
    .insertInto('credential')
    .values({ account, password_hash, former_hashes: ['{a,"b"}', 'c\\'], totp_step: '5000000000' })
    .execute();
}

async function revisionOf(store: Store, id: number): Promise<number> {
  const { revision } = await store.owner
    .selectFrom('submission')
    .select('revision')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return revision;
}
