import type { Indicator, IndicatorsFile } from '../../src/domain/indicator.ts';
import type { Observation } from '../../src/domain/observation.ts';
import { periodNumber } from '../../src/domain/period.ts';
import type { Territory, TerritoryKind, TerritoryRegister } from '../../src/domain/territory.ts';
import type { StagedObservation } from '../../src/store/statistics/stage-lines.ts';

/** A small country: two provinces, five counties, one of them split off in 2013, and a farm on one's land. */
export function exampleRegister(change: Partial<TerritoryRegister> = {}): TerritoryRegister {
  const counties = ['a1', 'a2', 'a3', 'b1', 'b2'];
  return {
    main: 'edge',
    enclosed: { zh: '农场', en: 'farms' },
    neighbours: [],
    siteKinds: [],
    groups: [
      group('edge', { rule: 'listed' }),
      group('farms', { rule: 'listed' }),
      group('all', { rule: 'union', groups: ['edge', 'farms'] }),
    ],
    territories: [
      place('s', 'state'),
      place('A', 'province'),
      place('B', 'province'),
      ...counties.map((id) => place(id, 'county', id === 'a3' ? '2013' : null)),
      place('corps', 'corps'),
      place('f1', 'farm'),
    ],
    relations: [
      ...['A', 'B', 'corps'].map((id) => within(id, 's')),
      ...counties.map((id) => within(id, id.startsWith('a') ? 'A' : 'B')),
      { ...within('f1', 'corps'), hierarchy: 'corps' },
      { ...within('f1', 'b1'), hierarchy: 'land' },
    ],
    members: [...counties.map((id) => member('edge', id)), member('farms', 'f1')],
    events: [
      {
        id: 'split-a3',
        kind: 'split',
        date: '2013',
        from: 'a2',
        to: 'a3',
        whole: 'yes',
        share: null,
        ...sourced,
      },
    ],
    frontier: [],
    sites: [],
    ...change,
  };
}

/** One indicator of each way to add up, and a few derived ones. */
export function exampleIndicators(): IndicatorsFile {
  return {
    themes: [{ id: 'people', name: { zh: '人口', en: 'People' } }],
    indicators: [
      indicator('population', { unit: '人', aggregation: { kind: 'sum' } }),
      indicator('town-population', { unit: '人', aggregation: { kind: 'sum' } }),
      indicator('gdp', { unit: '万元', shownIn: '亿元', aggregation: { kind: 'sum' } }),
      indicator('schooling', {
        unit: '年',
        aggregation: { kind: 'mean', weight: 'population' },
      }),
      indicator('water', { unit: '%', aggregation: { kind: 'median' } }),
      indicator('town-share', {
        unit: '%',
        derived: { op: 'share', of: 'town-population', by: 'population' },
      }),
      indicator('gdp-growth', { unit: '%', derived: { op: 'growth', of: 'gdp', over: 1 } }),
      indicator('gdp-per-capita', {
        unit: '元/人',
        derived: { op: 'per-capita', of: 'gdp', by: 'population' },
      }),
    ],
    commitments: [],
    villageCriteria: [],
  };
}

/** An observation of the example, at a line of its file. */
export function observed(
  territory: string,
  indicatorId: string,
  period: string,
  value: string | null,
  change: Partial<Observation> & { line?: number } = {},
): StagedObservation {
  const { line = 1, ...rest } = change;
  return {
    territory,
    indicator: indicatorId,
    period: periodNumber(period) ?? 0,
    breakdown: '',
    value,
    absence: value === null ? 'missing' : null,
    status: 'final',
    source: 'made for a test',
    note: null,
    place: { line },
    ...rest,
  };
}

const sourced = { certainty: 'certain', source: 'made for a test', note: null } as const;
const words = (text: string) => ({ zh: text, en: text });

function group(
  id: string,
  members: TerritoryRegister['groups'][number]['members'],
): TerritoryRegister['groups'][number] {
  return {
    id,
    name: words(id),
    member: words(id),
    definition: words(id),
    members,
    counted: 'dated',
    totals: true,
    clauses: [],
  };
}

function place(id: string, kind: TerritoryKind, from: string | null = null): Territory {
  return {
    id,
    kind,
    name: id,
    shortName: id,
    from,
    until: null,
    names: [{ code: id, name: id, from: null, until: null, source: 'made for a test' }],
    point: null,
    ...sourced,
  };
}

function within(territory: string, above: string): TerritoryRegister['relations'][number] {
  const dates = { from: null, until: null };
  return { territory, hierarchy: 'administrative', within: above, ...dates, source: 'test' };
}

function member(groupId: string, territory: string): TerritoryRegister['members'][number] {
  return { group: groupId, territory, from: null, until: null, basis: null, ...sourced };
}

function indicator(id: string, change: Partial<Indicator>): Indicator {
  return {
    id,
    theme: 'people',
    name: words(id),
    definition: words(id),
    unit: '',
    direction: 'up',
    digits: 1,
    frequency: 'year',
    timing: 'level',
    range: {},
    source: { agency: 'test', publication: 'test' },
    standing: 'collected',
    clauses: [],
    aliases: [],
    ownLabels: [],
    breaks: [],
    ...change,
  };
}
