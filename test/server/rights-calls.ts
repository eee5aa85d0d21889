import { sql } from 'kysely';
import type { Endpoint } from '../../src/api/endpoint.ts';
import type { Store } from '../../src/store/open-store.ts';

/** What everybody tries to act on. */
export interface Target {
  readonly submission: number;
  readonly round: number;
  readonly account: number;
  readonly grant: number;
  /** Who filled the submission in. */
  readonly reporter: number;
}

/** A call that would succeed for whoever may make it, and the state the submission is in before. */
export interface Call {
  readonly input: Readonly<Record<string, unknown>>;
  readonly state: keyof typeof states;
  readonly body?: string;
  /** Tried without the actor's session. */
  readonly anonymous?: boolean;
}

const states = {
  draft: 0,
  submitted: 0,
  accepted: 2,
  scheduled: 2,
  published: 2,
} as const;

const series = { t: 'a1', i: 'gdp', p: '2018' };

/**
 * Returns the calls of an endpoint by their lines of the reviewed table: its id, and the id with the
 * case in brackets where what it does depends on one. Throws for one nobody has thought about.
 */
export function callsOf({ id }: Endpoint, target: Target): [string, () => Call][] {
  const lines = Object.keys(calls(target)).filter(
    (line) => line === id || line.startsWith(`${id} (`),
  );
  if (lines.length === 0) throw new Error(`${id} has no call in rights-calls.ts`);
  // Made anew each time: some carry a key that counts once.
  return lines.map((line) => [line, () => ({ state: 'draft', input: {}, ...calls(target)[line] })]);
}

/** Puts the submission back to where every actor finds it. */
export async function reset(
  { owner }: Store,
  { submission, round, account, grant, reporter }: Target,
  state: Call['state'],
): Promise<void> {
  await sql`truncate xingbian.cell, xingbian.cell_acceptance, xingbian.cell_remark, xingbian.submission_author,
    xingbian.submission_move, xingbian.kept_save, xingbian.release, xingbian.reminder,
    xingbian.reminder_delivery, xingbian.account_address restart identity cascade`.execute(owner);
  await sql`delete from xingbian.submission_level where submission in (
    select s.id from xingbian.submission s where s.round <> ${round})`.execute(owner);
  await sql`delete from xingbian.submission where round <> ${round}`.execute(owner);
  await sql`delete from xingbian.round where id <> ${round}`.execute(owner);
  await sql`update xingbian.round set closed_at = null`.execute(owner);
  await sql`update xingbian.submission set state = ${state}, level = ${states[state]}, revision = 1
    where id = ${submission}`.execute(owner);
  await sql`insert into xingbian.cell (submission, indicator, value, revision, changed_by)
    select ${submission}, i, 100, 1, ${reporter}
    from unnest(array['population', 'town-population', 'gdp']) i`.execute(owner);
  await sql`insert into xingbian.submission_author values (${submission}, ${reporter})`.execute(
    owner,
  );
  await sql`insert into xingbian.release (plan_id, title, decided_by, embargo)
    overriding system value select 'example', 't', ${reporter}, now() + interval '1 day'
    where ${state} = 'scheduled'`.execute(owner);
  await sql`insert into xingbian.release_submission select id, ${submission}
    from xingbian.release`.execute(owner);
  await sql`insert into xingbian.kept_save (account, submission, indicator, cause, key)
    values (${reporter}, ${submission}, 'gdp', 'cell-under-review', 'key-of-it')`.execute(owner);
  await sql`update xingbian.account set state = 'active' where id = ${account}`.execute(owner);
  await sql`update xingbian.role_grant set revoked_at = null where id = ${grant}`.execute(owner);
  await sql`delete from xingbian.credential where account in (
    select id from xingbian.account where login in ('newcomer', 'target'))`.execute(owner);
  await sql`delete from xingbian.account where login = 'newcomer'`.execute(owner);
  await sql`insert into xingbian.cell_acceptance values (${submission}, 0, 'gdp', 1)`.execute(
    owner,
  );
  await sql`insert into xingbian.cell_remark
    (submission, indicator, level, revision, reason, made_by, resolved_at)
    values (${submission}, 'gdp', 0, 0, '请核对', ${reporter}, now())`.execute(owner);
  await sql`insert into xingbian.submission_move (submission, act, state, level, made_by, revision)
    values (${submission}, 'submit', 'submitted', 0, ${reporter}, 1)`.execute(owner);
  await sql`insert into xingbian.release_reason select id, ${submission}, 'gdp', '更正'
    from xingbian.release`.execute(owner);
}

/** A reminder of the submission, on its way, and addresses: only the tables are asked about them. */
export async function addReminder({ owner }: Store, target: Target): Promise<void> {
  await sql`insert into xingbian.reminder (submission, revision, kind, occurrence, role, body)
    values (${target.submission}, 1, 'overdue', '2020-01-01', 'reporter', 'a1')`.execute(owner);
  await sql`insert into xingbian.reminder_delivery (channel, reminders)
    select 'webhook', array[id] from xingbian.reminder`.execute(owner);
  await sql`insert into xingbian.account_address (account, address)
    values (${target.reporter}, 'a1@example.cn')`.execute(owner);
}

const calls = (target: Target): Readonly<Record<string, Partial<Call>>> => ({
  ...publicCalls,
  ...sessionCalls(),
  'account.list': {},
  'account.create': { input: { login: 'newcomer', name: '新人' } },
  'account.change': { input: { id: target.account, state: 'locked' } },
  'account.reset-password': { input: { id: target.account } },
  'account.give-role': { input: { id: target.account, role: 'evaluator', body: 'b1' } },
  'account.take-role': { input: { id: target.grant } },
  'audit.search': {},
  'audit.csv': {},
  'collection.forms': {},
  'collection.rounds': {},
  'collection.progress': { input: { id: target.round } },
  'collection.tasks': {},
  'collection.template': { input: { id: target.submission, lang: 'zh' } },
  'collection.open-round': { input: { form: 'yearly', period: '2019' } },
  'collection.change-round': { input: { id: target.round, closed: true } },
  'collection.drop-round': { input: { id: target.round } },
  'collection.save-cells': {
    input: { id: target.submission, version: 1, cells: [savedCell()] },
  },
  'collection.read-template': { input: { id: target.submission }, body: 'x' },
  'collection.submit': { input: { id: target.submission } },
  'collection.withdraw': { input: { id: target.submission }, state: 'submitted' },
  'collection.return': {
    input: {
      id: target.submission,
      revision: 1,
      cells: [{ indicator: 'gdp', reason: '请核对' }],
    },
    state: 'submitted',
  },
  'collection.return (accepted by every level)': {
    input: {
      id: target.submission,
      revision: 1,
      cells: [{ indicator: 'gdp', reason: '请核对' }],
    },
    state: 'accepted',
  },
  'collection.save-cells (submitted)': {
    input: { id: target.submission, version: 1, cells: [savedCell()] },
    state: 'submitted',
  },
  'collection.sheet (draft)': { input: { id: target.submission } },
  'collection.sheet (submitted)': { input: { id: target.submission }, state: 'submitted' },
  'collection.accept': {
    input: { submissions: [{ id: target.submission, revision: 1 }] },
    state: 'submitted',
  },
  'collection.exempt': { input: { id: target.submission, exempt: true, reason: '当年新设' } },
  'collection.dismiss-kept': { input: { id: 1 } },
  'collection.releases': {},
  'collection.publish': {
    input: {
      title: '试公布',
      submissions: [{ id: target.submission, revision: 1 }],
      dryRun: true,
    },
    state: 'accepted',
  },
  'collection.unschedule': { input: { id: 1, reason: '推迟' }, state: 'scheduled' },
  'collection.reopen': { input: { id: target.submission, reason: '更正' }, state: 'published' },
  'collection.remind': { input: { round: target.round, submissions: [target.submission] } },
  'collection.owed': {},
  'account.address': {},
  'account.set-address': { input: { address: 'x@example.cn' } },
  'collection.import': {
    input: { name: 'x.csv', dryRun: 'yes' },
    body: '地区,指标,时期,数值\na1,gdp,2018,5\n',
  },
});

function savedCell() {
  const key = `key-${Math.random()}`.replace('.', '-');
  return { key, indicator: 'gdp', value: '7', absence: null, note: null, base: 1 };
}

/** What needs no account: what the plan and the base say. */
const publicCalls: Readonly<Record<string, Partial<Call>>> = {
  boundary: {},
  'plan.summary': {},
  'plan.document': {},
  'plan.clause': { input: { id: '1' } },
  'plan.matrix': {},
  'plan.matrix.csv': {},
  'plan.matrix.xlsx': {},
  'plan.agencies': {},
  'plan.agency': { input: { name: '交通运输部' } },
  'plan.ledger': {},
  'plan.ledger.csv': {},
  'plan.ledger.xlsx': {},
  'plan.search': { input: { q: '农业' } },
  'statistics.catalog': {},
  'statistics.series': { input: series },
  'statistics.series.csv': { input: series },
  'statistics.series.xlsx': { input: series },
  'statistics.series.json-stat': { input: series },
  'statistics.series.package': { input: series },
  'statistics.story': { input: { t: 'a1', i: 'gdp', p: '2018' } },
  'statistics.base.csv': {},
  'statistics.base.package': {},
  'statistics.find': { input: { q: 'a1' } },
  'statistics.territory': { input: { id: 'a1' } },
  'statistics.indicator': { input: { id: 'gdp' } },
  'system.health': {},
  'system.openapi': {},
};

/** Signing in is open to all; what is refused there is refused for what was typed. */
const sessionCalls = (): Readonly<Record<string, Partial<Call>>> => ({
  'account.session': {},
  'account.sign-in': { input: { login: `nobody-${Math.random()}`, password: 'wrong' } },
  'account.second-factor': { input: { code: '000000' } },
  // Signing out ends the session, which every later call needs: it is tried without one.
  'account.sign-out': { anonymous: true },
  'account.change-password': { input: { current: 'wrong', next: 'also wrong' } },
  'account.begin-second-factor': {},
  'account.confirm-second-factor': { input: { code: '000000' } },
  'account.remove-second-factor': { input: { password: 'wrong' } },
  'account.begin-single-sign-on': {},
  'account.end-single-sign-on': { input: { code: 'x', state: 'x' } },
});
