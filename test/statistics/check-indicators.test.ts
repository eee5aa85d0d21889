import { describe, expect, test } from 'vitest';
import { Indicator, type IndicatorsFile } from '../../src/domain/indicator.ts';
import { checkIndicators } from '../../src/statistics/check-indicators.ts';

const words = { zh: '示例', en: 'example' };

/** An indicator of persons that adds up, with some fields of its own. */
function indicator(id: string, fields: object = {}): Indicator {
  return Indicator.parse({
    id,
    theme: 'people',
    name: { zh: id, en: id },
    definition: words,
    unit: '人',
    direction: 'none',
    digits: 0,
    frequency: 'year',
    timing: 'level',
    ...('derived' in fields ? {} : { aggregation: { kind: 'sum' } }),
    source: { agency: '统计局', publication: '年鉴' },
    standing: 'collected',
    clauses: ['1'],
    ...fields,
  });
}

const known = [
  indicator('persons'),
  indicator('women', { partOf: 'persons' }),
  indicator('money', { unit: '万元' }),
];

/** Findings as `place code`, the place as the path in the file, of these beside the known ones. */
function check(given: readonly Indicator[], parts: Partial<IndicatorsFile> = {}): string[] {
  const file: IndicatorsFile = {
    themes: [{ id: 'people', name: words }],
    indicators: [...known, ...given],
    commitments: [{ commitment: '1#1', indicators: ['persons'] }],
    villageCriteria: [],
    ...parts,
  };
  const plan = {
    clauses: new Map([['1', '村村通硬化路']]),
    commitments: new Map([
      ['1#1', true],
      ['1#2', false],
    ]),
    text: '一、村村通硬化路，列为约束性指标',
  };
  return checkIndicators(file, { plan, placeOf: (path) => ({ file: path.join('/') }) }).map(
    ({ code, where }) => `${where.file} ${code}`,
  );
}

const one = (fields: object) => check([indicator('one', fields)]);

test('good indicators have no findings', () => {
  expect(
    check([
      indicator('a', { unit: '万人', shownIn: '人' }),
      indicator('b', { unit: '%', aggregation: { kind: 'median' } }),
      indicator('c', { unit: '%', aggregation: { kind: 'mean', weight: 'persons' }, note: words }),
      indicator('d', {
        unit: '元/人',
        aggregation: { kind: 'ratio', numerator: 'money', denominator: 'persons', times: 1 },
      }),
      indicator('e', { unit: '元/人', derived: { op: 'per-capita', of: 'money', by: 'persons' } }),
      indicator('f', { unit: '%', derived: { op: 'share', of: 'women', by: 'persons' } }),
      indicator('g', { derived: { op: 'difference', of: 'persons', less: 'women' } }),
      indicator('h', { derived: { op: 'sum', of: ['women', 'g'] } }),
      indicator('i', { unit: '%', derived: { op: 'growth', of: 'h' } }),
      indicator('j', { unit: '%', derived: { op: 'compound-growth', of: 'h', since: '2015' } }),
      indicator('k', { unit: '', derived: { op: 'ratio', of: 'women', by: 'g' } }),
    ]),
  ).toEqual([]);
});

describe('references', () => {
  test.each<[string, object, string[]]>([
    ['a theme', { theme: 'x' }, ['indicators/3/theme reference-unknown']],
    ['a clause', { clauses: ['2'] }, ['indicators/3/clauses reference-unknown']],
    ['a whole', { partOf: 'x' }, ['indicators/3/partOf reference-unknown']],
    [
      'an operand',
      { derived: { op: 'sum', of: ['persons', 'x'] } },
      ['indicators/3/derived reference-unknown'],
    ],
    [
      'a weight',
      { unit: '年', aggregation: { kind: 'mean', weight: 'x' } },
      ['indicators/3/aggregation reference-unknown'],
    ],
  ])('%s that is not there', (_, fields, expected) => expect(one(fields)).toEqual(expected));

  test('formulas that lead back to themselves', () => {
    const given = [
      indicator('a', { derived: { op: 'sum', of: ['b', 'persons'] } }),
      indicator('b', { derived: { op: 'difference', of: 'a', less: 'persons' } }),
      indicator('c', { derived: { op: 'difference', of: 'a', less: 'persons' } }),
    ];
    expect(check(given)).toEqual([
      'indicators/3/derived reference-cycle',
      'indicators/4/derived reference-cycle',
    ]);
  });

  test('an id used twice', () => {
    expect(check([indicator('persons')])).toContain('indicators/3 id-duplicate');
  });

  test('a name that is another’s', () => {
    expect(one({ aliases: ['money'] })).toEqual(['indicators/3/name name-duplicate']);
    expect(one({ name: { zh: '其中：PERSONS', en: 'one' } })).toEqual([
      'indicators/3/name name-duplicate',
    ]);
  });
});

describe('names of what is not held', () => {
  test.each([
    [{ name: { zh: '少数民族人口', en: 'one' } }, ['indicators/3/name indicator-forbidden']],
    [{ name: { zh: '辅助岗位', en: 'cctv_cameras' } }, ['indicators/3/name indicator-forbidden']],
    [{ aliases: ['護邊員人數'] }, ['indicators/3/name indicator-forbidden']],
    [{ name: { zh: '国防公路里程', en: 'one' } }, ['indicators/3/name indicator-forbidden']],
    [{ name: { zh: '国防公路里程（公布数）', en: 'one' } }, []],
    [{ name: { zh: '少数民族特色村寨数', en: 'one' } }, []],
  ])('%j', (fields, expected) => expect(one(fields)).toEqual(expected));
});

describe('how places become one', () => {
  test('is said once', () => {
    const both = {
      derived: { op: 'sum', of: ['persons', 'women'] },
      aggregation: { kind: 'sum' },
    };
    expect(one(both)).toEqual(['indicators/3 method-missing']);
    expect(one({ aggregation: undefined })).toEqual(['indicators/3 method-missing']);
  });

  test.each(['%', '‰', '元/人', '百分点', '上年=100'])('a rate in %s is not added', (unit) => {
    expect(one({ unit })).toEqual(['indicators/3/aggregation percentage-added']);
  });

  test('a percentage with a weighted mean says why', () => {
    const mean = { unit: '%', aggregation: { kind: 'mean', weight: 'persons' } };
    expect(one(mean)).toEqual(['indicators/3/aggregation mean-unexplained']);
    expect(one({ ...mean, unit: '年' })).toEqual([]);
  });
});

describe('units', () => {
  test.each<[string, object, string]>([
    ['not known', { unit: '个大' }, 'unit unit-unknown'],
    ['shown in another', { shownIn: '万元' }, 'shownIn unit-mismatch'],
    ['a part of another', { unit: '户', partOf: 'persons' }, 'partOf unit-mismatch'],
    [
      'a sum of others',
      { derived: { op: 'sum', of: ['persons', 'money'] } },
      'derived unit-mismatch',
    ],
    [
      'a ratio that is none',
      { unit: '万元', derived: { op: 'ratio', of: 'money', by: 'persons' } },
      'derived unit-mismatch',
    ],
    [
      'a head of money',
      { unit: '', derived: { op: 'per-capita', of: 'persons', by: 'money' } },
      'derived unit-mismatch',
    ],
    [
      'a share of something else',
      { unit: '%', derived: { op: 'share', of: 'persons', by: 'money' } },
      'derived unit-mismatch',
    ],
    [
      'a growth in ‰',
      { unit: '‰', derived: { op: 'growth', of: 'persons' } },
      'derived unit-mismatch',
    ],
    [
      'an index of persons',
      { derived: { op: 'index', of: 'persons', base: '2015' } },
      'derived unit-mismatch',
    ],
    [
      'an aggregation by others',
      {
        unit: '%',
        aggregation: { kind: 'ratio', numerator: 'money', denominator: 'persons', times: 100 },
      },
      'aggregation unit-mismatch',
    ],
  ])('%s', (_, fields, expected) => expect(one(fields)).toEqual([`indicators/3/${expected}`]));
});

test('classes are ours, or the plan’s', () => {
  const label = { name: { zh: '预期性指标', en: 'Anticipated' } };
  expect(one(label)).toEqual(['indicators/3 label-unmarked']);
  expect(one({ name: { zh: '约束性指标', en: 'Binding' } })).toEqual([]);
  expect(one({ ownLabels: ['预期性'] })).toEqual([]);
  expect(one({ ownLabels: ['约束性'] })).toEqual(['indicators/3/ownLabels label-printed']);
});

describe('commitments', () => {
  const measure = (commitments: IndicatorsFile['commitments']) => check([], { commitments });

  test('that can be judged have a measure, or a reason why none', () => {
    expect(measure([])).toEqual(['commitments commitment-unmeasured']);
    expect(measure([{ commitment: '1#1', none: words }])).toEqual([]);
  });

  test('that are not there, cannot be judged, or stand twice are found', () => {
    const given = ['1#1', '1#2', '1#3', '1#1'].map((commitment) => ({ commitment, none: words }));
    expect(measure(given)).toEqual([
      'commitments/1 commitment-unevaluable',
      'commitments/2 reference-unknown',
      'commitments/3 id-duplicate',
    ]);
  });

  test('are measured by indicators that are there', () => {
    expect(measure([{ commitment: '1#1', indicators: ['persons', 'x'] }])).toEqual([
      'commitments/0 reference-unknown',
    ]);
  });
});

test('a criterion of a village quotes its clause', () => {
  const criterion = (clause: string, quote: string) => ({
    ...{ id: 'road', list: 'roads', name: words, type: 'yes-no' as const, definition: words },
    ...{ clause, quote },
  });
  const found = (clause: string, quote: string) =>
    check([], { villageCriteria: [criterion(clause, quote)] });
  expect(found('1', '通硬化路')).toEqual([]);
  expect(found('1', '通铁路')).toEqual(['villageCriteria/0/quote criterion-quote']);
  expect(found('2', '通硬化路')).toEqual(['villageCriteria/0/clause reference-unknown']);
});
