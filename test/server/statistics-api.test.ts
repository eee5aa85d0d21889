import type { Hono } from 'hono';
import { beforeAll, describe, expect, test } from 'vitest';
import { addressOf } from '../../src/api/endpoint.ts';
import { type Series, statisticsEndpoints } from '../../src/api/statistics.ts';
import { usualAccountSettings } from '../../src/server/account-settings.ts';
import { createApp } from '../../src/server/app.ts';
import type { Store } from '../../src/store/open-store.ts';
import type { StagedObservation } from '../../src/store/statistics/stage-lines.ts';
import { exampleIndicators, exampleRegister, observed } from '../store/example-statistics.ts';
import { exampleStore } from '../store/example-store.ts';
import { define, send } from '../store/statistics-base.ts';

const plan = 'example';
const indicators = exampleIndicators();
const storeOf = exampleStore();
let store: Store;
let app: Hono;

const publishAll = (rows: readonly StagedObservation[]) => send(store, plan, rows, { indicators });

beforeAll(async () => {
  store = storeOf();
  await define(store, plan, { register: exampleRegister(), indicators });
  await publishAll([
    observed('a1', 'population', '2010', '100'),
    observed('a2', 'population', '2010', '300'),
  ]);
  app = createApp({
    db: store.server,
    store,
    accounts: usualAccountSettings,
    plan,
    web: { files: new Map(), index: '<html><head><title>x</title></head></html>' },
    version: '0.0.0',
    trust: 'none',
    logRequests: false,
    log: (line) => {
      throw new Error(line);
    },
  });
}, 60_000);

const inputs = {
  catalog: {},
  series: { t: 'edge@A,edge@A/*,s', i: 'population,town-share', p: '2010..2012' },
  story: { t: 'a1', i: 'population', p: '2010' },
} as const;

const ask = async (
  name: keyof typeof statisticsEndpoints,
  input: Record<string, string> = inputs[name],
) => await app.request(addressOf(statisticsEndpoints[name].path, input));

describe.each(Object.keys(inputs) as (keyof typeof inputs)[])('endpoint %s', (name) => {
  test('answers what it promises', async () => {
    const response = await ask(name);
    expect(response.status).toBe(200);
    const body = await response.json();
    const { answer } = statisticsEndpoints[name];
    expect(answer.kind === 'json' && answer.schema.parse(body)).toEqual(body);
  });
});

const total = async (input: Record<string, string> = {}) => {
  const response = await ask('series', { t: 'edge@A', i: 'population', p: '2010', ...input });
  const series = (await response.json()) as Series;
  return series.figures[0]?.[0]?.[0]?.value;
};

test('an edit shows in every total within two seconds, and not in what was asked as of before', async () => {
  expect([await total(), await total({ asOf: '2' })]).toEqual([400, 400]);
  await publishAll([observed('a1', 'population', '2010', '107')]);
  const published = performance.now();
  while ((await total()) !== 407 && performance.now() - published < 2_000)
    await new Promise((done) => setTimeout(done, 50));
  expect([await total(), await total({ asOf: '2' })]).toEqual([407, 400]);
});

test('an answer is not sent again to who has it', async () => {
  const first = await ask('series');
  const address = addressOf(statisticsEndpoints.series.path, inputs.series);
  const again = await app.request(address, {
    headers: { 'if-none-match': first.headers.get('etag') ?? '' },
  });
  expect(again.status).toBe(304);
});

test.each([
  [{ t: 'nowhere' }, 404, 'place-unknown'],
  [{ i: 'nothing' }, 404, 'indicator-unknown'],
  [{ p: 'soon' }, 400, 'period-invalid'],
  [{ asOf: '999' }, 400, 'as-of-ahead'],
  [{ asOf: 'tomorrow' }, 400, 'as-of-invalid'],
  [{ asOf: '2026-02-30' }, 400, 'as-of-invalid'],
  [{ basis: 'guessed' }, 400, 'input-invalid'],
  [{ t: '' }, 400, 'input-invalid'],
] as const)('%j is refused', async (input, status, code) => {
  const response = await ask('series', { ...inputs.series, ...input });
  const { error } = await response.json();
  expect([response.status, error.code]).toEqual([status, code]);
  expect(error.hint.zh).toMatch(/\p{Script=Han}/u);
});
