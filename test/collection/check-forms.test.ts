import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { burdenOf } from '../../src/collection/burden.ts';
import { checkForms } from '../../src/collection/check-forms.ts';
import { askedFields, sectionsOf } from '../../src/collection/form-view.ts';
import type { FormsContext } from '../../src/collection/forms-context.ts';
import { reportingBodies } from '../../src/collection/reporters.ts';
import type { Indicator } from '../../src/domain/indicator.ts';
import { buildPlaces } from '../../src/statistics/places.ts';
import { parseForms } from '../../src/store/forms-folder.ts';
import { readPlanFolder } from '../../src/store/plan-folder.ts';
import { readStatisticsFolder } from '../../src/store/statistics-folder.ts';

const shipped = join(import.meta.dirname, '..', '..', 'plans/xingbian-2016-2020');
const text = readFileSync(join(shipped, 'forms.yaml'), 'utf8');

let context: Omit<FormsContext, 'placeOf'>;
beforeAll(async () => {
  const [plan, statistics] = await Promise.all([
    readPlanFolder(shipped),
    readStatisticsFolder(shipped),
  ]);
  if (!statistics?.register || !statistics.indicators) throw new Error('no statistics');
  context = {
    places: buildPlaces(statistics.register),
    indicators: new Map(statistics.indicators.indicators.map((item) => [item.id, item])),
    agencies: plan.agencies.map(({ name }) => name),
    today: '2026-11-24',
  };
});

/** What is found in the shipped forms with words changed, as `code` with its params. */
function found(changes: readonly (readonly [string, string])[], more: Partial<FormsContext> = {}) {
  const changed = changes.reduce((before, [from, to]) => {
    if (!before.includes(from)) throw new Error(`“${from}” is not in forms.yaml`);
    return before.replace(from, to);
  }, text);
  const { file, findings, placeOf } = parseForms(changed);
  const all = file ? checkForms(file, { ...context, placeOf, ...more }) : findings;
  for (const item of all) {
    const line = changed.split('\n')[(item.where.line ?? 0) - 1] ?? '';
    expect(item.message).not.toContain('{');
    expect(line.trim()).not.toBe('');
  }
  return all.map(({ code, params }) => [code, ...Object.values(params)].join(' '));
}

describe('the shipped forms', () => {
  test('have no findings', () => {
    expect(found([])).toEqual([]);
  });

  test('ask a county for 40 figures, and say of none that it is approved', () => {
    const forms = parseForms(text).file?.forms ?? [];
    const burdens = forms.map((form) => {
      const sections = sectionsOf(form, context.indicators);
      const bodies = reportingBodies(form, { ...context, year: 2020 });
      return burdenOf({ form, sections, bodies }, 2020, () => false);
    });
    expect(burdens.map(({ bodies, cellsEach }) => [bodies, cellsEach])).toEqual([
      [140, 40],
      [54, 16],
      [10, 7],
    ]);
    expect(forms.map(({ approval }) => approval)).toEqual([null, null, null]);
  });

  test('compute every derived line from lines that stand on the form', () => {
    for (const form of parseForms(text).file?.forms ?? []) {
      const sections = sectionsOf(form, context.indicators);
      const asked = new Set(askedFields(sections).map(({ indicator }) => indicator));
      const derived = sections
        .flatMap(({ fields }) => fields)
        .flatMap((field) => field.derived ?? []);
      for (const formula of derived)
        if (formula.op === 'share' || formula.op === 'ratio')
          for (const id of [formula.of, formula.by]) expect(asked).toContain(id);
    }
  });
});

describe('check says', () => {
  test.each([
    [
      'an unknown indicator',
      [['indicator: highway-length }', 'indicator: highways }']],
      ['reference-unknown indicator highways'],
    ],
    [
      'an unknown group, and that nobody is left to report',
      [['group: border-farm', 'group: border-farms']],
      ['form-no-reporter', 'reference-unknown group border-farms'],
    ],
    [
      'an unknown agency',
      [
        [
          'reporters: { of: places, kinds: [province] }',
          'reporters: { of: agencies, names: [水利部, 某某部] }',
        ],
      ],
      ['form-kind provincial-plan', 'reference-unknown names 某某部'],
    ],
    [
      'two agencies asked for the same figure, which is the state’s',
      [
        [
          'reporters: { of: places, kinds: [province] }',
          'reporters: { of: agencies, names: [水利部, 商务部] }',
        ],
        ['indicator: provincial-plan }', 'indicator: gdp }'],
      ],
      [
        'border-special-investment',
        'county-hospitals-substandard',
        'county-hospitals-supported',
        'gdp',
        'key-route-length',
        'pilot-zone-trade',
        'signal-route-length',
      ].map((id) => `form-asked-twice ${id} 兴边03表 水利部`),
    ],
    [
      'an unknown citation',
      [['citations: [statistics-law-form-marks', 'citations: [law']],
      ['reference-unknown citations law'],
    ],
    [
      'an id and a number that are there twice',
      [
        ['id: farm-yearly', 'id: county-yearly'],
        ['number: 兴边02表', 'number: 兴边01表'],
      ],
      ['id-duplicate county-yearly', 'id-duplicate 兴边01表'],
    ],
    [
      'a line that is there twice',
      [['indicator: doctors }', 'indicator: gdp }']],
      ['form-rule-line doctors', 'id-duplicate gdp'],
    ],
    [
      'a kind of place an indicator is not of',
      [['indicator: border-goods-trade }', 'indicator: provincial-plan }']],
      ['form-kind provincial-plan'],
    ],
    [
      'a form of another frequency than its indicators',
      [['kinds: [province] }\n    frequency: year', 'kinds: [province] }\n    frequency: quarter']],
      [
        'border-special-investment',
        'county-hospital-support-share',
        'county-hospitals-substandard',
        'county-hospitals-supported',
        'key-route-length',
        'pilot-zone-trade',
        'provincial-plan',
        'signal-route-length',
        'signal-route-share',
      ].map((id) => `form-frequency ${id}`),
    ],
    [
      'a figure that another form collects',
      [
        [
          '{ of: places, kinds: [farm], group: border-farm }',
          '{ of: places, kinds: [farm, county] }',
        ],
      ],
      [
        'doctors',
        'gdp',
        'gdp-primary',
        'gdp-secondary',
        'gdp-tertiary',
        'highway-length',
        'pension-insured',
        'poor-population',
        'population',
        'safe-water-population',
        'unelectrified-households',
        'water-supply-population',
        'border-highway-gap',
        'border-subsidy-recipients',
        'dilapidated-housing-renovated',
      ]
        .sort()
        .map((id) => `form-asked-twice ${id} 兴边01表 东港市`)
        .concat('form-unreviewed 东港市 146'),
    ],
    [
      'a rule over a line that is not on the form',
      [['part: savings-deposits, whole: deposits', 'part: savings-deposits, whole: mobile-use']],
      ['form-rule-line mobile-use'],
    ],
    [
      'a rule over units that do not compare',
      [['part: savings-deposits, whole: deposits', 'part: doctors, whole: deposits']],
      ['form-rule-unit doctors 人 deposits 亿元'],
    ],
    [
      'bodies nobody reviews',
      [
        ['{ kinds: [division], role: reviewer }', '{ kinds: [prefecture], role: reviewer }'],
        ['{ kinds: [corps], role: approver }', '{ kinds: [province], role: approver }'],
      ],
      [expect.stringMatching(/^form-unreviewed .+ 54$/)],
    ],
    [
      'a form that is due before it opens',
      [["opens: { years: 1, on: '02-15' }", "opens: { years: 2, on: '02-15' }"]],
      ['form-days 02-15 04-30'],
    ],
    [
      'an approval that has expired',
      [
        [
          'approval: null',
          "approval: { by: 国家统计局, number: 国统制〔2017〕0号, validUntil: '2019-12-31' }",
        ],
      ],
      ['form-approval-expired 国统制〔2017〕0号 2019-12-31'],
    ],
    [
      'a citation nobody has looked at for a year',
      [['checked: 2026-11-24', 'checked: 2025-11-01']],
      ['citation-stale statistics-law-no-duplication 2025-11-01'],
    ],
    [
      'words for what is not held',
      [['title: { zh: 民生与沿边开放', 'title: { zh: 少数民族人口']],
      ['form-forbidden 少数民族人口 民族成份 ethnicity of persons'],
    ],
  ] as const)('%s', (_, changes, codes) => {
    expect(found(changes as never).sort()).toEqual(codes);
  });

  test('an indicator whose name is not held', () => {
    const gdp = context.indicators.get('gdp') as Indicator;
    const name = { zh: '护边员人数', en: 'Border guards' };
    const indicators = new Map([...context.indicators, ['gdp', { ...gdp, name }]]);
    expect(found([], { indicators })).toEqual(
      ['county', 'farm'].map(() =>
        expect.stringContaining('form-forbidden 护边员人数 治安、边控和军事'),
      ),
    );
  });
});

test('a plan need not have forms', () => {
  expect(parseForms('citations: []\nforms: []\n')).toMatchObject({ findings: [] });
});
