import type { Indicator } from '../../../src/domain/indicator.ts';
import type { Territory, TerritoryKind, TerritoryRegister } from '../../../src/domain/territory.ts';
import { buildPlaces } from '../../../src/statistics/places.ts';

/** A small register: two provinces with a 朝阳区 each, a county that was renamed, one that was split. */
const units: readonly [id: string, kind: TerritoryKind, name: string, within: string | null][] = [
  ['CN', 'state', '全国', null],
  ['110000', 'province', '北京市', 'CN'],
  ['110105', 'county', '朝阳区', '110000'],
  ['220000', 'province', '吉林省', 'CN'],
  ['220100', 'prefecture', '长春市', '220000'],
  ['220104', 'county', '朝阳区', '220100'],
  ['222400', 'prefecture', '延边朝鲜族自治州', '220000'],
  ['222404', 'county', '珲春市', '222400'],
  ['222405', 'county', '龙井市', '222400'],
  ['222406', 'county', '和龙市', '222400'],
  ['150000', 'province', '内蒙古自治区', 'CN'],
  ['150703', 'county', '扎赉诺尔区', '150000'],
  ['150781', 'county', '满洲里市', '150000'],
  ['530000', 'province', '云南省', 'CN'],
  ['530581', 'county', '腾冲市', '530000'],
  ['532331', 'county', '禄丰县', '530000'],
  ['533100', 'prefecture', '德宏傣族景颇族自治州', '530000'],
  ['530826', 'county', '江城哈尼族彝族自治县', '530000'],
];

const dates: Readonly<Record<string, Partial<Pick<Territory, 'from' | 'until'>>>> = {
  '150703': { from: '2013' },
  '532331': { until: '2021' },
};

const shortNames: Readonly<Record<string, string>> = {
  '222400': '延边州',
  '533100': '德宏',
  '530826': '江城',
  '150000': '内蒙古',
  '220000': '吉林',
};

const register: TerritoryRegister = {
  main: 'border',
  enclosed: { zh: '团场', en: 'farms' },
  neighbours: [],
  siteKinds: [],
  groups: [],
  members: [],
  frontier: [],
  sites: [],
  territories: units.map(([id, kind, name]) => ({
    id,
    kind,
    name,
    shortName: shortNames[id] ?? name,
    from: null,
    until: null,
    ...dates[id],
    names:
      id === '530581'
        ? [
            { code: '530522', name: '腾冲县', from: null, until: '2015', source: 'example' },
            { code: '530581', name: '腾冲市', from: '2015', until: null, source: 'example' },
          ]
        : [
            {
              code: /^\d+$/.test(id) ? id : null,
              name,
              from: null,
              until: null,
              source: 'example',
            },
          ],
    point: null,
    certainty: 'certain',
    source: 'example',
    note: null,
  })),
  relations: units.flatMap(([territory, , , within]) =>
    within === null
      ? []
      : [
          {
            territory,
            hierarchy: 'administrative',
            within,
            from: null,
            until: null,
            source: 'example',
          },
        ],
  ),
  events: [
    {
      id: 'e1',
      kind: 'split',
      date: '2013-03',
      from: '150781',
      to: '150703',
      whole: 'yes',
      share: null,
      certainty: 'certain',
      source: 'example',
      note: null,
    },
  ],
};

function indicator(
  id: string,
  zh: string,
  en: string,
  unit: string,
  more: Partial<Indicator> = {},
): Indicator {
  return {
    id,
    theme: 'economy',
    name: { zh, en },
    definition: { zh, en },
    unit,
    direction: 'none',
    digits: 0,
    frequency: 'year',
    timing: 'periodic',
    aggregation: { kind: 'sum' },
    range: {},
    source: { agency: 'a', publication: 'p' },
    standing: 'collected',
    clauses: [],
    aliases: [],
    ownLabels: [],
    breaks: [],
    ...more,
  };
}

export const exampleIndicators: readonly Indicator[] = [
  indicator('gdp', '地区生产总值', 'Gross domestic product', '万元', { range: { min: 0 } }),
  indicator('gdp-primary', '第一产业增加值', 'Value added of the primary sector', '万元'),
  indicator('registered-population', '户籍人口', 'Registered population', '人', {
    timing: 'level',
  }),
  indicator('urban-income', '城镇居民人均可支配收入', 'Urban income per capita', '元', {
    aggregation: { kind: 'median' },
  }),
  indicator('piped-water-share', '自来水普及率', 'Households with piped water', '%', {
    range: { min: 0, max: 100 },
    aggregation: { kind: 'median' },
  }),
  indicator('retail', '社会消费品零售总额', 'Retail sales', '万元', {
    frequency: 'quarter',
    timing: 'cumulative',
  }),
  indicator('cement-road', '通硬化路', 'Paved road', '是否', { timing: 'level' }),
  (({ aggregation: _, ...rest }) => ({
    ...rest,
    derived: { op: 'per-capita' as const, of: 'gdp', by: 'registered-population' },
  }))(indicator('gdp-per-capita', '人均地区生产总值', 'GDP per capita', '元/人')),
];

export const examplePlaces = buildPlaces(register);
