import type { Aggregation, Indicator, IndicatorsFile } from '../../src/domain/indicator.ts';
import type { Territory, TerritoryKind, TerritoryRegister } from '../../src/domain/territory.ts';
import type { StatisticsDefinition } from '../../src/store/statistics/newest-definition.ts';

/** How large a made-up country is, and how much is known of it; neither leaves the bench. */
export interface BenchSize {
  readonly counties: number;
  /** In no group: many figures, of which no totals are kept. */
  readonly townships: number;
  readonly indicators: number;
  readonly quarters: boolean;
}

const provinces = 10;
const prefectures = 40;

/** Returns the codes of the counties, in order. */
export function countyCodes({ counties }: Pick<BenchSize, 'counties'>): readonly string[] {
  return numbered(counties, (at) => String(900_000 + at + 1));
}

/** Returns the codes of the townships, in order. */
export function townshipCodes({ townships }: Pick<BenchSize, 'townships'>): readonly string[] {
  return numbered(townships, (at) => String(900_000_000 + at + 1));
}

/** Returns the codes of the provinces, in order. */
export function provinceCodes(): readonly string[] {
  return numbered(provinces, (at) => `P${at + 1}`);
}

/** Returns the ids of the indicators that are reported; the first is the population. */
export function indicatorIds({ indicators }: Pick<BenchSize, 'indicators'>): readonly string[] {
  return numbered(indicators, (at) => `indicator-${at}`);
}

/**
 * Returns places and indicators: counties in prefectures in provinces, a main group of all of them and
 * a smaller one, each with totals, townships in the counties. Of ten indicators six are
 * added up, two are weighted means, two only have a middle (the shipped plan: 50 of 72 added up).
 */
export function benchDefinition(size: BenchSize): StatisticsDefinition {
  return { register: benchRegister(size), indicators: benchIndicators(size) };
}

function benchRegister(size: BenchSize): TerritoryRegister {
  const counties = countyCodes(size);
  const townships = townshipCodes(size);
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
      ...townships.map((code) => place(code, 'township')),
    ],
    relations: [
      ...within(provinceCodes(), () => 'S'),
      ...within(prefectureCodes, (at) => `P${(at % provinces) + 1}`),
      ...within(counties, (at) => `F${(at % prefectures) + 1}`),
      ...within(townships, (at) => counties[at % counties.length] ?? ''),
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

function benchIndicators(size: BenchSize): IndicatorsFile {
  const stored = indicatorIds(size).map((id, at) =>
    indicator(id, { aggregation: aggregationOf(at) }),
  );
  const [first = '', second = ''] = indicatorIds(size);
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
    aliases: [],
    ownLabels: [],
    breaks: [],
    ...change,
  };
}
