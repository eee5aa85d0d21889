import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { nestingsAmong } from '../../src/statistics/overlap.ts';
import { buildPlaces, holdsIn, type Places } from '../../src/statistics/places.ts';
import { readStatisticsFolder } from '../../src/store/statistics-folder.ts';

const shipped = join(import.meta.dirname, '..', '..', 'plans/xingbian-2016-2020');

let places: Places;
beforeAll(async () => {
  const register = (await readStatisticsFolder(shipped))?.register;
  if (!register) throw new Error('the shipped plan has no register');
  places = buildPlaces(register);
});

const count = (group: string, year: number, within = places.state) =>
  places.membersIn(group, within, year).length;

describe('groups of the shipped register', () => {
  test('count their members by year', () => {
    const years = [2010, 2011, 2012, 2013, 2014, 2015, 2020];
    expect(years.map((year) => count('border-county', year))).toEqual([
      136, 136, 137, 138, 139, 140, 140,
    ]);
    expect(count('border-farm', 2020)).toBe(54);
    expect(count('border-area', 2020)).toBe(194);
    expect(count('policy-only', 2020)).toBe(6);
    expect(count('frontier-township', 2020)).toBe(0);
  });

  test('have the members of each province that the plan names', () => {
    const provinces = {
      150000: 20,
      210000: 5,
      220000: 10,
      230000: 18,
      450000: 8,
      460000: 0,
      530000: 25,
      540000: 18,
      620000: 1,
      650000: 35,
    };
    for (const [id, members] of Object.entries(provinces))
      expect([id, count('border-county', 2020, id)]).toEqual([id, members]);
  });

  test('stand in the order of the frontier', () => {
    const order = places.register.frontier.map((item) => item.territory);
    expect(places.membersIn('border-county', places.state, 2020)).toEqual(order);
    expect([order[0], order.at(-1)]).toEqual(['210681', '450681']);
  });

  test('whoever was a poverty county counts in every year; dates keep when it left', () => {
    expect([2010, 2016, 2021].map((year) => count('poverty-county', year))).toEqual([72, 72, 72]);
  });

  test('the zone of prefectures follows from the counties, the divisions from the farms', () => {
    expect(count('linkage-zone', 2020)).toBe(45);
    expect(places.membersIn('linkage-zone', '210000', 2020)).toEqual(['210600']);
    expect(places.membersIn('linkage-zone', '650000', 2020)).not.toContain('650000');
    expect(count('border-division', 2020)).toBe(9);
  });
});

describe('what is above', () => {
  test('a county: prefecture, province, state', () => {
    expect(places.ancestors('530581')).toEqual(['530500', '530000', '000000']);
    expect(places.above('530581', 'administrative', 2020)).toBe('530500');
  });

  test('a city that no prefecture holds', () => {
    expect(places.ancestors('659008')).toEqual(['650000', '000000']);
    expect(places.above('659008', 'administrative', 2014)).toBeNull();
  });

  test('a farm: its division and corps add it up, the county on whose land it lies does not', () => {
    expect(places.ancestors('654201503')).toEqual(['xpcc-09', 'xpcc', '000000']);
    expect(places.above('654201503', 'land', 2020)).toBe('654201');
    expect(places.holders('654201503')).toEqual(
      expect.arrayContaining(['xpcc-09', 'xpcc', '654201', '654200', '650000', '000000']),
    );
  });

  test('a farm counts within its division, and within what it lies on', () => {
    for (const within of ['xpcc-09', '654201', '654200', '650000'])
      expect(places.membersIn('border-area', within, 2020)).toContain('654201503');
    expect(count('border-farm', 2020, '650000')).toBe(54);
    expect(count('border-area', 2020, '650000')).toBe(89);
    expect(places.membersIn('border-farm', '530000', 2020)).toEqual([]);
  });

  test('a farm and the county it lies on overlap within the province too', () => {
    const members = new Set(places.membersIn('border-area', '650000', 2020));
    const nested = nestingsAmong(members, places);
    expect(nested).toContainEqual(
      expect.objectContaining({ inner: '654201503', outer: '654201', land: true }),
    );
  });
});

test('scopes: every group with totals in each place above a member, with all members there', () => {
  const scopes = places.scopes(0);
  const within = (group: string, territory: string) =>
    scopes.find((scope) => scope.group === group && scope.territory === territory)?.members.length;
  expect(within('border-county', '000000')).toBe(140);
  expect(within('border-county', '654000')).toBe(4);
  expect(within('border-area', '000000')).toBe(194);
  expect(within('poverty-county', '460000')).toBe(3);
  expect(within('policy-only', '460000')).toBeUndefined();
  expect(within('border-farm', 'xpcc-09')).toBe(10);
  expect(within('border-farm', '650000')).toBe(54);
  expect(within('border-area', '650000')).toBe(89);
  const keys = scopes.map((scope) => `${scope.group}@${scope.territory}`);
  expect(new Set(keys).size).toBe(keys.length);
});

test('totals are kept for the state and for places with more than eight members', () => {
  const kept = places.scopes().filter((scope) => scope.group === 'border-county');
  const sizes = new Map(kept.map((scope) => [scope.territory, scope.members.length]));
  expect(sizes.get('000000')).toBe(140);
  expect(sizes.get('150000')).toBe(20);
  expect(sizes.has('620000')).toBe(false);
  expect([...sizes.values()].every((size) => size > 8)).toBe(true);
});

test('something dated holds in a year when it holds at its end', () => {
  const dated = { from: '2013-05', until: '2018-02' };
  expect([2012, 2013, 2017, 2018].map((year) => holdsIn(dated, year))).toEqual([
    false,
    true,
    true,
    false,
  ]);
  expect(holdsIn({ from: null, until: null }, 1949)).toBe(true);
});
