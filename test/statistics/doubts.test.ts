import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Indicator } from '../../src/domain/indicator.ts';
import { periodNumber } from '../../src/domain/period.ts';
import { doubtsOf, type FoundDoubt, type PlaceSeries } from '../../src/statistics/doubts.ts';

/**
 * Figures of real places are those of the county yearbooks as extracted by Clebeech/ds_project
 * @39c1348 and @58576a2, and of the censuses of 2010 and 2020 by leiii/census @0ba0f1e: the figures
 * shipped with the plan. The others are of no place.
 */
const indicators = new Map(
  [
    indicatorWith({ id: 'revenue', unit: '万元' }),
    indicatorWith({ id: 'income', unit: '元' }),
    indicatorWith({ id: 'gdp', unit: '万元', breaks: ['2019'] }),
    indicatorWith({ id: 'sector', unit: '万元', breaks: ['2019'], partOf: 'gdp' }),
    indicatorWith({ id: 'registered', unit: '人', timing: 'level' }),
    indicatorWith({ id: 'deposits', unit: '亿元', timing: 'level' }),
    indicatorWith({ id: 'savings', unit: '亿元', timing: 'level', partOf: 'deposits' }),
    indicatorWith({ id: 'loans', unit: '亿元', timing: 'level' }),
    indicatorWith({ id: 'highway', unit: '公里', timing: 'level' }),
    indicatorWith({ id: 'phones', unit: '万户', timing: 'level' }),
    indicatorWith({ id: 'piped-water', unit: '%', timing: 'level' }),
    indicatorWith({ id: 'kitchen', unit: '%', timing: 'level' }),
    indicatorWith({ id: 'toilet', unit: '%', timing: 'level' }),
    indicatorWith({ id: 'poverty-rate', unit: '%', timing: 'level', direction: 'down' }),
    indicatorWith({ id: 'day', unit: '日期' }),
  ].map((item) => [item.id, item]),
);

describe('repeated', () => {
  test.each([
    ['revenue', 16, [20392, 22660, null, 30199, 30199, 25936], [2020]],
    // 龙州县, 大新县: whole 2019 copied.
    ['revenue', 16, [47534, 31738, null, 29033, 29033, 29986], [2020]],
    ['loans', 10, [10.17, 10.17, 13.26, 16.19, 17.97, 20.87], [2011]],
  ])('a copied year of %s from %d on', (indicator, from, values, years) => {
    expect(doubted(indicator, yearly(from, values), 'repeated')).toEqual(years);
  });

  test.each([
    // A road network may stand still: 四子王旗 2017–2020.
    ['highway', [2524, 2614, 2561, 2561, 2561, 2719]],
    // Rounded to 万: the figure is known to no more than it repeats.
    ['registered', [20000, 20000, 30000, 30000, 40000, 40000]],
    // A standard that is set for years on end.
    ['income', [1620, 1620, 1620, 1980, 1980, 1980]],
    // Chance, in steps of a tenth.
    ['poverty-rate', [6.1, 6.4, 6.4, 6.2, 5.9]],
    ['revenue', [0, 0, 0]],
  ])('not where %s stands still by nature', (indicator, values) => {
    expect(doubted(indicator, yearly(10, values))).toEqual([]);
  });
});

describe('exceeds-whole', () => {
  test('both the part and the whole are asked about', () => {
    // 那坡县, 2014.
    const found = doubtsOf(
      [
        series('savings', yearly(13, [16.83, 33.36, 22.63])),
        series('deposits', yearly(13, [28.99, 19.73, 37.03])),
      ],
      indicators,
    );
    expect(codes(found)).toMatchObject([
      ['savings', 2014, expect.arrayContaining(['exceeds-whole'])],
      ['deposits', 2014, expect.arrayContaining(['exceeds-whole'])],
    ]);
  });

  test('not a part that is the whole but for rounding, nor another breakdown', () => {
    const part = series('savings', yearly(13, [10.01, 11, 12]));
    const whole = series('deposits', yearly(13, [10, 11, 12]));
    expect(doubtsOf([part, whole], indicators)).toEqual([]);
    expect(doubtsOf([part, { ...whole, breakdown: 'sex=F' }], indicators)).toEqual([]);
  });
});

describe('magnitude', () => {
  test.each([
    // 四子王旗: 万户 until 2018, another unit in 2021.
    ['phones', 17, [0.46, 0.8, null, null, 155196], 2021, 5],
    // 察布查尔锡伯自治县: a point slipped in 2017.
    ['loans', 14, [20.1, 20.89, 22.29, 2.61, null, 33.62, 40.83], 2017, -1],
    ['revenue', 14, [4100, 4300, 4500, 47000000, 4900, 5100], 2017, 4],
  ])('%s from %d on', (indicator, from, values, year, power) => {
    const found = doubtsOf([series(indicator, yearly(from, values))], indicators);
    expect(found).toMatchObject([
      { period: year * 100, doubts: [{ code: 'magnitude', params: { power } }] },
    ]);
  });
});

describe('out-of-line', () => {
  const growing = [12314, 13500, 14852, 16456, 18118, 19658, 21611, 23318];
  test.each([
    // 那坡县: urban income, rural net income, mobile phones, highways.
    ['income', 10, [12314, 19253, 14852.16, 16456, 18118, 19658, 21611], 2011],
    ['income', 10, [2598.65, 13266, 3558.61, 4025, 4548, 4962], 2011],
    ['phones', 10, [5.34, 0.91, 5.47, 9.4, 10.4, 10.58], 2011],
    ['highway', 12, [1040.49, 1075.73, 1109.44, 1109, 1209, 333, 1220, 1235, 1226], 2017],
    // 抚远市, 同江市: registered population of 2021.
    ['registered', 16, [83800, 83300, null, null, 82200, 533000], 2021],
    ['registered', 20, [174800, 437000], 2021],
    // 阿尔山市: the first figure is that of another county.
    ['registered', 10, [317800, 48600, 48400, 48500, 48300], 2010],
    // 江城, 龙陵: beyond what the break of 2019 explains.
    ['gdp', 14, [231900, 244300, 265500, 282900, 298000, 452800, 503800], 2019],
    [
      'gdp',
      10,
      [
        275000, 359225, 428100, 495400, 562900, 619600, 681100, 763000, 826500, 1084600, 1230000,
        1390500,
      ],
      2019,
    ],
    // 芒市: a zero where a figure is missing.
    ['loans', 12, [0, 95.16, 110.99, 136.32, 139.42, 149.28], 2012],
    ['piped-water', 12, [60, 62, 35, 65, 66, 68], 2014],
  ])('%s from %d on', (indicator, from, values, year) => {
    expect(doubted(indicator, yearly(from, values), 'out-of-line')).toContain(year);
    expect(doubted(indicator, yearly(from, values)).length).toBeLessThanOrEqual(2);
  });

  test('three figures in a row that leave and come back', () => {
    // 和龙市, urban income: 2016–2018 are those of the countryside.
    const values = [14515.13, 16343, 16527, 18135, 8080, 8131, 8131, 24150];
    expect(doubted('income', yearly(12, values), 'out-of-line')).toEqual([2016, 2017, 2018]);
  });

  test.each([
    ['a revision of a tenth at a break', 'gdp', [90, 100, 110, 121, 133, 165, 181]],
    ['a sector delimited anew at a break', 'sector', [90, 100, 110, 121, 133, 240, 260]],
    ['growth that slows', 'revenue', [100, 140, 190, 240, 290, 320, 330, 335]],
    ['a budget that jumps every year', 'revenue', [100, 160, 110, 170, 120, 190, 130, 210]],
    ['figures rounded to one digit', 'registered', [20000, 30000, 20000, 30000, 26000]],
    ['amounts on both sides of zero', 'revenue', [-100, 50, -20, 4000, 1]],
    ['a share that falls to nothing in steps', 'poverty-rate', [24, 19, 14, 8, 3, 0.5, 0]],
    ['dates', 'day', [20160101, 20180101, 20200101]],
    ['zeros among small figures', 'registered', [0, 3, 4, 4, 5, 4]],
  ])('not %s', (_, indicator, values) => {
    const from = indicator === 'gdp' || indicator === 'sector' ? 14 : 10;
    expect(doubted(indicator, yearly(from, values))).toEqual([]);
  });

  test('not the step of a place that got another area, unless its unit slipped too', () => {
    const changed = { territoryChanges: [201600] };
    const smaller = [
      series('registered', yearly(12, [90100, 91200, 92300, 93400, 41100, 41200, 41300])),
    ];
    expect(doubtsOf(smaller, indicators)).not.toEqual([]);
    expect(doubtsOf(smaller, indicators, changed)).toEqual([]);
    const slipped = [series('registered', yearly(12, [90100, 91200, 92300, 93400, 41, 42, 43]))];
    expect(doubtsOf(slipped, indicators, changed)).toMatchObject([{ period: 201600 }]);
  });

  test('not the season of a year, nor totals since January', () => {
    const quarters = growing.slice(0, 4).flatMap((value, year) =>
      [0.1, 0.3, 0.55, 1].map((share, quarter) => ({
        period: periodNumber(`${2016 + year}-Q${quarter + 1}`) ?? 0,
        value: Math.round(value * share),
      })),
    );
    expect(doubtsOf([series('revenue', quarters)], indicators)).toEqual([]);
    const wrong = quarters.map((point) =>
      point.period === 201843 ? { ...point, value: point.value * 10 } : point,
    );
    expect(codes(doubtsOf([series('revenue', wrong)], indicators))).toEqual([
      ['revenue', 2018.43, ['magnitude']],
    ]);
  });
});

describe('against-others', () => {
  // 错那县, households by census.
  const water = series('piped-water', census(93.735, 41.25));
  const kitchen = series('kitchen', census(38.051, 96.458));
  const toilet = series('toilet', census(26.682, 71.458));

  test('a service households lose while they gain the others', () => {
    expect(codes(doubtsOf([water, kitchen, toilet], indicators))).toEqual([
      ['piped-water', 2020, ['against-others']],
    ]);
  });

  test('not without two others, nor where another falls as far, nor a small fall', () => {
    const falling = series('toilet', census(71.458, 26.682));
    const small = series('piped-water', census(94.006, 89.906));
    expect(doubtsOf([water, kitchen], indicators)).toEqual([]);
    expect(doubtsOf([water, kitchen, falling], indicators)).toEqual([]);
    expect(doubtsOf([small, kitchen, toilet], indicators)).toEqual([]);
  });
});

describe('all rules', () => {
  const steady = fc
    .record({
      start: fc.integer({ min: 2_000, max: 5_000_000 }),
      growth: fc.array(fc.double({ min: 0.01, max: 0.18, noNaN: true }), {
        minLength: 1,
        maxLength: 30,
      }),
    })
    .map(({ start, growth }) => grown(start, growth));
  const wild = fc.array(fc.integer({ min: 1, max: 100_000 }), { minLength: 1, maxLength: 15 });

  test('say nothing about steady growth', () => {
    fc.assert(
      fc.property(steady, (values) => {
        expect(doubted('revenue', yearly(0, values))).toEqual([]);
      }),
      { seed: 2 },
    );
  });

  test('find one figure ten times off wherever it stands between others', () => {
    const long = steady.filter((values) => values.length >= 5);
    fc.assert(
      fc.property(long, fc.nat(), (values, where) => {
        const at = 1 + (where % (values.length - 2));
        const wrong = values.with(at, (values[at] ?? 0) * 10);
        expect(doubted('revenue', yearly(0, wrong), 'magnitude')).toEqual([2000 + at]);
      }),
      { seed: 3 },
    );
  });

  test('find the same whatever the unit, and in whatever order the series come', () => {
    fc.assert(
      fc.property(wild, wild, fc.constantFrom(10, 100, 10_000), (one, other, factor) => {
        const places = (by: number) => [
          series(
            'savings',
            yearly(
              0,
              one.map((value) => value * by),
            ),
          ),
          series(
            'deposits',
            yearly(
              0,
              other.map((value) => value * by),
            ),
          ),
        ];
        const found = codes(doubtsOf(places(1), indicators));
        expect(codes(doubtsOf(places(factor), indicators))).toEqual(found);
        const turned = codes(doubtsOf(places(1).toReversed(), indicators));
        expect(sorted(turned)).toEqual(sorted(found));
      }),
      { seed: 4 },
    );
  });

  test('leave out series of unknown indicators and empty ones', () => {
    const unknown = series('unknown', yearly(10, [1, 1000, 1]));
    expect(doubtsOf([unknown, series('gdp', [])], indicators)).toEqual([]);
  });
});

interface IndicatorParts {
  readonly id: string;
  readonly unit: string;
  readonly timing?: Indicator['timing'];
  readonly direction?: Indicator['direction'];
  readonly breaks?: readonly string[];
  readonly partOf?: string;
}

function indicatorWith({ id, unit, breaks = [], partOf, ...rest }: IndicatorParts): Indicator {
  return Indicator.parse({
    ...{ id, unit, theme: 'any', name: { zh: id, en: id }, definition: { zh: id, en: id } },
    ...{ direction: 'up', digits: 0, frequency: 'year', timing: 'periodic', clauses: [] },
    source: { agency: 'any', publication: 'any' },
    standing: 'collected',
    breaks: breaks.map((period) => ({ period, note: { zh: '口径', en: 'basis' } })),
    ...(partOf ? { partOf } : {}),
    ...rest,
  });
}

function series(indicator: string, points: PlaceSeries['points']): PlaceSeries {
  return { indicator, breakdown: '', points };
}

/** Figures of the years from 20`from` on; null where there is none. */
function yearly(from: number, values: readonly (number | null)[]): PlaceSeries['points'] {
  return values.flatMap((value, at) =>
    value === null ? [] : [{ period: (2000 + from + at) * 100, value }],
  );
}

function census(before: number, after: number): PlaceSeries['points'] {
  return [
    { period: 201000, value: before },
    { period: 202000, value: after },
  ];
}

function grown(start: number, growth: readonly number[]): number[] {
  let value = start;
  return [start, ...growth.map((rate) => (value = Math.round(value * (1 + rate))))];
}

/** Years of a series that are in doubt, for any reason or one. */
function doubted(indicator: string, points: PlaceSeries['points'], code?: string): number[] {
  return doubtsOf([series(indicator, points)], indicators)
    .filter(({ doubts }) => !code || doubts.some((doubt) => doubt.code === code))
    .map(({ period }) => period / 100);
}

function codes(found: readonly FoundDoubt[]): [string, number, string[]][] {
  return found.map(({ indicator, period, doubts }) => [
    indicator,
    period / 100,
    doubts.map(({ code }) => code),
  ]);
}

function sorted<T>(items: readonly T[]): T[] {
  return items.toSorted((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)));
}
