import { describe, expect, test } from 'vitest';
import type { IndicatorEntry, Series, StatisticsCatalog } from '../../src/api/statistics.ts';
import type { Figure } from '../../src/domain/figure.ts';
import { figureWordsOf } from '../../src/domain/figure-words.ts';
import { zh } from '../../src/web/messages/zh.ts';
import { cellWords, existed, valueText } from '../../src/web/statistics/cell-words.ts';
import {
  cellText,
  choiceOf,
  listText,
  periodsText,
  spanText,
} from '../../src/web/statistics/explorer-address.ts';
import { columnGroups } from '../../src/web/statistics/explorer-columns.ts';
import { movesOf, rowsNamed } from '../../src/web/statistics/explorer-finding.ts';
import { inOrder, nextSort, orderOf } from '../../src/web/statistics/explorer-order.ts';
import {
  comparedWith,
  leadIndicators,
  movementYears,
  questionOf,
  stateOf,
} from '../../src/web/statistics/explorer-state.ts';
import { figureTable, splitRows } from '../../src/web/statistics/figure-table.ts';
import { firstStrong, undrawnOf } from '../../src/web/statistics/line-places.ts';
import { areaOf, placeNames, shortArea } from '../../src/web/statistics/place-names.ts';
import { madeIndicator } from '../statistics/made-figures.ts';

const choice = (query: string) => choiceOf(new URLSearchParams(query));

function entry(id: string, covered: Record<string, number>, change = {}): IndicatorEntry {
  const periods = Object.entries(covered).map(([period, territories]) => ({ period, territories }));
  const territories = Math.max(0, ...Object.values(covered));
  return { ...madeIndicator(id, change), territories, amongMembers: true, periods };
}

const people = entry(
  'people',
  { 2010: 3, 2020: 3 },
  { theme: 'b', unit: '人', digits: 0, aggregation: { kind: 'sum' } },
);
const share = entry(
  'share',
  { 2010: 3, 2020: 3 },
  { theme: 'c', unit: '%', aggregation: { kind: 'median' } },
);
const gdp = entry(
  'gdp',
  { 2018: 2, 2019: 2, 2020: 1, 2021: 1 },
  { theme: 'a', unit: '万元', shownIn: '亿元', digits: 2, aggregation: { kind: 'sum' } },
);
const perHead = entry(
  'gdp-per-head',
  { 2020: 1 },
  { theme: 'a', unit: '元/人', derived: { op: 'per-capita', of: 'gdp', by: 'people' } },
);

const place = (id: string, order: number | null, name = id) =>
  ({
    id,
    kind: 'county',
    name,
    shortName: name,
    order,
    province: 'p',
    from: null,
    until: null,
  }) as never;

const catalog = {
  plan: { period: { start: 2016, end: 2020 } },
  main: 'g',
  themes: ['a', 'b', 'c'].map((id) => ({ id, name: { zh: id, en: id } })),
  indicators: [gdp, perHead, people, share],
  groups: [{ id: 'g', count: 3 }],
  territories: [
    { id: '000000', kind: 'state' },
    place('x', 2, '乙'),
    place('y', 1, '甲'),
    place('z', 3, '丙'),
  ],
} as unknown as StatisticsCatalog;

const rowOf = (token: string, members: number | null = null) => ({
  token,
  territory: token,
  group: members === null ? null : 'g',
  name: { zh: token, en: token },
  members,
});

/** figures[place][indicator][period] of the catalog's indicators in 2010 and 2020. */
function series(figures: readonly (readonly (number | null)[])[][]): Series {
  return {
    instant: { number: 1, recorded: '2026-01-01T00:00:00Z' },
    basis: 'reported',
    places: [rowOf('g', 3), rowOf('x'), rowOf('y'), rowOf('z')],
    indicators: ['people', 'share'],
    periods: ['2010', '2020'],
    figures: figures.map((ofPlace) =>
      ofPlace.map((ofIndicator) =>
        ofIndicator.map((value): Figure | null => (value === null ? null : { value })),
      ),
    ),
  };
}

const table = figureTable(
  series([
    [
      [60, 63],
      [50, 70],
    ],
    [
      [10, 9],
      [40, 60],
    ],
    [
      [20, 22],
      [50, 80],
    ],
    [
      [30, null],
      [60, 70],
    ],
  ]),
);
const rows = splitRows(table.series.places, ['g']).rows;

describe('the address of the explorer', () => {
  test('holds the whole choice', () => {
    const query =
      't=g@p/*,x&i=gdp,people&p=2010,2015..2017&cmp=g&view=lines&per=growth&cols=each&basis=merged&asOf=4&sort=-gdp.2020&hl=x&at=x!gdp!2020';
    expect(choice(query)).toEqual({
      places: ['g@p/*', 'x'],
      indicators: ['gdp', 'people'],
      periods: ['2010', '2015', '2016', '2017'],
      compare: ['g'],
      view: 'lines',
      measure: 'growth',
      layout: 'each',
      basis: 'merged',
      asOf: '4',
      sort: '-gdp.2020',
      strong: ['x'],
      open: { place: 'x', indicator: 'gdp', period: '2020' },
    });
  });

  test('leaves open what it does not say, and what it says wrongly', () => {
    const open = choice('view=pie&per=each&at=x');
    expect(open).toMatchObject({ places: null, view: 'table', measure: 'value', open: null });
    expect(choice('i=none&cmp=none')).toMatchObject({ indicators: [], compare: [] });
  });

  test('passes on periods that are none, for the server to refuse', () => {
    expect(choice('p=20x,2020').periods).toEqual(['2020', '20x']);
    expect(choice('p=0001..9999').periods).toEqual(['0001..9999']);
  });

  test.each([
    [['2010', '2015', '2016', '2017'], '2010,2015..2017', '2010、2015—2017'],
    [['2019', '2020'], '2019,2020', '2019、2020'],
    [['2020-Q1', '2020-Q2', '2020-Q3'], '2020-Q1,2020-Q2,2020-Q3', '2020-Q1、2020-Q2、2020-Q3'],
  ])('writes %j short', (periods, text, words) => {
    expect(periodsText(periods)).toBe(text);
    expect(spanText(periods, '—', '、')).toBe(words);
    expect(choice(`p=${text}`).periods).toEqual(periods);
  });

  test('gives back what was written', () => {
    const cell = { place: 'g@p', indicator: 'gdp~growth', period: '2020' };
    expect(choice(new URLSearchParams({ at: cellText(cell) }).toString()).open).toEqual(cell);
    expect(listText([])).toBe('none');
  });
});

describe('what is left open', () => {
  test('is the best covered indicator of each theme, the nearly complete ones first', () => {
    expect(leadIndicators(catalog)).toEqual(['people', 'share', 'gdp']);
  });

  test('is all members, compared with their group, in the periods up to the end of the plan', () => {
    const state = stateOf(catalog, choice(''));
    expect(state.places).toEqual(['g/*']);
    expect(state.compare).toEqual(['g']);
    expect(state.periods).toEqual(['2010', '2018', '2019', '2020']);
    expect(comparedWith(['g@p/*', 'x'], catalog)).toEqual(['g', 'g@p']);
  });

  test('asks for what is shown, rows on top first', () => {
    const state = stateOf(catalog, choice('t=g@p/*&i=people,share&p=2010,2020&asOf=3'));
    expect(questionOf(state)).toEqual({
      t: 'g,g@p,g@p/*',
      i: 'people,people~growth-10,share,share~change-10',
      p: '2010,2020',
      basis: 'reported',
      asOf: '3',
    });
    expect(questionOf(stateOf(catalog, choice('i=none')))).toBeNull();
  });

  test('passes an unknown indicator on, for the server to refuse', () => {
    expect(questionOf(stateOf(catalog, choice('i=people,lost&p=2020')))?.i).toBe('people,lost');
  });
});

describe('the switches', () => {
  const shown = (query: string) =>
    stateOf(catalog, choice(query)).indicators.map((one) => [one.shown.id, one.unchanged]);

  test('growth is over a year, or over the gap of the censuses; percentages move by points', () => {
    expect(shown('i=gdp,people,share&per=growth')).toEqual([
      ['gdp~growth', false],
      ['people~growth-10', false],
      ['share~change-10', false],
    ]);
  });

  test('per person is what the plan defines, and said where there is none', () => {
    expect(shown('i=gdp,share&per=per-capita')).toEqual([
      ['gdp-per-head', false],
      ['share', true],
    ]);
  });

  test.each([
    [['2010', '2020'], 10],
    [['2010', '2018', '2019'], 1],
    [['2020'], 1],
  ])('%j are %i years apart', (periods, years) => expect(movementYears(periods)).toBe(years));
});

describe('the columns', () => {
  const forms = (query: string) => {
    const state = stateOf(catalog, choice(`i=people,share&p=2010,2020&${query}`));
    const split = splitRows(table.series.places, ['g']);
    return columnGroups(state.indicators, table, split, state.choice.layout).map(({ columns }) =>
      columns.map(({ form, period }) => `${form} ${period}`),
    );
  };

  test('show two censuses of a sum as its change, of a share as a dumbbell', () => {
    expect(forms('')).toEqual([
      ['value 2020', 'change 2020', 'bar 2020'],
      ['was 2010', 'dumbbell 2020', 'value 2020'],
    ]);
  });

  test('show every period where asked', () => {
    expect(forms('cols=each')[0]).toEqual(['value 2010', 'value 2020']);
  });

  test('let the words below a figure run on under the line before it', () => {
    const long = figureTable({
      ...series([[[1, 2, 3]], [[1, 2, 3]]]),
      places: [rowOf('g', 3), rowOf('x')],
      indicators: ['people'],
      periods: ['2018', '2019', '2020'],
    });
    const state = stateOf(catalog, choice('i=people&p=2018,2019,2020'));
    const split = splitRows(long.series.places, ['g']);
    const lastWidth = (layout: 'ends' | 'each') =>
      columnGroups(state.indicators, long, split, layout, () => '28个边境县中位数')[0]?.columns.at(
        -1,
      )?.width ?? 0;
    expect(lastWidth('each') - lastWidth('ends')).toBeGreaterThan(40);
  });
});

describe('the order of rows', () => {
  const names = (sort: string | null) =>
    inOrder(rows, orderOf(sort), table, catalog).map(({ token }) => token);

  test.each([
    [null, ['y', 'x', 'z']],
    ['official', ['x', 'y', 'z']],
    ['-people.2020', ['y', 'x', 'z']],
    ['people.2020', ['x', 'y', 'z']],
    ['share.2010', ['x', 'y', 'z']],
    ['-share.2010', ['z', 'y', 'x']],
    ['nonsense', ['y', 'x', 'z']],
  ])('%s', (sort, expected) => expect(names(sort)).toEqual(expected));

  test('what has no figure stands last, either way', () => {
    expect(names('people.2020').at(-1)).toBe('z');
    expect(names('-people.2020').at(-1)).toBe('z');
  });

  test('a head asks for most first, then least first, then no order', () => {
    expect([null, '-a.1', 'a.1'].map((sort) => nextSort(sort, 'a.1'))).toEqual([
      '-a.1',
      'a.1',
      null,
    ]);
  });
});

describe('a cell', () => {
  const words = figureWordsOf('zh');
  const kind = (figure: Figure | null) => {
    const { text, kind: of } = cellWords(figure, people, words);
    return `${of} ${text}`;
  };

  test.each([
    [null, 'none —'],
    [{ value: 0 }, 'figure 0'],
    [{ value: 1234567 }, 'figure 1,234,567'],
    [{ value: null, absence: 'missing' }, 'none —'],
    [{ value: null, absence: 'not-applicable' }, 'reason 不适用'],
    [{ value: null, absence: 'suppressed' }, 'reason 保密'],
    [{ value: null, withheld: 'not-comparable' }, 'reason 不可比'],
    [{ value: null, withheld: 'partial', coverage: { present: 1, expected: 3 } }, 'none —'],
  ] as const)('of %j says %s', (figure, expected) => expect(kind(figure)).toBe(expected));

  test('keeps doubts, status and coverage with the figure', () => {
    const figure: Figure = {
      value: 5,
      status: 'provisional',
      doubts: [{ code: 'repeated', params: {} }],
      coverage: { present: 2, expected: 3 },
    };
    expect(cellWords(figure, people, words)).toMatchObject({
      doubts: ['与上期完全相同'],
      status: '初步数',
      coverage: '2/3',
    });
  });

  test('is in the unit it is shown in, halves to even, with a sign where it moves', () => {
    expect(valueText(404032, gdp)).toBe('40.40');
    expect(valueText(12.25, share)).toBe('12.2');
    const growth = madeIndicator('m', { unit: '%', derived: { op: 'growth', of: 'gdp', over: 1 } });
    expect([valueText(3, growth), valueText(-3, growth)]).toEqual(['+3.0', '−3.0']);
  });

  test.each([
    ['2012', false],
    ['2013', true],
  ])('of a place set up in 2013 was there in %s: %s', (period, there) => {
    expect(existed({ from: '2013-01', until: null } as never, period)).toBe(there);
  });
});

describe('the area of a place', () => {
  const entries = [
    { id: 'p', shortName: '省' },
    { id: 'f', shortName: '州' },
    { id: 'x', province: 'p', prefecture: 'f' },
    { id: 'y', province: 'p', prefecture: null },
  ];
  const names = placeNames({ territories: entries, groups: [] } as never, 'zh');

  test.each([
    ['x', '州', '省 州'],
    ['y', '省', '省'],
    ['z', '', ''],
  ])('of %s is %j, in full %j', (id, short, full) => {
    expect([shortArea(rowOf(id), names), areaOf(rowOf(id), names)]).toEqual([short, full]);
  });
});

describe('the lines', () => {
  const top = [rowOf('g', 3), rowOf('h', 3)];
  const places = [rowOf('x'), rowOf('y'), rowOf('z')];
  const drawn = figureTable({
    ...series([]),
    places: [...top, ...places],
    figures: [
      [[{ value: 60 }, { value: 63 }], []],
      [[null, { value: null, withheld: 'partial' }], []],
      [[{ value: 9 }, { value: 9 }], []],
      [[null, { value: 8 }], [{ value: 1 }]],
      [[null, null], []],
    ],
  });

  test('count the places without figures apart from the rows they are compared with', () => {
    const undrawn = { places: 1, beyond: 1, notAdded: 1 };
    expect(undrawnOf(people, { top, rows: places }, drawn)).toEqual(undrawn);
  });

  test('bring out places with figures, those with figures of all indicators first', () => {
    const { indicators } = stateOf(catalog, choice('i=people,share&p=2010,2020'));
    expect(firstStrong(places, indicators, drawn)).toEqual(['y', 'x']);
  });
});

describe('the finding', () => {
  test('counts what went up and down and what cannot be compared', () => {
    const shown = stateOf(catalog, choice('i=people&p=2010,2020')).indicators;
    const indicators = shown.map((one) => ({ ...one, movement: null }));
    expect(movesOf(indicators, table, rows)).toMatchObject({
      first: '2010',
      last: '2020',
      up: 1,
      down: 1,
      unknown: 1,
    });
  });

  test('counts by the changes where they are shown: a changed territory is neither up nor down', () => {
    const { indicators } = stateOf(catalog, choice('i=people&p=2010,2020'));
    const movement = indicators[0]?.movement?.id ?? '';
    const at = (...figures: Figure[]) => [null, ...figures];
    const places = [rowOf('u'), rowOf('v'), rowOf('w'), rowOf('x'), rowOf('y')];
    const counted = figureTable({
      ...series([]),
      places,
      indicators: ['people', movement],
      figures: [
        [[{ value: 9 }, { value: 4 }], at({ value: null, withheld: 'not-comparable' })],
        [[{ value: 9 }, { value: 8 }], at({ value: -11 })],
        [[{ value: 8 }, { value: 9 }], at({ value: 12 })],
        [[{ value: 8 }, { value: 8 }], at({ value: 0 })],
        [[null, { value: 8 }], at({ value: null, absence: 'missing' })],
      ],
    });
    expect(movement).toBe('people~growth-10');
    const moves = { up: 1, down: 1, same: 1, changed: 1, unknown: 1 };
    expect(movesOf(indicators, counted, places)).toMatchObject(moves);
    expect(zh.explorer.lede(133, 3, 4)).toBe('133个可比，3个区划有变动，4个缺其中一期。');
  });

  test('names the rows by what they were asked for with', () => {
    expect(rowsNamed(['g@p/*'], rows, catalog)).toEqual({
      kind: 'members',
      group: 'g',
      within: 'p',
      count: 3,
    });
    expect(rowsNamed(['x', 'y'], rows, catalog)).toEqual({ kind: 'several', count: 3 });
    expect(rowsNamed(['x'], rows.slice(0, 1), catalog)).toMatchObject({ kind: 'one' });
  });
});
