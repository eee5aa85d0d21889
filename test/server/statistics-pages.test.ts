import { join } from 'node:path';
import type { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addressOf } from '../../src/api/endpoint.ts';
import {
  type IndicatorPage,
  statisticsPageEndpoints,
  type TerritoryPage,
} from '../../src/api/statistics-pages.ts';
import { usualAccountSettings } from '../../src/server/account-settings.ts';
import { createApp } from '../../src/server/app.ts';
import { bringUp } from '../../src/server/bring-up.ts';
import { openPlan } from '../../src/server/open-plan.ts';
import { openEmbedded } from '../../src/store/open-store.ts';
import { launchPostgres } from '../../src/store/postgres/launch.ts';
import { tempFolder } from '../store/temp-folder.ts';

// The shipped plan with its data: what is known of some counties must come out on their pages.
const shipped = join(import.meta.dirname, '..', '..', 'plans/xingbian-2016-2020');
const stops: (() => Promise<unknown>)[] = [];
const removals: (() => void)[] = [];
let app: Hono;

beforeAll(async () => {
  const postgres = await launchPostgres(tempFolder((remove) => removals.push(remove)));
  stops.push(postgres.stop);
  const store = await openEmbedded(postgres);
  stops.push(store.close);
  const opened = await openPlan(shipped);
  await bringUp(store, opened);
  app = createApp({
    db: store.server,
    store,
    accounts: usualAccountSettings,
    plan: opened.planned.file.id,
    web: { files: new Map(), index: '<html><head><title>x</title></head></html>' },
    version: '0.0.0',
    trust: 'none',
    logRequests: false,
    log: (line) => {
      throw new Error(line);
    },
  });
}, 180_000);

afterAll(async () => {
  for (const stop of stops.reverse()) await stop();
  for (const remove of removals) remove();
});

const { territory, indicator } = statisticsPageEndpoints;

const place = async (id: string, input: Record<string, string> = {}): Promise<TerritoryPage> => {
  const response = await app.request(addressOf(territory.path, { id, ...input }));
  expect(response.status).toBe(200);
  const body = await response.json();
  expect(territory.answer.kind === 'json' && territory.answer.schema.parse(body)).toEqual(body);
  return body;
};

const measure = async (id: string, input: Record<string, string> = {}): Promise<IndicatorPage> => {
  const response = await app.request(addressOf(indicator.path, { id, ...input }));
  expect(response.status).toBe(200);
  const body = await response.json();
  expect(indicator.answer.kind === 'json' && indicator.answer.schema.parse(body)).toEqual(body);
  return body;
};

const figure = (page: TerritoryPage, id: string, period: string) =>
  page.figures.find((one) => one.indicator === id)?.own[page.periods.indexOf(period)];

describe('the page of a county', () => {
  test('那坡县: who it is, its exit, its rank, its doubts, what it lacks', async () => {
    const page = await place('451026');
    expect(page.frontier).toMatchObject({ order: 133, of: 140, neighbours: ['越南'] });
    expect(page.frontier?.next?.name).toBe('靖西市');
    const poverty = page.memberships.find(({ group }) => group === 'poverty-county');
    expect(poverty?.until).toBe('2020');
    expect(figure(page, 'population', '2020')?.value).toBe(171_781);
    const piped = page.figures.find((one) => one.indicator === 'piped-water-share');
    expect(piped?.position).toMatchObject({ period: '2020', rank: 5, present: 140, expected: 140 });
    expect(piped?.position?.values).toHaveLength(140);
    const income = page.figures.find((one) => one.indicator === 'urban-disposable-income');
    expect(income?.state?.[page.periods.indexOf('2020')]?.value).toBe(43_834);
    const doubts = page.doubts.map((one) => `${one.indicator} ${one.period}`);
    expect(doubts).toEqual(
      expect.arrayContaining([
        'general-budget-revenue 2020',
        'general-budget-expenditure 2020',
        'highway-length 2017',
      ]),
    );
    const gaps = new Map(page.gaps.map((gap) => [gap.indicator, gap.periods]));
    expect(gaps.get('rural-disposable-income')).toEqual(['2016']);
    expect(gaps.get('general-budget-revenue')).toEqual(['2018']);
    expect(gaps.get('border-subsidy-recipients')).toEqual([]);
    expect(gaps.has('population')).toBe(false);
  });

  test('满洲里市: its censuses are not comparable, until those split from it are taken along', async () => {
    const page = await place('150781');
    expect(page.events.map(({ to }) => to.name)).toEqual(['扎赉诺尔区']);
    expect(figure(page, 'population-change', '2020')).toMatchObject({
      value: null,
      withheld: 'not-comparable',
    });
    const merged = await place('150781', { basis: 'merged' });
    const change = figure(merged, 'population-change', '2020');
    expect(change?.value).toBeTypeOf('number');
    expect(change?.comparable?.territories.toSorted()).toEqual(['150703', '150781']);
    expect(merged.gaps.map((gap) => gap.indicator)).not.toContain('illiteracy-rate');
  });

  test('错那县: the fall of piped water is in doubt, and its former code is known', async () => {
    const page = await place('540530');
    expect(page.doubts).toContainEqual(
      expect.objectContaining({ indicator: 'piped-water-share', period: '2020' }),
    );
    expect(page.territory.names.map(({ code }) => code)).toEqual(['542232', '540530']);
  });

  test('a county that lies on no state of the list has no neighbour made up for it', async () => {
    const page = await place('653223');
    expect(page.frontier?.neighbours).toEqual([]);
  });

  test('every place has a page that says something', async () => {
    for (const id of ['000000', '650000', '451000', '659008', '652922509', '460000']) {
      const page = await place(id);
      const said = page.figures.length + page.groups.length + page.gaps.length + page.below.length;
      expect(said, id).toBeGreaterThan(0);
    }
  });
});

describe('the page of an indicator', () => {
  test('gross domestic product: coverage thin and said, no partial sum for a total', async () => {
    const page = await measure('gdp');
    const last = page.coverage.find(({ period }) => period === '2020');
    expect(last?.expected).toBe(140);
    expect(last?.present).toBeLessThan(60);
    const state = page.totals.find(({ place: one }) => one.kind === 'state');
    expect(state?.together[page.periods.indexOf('2020')]).toMatchObject({
      value: null,
      withheld: 'partial',
    });
    expect(page.clauses.map(({ id }) => id)).toContain('2.3.1');
    const tibet = new Set(
      page.places.filter(({ province }) => province === '540000').map(({ id }) => id),
    );
    expect(
      page.ranking.filter(({ territory: id, figure: one }) => tibet.has(id) && one?.value != null),
    ).toEqual([]);
  });

  test('a proposed one has no figure, no rank and no total, and says who could supply it', async () => {
    const page = await measure('paved-road-villages');
    expect(page.indicator).toMatchObject({
      standing: 'proposed',
      source: { agency: '交通运输部' },
    });
    expect([page.ranking, page.totals, page.coverage, page.distribution]).toEqual([
      [],
      [],
      [],
      null,
    ]);
  });

  test('what only the nation has is shown for the nation', async () => {
    const page = await measure('gdp-real-growth');
    expect(page.coverage.every(({ present }) => present === 0)).toBe(true);
    const state = page.totals.find(({ place: one }) => one.kind === 'state');
    expect(state?.own.some((one) => one?.value === 2.2)).toBe(true);
  });
});

test.each([
  [territory, { id: 'nowhere' }, 404, 'place-unknown'],
  [territory, { id: '451026', basis: 'guessed' }, 400, 'input-invalid'],
  [territory, { id: '451026', asOf: '99999' }, 400, 'as-of-ahead'],
  [indicator, { id: 'nothing' }, 404, 'indicator-unknown'],
  [indicator, { id: 'gdp', p: 'soon' }, 400, 'period-invalid'],
] as const)('%# is refused', async (endpoint, input, status, code) => {
  const response = await app.request(addressOf(endpoint.path, input));
  const { error } = await response.json();
  expect([response.status, error.code]).toEqual([status, code]);
});

test('a page of a place is one only where there is the place', async () => {
  const status = async (path: string) => (await app.request(path)).status;
  expect(await status('/territories/451026')).toBe(200);
  expect(await status('/territories/9')).toBe(404);
  expect(await status('/indicators/gdp')).toBe(200);
  expect(await status('/indicators/9')).toBe(404);
  const head = await (await app.request('/territories/451026')).text();
  expect(head).toContain('<title>那坡县 · ');
  expect(head).toContain('href="/api/statistics/territories/451026"');
});
