import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { periodNumber } from '../../src/domain/period.ts';
import { conversionExponent, shifted } from '../../src/domain/unit-of-measure.ts';
import { doubtsOf, type PlaceSeries } from '../../src/statistics/doubts.ts';
import { readStatisticsFolder } from '../../src/store/statistics-folder.ts';

const root = join(import.meta.dirname, '..', '..');
const shipped = join(root, 'plans/xingbian-2016-2020');

interface Reviewed {
  readonly at: string;
  readonly codes: readonly string[];
  readonly judged: 'known' | 'flagged' | 'odd' | 'plausible';
}

const { doubts: reviewed } = parseYaml(
  readFileSync(join(root, 'test/cases/doubts/shipped.yaml'), 'utf8'),
) as { doubts: Reviewed[] };

/** `territory indicator period` → codes, of every doubt about a shipped figure. */
const found = new Map<string, readonly string[]>();
let figures = 0;
/** `territory indicator period` of figures that their source itself marks. */
const marked = new Set<string>();

beforeAll(async () => {
  const folder = await readStatisticsFolder(shipped);
  const indicators = new Map(folder?.indicators?.indicators.map((item) => [item.id, item]));
  const places = new Map<string, Map<string, { period: number; value: number }[]>>();
  for (const { file } of folder?.datasets ?? [])
    for (const row of rowsOf(file)) {
      const unit = indicators.get(row.indicator)?.unit ?? row.unit;
      const value = Number(shifted(row.value, conversionExponent(row.unit, unit) ?? 0));
      const series = places.get(row.territory) ?? new Map();
      places.set(row.territory, series);
      const points = series.get(row.indicator) ?? [];
      series.set(row.indicator, [...points, { period: periodNumber(row.period) ?? 0, value }]);
      figures++;
      if (row.note.startsWith('flag: '))
        marked.add(`${row.territory} ${row.indicator} ${row.period}`);
    }
  for (const [territory, series] of places)
    for (const item of doubtsOf([...series].map(seriesOf), indicators))
      found.set(
        `${territory} ${item.indicator} ${item.period / 100}`,
        [...new Set(item.doubts.map(({ code }) => code))].sort(),
      );
});

describe('the shipped figures', () => {
  test('have the doubts that were read and judged, and no others', () => {
    const listed = new Map(reviewed.map(({ at, codes }) => [at, codes]));
    expect([...found].filter(([at]) => !listed.has(at))).toEqual([]);
    expect(reviewed.filter(({ at }) => !found.has(at))).toEqual([]);
    for (const { at, codes } of reviewed) expect([at, found.get(at)]).toEqual([at, codes]);
  });

  // What those who gathered the figures list as wrong.
  test.each([
    ['451026 general-budget-revenue 2020', 'repeated'],
    ['451026 general-budget-expenditure 2020', 'repeated'],
    ['451423 general-budget-revenue 2020', 'repeated'],
    ['451423 general-budget-expenditure 2020', 'repeated'],
    ['451026 urban-disposable-income 2011', 'out-of-line'],
    ['451026 rural-net-income 2011', 'out-of-line'],
    ['451026 mobile-users 2011', 'out-of-line'],
    ['451026 highway-length 2017', 'out-of-line'],
    ['451026 savings-deposits 2014', 'exceeds-whole'],
    ['451423 savings-deposits 2014', 'exceeds-whole'],
    ['150929 fixed-phone-users 2021', 'magnitude'],
    ['230422 registered-population 2021', 'out-of-line'],
    ['230524 registered-population 2021', 'out-of-line'],
    ['230881 registered-population 2021', 'out-of-line'],
    ['230883 registered-population 2021', 'out-of-line'],
    ['530826 gdp 2019', 'out-of-line'],
    ['530829 gdp 2019', 'out-of-line'],
    ['540530 piped-water-share 2020', 'against-others'],
  ])('%s: %s', (at, code) => {
    expect(found.get(at)).toContain(code);
  });

  test('are in doubt rarely, and mostly with reason', () => {
    const plausible = reviewed.filter(({ judged }) => judged === 'plausible').length;
    const listed = reviewed.filter(({ judged }) => judged === 'known' || judged === 'flagged');
    expect((found.size - listed.length) / figures).toBeLessThan(0.021);
    expect(plausible / found.size).toBeLessThan(0.17);
  });

  test('are counted in the documentation, those that only their source marks apart', () => {
    const only = [...marked].filter((at) => !found.has(at)).length;
    const pages = readFileSync(join(root, 'docs/doubts.md'), 'utf8');
    expect(pages).toContain(
      `${figures.toLocaleString('en')} figures with a value. The rules put ${found.size} in doubt; ` +
        `${only} more are in doubt only because their source marks them, so that the product shows ` +
        `${found.size + only}.`,
    );
  });
});

interface Row {
  readonly territory: string;
  readonly indicator: string;
  readonly period: string;
  readonly breakdown: string;
  readonly value: string;
  readonly unit: string;
  readonly note: string;
}

function rowsOf(file: string): Row[] {
  const rows = parse<Row>(readFileSync(join(shipped, 'data', file), 'utf8'), { columns: true });
  return rows.filter(({ value, breakdown }) => value !== '' && breakdown === '');
}

function seriesOf([indicator, points]: [string, PlaceSeries['points']]): PlaceSeries {
  return { indicator, breakdown: '', points: points.toSorted((a, b) => a.period - b.period) };
}
