import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import {
  deadlocks,
  openCollection,
  type Reporter,
  type RunningProduct,
  send,
  withProduct,
} from './setting/collection.ts';
import type { BenchRow } from './setting/row.ts';
import { quantileOf } from './setting/timing.ts';

const reporterCount = 200;
const readerCount = 50;
/** Milliseconds between two requests of one person. */
const pause = 2_000;
const seconds = Number(process.env.BENCH_SECONDS ?? 300);

/** What each reporter was told is saved: by cell, the value and the revision of the last save. */
type Acknowledged = Map<string, { readonly value: string; readonly revision: number }>;

/**
 * Returns how long a save takes while 200 people save a cell every two seconds for five minutes
 * beside 50 who read pages, and how many cells a count in the database finds lost or doubled.
 */
export async function run(): Promise<BenchRow[]> {
  return await withProduct(measure);
}

async function measure(product: RunningProduct): Promise<BenchRow[]> {
  const { reporters } = await openCollection(product, reporterCount);
  const saves: number[] = [];
  const reads: number[] = [];
  const acknowledged: Acknowledged = new Map();
  const until = performance.now() + seconds * 1_000;
  const before = await deadlocks(product);
  await Promise.all([
    ...reporters.map((reporter) => report(product, reporter, { until, saves, acknowledged })),
    ...Array.from({ length: readerCount }, (_, at) => read(product, at, { until, reads })),
  ]);
  const lost = await countLost(product, acknowledged);
  const doubled = await countDoubled(product, saves.length);
  const sorted = saves.toSorted((a, b) => a - b);
  const row = (name: string, value: number, unit: string, limit: number | null): BenchRow => ({
    name: `collection: ${name}`,
    value,
    unit,
    limit,
  });
  return [
    row(`save p95, ${saves.length} saves in ${seconds} s`, quantileOf(sorted, 0.95), 'ms', 200),
    row('save p50', quantileOf(sorted, 0.5), 'ms', null),
    row(
      'page p95 beside it',
      quantileOf(
        reads.toSorted((a, b) => a - b),
        0.95,
      ),
      'ms',
      null,
    ),
    row('acknowledged cells lost', lost, 'cells', 0),
    row('saves on record too many or too few', doubled, 'saves', 0),
    row('deadlocks', (await deadlocks(product)) - before, '', 0),
  ];
}

interface Reporting {
  readonly until: number;
  readonly saves: number[];
  readonly acknowledged: Acknowledged;
}

/** One person: another cell every two seconds, each of them many times over. */
async function report(
  { port }: RunningProduct,
  reporter: Reporter,
  { until, saves, acknowledged }: Reporting,
): Promise<void> {
  await sleep(Math.random() * pause);
  for (let turn = 0; performance.now() < until; turn += 1) {
    const indicator = reporter.indicators[turn % reporter.indicators.length] ?? '';
    const cell = `${reporter.submission} ${indicator}`;
    const base = acknowledged.get(cell)?.revision ?? 0;
    const value = String(1_000 + turn);
    const save = { key: randomUUID(), indicator, value, absence: null, note: null, base };
    const reply = await send(port, {
      path: `/api/collection/submissions/${reporter.submission}/cells`,
      cookie: reporter.cookie,
      fields: { version: 1, cells: [save] },
    });
    const outcome = JSON.parse(reply.body).outcomes?.[0];
    if (outcome?.outcome !== 'saved') throw new Error(`${reply.status} ${reply.body}`);
    acknowledged.set(cell, { value, revision: outcome.revision });
    saves.push(reply.ms);
    await sleep(Math.max(0, pause - reply.ms));
  }
}

const pages = ['/api/statistics', '/api/plan/document', '/api/forms', '/statistics'];

async function read(
  { port }: RunningProduct,
  at: number,
  { until, reads }: { readonly until: number; readonly reads: number[] },
): Promise<void> {
  await sleep(Math.random() * pause);
  for (let turn = at; performance.now() < until; turn += 1) {
    const reply = await send(port, { path: pages[turn % pages.length] ?? '/' });
    if (reply.status !== 200) throw new Error(`${reply.status} ${reply.body.slice(0, 200)}`);
    reads.push(reply.ms);
    await sleep(Math.max(0, pause - reply.ms));
  }
}

/** Cells of the base that are not what their reporter was told last. */
async function countLost({ store }: RunningProduct, acknowledged: Acknowledged): Promise<number> {
  const { rows } = await sql<{ cell: string; value: string; revision: number }>`
    select submission || ' ' || indicator as cell, value::text as value, revision
    from xingbian.cell`.execute(store.owner);
  const there = new Map(rows.map((row) => [row.cell, row]));
  const lost = [...acknowledged].filter(([cell, told]) => {
    const found = there.get(cell);
    return found?.value !== told.value || found.revision !== told.revision;
  });
  return lost.length + Math.max(0, rows.length - acknowledged.size);
}

/** How far the record of acts is from one row a save. */
async function countDoubled({ store }: RunningProduct, saves: number): Promise<number> {
  const { rows } = await sql<{ count: string }>`select count(*) as count from xingbian.audit
    where act = 'cell.save' and outcome = 'done'`.execute(store.owner);
  return Math.abs(Number(rows[0]?.count ?? 0) - saves);
}
