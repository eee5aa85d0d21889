import { gunzipSync } from 'node:zlib';
import type { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addressOf, type Endpoint } from '../../src/api/endpoint.ts';
import { apiEndpoints } from '../../src/api/endpoints.ts';
import { type Ledger, type Matrix, planEndpoints } from '../../src/api/plan.ts';
import { downloadEndpoints } from '../../src/api/statistics-downloads.ts';
import { systemEndpoints } from '../../src/api/system.ts';
import { workEndpoints } from '../../src/api/work-endpoints.ts';
import { applyCorrections } from '../../src/compile/apply-corrections.ts';
import { compileDocument } from '../../src/compile/compile-document.ts';
import { usualAccountSettings } from '../../src/server/account-settings.ts';
import { createApp } from '../../src/server/app.ts';
import { judge } from '../../src/server/judgement.ts';
import { type Listening, listen } from '../../src/server/listen.ts';
import { openEmbedded, type Store } from '../../src/store/open-store.ts';
import { loadPlan } from '../../src/store/plan.ts';
import { readPlanFolder } from '../../src/store/plan-folder.ts';
import { openPool, queryBuilder } from '../../src/store/pool.ts';
import { launchPostgres } from '../../src/store/postgres/launch.ts';
import { tempFolder } from '../store/temp-folder.ts';
import { root } from './program.ts';

const stops: (() => Promise<unknown>)[] = [];
const removals: (() => void)[] = [];
const logged: string[] = [];
let app: Hono;
let listening: Listening;

/** The plan the product ships with, on a real database. */
beforeAll(async () => {
  const postgres = await launchPostgres(tempFolder((remove) => removals.push(remove)));
  stops.push(postgres.stop);
  const store = await openEmbedded(postgres);
  stops.push(store.close);
  const { file, text, corrections, agencies } = await readPlanFolder(
    `${root}/plans/xingbian-2016-2020`,
  );
  if (!file || text === null) throw new Error('the plan cannot be read');
  const { document } = applyCorrections(compileDocument(text), corrections);
  const evaluability = judge(document);
  await loadPlan(store.owner, { file, document, corrections, agencies, evaluability });
  app = createApp({
    db: store.server,
    store,
    accounts: usualAccountSettings,
    plan: file.id,
    web: { files: new Map(), index: '<html><head><title>x</title></head></html>' },
    version: '0.0.0',
    trust: 'none',
    logRequests: false,
    log: (line) => logged.push(line),
  });
  listening = await listen(app, { host: '127.0.0.1', port: 0 }, null);
  stops.push(listening.close);
}, 60_000);

afterAll(async () => {
  for (const stop of stops.reverse()) await stop();
  for (const remove of removals) remove();
  expect(logged).toEqual([]);
});

/** An input for each endpoint that takes one. */
const inputs: Readonly<Record<string, Record<string, string>>> = {
  clause: { id: '3.1.1' },
  agency: { name: '国家民委' },
  search: { q: '公路', limit: '5' },
  matrixCsv: { lang: 'en' },
};

const endpoints = Object.entries(planEndpoints) as [string, Endpoint][];
const ask = async (name: keyof typeof planEndpoints, init?: RequestInit) =>
  await app.request(addressOf(planEndpoints[name].path, inputs[name] ?? {}), init);

describe.each(endpoints)('endpoint %s', (name, endpoint) => {
  test('answers what it promises', async () => {
    const response = await ask(name as keyof typeof planEndpoints);
    expect(response.status).toBe(200);
    if (endpoint.answer.kind === 'json') {
      const body = await response.json();
      expect(endpoint.answer.schema.parse(body)).toEqual(body);
    } else if (endpoint.answer.kind === 'file') {
      expect(response.headers.get('content-type')).toBe(endpoint.answer.mediaType);
      expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(1_000);
    }
  });

  test('takes GET and HEAD, and says so', async () => {
    const refused = await ask(name as keyof typeof planEndpoints, { method: 'POST' });
    expect([refused.status, refused.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
    const path = addressOf(endpoint.path, inputs[name] ?? {});
    const [get, head] = await Promise.all(
      ['GET', 'HEAD'].map((method) => fetch(new URL(path, listening.address), { method })),
    );
    expect(head?.status).toBe(200);
    expect(head?.headers.get('etag')).toBe(get?.headers.get('etag'));
    expect(await head?.text()).toBe('');
    await get?.arrayBuffer();
  });
});

describe('the plan', () => {
  test('has the counts counted by hand', async () => {
    const matrix = (await (await ask('matrix')).json()) as Matrix;
    expect([matrix.rows.length, matrix.agencies.length, matrix.cells]).toEqual([67, 52, 429]);
    expect(matrix.agencies.reduce((sum, agency) => sum + agency.count, 0)).toBe(429);
  });

  test('has every commitment judged, with a reason where it cannot be', async () => {
    const ledger = (await (await ask('ledger')).json()) as Ledger;
    const reasons = ledger.commitments.map(({ evaluability }) => evaluability);
    expect(reasons.some((one) => one.evaluable)).toBe(true);
    expect(reasons.some((one) => !one.evaluable)).toBe(true);
  });

  test('downloads its matrix with totals that match', async () => {
    const response = await app.request('/api/plan/responsibilities.csv');
    expect(response.headers.get('content-disposition')).toContain(
      `filename*=UTF-8''${encodeURIComponent('责任矩阵.csv')}`,
    );
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await response.arrayBuffer());
    expect(text.startsWith('\uFEFF')).toBe(true);
    const lines = text.trimEnd().split(/\r?\n/);
    expect(lines).toHaveLength(1 + 67 + 1);
    expect(lines.at(-1)).toMatch(/^合计,.*,429$/);
    expect(lines.at(-1)?.split(',')).toHaveLength(7 + 52 + 1);
  });
});

describe('an answer', () => {
  test('is compressed as the client likes, each form with its own tag', async () => {
    const forms = ['br', 'gzip', 'identity', 'br;q=0, gzip'];
    const responses = await Promise.all(
      forms.map((form) => ask('document', { headers: { 'accept-encoding': form } })),
    );
    expect(responses.map((response) => response.headers.get('content-encoding'))).toEqual([
      'br',
      'gzip',
      null,
      'gzip',
    ]);
    expect(new Set(responses.map((response) => response.headers.get('etag'))).size).toBe(3);
    const [, gzip, plain] = responses;
    const unzipped = gunzipSync(Buffer.from((await gzip?.arrayBuffer()) ?? new ArrayBuffer()));
    expect(unzipped.toString()).toBe(await plain?.text());
  });

  test('is not sent again to who has it', async () => {
    const first = await ask('document');
    const etag = first.headers.get('etag') ?? '';
    const again = await ask('document', { headers: { 'if-none-match': `"other", ${etag}` } });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });

  test('is quick once it was given', async () => {
    await ask('document');
    const times: number[] = [];
    for (let index = 0; index < 20; index++) {
      const started = performance.now();
      await (await ask('document')).arrayBuffer();
      times.push(performance.now() - started);
    }
    // Measured 0.3 ms; the machine may be busy.
    expect(Math.min(...times)).toBeLessThan(5);
  });

  test('carries the strict headers, whatever it is', async () => {
    for (const path of ['/', '/api/plan', '/api/nosuch', '/openapi.json', '/assets/nosuch.js']) {
      const { headers } = await app.request(path);
      expect(headers.get('content-security-policy')).toContain("script-src 'self';");
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('strict-transport-security')).toBeNull();
    }
  });
});

describe('a refusal', () => {
  const refusal = async (path: string) => {
    const response = await app.request(path);
    const { error } = await response.json();
    expect(Object.keys(error)).toEqual(['code', 'message', 'hint', 'details']);
    return { status: response.status, code: error.code, message: error.message };
  };

  test('has one shape and says what is wrong in both languages', async () => {
    expect(await refusal('/api/nosuch')).toMatchObject({ status: 404, code: 'not-found' });
    expect(await refusal('/api/plan/clauses/9.9')).toMatchObject({
      status: 404,
      message: { zh: '规划中没有条款“9.9”', en: 'The plan has no clause “9.9”' },
    });
    expect(await refusal('/api/plan/agencies/nobody')).toMatchObject({ code: 'agency-not-found' });
    expect(await refusal('/api/plan/search')).toMatchObject({ status: 400, code: 'input-invalid' });
    expect(await refusal('/api/plan/search?q=a&limit=0')).toMatchObject({ code: 'input-invalid' });
    expect(await refusal('/api/plan/search?q=%20')).toMatchObject({ code: 'input-invalid' });
    expect(await refusal('/api/plan/responsibilities.csv?lang=fr')).toMatchObject({ status: 400 });
  });

  test('is a 404 for an address that is no page, and the page all the same', async () => {
    const pages = ['/', '/plan', '/plan/3.1.1', '/responsibilities', '/agencies', '/search?q=a'];
    for (const page of [...pages, '/agencies/国家民委', '/commitments', '/about']) {
      expect([page, (await app.request(encodeURI(page))).status]).toEqual([page, 200]);
    }
    for (const page of ['/nosuch', '/plan/9.9', '/agencies/nobody', '/about/us', '/plan/1/2']) {
      const response = await app.request(page);
      expect([page, response.status]).toEqual([page, 404]);
      expect(await response.text()).toContain('<title>没有这个页面');
    }
    expect((await app.request('/', { method: 'DELETE' })).status).toBe(405);
  });
});

test('openapi.json describes every endpoint, and only schemas that are there', async () => {
  const text = await (await app.request('/openapi.json')).text();
  const description = JSON.parse(text);
  expect(description.openapi).toBe('3.1.0');
  expect(Object.keys(description.paths)).toEqual([
    ...Object.values(apiEndpoints).map(({ path }) => path),
    ...Object.values(downloadEndpoints).map(({ path }) => path),
    ...Object.values(systemEndpoints).map(({ path }) => path),
    ...Object.values(workEndpoints).map(({ path }) => path),
  ]);
  const names = [...text.matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map(
    ([, id]) => id,
  );
  expect(names.length).toBeGreaterThan(10);
  for (const name of names) expect(description.components.schemas).toHaveProperty(name ?? '');
  expect(text).not.toContain('__shared');
});

test('a database that cannot be reached is a 503, and only the log says more', async () => {
  const lines: string[] = [];
  const db = queryBuilder(openPool({ connectionString: 'postgresql://u:secret@127.0.0.1:1/d' }, 1));
  const alone = createApp({
    db,
    store: { server: db, owner: db } as Store,
    accounts: usualAccountSettings,
    plan: 'example',
    web: { files: new Map(), index: null },
    version: '0.0.0',
    trust: 'none',
    logRequests: true,
    log: (line) => lines.push(line),
  });
  const response = await alone.request('/api/plan?secret');
  expect([response.status, (await response.json()).error.code]).toEqual([
    503,
    'database-unavailable',
  ]);
  expect(lines[0]).toMatch(/^database: .*ECONNREFUSED/);
  expect(JSON.parse(lines[1] ?? '')).toMatchObject({
    method: 'GET',
    path: '/api/plan',
    status: 503,
  });
  expect(lines.join()).not.toContain('secret');
  await db.destroy();
});
