import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { grouped } from '../src/store/grouped.ts';
import {
  deadlocks,
  makeReady,
  openCollection,
  type Person,
  type Ready,
  type RunningProduct,
  send,
  signedIn,
  withProduct,
} from './setting/collection.ts';
import type { BenchRow } from './setting/row.ts';
import { quantileOf } from './setting/timing.ts';

const readerCount = 50;
/** Milliseconds between two requests of one reader. */
const pause = 200;

/**
 * Returns how long it takes when every province publishes its counties and farms at the same moment,
 * whether readers wait for it, and whether all of it is there then, once.
 */
export async function run(): Promise<BenchRow[]> {
  return await withProduct(measure);
}

async function measure(product: RunningProduct): Promise<BenchRow[]> {
  const { coordinator } = await openCollection(product, 1);
  // A year of which the base has nothing: no figure replaces another.
  const counties = await makeReady(product, coordinator, 1997);
  const farms = await makeReady(product, coordinator, 1997, 1);
  const ready = [...counties, ...farms];
  const publishers = await publishersOf(product, ready);
  const before = await deadlocks(product);
  const alone = await readFor(product, sleep(5_000));
  const started = performance.now();
  const publishing = Promise.all([...publishers].map((one) => publish(product, one)));
  const beside = await readFor(product, publishing);
  const seconds = (performance.now() - started) / 1_000;
  const limit = (name: string, value: number): BenchRow => ({
    ...{ name: `collection: ${name}`, value, unit: '', limit: 0 },
  });
  return [
    {
      name: `collection: ${ready.length} submissions published by ${publishers.size} at once, all of them`,
      ...{ value: seconds, unit: 's', limit: 60 },
    },
    {
      ...{ name: 'collection: page p95 beside publishing', value: beside, unit: 'ms', limit: 200 },
      peer: { name: 'without it', value: alone, most: null },
    },
    limit('submissions or figures not published once', await countWrong(product, ready)),
    limit('deadlocks while publishing', (await deadlocks(product)) - before),
  ];
}

/** The place two below the state, or one, that each submission lies in, with its publisher. */
async function publishersOf(
  product: RunningProduct,
  ready: readonly Ready[],
): Promise<ReadonlyMap<Person, readonly Ready[]>> {
  const { rows } = await sql<{ body: string; within: string }>`
    select w.body, w.within from xingbian.body_within w
    join xingbian.body_within top on top.plan_id = w.plan_id and top.body = w.within
    where w.body = any (${ready.map((one) => one.body)}::text[])
    group by w.body, w.within having count(*) = 2`.execute(product.store.owner);
  const byPlace = grouped(ready, ({ body }) => rows.find((row) => row.body === body)?.within);
  const publishers = new Map<Person, readonly Ready[]>();
  for (const [place, own] of byPlace) {
    if (place === undefined) throw new Error('a submission lies within no place below the state');
    const held = { role: 'publisher', body: place };
    publishers.set(await signedIn(product, `publisher-${place}`, held), own);
  }
  return publishers;
}

async function publish(
  { port }: RunningProduct,
  [{ cookie }, ready]: readonly [Person, readonly Ready[]],
): Promise<void> {
  const submissions = ready.map(({ id, revision }) => ({ id, revision }));
  const fields = { title: '1997年年报', submissions };
  const reply = await send(port, { path: '/api/collection/publish', cookie, fields });
  if (reply.status !== 200) throw new Error(`${reply.status} ${reply.body}`);
}

const pages = ['/api/statistics', '/api/plan/document', '/api/forms', '/statistics'];

/** Resolves to the p95 of pages, in milliseconds, that readers ask for until something has happened. */
async function readFor({ port }: RunningProduct, until: Promise<unknown>): Promise<number> {
  let over = false;
  const ends = until.finally(() => {
    over = true;
  });
  const times: number[] = [];
  const reader = async (at: number) => {
    await sleep(Math.random() * pause);
    for (let turn = at; !over; turn += 1) {
      const reply = await send(port, { path: pages[turn % pages.length] ?? '/' });
      if (reply.status !== 200) throw new Error(`${reply.status} ${reply.body.slice(0, 200)}`);
      times.push(reply.ms);
      await sleep(pause);
    }
  };
  await Promise.all([ends, ...Array.from({ length: readerCount }, (_, at) => reader(at))]);
  return quantileOf(
    times.toSorted((a, b) => a - b),
    0.95,
  );
}

/** Submissions that are not published, and cells that the base does not have exactly once. */
async function countWrong({ store }: RunningProduct, ready: readonly Ready[]): Promise<number> {
  const { rows } = await sql<{ count: string }>`
    select (select count(*) from xingbian.submission s
        where s.id = any (${ready.map((one) => one.id)}::int[]) and s.state <> 'published')
      + (select count(*) from xingbian.cell c
        join xingbian.submission s on s.id = c.submission
        join xingbian.round r on r.id = s.round
        join xingbian.territory t on t.id = s.body and t.plan_id = r.plan_id
        join xingbian.indicator i on i.id = c.indicator and i.plan_id = r.plan_id
        where s.id = any (${ready.map((one) => one.id)}::int[])
          and (select count(*) from xingbian.observation o where o.territory = t.key
            and o.indicator = i.key and o.period = r.period and o.value = c.value) <> 1) as count`.execute(
    store.owner,
  );
  return Number(rows[0]?.count ?? 0);
}
