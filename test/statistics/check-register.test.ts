import { describe, expect, test } from 'vitest';
import type { FindingPlace } from '../../src/domain/finding.ts';
import type {
  GroupMember,
  GroupRule,
  Territory,
  TerritoryEvent,
  TerritoryRegister,
  TerritoryRelation,
} from '../../src/domain/territory.ts';
import { checkRegister } from '../../src/statistics/check-register.ts';

const words = { zh: '示例', en: 'example' };
const sourced = { certainty: 'certain', source: '示例', note: null } as const;

function place(id: string, from: string | null = null, until: string | null = null): Territory {
  const shown = { name: id, shortName: id, names: [], point: null };
  return { id, kind: 'county', ...shown, from, until, ...sourced };
}

function within(
  territory: string,
  upper: string,
  dates: Partial<TerritoryRelation> = {},
): TerritoryRelation {
  const open = { from: null, until: null, source: '示例' };
  return { territory, hierarchy: 'administrative', within: upper, ...open, ...dates };
}

function member(territory: string, from: string | null, until: string | null): GroupMember {
  return { group: 'all', territory, from, until, basis: null, ...sourced };
}

function group(id: string, members: GroupRule) {
  const said = { name: words, member: words, definition: words, clauses: [] };
  return { id, ...said, members, counted: 'dated', totals: false } as const;
}

function split(date: string, from: string, to: string): TerritoryEvent {
  return { id: 's', kind: 'split', date, from, to, whole: 'yes', share: null, ...sourced };
}

function register(parts: Partial<TerritoryRegister>): TerritoryRegister {
  return {
    main: 'all',
    enclosed: words,
    neighbours: [{ zh: '甲国', en: 'A' }],
    siteKinds: [],
    groups: [group('all', { rule: 'listed' })],
    territories: [place('a'), place('b'), place('c', '2014')],
    relations: [],
    members: [],
    events: [],
    frontier: [],
    sites: [],
    ...parts,
  };
}

/** Findings as `place code`, the place as the path in the register. */
function check(parts: Partial<TerritoryRegister>): string[] {
  const placeOf = (path: readonly (string | number)[]): FindingPlace => ({ file: path.join('/') });
  return checkRegister(register(parts), { clauses: new Set(['1']), placeOf }).map(
    ({ code, where }) => `${where.file} ${code}`,
  );
}

test('a good register has no findings', () => {
  expect(
    check({
      relations: [
        within('b', 'a', { until: '2014' }),
        within('b', 'c', { from: '2014' }),
        within('b', 'a', { hierarchy: 'land' }),
      ],
      members: [member('c', null, null), member('a', '2010', '2012')],
      events: [split('2014-06', 'a', 'c')],
      frontier: [
        { territory: 'a', order: 1, neighbours: ['甲国'], basis: '', touches: 'yes', note: null },
      ],
    }),
  ).toEqual([]);
});

describe('what is not there', () => {
  test.each<[string, Partial<TerritoryRegister>, string[]]>([
    ['the main group', { main: 'x' }, ['main reference-unknown']],
    ['a place above', { relations: [within('a', 'x')] }, ['relations/0 reference-unknown']],
    ['a member', { members: [member('x', null, null)] }, ['members/0 reference-unknown']],
    ['a place of an event', { events: [split('2014', 'x', 'c')] }, ['events/0 reference-unknown']],
    [
      'a kind of site',
      { sites: [{ kind: 'x', name: 'y', territory: 'a', ...sourced }] },
      ['sites/0 reference-unknown'],
    ],
    [
      'a group of a rule',
      { groups: [group('all', { rule: 'above', group: 'x', kind: 'province' })] },
      ['groups/0/members reference-unknown'],
    ],
    [
      'a clause',
      { groups: [{ ...group('all', { rule: 'listed' }), clauses: ['1', '2'] }] },
      ['groups/0/clauses reference-unknown'],
    ],
  ])('%s', (_, parts, expected) => expect(check(parts)).toEqual(expected));
});

describe('what leads back to itself', () => {
  test('places', () => {
    const relations = [within('a', 'b'), within('b', 'c'), within('c', 'a', { from: '2014' })];
    expect(check({ relations })).toEqual([
      'relations/0 reference-cycle',
      'relations/1 reference-cycle',
      'relations/2 reference-cycle',
    ]);
  });

  test('groups, but not one that only leads into a circle', () => {
    const groups = [
      group('all', { rule: 'union', groups: ['x', 'y'] }),
      group('x', { rule: 'above', group: 'y', kind: 'province' }),
      group('y', { rule: 'above', group: 'x', kind: 'province' }),
    ];
    expect(check({ groups })).toEqual([
      'groups/1/members reference-cycle',
      'groups/2/members reference-cycle',
    ]);
  });

  test('a place split from itself', () => {
    expect(check({ events: [split('2014', 'c', 'c')] })).toEqual(['events/0 reference-cycle']);
  });
});

describe('dates', () => {
  test.each<[string, Partial<TerritoryRegister>, string[]]>([
    [
      'end before they begin',
      { members: [member('a', '2012', '2012')] },
      ['members/0 dates-reversed'],
    ],
    [
      'begin before the place',
      { members: [member('c', '2013', null)] },
      ['members/0 dates-outside'],
    ],
    ['begin with the place, to the month', { members: [member('c', '2014-03', null)] }, []],
    [
      'outlast the place',
      {
        territories: [place('a', null, '2015')],
        relations: [],
        members: [member('a', null, '2016')],
      },
      ['members/0 dates-outside'],
    ],
    [
      'overlap in one hierarchy',
      { relations: [within('a', 'b', { until: '2016' }), within('a', 'c', { from: '2015' })] },
      ['relations/1 above-several'],
    ],
    [
      'of a split differ from its place',
      { events: [split('2012', 'a', 'c')] },
      ['events/0 event-date'],
    ],
  ])('that %s', (_, parts, expected) => expect(check(parts)).toEqual(expected));
});
