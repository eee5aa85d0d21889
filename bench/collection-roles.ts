import { sql } from 'kysely';
import {
  openCollection,
  type Person,
  type RunningProduct,
  send,
  signedIn,
  withProduct,
} from './setting/collection.ts';
import type { BenchRow, Peer } from './setting/row.ts';
import { quantileOf } from './setting/timing.ts';

const turns = Number(process.env.BENCH_TURNS ?? 60);

/** The role that a page is held against, and how many times as long it may take for any other. */
const most = 2;

/**
 * Returns how much longer a page takes for the slowest role than for who is not held up by rights:
 * the system administrator where the page answers everybody the same, and where each sees only their
 * own, the coordinator of the state, who sees every submission.
 */
export async function run(): Promise<BenchRow[]> {
  return await withProduct(measure);
}

/** Somebody who asks for pages. */
interface Actor {
  readonly name: string;
  readonly cookie?: string;
}

async function measure(product: RunningProduct): Promise<BenchRow[]> {
  const { reporters, coordinator } = await openCollection(product, 200);
  await submitAll(product);
  const own = reporters[0]?.submission ?? 0;
  const roles = await makeRoles(product, own);
  const administrator = roles.find((one) => one.name === 'system-administrator') ?? { name: '' };
  const all = [...roles, { name: 'reporter', ...reporters[0] }, { name: 'anonymous' }];
  const rows: BenchRow[] = [];
  for (const path of publicPages) rows.push(await row(product, path, administrator, all));
  const working = all.filter((one) => one.name !== 'anonymous');
  const everything = { name: 'coordinator of the state', cookie: coordinator.cookie };
  const round = await roundOf(product, own);
  for (const path of [
    '/api/collection/rounds',
    `/api/collection/rounds/${round}`,
    `/api/collection/submissions/${own}`,
    '/api/session',
  ])
    rows.push(await row(product, path, everything, working));
  // What waits for somebody is another list for each of them: it is held against a time.
  const tasks = await row(product, '/api/collection/tasks', everything, working);
  return [...rows, { ...tasks, limit: 100, peer: { ...tasks.peer, most: null } as Peer }];
}

const publicPages = [
  '/',
  '/statistics',
  '/api/plan/document',
  '/api/forms',
  '/api/statistics',
  '/api/statistics/indicators/gdp',
];

/** A page by every role in turn, so that what else the machine does falls on all of them. */
async function row(
  product: RunningProduct,
  path: string,
  peer: Actor,
  actors: readonly Actor[],
): Promise<BenchRow> {
  const times = new Map<Actor, number[]>([peer, ...actors].map((actor) => [actor, []]));
  for (let turn = 0; turn <= turns; turn += 1)
    for (const [actor, taken] of times) {
      const { status, ms } = await send(product.port, { path, ...cookieOf(actor) });
      // Whom the page is not for waits for nothing.
      if (turn > 0 && status === 200) taken.push(ms);
    }
  const medians = [...times].flatMap(([actor, taken]) =>
    taken.length === 0
      ? []
      : [
          {
            actor,
            ms: quantileOf(
              taken.toSorted((a, b) => a - b),
              0.5,
            ),
          },
        ],
  );
  const slowest = medians.toSorted((a, b) => b.ms - a.ms)[0];
  const held = medians.find((one) => one.actor === peer);
  if (!slowest || !held) throw new Error(`nobody may ask for ${path}`);
  return {
    name: `collection: ${path.replace(/\d+/, 'N')}, slowest of ${medians.length} roles (${slowest.actor.name}), p50`,
    value: slowest.ms,
    unit: 'ms',
    limit: null,
    peer: { name: peer.name, value: held.ms, most },
  };
}

function cookieOf({ cookie }: Actor): { cookie: string } | Record<string, never> {
  return cookie === undefined ? {} : { cookie };
}

/** Every body has filled its form and handed it in, for there to be something to look at. */
async function submitAll({ store }: RunningProduct): Promise<void> {
  const { rows } = await sql<{ id: number }>`select id from xingbian.account limit 1`.execute(
    store.owner,
  );
  await sql`insert into xingbian.cell (submission, indicator, value, revision, changed_by)
    select s.id, i.id, 1000 + s.id, 1, ${rows[0]?.id ?? 0}
    from xingbian.submission s join xingbian.round r on r.id = s.round
    join xingbian.form_set f on f.plan_id = r.plan_id and f.version = r.version,
    lateral (select distinct field ->> 'indicator' as id
      from jsonb_path_query(f.forms, '$.forms[*]') form,
        jsonb_path_query(form, '$.sections[*].fields[*]') field
      where form ->> 'id' = r.form) i`.execute(store.owner);
  await sql`update xingbian.submission set state = 'submitted', revision = 1,
    submitted_at = now()`.execute(store.owner);
  await sql`analyze`.execute(store.owner);
}

/** Each role of work at the place it has in the way of one submission, and the three officers. */
async function makeRoles(product: RunningProduct, submission: number): Promise<Actor[]> {
  const { rows } = await sql<{ role: string; body: string }>`
    select role, body from xingbian.submission_level where submission = ${submission}
    union all select role, (select within from xingbian.body_within where body = (
      select body from xingbian.submission where id = ${submission})
      order by (select count(*) from xingbian.body_within w where w.body = body_within.within) limit 1)
    from unnest('{publisher,evaluator}'::text[]) as role
    union all select role, '' from
      unnest('{system-administrator,security-administrator,auditor}'::text[]) as role`.execute(
    product.store.owner,
  );
  const actors: Actor[] = [];
  for (const held of rows) {
    const person: Person = await signedIn(product, `bench-${held.role}`, held);
    actors.push({ name: held.role, cookie: person.cookie });
  }
  return actors;
}

async function roundOf({ store }: RunningProduct, submission: number): Promise<number> {
  const { rows } = await sql<{ round: number }>`select round from xingbian.submission
    where id = ${submission}`.execute(store.owner);
  return rows[0]?.round ?? 0;
}
