import JSONstat from 'jsonstat-toolkit';
import { describe, expect, test } from 'vitest';
import type { CubeCell, DataCube } from '../../src/domain/data-cube.ts';
import { writeJsonStat } from '../../src/exchange/json-stat.ts';
import { drained, gatheredText } from './gathered.ts';
import { jsonStatFaults } from './json-stat-faults.ts';

const head: DataCube = {
  label: '示例',
  source: '甲年鉴；乙年鉴',
  updated: '2026-01-02T03:04:05.678Z',
  note: ['说明'],
  dimensions: [
    {
      id: 'territory',
      label: '地区',
      role: 'geo',
      categories: [
        { id: '1', label: '甲县' },
        { id: '2', label: '乙县' },
      ],
    },
    {
      id: 'indicator',
      label: '指标',
      role: 'metric',
      categories: [{ id: 'gdp', label: '产值', unit: { label: '万元', decimals: 0 } }],
    },
    {
      id: 'period',
      label: '时期',
      role: 'time',
      categories: ['2018', '2019', '2020'].map((id) => ({ id, label: id })),
    },
  ],
  extension: { sources: ['甲年鉴', '乙年鉴'], instant: { number: 3 } },
};

const cells: CubeCell[] = [
  { position: [0, 0, 0], value: '1234567890123456.25', status: null, source: 0, coverage: null },
  { position: [0, 0, 2], value: null, status: 'missing', source: 1, coverage: null },
  { position: [1, 0, 1], value: 0, status: 'estimated', source: 0, coverage: [12, 20] },
];

async function written(list: readonly CubeCell[]) {
  return await gatheredText(writeJsonStat(head, () => list));
}

describe('writeJsonStat', () => {
  test('is what the published format says', async () => {
    const text = await written(cells);
    expect(jsonStatFaults(JSON.parse(text))).toEqual([]);
    expect(text).toContain('"value":{"0":1234567890123456.25,"4":0}');
    expect(JSON.parse(text)).toMatchObject({
      size: [2, 1, 3],
      status: { 2: 'missing', 4: 'estimated' },
      extension: {
        instant: { number: 3 },
        source: { 0: 0, 2: 1, 4: 0 },
        coverage: { 4: [12, 20] },
      },
    });
  });

  test('is read by the reader of the format’s author', async () => {
    const read = JSONstat(JSON.parse(await written(cells)));
    expect([read.class, read.n, read.label]).toEqual(['dataset', 6, '示例']);
    expect(read.role).toMatchObject({
      geo: ['territory'],
      time: ['period'],
      metric: ['indicator'],
    });
    expect(read.Data({ territory: '2', indicator: 'gdp', period: '2019' })).toEqual({
      value: 0,
      status: 'estimated',
    });
    expect(read.Data({ territory: '1', period: '2020' })).toMatchObject({ status: 'missing' });
    expect(read.Dimension('indicator').Category('gdp').unit).toEqual({
      label: '万元',
      decimals: 0,
    });
  });

  test('is one of an empty cube too', async () => {
    const dimensions = head.dimensions.map((item) => ({ ...item, categories: [] }));
    const text = await gatheredText(
      writeJsonStat({ ...head, dimensions, extension: {} }, () => []),
    );
    expect(jsonStatFaults(JSON.parse(text))).toEqual([]);
  });

  test.each([[[2, 0, 0]], [[0, 0, -1]], [[0, 0]]])('throws on a cell at %j', async (position) => {
    const cell: CubeCell = { position, value: 1, status: null, source: null, coverage: null };
    await expect(written([cell])).rejects.toThrow(RangeError);
  });

  test('throws on what is no number', async () => {
    for (const value of [Number.NaN, '1e5', 'x']) {
      const cell = { position: [0, 0, 0], value, status: null, source: null, coverage: null };
      await expect(written([cell])).rejects.toThrow(TypeError);
    }
  });

  test('takes no more memory for more cells', async () => {
    const many = Array.from({ length: 1_000 }, (_, n) => ({ id: `${n}`, label: `${n}` }));
    const dimensions = head.dimensions.map((item) =>
      item.role === 'metric' ? item : { ...item, categories: many },
    );
    function* all(): Generator<CubeCell> {
      for (let n = 0; n < 1_000_000; n++) {
        const position = [Math.floor(n / 1_000), 0, n % 1_000];
        yield { position, value: `${n}.5`, status: 'provisional', source: 0, coverage: null };
      }
    }
    await drained(writeJsonStat({ ...head, dimensions }, () => []));
    const { bytes, megabytes } = await drained(writeJsonStat({ ...head, dimensions }, all));
    expect(bytes).toBeGreaterThan(50_000_000);
    expect(megabytes).toBeLessThan(110);
  }, 60_000);
});
