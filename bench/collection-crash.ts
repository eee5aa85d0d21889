import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import {
  makeReady,
  openCollection,
  type Person,
  type Reporter,
  type RunningProduct,
  send,
  signedIn,
  startProduct,
  withData,
} from './setting/collection.ts';
import type { BenchRow } from './setting/row.ts';

const kills = Number(process.env.BENCH_KILLS ?? 50);
const reporterCount = 60;
/** A kill comes this long after the load began, in milliseconds, at random. */
const soonest = 200;
const latest = 1_800;

/** By cell: what its reporter was told is saved, and all that was sent since without an answer. */
interface Told {
  readonly saved: Map<string, { readonly value: string; readonly revision: number }>;
  readonly underway: Map<string, Set<string>>;
  count: number;
}

/**
 * Returns what is lost when server and database are killed at random moments of a load: saves that
 * were acknowledged and are not there, and releases of which only a part is there.
 */
export async function run(): Promise<BenchRow[]> {
  return await withData(async (data) => {
    const told: Told = { saved: new Map(), underway: new Map(), count: 0 };
    const found = { lost: 0, half: 0, starts: [] as number[] };
    let product = await startProduct(data);
    const { reporters, coordinator } = await openCollection(product, reporterCount);
    const publisher = await publisherOf(product, coordinator);
    for (let turn = 0; turn < kills; turn += 1) {
      const submissions = await readyFor(product, coordinator, turn);
      await loadUntilKilled(product, data, { reporters, publisher, submissions, told, turn });
      const started = performance.now();
      product = await startProduct(data);
      found.starts.push(performance.now() - started);
      found.lost += await countLost(product, told);
      found.half += await countHalfPublished(product);
    }
    const releases = await countReleases(product);
    await killAll(product, data);
    const row = (name: string, value: number, unit: string, limit: number | null): BenchRow => ({
      name: `collection, ${kills} kills: ${name}`,
      value,
      unit,
      limit,
    });
    return [
      row(`acknowledged saves lost, of ${told.count}`, found.lost, 'saves', 0),
      row(`half-published releases, of ${releases}`, found.half, 'releases', 0),
      row('longest start after a kill', Math.max(...found.starts) / 1000, 's', null),
    ];
  });
}

/** Years the shipped plan asks for and its base has nothing of: no figure replaces another. */
const years = [...range(1996, 2009), ...range(2022, 2024)];
const formCount = 3;

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}

/** A year a turn, then the next form: enough for 51. */
function readyFor(product: RunningProduct, coordinator: Person, turn: number) {
  const year = years[turn % years.length] ?? 0;
  return makeReady(product, coordinator, year, Math.floor(turn / years.length) % formCount);
}

async function publisherOf(product: RunningProduct, coordinator: Person): Promise<Person> {
  const { rows } = await sql<{ body: string }>`select body from xingbian.role_grant
    where account = ${coordinator.id}`.execute(product.store.owner);
  return await signedIn(product, 'publisher', { role: 'publisher', body: rows[0]?.body ?? '' });
}

interface Load {
  readonly reporters: readonly Reporter[];
  readonly publisher: Person;
  readonly submissions: readonly { readonly id: number; readonly revision: number }[];
  readonly told: Told;
  readonly turn: number;
}

/** Sends until the connections break, which is when everything has been killed. */
async function loadUntilKilled(
  product: RunningProduct,
  data: string,
  { reporters, publisher, submissions, told, turn }: Load,
): Promise<void> {
  const moment = soonest + Math.random() * (latest - soonest);
  const killed = sleep(moment).then(() => killAll(product, data));
  const publish = sleep(Math.random() * moment).then(() =>
    send(product.port, {
      path: '/api/collection/publish',
      cookie: publisher.cookie,
      fields: { title: `第${turn + 1}次`, submissions },
    }),
  );
  await Promise.all([
    killed,
    Promise.allSettled([
      publish,
      ...reporters.map((reporter) => reportOn(product, reporter, told)),
    ]),
  ]);
}

async function reportOn({ port }: RunningProduct, reporter: Reporter, told: Told): Promise<void> {
  for (let turn = 0; ; turn += 1) {
    const indicator = reporter.indicators[turn % reporter.indicators.length] ?? '';
    const cell = `${reporter.submission} ${indicator}`;
    const base = told.saved.get(cell)?.revision ?? 0;
    const value = String(1_000 + Math.floor(Math.random() * 1_000_000));
    told.underway.set(cell, new Set([...(told.underway.get(cell) ?? []), value]));
    const reply = await send(port, {
      path: `/api/collection/submissions/${reporter.submission}/cells`,
      cookie: reporter.cookie,
      fields: {
        version: 1,
        cells: [{ key: randomUUID(), indicator, value, absence: null, note: null, base }],
      },
    });
    const outcome = JSON.parse(reply.body).outcomes?.[0];
    // It was committed before the last kill, and nobody heard of it: a conflict shows it now.
    if (outcome?.outcome === 'conflict') {
      told.saved.set(cell, { value: outcome.now.value, revision: outcome.now.revision });
      told.underway.delete(cell);
      continue;
    }
    if (outcome?.outcome !== 'saved') throw new Error(`${reply.status} ${reply.body}`);
    told.saved.set(cell, { value, revision: outcome.revision });
    told.underway.delete(cell);
    told.count += 1;
    await sleep(20 + Math.random() * 60);
  }
}

/** Server, postmaster and every backend, at once and without warning. */
async function killAll({ child, store }: RunningProduct, data: string): Promise<void> {
  const file = join(data, 'database', 'cluster', 'postmaster.pid');
  const postmaster = Number(readFileSync(file, 'utf8').split('\n')[0]);
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  process.kill(-postmaster, 'SIGKILL');
  await ended;
  await store.close().catch(() => {});
}

async function countLost({ store }: RunningProduct, told: Told): Promise<number> {
  const { rows } = await sql<{ cell: string; value: string; revision: number }>`
    select submission || ' ' || indicator as cell, value::text as value, revision
    from xingbian.cell`.execute(store.owner);
  const there = new Map(rows.map((row) => [row.cell, row]));
  const lost = [...told.saved].filter(([cell, said]) => {
    const found = there.get(cell);
    if (found?.value === said.value && found.revision === said.revision) return false;
    // One more save may have been committed without its answer having arrived: each of those sent
    // since names the revision that was acknowledged, so no second one was taken.
    const isOneMore = found?.revision === said.revision + 1;
    return !(isOneMore && told.underway.get(cell)?.has(found.value));
  });
  return lost.length;
}

/** Releases whose submissions are not all published or not all of whose cells are in the base; or that are there by half. */
async function countHalfPublished({ store }: RunningProduct): Promise<number> {
  const { rows } = await sql<{ count: string }>`
    select count(*) as count from xingbian.release r where exists (
      select from xingbian.release_submission rs join xingbian.submission s on s.id = rs.submission
      where rs.release = r.id and s.state <> 'published')
    or exists (
      select from xingbian.release_submission rs
      join xingbian.submission s on s.id = rs.submission
      join xingbian.round n on n.id = s.round
      join xingbian.cell c on c.submission = s.id
      join xingbian.territory t on t.id = s.body and t.plan_id = n.plan_id
      join xingbian.indicator i on i.id = c.indicator and i.plan_id = n.plan_id
      where rs.release = r.id and not exists (select from xingbian.observation o
        where o.territory = t.key and o.indicator = i.key and o.period = n.period
          and o.number = r.number))`.execute(store.owner);
  const { rows: stray } = await sql<{ count: string }>`
    select count(*) as count from xingbian.submission s where s.state = 'published'
    and not exists (select from xingbian.release_submission rs where rs.submission = s.id)`.execute(
    store.owner,
  );
  return Number(rows[0]?.count ?? 0) + Number(stray[0]?.count ?? 0);
}

async function countReleases({ store }: RunningProduct): Promise<number> {
  const { rows } = await sql<{ count: string }>`select count(*) as count
    from xingbian.release`.execute(store.owner);
  return Number(rows[0]?.count ?? 0);
}
