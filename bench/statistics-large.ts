import type { Hono } from 'hono';
import { addressOf } from '../src/api/endpoint.ts';
import { statisticsPagePaths, statisticsPaths } from '../src/api/paths.ts';
import { usualAccountSettings } from '../src/server/account-settings.ts';
import { createApp } from '../src/server/app.ts';
import { type BenchBase, publishRows, withBase } from './setting/base.ts';
import { countyCodes, indicatorIds, provinceCodes } from './setting/definition.ts';
import { askDuckDb, openDuckDb } from './setting/duckdb.ts';
import { benchSource } from './setting/figures.ts';
import { fillLarge, largeFirst, largeSize } from './setting/large-base.ts';
import type { BenchRow } from './setting/row.ts';
import { quantileOf, secondsOf, timesOf } from './setting/timing.ts';

/** Limits in milliseconds, of the server's time for one answer. */
const limits = { totals: 150, places: 3_000, page: 50, members: 30, edit: 2_000 };
const years = '2001..2020';
const counties = countyCodes(largeSize);
const indicators = indicatorIds(largeSize);

/**
 * Returns how long questions take on five million figures, asked of the server without a network and
 * without its cache of answers; and how long an edit takes until its
 * totals can be read. DuckDB answers the heavy ones from the same rows, in memory, beside it.
 */
export async function run(): Promise<BenchRow[]> {
  return await withBase(largeSize, async (base) => {
    const filling = await secondsOf(() => fillLarge(base));
    console.error(`5,050,000 figures and their totals are in after ${filling.toFixed(0)} s`);
    await quickQuestions(base);
    return [
      ...(await quickQuestions(base)),
      ...(await heavyQuestions(base)),
      ...(await edits(base)),
    ];
  });
}

function appOf({ store, plan }: BenchBase): Hono {
  return createApp({
    db: store.server,
    store,
    accounts: usualAccountSettings,
    plan,
    web: { files: new Map(), index: '<html></html>' },
    version: '0.0.0',
    trust: 'none',
    logRequests: false,
    log: (line) => console.error(line),
  });
}

/** Asked twice, and the second time counted: a base in use is in memory. */
async function quickQuestions(base: BenchBase): Promise<BenchRow[]> {
  const provinces = provinceCodes().map((code) => `county@${code}`);
  const totals = await askedAnew(base, 60, (app, run) => ask(app, provinces, indicatorsFrom(run)));
  const pages = await askedAnew(base, 60, (app, run) =>
    get(app, addressOf(statisticsPagePaths.territory, { id: counties[run] ?? '' })),
  );
  const members = await askedAnew(base, 60, (app, run) =>
    ask(app, ['county/*'], indicatorsFrom(run).slice(0, 1)),
  );
  return [
    ...rowsOf('20 indicators × 10 provinces × 20 years, from totals', totals, limits.totals),
    ...rowsOf('a county page', pages, limits.page),
    ...rowsOf('200 counties × 1 indicator × 20 years', members, limits.members),
  ];
}

async function heavyQuestions(base: BenchBase): Promise<BenchRow[]> {
  const duck = await openDuckDb(base.folder);
  const some = (run: number) => counties.filter((_, at) => (at + run) % 3 === 0);
  const group = await askedAnew(base, 10, (app, run) =>
    ask(app, [some(run).join('+')], indicatorsFrom(run)),
  );
  const groups = ['county', ...provinceCodes().map((code) => `county@${code}`)];
  const past = await askedAnew(base, 10, (app, run) =>
    ask(app, groups, indicatorsFrom(run), { asOf: String(largeFirst) }),
  );
  const duckOf = (territories: (run: number) => readonly string[], number: number) =>
    timesOf(10, (run) =>
      askDuckDb(duck, { territories: territories(run), indicators: indicatorsFrom(run), number }),
    );
  const groupPeer = await duckOf(some, largeFirst + 1);
  const pastPeer = await duckOf(() => counties, largeFirst);
  duck.closeSync();
  const peer = (times: readonly number[]) => ({
    peer: { name: 'DuckDB', value: quantileOf(times, 0.5), most: null },
  });
  return [
    {
      ...row(
        '67 counties of one’s choice together × 20 indicators × 20 years',
        group,
        limits.places,
      ),
      ...peer(groupPeer),
    },
    {
      ...row('a past state: 11 groups × 20 indicators × 20 years', past, limits.places),
      ...peer(pastPeer),
    },
  ];
}

/** Each time of a server without answers in its cache. */
async function askedAnew(
  base: BenchBase,
  runs: number,
  question: (app: Hono, run: number) => Promise<unknown>,
): Promise<readonly number[]> {
  const apps = Array.from({ length: runs + 1 }, () => appOf(base));
  return await timesOf(runs, async (run) => {
    const app = apps[run];
    if (app) await question(app, run);
  });
}

async function edits(base: BenchBase): Promise<BenchRow[]> {
  const app = appOf(base);
  const edit = (figures: number) =>
    timesOf(5, (run) => publishRows(base, editedRows(figures, run)));
  const [one, forty] = [await edit(1), await edit(40)];
  const seen = await timesOf(3, async (run) => {
    const { summary } = await publishRows(base, editedRows(1, run + 100));
    for (;;) {
      const { instant } = JSON.parse(await ask(app, ['county'], indicatorsFrom(0)));
      if (instant.number >= (summary.number ?? 0)) return;
    }
  });
  return [
    row('an edit of 1 figure, with all its totals', one, null),
    row('an edit of 40 figures, with all their totals', forty, null),
    row('an edit of 1 figure until the server answers with it', seen, limits.edit),
  ];
}

/** Figures of one county, as it would correct a form: each time others than before. */
function editedRows(count: number, run: number) {
  const territory = counties[run] ?? '';
  return Array.from({ length: count }, (_, at) => ({
    territory,
    indicator: indicators[at * 2 + 1] ?? '',
    period: 202000,
    breakdown: '',
    value: `${1000 + run}.${count}`,
    absence: null,
    status: 'final' as const,
    source: benchSource,
    note: null,
    place: { line: at + 1 },
  }));
}

/** Twenty indicators, others each time. */
function indicatorsFrom(run: number): readonly string[] {
  return Array.from(
    { length: 20 },
    (_, at) => indicators[(run * 4 + at * 11) % indicators.length] ?? '',
  );
}

async function ask(
  app: Hono,
  places: readonly string[],
  of: readonly string[],
  more: { readonly asOf?: string } = {},
): Promise<string> {
  const input = { t: places.join(','), i: of.join(','), p: years, ...more };
  return await get(app, addressOf(statisticsPaths.series, input));
}

async function get(app: Hono, address: string): Promise<string> {
  const response = await app.request(address);
  const text = await response.text();
  if (response.status !== 200) throw new Error(`${address}: ${response.status} ${text}`);
  return text;
}

/** Median and p95; the limit holds for p95. */
function rowsOf(name: string, times: readonly number[], limit: number): BenchRow[] {
  return [
    { name: `${name}, median`, value: quantileOf(times, 0.5), unit: 'ms', limit: null },
    { name: `${name}, p95`, value: quantileOf(times, 0.95), unit: 'ms', limit },
  ];
}

function row(name: string, times: readonly number[], limit: number | null): BenchRow {
  return { name, value: quantileOf(times, 0.5), unit: 'ms', limit };
}
