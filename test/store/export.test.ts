import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { writeDataPackage } from '../../src/exchange/data-package.ts';
import { writeJsonStat } from '../../src/exchange/json-stat.ts';
import { basePackage, type ExportedBase } from '../../src/statistics/export/base-package.ts';
import { baseCells, baseCube } from '../../src/statistics/export/cubes.ts';
import type { ExportedObservation } from '../../src/statistics/export/observation-rows.ts';
import { buildPlaces } from '../../src/statistics/places.ts';
import type { Store } from '../../src/store/open-store.ts';
import {
  type ExportFilter,
  type ExportState,
  exportObservations,
} from '../../src/store/statistics/export-observations.ts';
import { exportExtent, exportOrigins } from '../../src/store/statistics/export-sources.ts';
import { loadStatistics } from '../../src/store/statistics/load-statistics.ts';
import { publish } from '../../src/store/statistics/publish.ts';
import type { StagedObservation } from '../../src/store/statistics/stage-lines.ts';
import { gathered, gatheredText } from '../exchange/gathered.ts';
import { jsonStatFaults } from '../exchange/json-stat-faults.ts';
import { packageFaults } from '../exchange/package-faults.ts';
import { exampleIndicators, exampleRegister, observed } from './example-statistics.ts';
import { exampleStore } from './example-store.ts';
import { tempFolder } from './temp-folder.ts';

const plan = 'example';
const register = exampleRegister();
const { indicators } = exampleIndicators();
const storeOf = exampleStore();
let store: Store;
let first = 0;
let second = 0;

beforeAll(async () => {
  store = storeOf();
  await loadStatistics(store.writer, plan, { register, indicators: exampleIndicators() });
  first = await send(firstFile);
  second = await send(secondFile);
}, 60_000);

const firstFile = [
  observed('a1', 'population', '2010', '12345678901234567.25', { source: '=甲年鉴' }),
  observed('a1', 'gdp', '2010', '5', { status: 'provisional', note: '-注' }),
  observed('a2', 'population', '2010', null, { absence: 'suppressed', source: '乙年鉴' }),
  observed('a1', 'population', '2010', '50', { breakdown: 'sex=F', source: '=甲年鉴' }),
];
const secondFile = [observed('a1', 'gdp', '2010', '6.50'), observed('b1', 'gdp', '2011-Q3', '0')];

async function send(observations: readonly StagedObservation[]): Promise<number> {
  const { summary } = await publish(store.writer, plan, {
    kind: 'import',
    file: '一.csv',
    fileHash: () => 'hash',
    dataset: {
      title: { zh: '甲', en: 'A' },
      source: '某局',
      licence: 'CC-BY-4.0',
      enclosed: 'excluded',
    },
    batches: (async function* () {
      yield { observations, findings: [] };
    })(),
    dryRun: false,
  });
  return summary.number ?? 0;
}

function stateOf(number: number): ExportState {
  return {
    db: store.server,
    plan,
    number,
    places: buildPlaces(register),
    indicators: new Map(indicators.map((item) => [item.id, item])),
  };
}

async function exported(number: number, filter: ExportFilter = {}) {
  const found: ExportedObservation[] = [];
  for await (const item of exportObservations(stateOf(number), filter)) found.push(item);
  return found;
}

const brief = (item: ExportedObservation) =>
  [item.territory, item.indicator, item.period, item.breakdown, item.value ?? item.absence].join(
    ' ',
  );

describe('observations of a state', () => {
  test('are the latest of each figure, with everything about them', async () => {
    const all = await exported(second);
    expect(all.map(brief)).toEqual([
      'a1 population 2010  12345678901234567.25',
      'a1 population 2010 sex=F 50',
      'a1 gdp 2010  6.50',
      'a2 population 2010  suppressed',
      'b1 gdp 2011-Q3  0',
    ]);
    expect(all[0]).toEqual({
      territory: 'a1',
      name: 'a1',
      indicator: 'population',
      period: '2010',
      breakdown: '',
      value: '12345678901234567.25',
      absence: null,
      unit: '人',
      status: 'final',
      source: '=甲年鉴',
      note: null,
      enclosed: 'excluded',
      doubts: [],
      number: first,
      recorded: expect.stringMatching(/^\d{4}-.*Z$/),
    });
  });

  test('of an earlier state stay what they were', async () => {
    const before = await exported(first);
    expect(before.map(brief)).toContain('a1 gdp 2010  5');
    expect(before).toHaveLength(4);
    expect(await exported(0)).toEqual([]);
  });

  test('are narrowed by places, indicators, periods and to the whole', async () => {
    expect((await exported(second, { territories: ['b1', 'nowhere'] })).map(brief)).toEqual([
      'b1 gdp 2011-Q3  0',
    ]);
    const whole = await exported(second, {
      indicators: ['population'],
      periods: [201000],
      whole: true,
    });
    expect(whole.map(brief)).toEqual([
      'a1 population 2010  12345678901234567.25',
      'a2 population 2010  suppressed',
    ]);
  });

  test('carry the doubts that were there at that number', async () => {
    await store.writer.query(
      `insert into xingbian.doubt (territory, indicator, period, number, breakdown, doubts)
        select t.key, i.key, 201000, given.number, '', given.doubts
        from xingbian.territory t, xingbian.indicator i,
          (values ($1::int, '[{"code":"repeated","params":{}}]'::jsonb), ($2, '[]')) given (number, doubts)
        where t.id = 'a1' and i.id = 'population'`,
      [first, second],
    );
    const doubts = async (number: number) => (await exported(number))[0]?.doubts;
    expect(await doubts(first)).toEqual([{ code: 'repeated', params: {} }]);
    expect(await doubts(second)).toEqual([]);
  });
});

async function base(number: number): Promise<ExportedBase> {
  const state = stateOf(number);
  return {
    plan: { id: plan, title: { zh: '示例', en: 'Example' } },
    instant: { number, recorded: '2026-01-02T03:04:05.678Z' },
    places: state.places,
    indicators,
    ...(await exportOrigins(state)),
    observations: () => exportObservations(state),
  };
}

describe('the base', () => {
  test('as a package is valid by the tools of its format', async () => {
    const file = join(tempFolder(), 'base.zip');
    writeFileSync(file, await gathered(writeDataPackage(basePackage(await base(second), 'zh'))));
    expect(await packageFaults(file)).toEqual([]);
  });

  test('as a package has equal bytes each time, in either language', async () => {
    for (const language of ['zh', 'en'] as const) {
      const write = async () =>
        gathered(writeDataPackage(basePackage(await base(first), language)));
      expect(Buffer.from(await write()).equals(await write())).toBe(true);
    }
  });

  test('names sources with their licences, of the state and before it only', async () => {
    const { sources, publications } = await base(first);
    expect(sources.map((item) => [item.source, item.enclosed, item.licence])).toEqual([
      ['=甲年鉴', 'excluded', 'CC-BY-4.0'],
      ['made for a test', 'excluded', 'CC-BY-4.0'],
      ['乙年鉴', 'excluded', 'CC-BY-4.0'],
    ]);
    expect(publications.map((item) => item.number)).toEqual([first]);
  });

  test('as JSON-stat keeps the rules of the format, and every figure', async () => {
    const told = await base(second);
    const extent = await exportExtent(stateOf(second));
    const text = await gatheredText(
      writeJsonStat(baseCube(told, extent, 'zh'), () => baseCells(told, extent)),
    );
    const cube = JSON.parse(text);
    expect(jsonStatFaults(cube)).toEqual([]);
    expect(cube.size).toEqual([3, 2, 2, 2]);
    expect(text).toContain('12345678901234567.25');
    expect(Object.values(cube.value)).toHaveLength(4);
    expect(Object.values(cube.status)).toEqual(['suppressed']);
  });

  test('is read a batch at a time, none lost between two', async () => {
    const periods = Array.from({ length: 1_200 }, (_, n) => 1_000 + n);
    const many = ['a1', 'a2', 'a3', 'b1', 'b2'].flatMap((territory) =>
      periods.flatMap((year) => [
        observed(territory, 'schooling', String(year), `${year}.5`),
        observed(territory, 'water', String(year), `${year % 100}`),
      ]),
    );
    const third = await send(many);
    const found = await exported(third, { indicators: ['schooling', 'water'] });
    expect(found).toHaveLength(12_000);
    expect(new Set(found.map(brief)).size).toBe(12_000);
  });
});
