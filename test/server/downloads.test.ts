import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Hono } from 'hono';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addressOf } from '../../src/api/endpoint.ts';
import { downloadPaths } from '../../src/api/paths.ts';
import { usualAccountSettings } from '../../src/server/account-settings.ts';
import { createApp } from '../../src/server/app.ts';
import { type Listening, listen } from '../../src/server/listen.ts';
import type { Store } from '../../src/store/open-store.ts';
import { loadStatistics } from '../../src/store/statistics/load-statistics.ts';
import { jsonStatFaults } from '../exchange/json-stat-faults.ts';
import { packageFaults } from '../exchange/package-faults.ts';
import { exampleIndicators, exampleRegister, observed } from '../store/example-statistics.ts';
import { exampleStore } from '../store/example-store.ts';
import { send } from '../store/statistics-base.ts';
import { tempFolder } from '../store/temp-folder.ts';

const plan = 'example';
const indicators = exampleIndicators();
const stops: (() => Promise<unknown>)[] = [];
const logged: string[] = [];
const storeOf = exampleStore();
let store: Store;
let app: Hono;
let listening: Listening;
let first = 0;
let second = 0;

beforeAll(async () => {
  store = storeOf();
  await loadStatistics(store.writer, plan, { register: exampleRegister(), indicators });
  first = (await send(store, plan, before, { indicators, enclosed: 'excluded' })) ?? 0;
  second = (await send(store, plan, after, { indicators, enclosed: 'excluded' })) ?? 0;
  app = createApp({
    db: store.server,
    store,
    accounts: usualAccountSettings,
    plan,
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
  expect(logged).toEqual([]);
});

const before = [
  observed('a1', 'population', '2015', '1000.50', { source: '=甲年鉴', note: '-注' }),
  observed('a2', 'population', '2015', '3000', { status: 'estimated' }),
  observed('a3', 'population', '2015', null, { absence: 'suppressed' }),
  observed('a1', 'gdp', '2015', '10'),
  observed('a1', 'gdp', '2016', '11'),
];
const after = [
  observed('a3', 'population', '2015', '500'),
  observed('b1', 'population', '2015', '7'),
];

const question = { t: 'a1,a3,edge@A,edge', i: 'population,gdp-growth', p: '2015,2016' };

async function get(name: keyof typeof downloadPaths, input: Record<string, string> = {}) {
  return await app.request(addressOf(downloadPaths[name], input));
}

async function csvRows(response: Response): Promise<Record<string, string>[]> {
  expect(response.status).toBe(200);
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await response.arrayBuffer());
  expect(text.startsWith('\uFEFF')).toBe(true);
  return parse(text, { bom: true, columns: true });
}

const only = (row: Record<string, string> | undefined, ...keys: string[]) =>
  Object.fromEntries(keys.map((key) => [key, row?.[key]]));

describe('figures of a question', () => {
  test('as CSV: values to the last digit, sources, status, coverage', async () => {
    const response = await get('seriesCsv', question);
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(response.headers.get('content-disposition')).toContain(`example-figures-${second}.csv`);
    const rows = await csvRows(response);
    const at = (territory: string, indicator = 'population', period = '2015') =>
      rows.find(
        (row) =>
          row.territory === territory && row.indicator === indicator && row.period === period,
      );
    expect(at('a1')).toMatchObject({
      value: '1000.50',
      unit: '人',
      status: 'final',
      source: "'=甲年鉴",
      note: "'-注",
      enclosed: 'excluded',
      number: String(first),
      origin: 'reported',
      basis: 'reported',
    });
    expect(at('a3')).toMatchObject({ value: '500', number: String(second) });
    expect(at('edge@A')).toMatchObject({
      value: '4500.5',
      status: 'estimated',
      origin: 'computed',
      source: '',
      present: '3',
      expected: '3',
      withheld: '',
    });
    expect(at('a1', 'gdp-growth', '2016')).toMatchObject({ origin: 'computed', source: '' });
  });

  test('never puts a partial sum in the column of values', async () => {
    const rows = await csvRows(await get('seriesCsv', question));
    const whole = rows.find((row) => row.territory === 'edge' && row.indicator === 'population');
    expect(only(whole, 'value', 'withheld', 'present', 'expected', 'partial_sum')).toEqual({
      value: '',
      withheld: 'partial',
      present: '4',
      expected: '5',
      partial_sum: '4507.5',
    });
  });

  test('of a past publication are those of that time', async () => {
    const rows = await csvRows(await get('seriesCsv', { ...question, asOf: String(first) }));
    const a3 = rows.find((row) => row.territory === 'a3');
    expect(only(a3, 'value', 'absence')).toEqual({ value: '', absence: 'suppressed' });
  });

  test('as XLSX: the page’s table, one a row, definitions, sources, notes', async () => {
    const response = await get('seriesXlsx', { ...question, lang: 'zh' });
    const book = await readXlsx(new Uint8Array(await response.arrayBuffer()));
    expect(book.sheets.map((sheet) => sheet.name)).toEqual([
      '数据',
      '明细',
      '指标',
      '来源',
      '发布',
      '说明',
    ]);
    const [wide] = book.sheets;
    expect(wide?.rows[1]?.slice(0, 3)).toEqual(['地区代码', '地区', 'population（人）\n2015']);
    expect(wide?.rows[2]?.slice(0, 3)).toEqual(['a1', 'a1', 1000.5]);
    const whole = wide?.rows.find((row) => row[0] === 'edge');
    expect(whole?.[2]).toBeNull();
    expect(whole?.at(-1)).toContain('覆盖不全，不合计 待核实'.slice(0, 8));
    expect(whole?.at(-1)).toContain('4/5');
    const notes = book.sheets.at(-1)?.rows.flat().join('\n');
    expect(notes).toContain(`第 ${second} 次发布`);
    expect(notes).toContain('许可');
  });

  test('as JSON-stat keep the rules of the format', async () => {
    const response = await get('seriesJsonStat', question);
    const cube = await response.json();
    expect(jsonStatFaults(cube)).toEqual([]);
    expect(cube.size).toEqual([4, 2, 2]);
    expect(cube.value[0]).toBe(1000.5);
    const edge = 3 * 4;
    expect(cube.value[edge]).toBeUndefined();
    expect(cube.status[edge]).toContain('partial');
    expect(cube.extension.coverage[edge]).toEqual([4, 5]);
    expect(cube.extension.sources[cube.extension.source[0]]).toBe('=甲年鉴');
    expect(cube.extension.instant.number).toBe(second);
  });

  test.each(['zh', 'en'])(
    'as a package are valid by the tools of the format (%s)',
    async (lang) => {
      const file = join(tempFolder(), 'figures.zip');
      const response = await get('seriesPackage', { ...question, lang });
      writeFileSync(file, Buffer.from(await response.arrayBuffer()));
      expect(await packageFaults(file)).toEqual([]);
    },
  );

  test('that cannot be are refused before the first byte', async () => {
    const response = await get('seriesXlsx', { ...question, t: 'nowhere' });
    expect([response.status, (await response.json()).error.code]).toEqual([404, 'place-unknown']);
    const ahead = await get('baseCsv', { asOf: '999' });
    expect((await ahead.json()).error.code).toBe('as-of-ahead');
    const refused = await get('seriesCsv', { t: 'a1' });
    expect((await refused.json()).error.code).toBe('input-invalid');
  });
});

describe('the base', () => {
  test('as CSV has the canonical head and every figure once', async () => {
    const rows = await csvRows(await get('baseCsv'));
    expect(
      Object.keys(rows[0] ?? {})
        .slice(0, 11)
        .join(),
    ).toBe('territory,name,indicator,period,breakdown,value,absence,unit,status,source,note');
    expect(rows).toHaveLength(6);
    expect(await csvRows(await get('baseCsv', { asOf: String(first) }))).toHaveLength(5);
  });

  test('as a package is valid by the tools of the format', async () => {
    const file = join(tempFolder(), 'base.zip');
    const response = await get('basePackage', { lang: 'en' });
    writeFileSync(file, Buffer.from(await response.arrayBuffer()));
    expect(await packageFaults(file)).toEqual([]);
  });

  test('goes compressed over the wire, and may be broken off', async () => {
    const url = new URL(downloadPaths.baseCsv, listening.address);
    const whole = await fetch(url, { headers: { 'accept-encoding': 'gzip' } });
    expect(whole.headers.get('content-encoding')).toBe('gzip');
    expect((await whole.text()).split('\r\n')).toHaveLength(8);
    const head = await fetch(url, { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
    const broken = new AbortController();
    const begun = await fetch(url, { signal: broken.signal });
    broken.abort();
    await expect(begun.text()).rejects.toThrow();
    expect((await fetch(url)).status).toBe(200);
  });
});
