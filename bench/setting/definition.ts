import type { Aggregation, Indicator, IndicatorsFile } from '../../src/domain/indicator.ts';
import type { Territory, TerritoryKind, TerritoryRegister } from '../../src/domain/territory.ts';
import type { StatisticsDefinition } from '../../src/store/statistics/newest-definition.ts';

/** A made-up country, for figures that are made up too: neither leaves the bench. */
export const benchCountry = { provinces: 10, prefectures: 40, counties: 200, indicators: 250 };

const firstCode = 900_000;

/** Returns the codes of the counties, in order. */
export function countyCodes(): readonly string[] {
  return numbered(benchCountry.counties, (at) => String(firstCode + at + 1));
}

/** Returns the codes of the provinces, in order. */
export function provinceCodes(): readonly string[] {
  return numbered(benchCountry.provinces, (at) => `P${at + 1}`);
}

/** Returns the ids of the indicators that are reported; the first is the population. */
export function indicatorIds(): readonly string[] {
  return numbered(benchCountry.indicators, (at) => `indicator-${at}`);
}

/**
 * Returns places and indicators as a base of the size the issue names would have them: counties in
 * prefectures in provinces, a main group of all of them and a smaller one, each with totals. Of ten
 * indicators six are added up, two are weighted means, two only have a middle (the shipped plan: 50
 * of 72 added up).
 */
export function benchDefinition(): StatisticsDefinition {
  return { register: benchRegister(), indicators: benchIndicators() };
}

function benchRegister(): TerritoryRegister {
  const { prefectures, provinces } = benchCountry;
  const counties = countyCodes();
  const prefectureCodes = numbered(prefectures, (at) => `F${at + 1}`);
  const within = (codes: readonly string[], above: (at: number) => string) =>
    codes.map((code, at) => relation(code, above(at)));
  return {
    main: 'county',
    enclosed: words('enclosed'),
    neighbours: [],
    siteKinds: [],
    groups: [group('county'), group('smaller')],
    territories: [
      place('S', 'state'),
      ...provinceCodes().map((code) => place(code, 'province')),
      ...prefectureCodes.map((code) => place(code, 'prefecture')),
      ...counties.map((code) => place(code, 'county')),
    ],
    relations: [
      ...within(provinceCodes(), () => 'S'),
      ...within(prefectureCodes, (at) => `P${(at % provinces) + 1}`),
      ...within(counties, (at) => `F${(at % prefectures) + 1}`),
    ],
    members: [
      ...counties.map((code) => member('county', code)),
      ...counties.filter((_, at) => at % 3 === 0).map((code) => member('smaller', code)),
    ],
    events: [],
    frontier: [],
    sites: [],
  };
}

function benchIndicators(): IndicatorsFile {
  const stored = indicatorIds().map((id, at) => indicator(id, { aggregation: aggregationOf(at) }));
  const [first = '', second = ''] = indicatorIds();
  const derived = [
    indicator('growth', { derived: { op: 'growth', of: second, over: 1 } }),
    indicator('per-capita', { derived: { op: 'per-capita', of: second, by: first } }),
    indicator('share', { derived: { op: 'share', of: second, by: first } }),
  ];
  return {
    themes: [{ id: 'made-up', name: words('made up') }],
    indicators: [...stored, ...derived],
    commitments: [],
    villageCriteria: [],
  };
}

function aggregationOf(at: number): Aggregation {
  if (at % 10 < 6) return { kind: 'sum' };
  return at % 10 < 8 ? { kind: 'mean', weight: 'indicator-0' } : { kind: 'median' };
}

const sourced = { certainty: 'certain', source: 'made up', note: null } as const;
const open = { from: null, until: null };

function words(text: string): { readonly zh: string; readonly en: string } {
  return { zh: text, en: text };
}

function numbered(count: number, codeOf: (at: number) => string): readonly string[] {
  return Array.from({ length: count }, (_, at) => codeOf(at));
}

function group(id: string): TerritoryRegister['groups'][number] {
  const texts = { name: words(id), member: words(id), definition: words(id) };
  return { id, ...texts, members: { rule: 'listed' }, counted: 'dated', totals: true, clauses: [] };
}

function place(id: string, kind: TerritoryKind): Territory {
  const name = `地${id}`;
  const names = [{ code: id, name, ...open, source: 'made up' }];
  return { id, kind, name, shortName: name, ...open, names, point: null, ...sourced };
}

function relation(territory: string, within: string): TerritoryRegister['relations'][number] {
  return { territory, hierarchy: 'administrative', within, ...open, source: 'made up' };
}

function member(groupId: string, territory: string): TerritoryRegister['members'][number] {
  return { group: groupId, territory, ...open, basis: null, ...sourced };
}

function indicator(id: string, change: Pick<Indicator, 'aggregation' | 'derived'>): Indicator {
  return {
    id,
    theme: 'made-up',
    name: words(id),
    definition: words(id),
    unit: '万元',
    direction: 'up',
    digits: 1,
    frequency: 'year',
    timing: 'level',
    range: { min: 0 },
    source: { agency: 'made up', publication: 'made up' },
    standing: 'collected',
    clauses: [],
    ownLabels: [],
    breaks: [],
    ...change,
  };
}
