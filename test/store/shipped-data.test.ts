import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, test } from 'vitest';
import { ObservationStatus } from '../../src/domain/observation.ts';
import { periodNumber } from '../../src/domain/period.ts';
import { conversionExponent, shifted } from '../../src/domain/unit-of-measure.ts';
import { readStatisticsFolder, type StatisticsFolder } from '../../src/store/statistics-folder.ts';

const shipped = join(import.meta.dirname, '..', '..', 'plans/xingbian-2016-2020');

interface Row {
  readonly territory: string;
  readonly name: string;
  readonly indicator: string;
  readonly period: string;
  readonly breakdown: string;
  readonly value: string;
  readonly absence: string;
  readonly unit: string;
  readonly status: string;
  readonly source: string;
  readonly note: string;
}

let statistics: StatisticsFolder;
let rows: readonly Row[];
let border: ReadonlySet<string>;

beforeAll(async () => {
  const read = await readStatisticsFolder(shipped);
  if (!read) throw new Error('the shipped plan has no statistics');
  statistics = read;
  rows = read.datasets.flatMap(({ file }) =>
    parse<Row>(readFileSync(join(shipped, 'data', file), 'utf8'), { columns: true }),
  );
  border = new Set(
    read.register?.members
      .filter((item) => item.group === 'border-county')
      .map((item) => item.territory),
  );
});

describe('every shipped row', () => {
  test('is of a place, an indicator, a period and a unit that are known, and has a source', () => {
    const places = new Map(statistics.register?.territories.map((item) => [item.id, item.name]));
    const indicators = new Map(statistics.indicators?.indicators.map((item) => [item.id, item]));
    const wrong = rows.filter((row) => {
      const indicator = indicators.get(row.indicator);
      return (
        places.get(row.territory) !== row.name ||
        !indicator?.aggregation ||
        periodNumber(row.period) === null ||
        conversionExponent(row.unit, indicator.unit) === null ||
        !ObservationStatus.safeParse(row.status).success ||
        !/^-?\d+(\.\d+)?$/.test(row.value) ||
        row.absence !== '' ||
        row.source === ''
      );
    });
    expect(wrong).toEqual([]);
    expect(rows.length).toBe(3306 + 5931 + 58 + 140);
  });

  test('lies within the range of its indicator', () => {
    const indicators = new Map(statistics.indicators?.indicators.map((item) => [item.id, item]));
    const outside = rows.filter((row) => {
      const indicator = indicators.get(row.indicator);
      const value = Number(
        shifted(row.value, conversionExponent(row.unit, indicator?.unit ?? '') ?? 0),
      );
      const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } =
        indicator?.range ?? {};
      return value < min || value > max;
    });
    expect(outside).toEqual([]);
  });

  test('stands once', () => {
    const keys = rows.map((row) => [row.territory, row.indicator, row.period].join(' '));
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe('coverage is what the sources give', () => {
  /** Border counties with a figure ever, and with one in both 2015 and 2020. */
  function covered(indicator: string): [number, number] {
    const periods = new Map<string, Set<string>>();
    for (const row of rows)
      if (row.indicator === indicator && border.has(row.territory))
        periods.set(row.territory, (periods.get(row.territory) ?? new Set()).add(row.period));
    const both = [...periods.values()].filter((held) => held.has('2015') && held.has('2020'));
    return [periods.size, both.length];
  }

  test.each<[string, number, number]>([
    ['gdp', 52, 47],
    ['rural-disposable-income', 32, 4],
    ['urban-disposable-income', 34, 8],
    ['general-budget-revenue', 63, 37],
    ['registered-population', 69, 56],
    ['population', 140, 0],
  ])('%s: %i counties ever, %i at both ends', (indicator, ever, both) => {
    expect(covered(indicator)).toEqual([ever, both]);
  });

  test('of 西藏 four counties have a domestic product, for 2010 alone', () => {
    const tibet = rows.filter(
      (row) => row.indicator === 'gdp' && /^54(?!0000)/.test(row.territory),
    );
    expect(tibet.map((row) => `${row.territory} ${row.period}`).sort()).toEqual([
      '542521 2010',
      '542522 2010',
      '542523 2010',
      '542524 2010',
    ]);
  });

  test('the border counties of 2020 hold 22.4 million people', () => {
    const people = rows
      .filter((row) => row.indicator === 'population' && row.period === '2020')
      .filter((row) => border.has(row.territory))
      .reduce((sum, row) => sum + Number(row.value), 0);
    expect(people).toBe(22_448_486);
  });
});

test('what is known to look wrong is shipped as it was found, for the checks to find', () => {
  const value = (territory: string, indicator: string, period: string) =>
    rows.find(
      (row) => row.territory === territory && row.indicator === indicator && row.period === period,
    )?.value;
  expect(value('451026', 'general-budget-revenue', '2020')).toBe(
    value('451026', 'general-budget-revenue', '2019'),
  );
  expect(Number(value('451026', 'savings-deposits', '2014'))).toBeGreaterThan(
    Number(value('451026', 'deposits', '2014')),
  );
  expect(rows.filter((row) => row.note.startsWith('flag: ')).length).toBeGreaterThan(50);
});
