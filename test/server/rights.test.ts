import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Hono } from 'hono';
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import type { Sheet } from '../../src/api/collection.ts';
import { addressOf, type Endpoint } from '../../src/api/endpoint.ts';
import { apiEndpoints } from '../../src/api/endpoints.ts';
import { downloadEndpoints } from '../../src/api/statistics-downloads.ts';
import { systemEndpoints } from '../../src/api/system.ts';
import { workEndpoints } from '../../src/api/work-endpoints.ts';
import { usualAccountSettings } from '../../src/server/account-settings.ts';
import { createApp } from '../../src/server/app.ts';
import { backgroundJobs } from '../../src/server/background-jobs.ts';
import { usualReminderSettings } from '../../src/server/reminder-settings.ts';
import { openRound } from '../../src/store/collection/rounds.ts';
import { schemaName, type Tables } from '../../src/store/schema.ts';
import { as, atDesk, defineCollection, signedIn } from '../store/collection-desk.ts';
import { exampleStore } from '../store/example-store.ts';
import { type Actor, makeActors, summaryOf } from './rights-actors.ts';
import { addReminder, type Call, callsOf, reset, type Target } from './rights-calls.ts';
import { jobCallOf } from './rights-jobs.ts';

const store = exampleStore();
const endpoints: readonly Endpoint[] = Object.values({
  ...apiEndpoints,
  ...downloadEndpoints,
  ...systemEndpoints,
  ...workEndpoints,
});
const reviewed = `${import.meta.dirname}/../cases/rights.yaml`;
const changed = `${import.meta.dirname}/../cases/rights-changed.yaml`;
let app: Hono;
let actors: readonly Actor[];
let target: Target;

/** County a1 of the example has a submission, on which everybody tries everything. */
beforeAll(async () => {
  rmSync(changed, { force: true });
  await defineCollection(store(), 'example');
  actors = await makeActors(store());
  const opener = await signedIn(store(), 'opener', 'coordinator@s');
  const { round } = await atDesk(store(), 'example', opener, (desk) =>
    openRound(desk, { form: 'yearly', period: '2018', due: '2999-12-31' }),
  );
  const { rows } = await sql<{ id: number }>`select id from xingbian.submission
    where round = ${round} and body = 'a1'`.execute(store().owner);
  await sql`insert into xingbian.credential (account) select id from xingbian.account`.execute(
    store().owner,
  );
  const account = await signedIn(store(), 'target');
  const grant = await sql<{ id: number }>`insert into xingbian.role_grant (account, role, body)
    values (${account.id}, 'evaluator', 'a1') returning id`.execute(store().owner);
  target = {
    submission: rows[0]?.id ?? 0,
    round,
    account: account.id,
    grant: grant.rows[0]?.id ?? 0,
    reporter: actors.find((one) => one.name === 'reporter@own')?.person?.id ?? 0,
  };
  app = createApp({
    db: store().server,
    store: store(),
    accounts: { ...usualAccountSettings, perMinute: { signIns: 0, requests: 0 } },
    plan: 'example',
    web: { files: new Map(), index: '<html><head><title>x</title></head></html>' },
    version: '0.0.0',
    trust: 'none',
    logRequests: false,
    log: (line) => {
      throw new Error(line);
    },
  });
});

test('every endpoint answers every role, near and far, as the reviewed table says', async () => {
  const table: Record<string, Record<string, string>> = {};
  for (const endpoint of endpoints)
    for (const [line, call] of callsOf(endpoint, target)) {
      const outcomes = new Map<string, string>();
      for (const actor of actors)
        outcomes.set(actor.name, await outcomeOf(endpoint, actor, call()));
      table[line] = summaryOf(outcomes);
    }
  expectReviewed('endpoints', table);
}, 300_000);

test('every table shows every role the rows the reviewed table says', async () => {
  await reset(store(), target, 'scheduled');
  await addReminder(store(), target);
  // Tables, partitions, views: whatever can be selected from.
  const { rows } = await sql<{ name: keyof Tables & string }>`select c.relname as name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = ${schemaName} and c.relkind in ('r', 'p', 'v', 'm', 'f')
      and c.relname not like 'kysely_%' order by 1`.execute(store().owner);
  const table: Record<string, Record<string, string>> = {};
  for (const { name } of rows) {
    const outcomes = new Map<string, string>();
    for (const actor of actors) outcomes.set(actor.name, await visibleIn(name, actor));
    table[name] = summaryOf(outcomes);
  }
  expectReviewed('tables', table);
}, 60_000);

test('every job shows every role what it does, and before that nothing, as the reviewed table says', async () => {
  const parts = {
    store: store(),
    plan: 'example',
    reminders: usualReminderSettings,
    log: () => {},
  };
  const table: Record<string, Record<string, string>> = {};
  for (const job of backgroundJobs) {
    const { make, seenBy } = jobCallOf(job.id, { app, store: store(), target });
    await make();
    const seen = async (when: string) => {
      const outcomes = new Map<string, string>();
      for (const actor of actors) outcomes.set(actor.name, await seenBy(actor));
      table[`${job.id} (${when})`] = summaryOf(outcomes);
    };
    await seen('before');
    await job.turn(parts, () => false);
    await seen('after');
  }
  expectReviewed('jobs', table);
}, 60_000);

async function outcomeOf(
  endpoint: Endpoint,
  actor: Actor,
  { input, state, body, anonymous }: Call,
): Promise<string> {
  if (endpoint.method === 'POST' || state !== 'draft') await reset(store(), target, state);
  const asked = Object.entries(input);
  const inPath = ([name]: [string, unknown]) => endpoint.path.includes(`{${name}}`);
  const isFile = endpoint.takes === 'file';
  const inAddress = endpoint.method === 'GET' || isFile ? asked : asked.filter(inPath);
  const response = await app.request(
    addressOf(endpoint.path, Object.fromEntries(inAddress) as Record<string, string>),
    {
      method: endpoint.method,
      headers: {
        'x-xingbian': 'test',
        ...(actor.person && !anonymous && { cookie: `xingbian=${actor.person.token}` }),
      },
      ...(endpoint.method === 'POST' && {
        body: isFile
          ? (body ?? '')
          : JSON.stringify(Object.fromEntries(asked.filter((one) => !inPath(one)))),
      }),
    },
  );
  if (response.status < 400) return await doneOr(endpoint.id, response);
  const { error } = (await response.json()) as { error: { code: string } };
  return error.code;
}

/** What was done, where that is not the same for all: a bulk act may take nothing, a sheet show no cells. */
async function doneOr(id: string, response: Response): Promise<string> {
  if (id === 'collection.accept') {
    const { refused } = (await response.json()) as { refused: { code: string }[] };
    return refused[0]?.code ?? 'done';
  }
  if (id === 'collection.sheet') {
    const { cells } = (await response.json()) as Sheet;
    return cells.length > 0 ? 'with cells' : 'without cells';
  }
  if (id === 'collection.save-cells') {
    const { outcomes } = (await response.json()) as { outcomes: { outcome: string }[] };
    return outcomes[0]?.outcome ?? 'nothing';
  }
  return 'done';
}

async function visibleIn(table: string, { person }: Actor): Promise<string> {
  try {
    return await as(store(), person, async ({ db }) => {
      const { rows } = await sql`select from ${sql.id(schemaName, table)}
        where ${targetIn(table)} limit 1`.execute(db);
      return rows.length > 0 ? 'rows' : 'none';
    });
  } catch {
    return 'refused';
  }
}

/** Where other submissions have rows too, only those of the one that is acted on count. */
function targetIn(table: string) {
  if (table === 'submission') return sql`id = ${target.submission}`;
  if (table === 'submission_level') return sql`submission = ${target.submission}`;
  return sql`true`;
}

function expectReviewed(
  part: 'endpoints' | 'tables' | 'jobs',
  found: Record<string, unknown>,
): void {
  const table = existsSync(reviewed) ? parse(readFileSync(reviewed, 'utf8')) : {};
  try {
    expect(found).toEqual(table[part]);
  } catch (error) {
    const soFar = existsSync(changed) ? parse(readFileSync(changed, 'utf8')) : table;
    writeFileSync(changed, stringify({ ...soFar, [part]: found }, { lineWidth: 0 }));
    throw error;
  }
}
