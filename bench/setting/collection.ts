import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { openEmbedded, type Store } from '../../src/store/open-store.ts';
import { joinPostgres } from '../../src/store/postgres/join.ts';
import { tokenHash } from '../../src/store/visit.ts';

/** The product, running as a user starts it, with its database open beside it. */
export interface RunningProduct {
  readonly port: number;
  readonly store: Store;
  readonly child: ChildProcess;
}

/** Starts the built product on a data folder and resolves once it answers. */
export async function startProduct(data: string): Promise<RunningProduct> {
  const child = spawn(process.execPath, ['bin/xingbian.js', 'start', '--data', data], {
    env: { ...process.env, PORT: '0', HOST: '127.0.0.1', REQUESTS_PER_MINUTE: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  const port = await new Promise<number>((resolve, reject) => {
    let printed = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      const found = /http:\/\/127\.0\.0\.1:(\d+)/.exec(printed)?.[1];
      if (found) resolve(Number(found));
    });
    child.once('exit', (code) => reject(new Error(`the product ended with ${code}: ${printed}`)));
  });
  const postgres = joinPostgres(data);
  if (postgres === null) throw new Error('the product runs no database');
  return { port, store: await openEmbedded(postgres), child };
}

/** Ends the product as Ctrl-C does. */
async function stopProduct({ child, store }: RunningProduct): Promise<void> {
  await store.close();
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGINT');
  await ended;
}

/** Runs `body` with the product, started on an empty data folder, and ends it. */
export async function withProduct<Result>(
  body: (product: RunningProduct) => Promise<Result>,
): Promise<Result> {
  return await withData(async (data) => {
    const product = await startProduct(data);
    try {
      return await body(product);
    } finally {
      await stopProduct(product);
    }
  });
}

/** Resolves to the deadlocks the database has counted since it was made. */
export async function deadlocks({ store }: RunningProduct): Promise<number> {
  const { rows } = await sql<{ deadlocks: string }>`select deadlocks from pg_stat_database
    where datname = current_database()`.execute(store.owner);
  return Number(rows[0]?.deadlocks ?? 0);
}

/** Runs `body` with an empty data folder, and removes it. */
export async function withData<Result>(body: (data: string) => Promise<Result>): Promise<Result> {
  const data = await mkdtemp(join(tmpdir(), 'xingbian-bench-'));
  try {
    return await body(data);
  } finally {
    await rm(data, { recursive: true, force: true });
  }
}

/** Somebody signed in. */
export interface Person {
  readonly id: number;
  readonly cookie: string;
}

/** Makes an account that holds a role at a body, and signs it in. */
export async function signedIn(
  { store }: RunningProduct,
  login: string,
  held: { readonly role: string; readonly body: string },
): Promise<Person> {
  const token = randomBytes(32).toString('base64url');
  const { rows } = await sql<{ id: number }>`
    with made as (insert into xingbian.account (login, name) values (${login}, ${login})
      on conflict (login) do update set name = excluded.name returning id),
    held as (insert into xingbian.role_grant (account, role, body)
      select id, ${held.role}, ${held.body} from made),
    session as (insert into xingbian.session (token_hash, account, stage, origin)
      select ${tokenHash(token)}, id, 'full', 'bench' from made)
    select id from made`.execute(store.owner);
  return { id: rows[0]?.id ?? 0, cookie: `xingbian=${token}` };
}

/** What came back. */
export interface Reply {
  readonly status: number;
  readonly body: string;
  readonly ms: number;
}

const agent = new Agent({ keepAlive: true, maxSockets: 512 });

/** Sends a request and resolves to its answer and how long it took; a broken connection throws. */
export async function send(
  port: number,
  asked: {
    readonly path: string;
    readonly cookie?: string;
    readonly fields?: unknown;
  },
): Promise<Reply> {
  const started = performance.now();
  const body = asked.fields === undefined ? null : JSON.stringify(asked.fields);
  return await new Promise((resolve, reject) => {
    const sent = request(
      {
        host: '127.0.0.1',
        port,
        agent,
        path: asked.path,
        method: body === null ? 'GET' : 'POST',
        headers: {
          'x-xingbian': 'bench',
          ...(asked.cookie && { cookie: asked.cookie }),
          ...(body !== null && { 'content-type': 'application/json' }),
        },
      },
      (response) => {
        const pieces: Buffer[] = [];
        response.on('data', (piece: Buffer) => pieces.push(piece));
        response.once('error', reject);
        response.once('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            body: Buffer.concat(pieces).toString(),
            ms: performance.now() - started,
          }),
        );
      },
    );
    sent.once('error', reject);
    sent.end(body ?? undefined);
  });
}

/** A submission that waits for being published. */
export interface Ready {
  readonly id: number;
  readonly body: string;
  readonly revision: number;
}

/** Opens a round of a form for a year, whose submissions are all accepted, ten cells each. */
export async function makeReady(
  { port, store }: RunningProduct,
  { id, cookie }: Person,
  year: number,
  which = 0,
): Promise<Ready[]> {
  const { forms } = JSON.parse((await send(port, { path: '/api/forms' })).body);
  const { form, sections } = forms[which];
  const fields = { form: form.id, period: String(year), due: '2999-12-31' };
  const opened = await send(port, { path: '/api/collection/rounds/open', cookie, fields });
  const { round } = JSON.parse(opened.body);
  const indicators = sections
    .flatMap((part: { fields: { indicator: string; derived: unknown }[] }) => part.fields)
    .filter((field: { derived: unknown }) => field.derived === null)
    .slice(0, 10)
    .map((field: { indicator: string }) => field.indicator);
  await sql`insert into xingbian.cell (submission, indicator, value, revision, changed_by)
    select s.id, i, 50 + s.id % 7, 1, ${id} from xingbian.submission s
    cross join unnest(${indicators}::text[]) i where s.round = ${round}`.execute(store.owner);
  const { rows } = await sql<Ready>`
    update xingbian.submission set state = 'accepted', level = levels, revision = 3
    where round = ${round} returning id, body, revision`.execute(store.owner);
  return rows;
}

/** A reporter with the submission it fills and the indicators it may type into. */
export interface Reporter extends Person {
  readonly submission: number;
  readonly indicators: readonly string[];
}

/** Opens a round of the first form, and makes `count` reporters, one a body, several where there are too few. */
export async function openCollection(
  product: RunningProduct,
  count: number,
): Promise<{ reporters: Reporter[]; coordinator: Person }> {
  const { rows: states } = await sql<{ body: string }>`select body from xingbian.body_within
    group by body having count(*) = 1 order by body limit 1`.execute(product.store.owner);
  const state = states[0]?.body ?? '';
  const coordinator = await signedIn(product, 'coordinator', { role: 'coordinator', body: state });
  const { forms } = JSON.parse((await send(product.port, { path: '/api/forms' })).body);
  const { form, sections } = forms[0];
  const indicators = sections.flatMap(
    (part: { fields: { indicator: string; derived: unknown }[] }) =>
      part.fields.filter((field) => field.derived === null).map((field) => field.indicator),
  );
  const opened = await send(product.port, {
    path: '/api/collection/rounds/open',
    cookie: coordinator.cookie,
    fields: { form: form.id, period: '2025', due: '2999-12-31' },
  });
  if (opened.status !== 200) throw new Error(opened.body);
  const { rows } = await sql<{ id: number; body: string }>`select s.id, s.body
    from xingbian.submission s join xingbian.round r on r.id = s.round
    where r.period = 202500 order by s.id`.execute(product.store.owner);
  const reporters: Reporter[] = [];
  for (let number = 0; number < count; number += 1) {
    const row = rows[number % rows.length];
    if (!row) throw new Error('the round asks nobody');
    const held = { role: 'reporter', body: row.body };
    const person = await signedIn(product, `reporter-${number}`, held);
    // Two of one body share its cells without typing into the same one.
    const half = Math.floor(number / rows.length);
    const own = indicators.filter((_: string, at: number) => at % 2 === half % 2);
    reporters.push({ ...person, submission: row.id, indicators: own });
  }
  return { reporters, coordinator };
}
