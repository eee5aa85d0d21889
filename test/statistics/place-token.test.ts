import { describe, expect, test } from 'vitest';
import { periodText } from '../../src/domain/period.ts';
import { nameIn } from '../../src/statistics/name-then.ts';
import { parsePeriodList } from '../../src/statistics/period-list.ts';
import { formatPlaceToken, parsePlaceToken, rowsOf } from '../../src/statistics/place-token.ts';
import { buildPlaces } from '../../src/statistics/places.ts';
import { exampleRegister } from '../store/example-statistics.ts';

const places = buildPlaces(
  exampleRegister({
    frontier: ['b2', 'a1', 'b1', 'a2'].map((territory, index) => ({
      ...{ territory, order: index + 1, neighbours: [], basis: 'test' },
      ...{ touches: 'yes', note: null },
    })),
  }),
);

describe('a token', () => {
  test.each([
    ['A', { kind: 'place', territory: 'A' }],
    ['edge', { kind: 'group', group: 'edge', within: 's' }],
    ['edge/*', { kind: 'members', group: 'edge', within: 's' }],
    ['edge@A', { kind: 'group', group: 'edge', within: 'A' }],
    ['edge@A/*', { kind: 'members', group: 'edge', within: 'A' }],
    ['a1+b2', { kind: 'together', territories: ['a1', 'b2'] }],
  ])('%s is read and written', (text, token) => {
    const parsed = parsePlaceToken(text, places);
    expect(parsed).toEqual(token);
    expect(parsed && formatPlaceToken(parsed, places)).toBe(text);
  });

  test.each([
    '',
    'nowhere',
    'edge@nowhere',
    'nogroup@A',
    'A/*',
    'edge@A/',
    'a1+',
    'a1+nowhere',
    'edge@A@B',
  ])('%j is none', (text) => {
    expect(parsePlaceToken(text, places)).toBeNull();
  });

  test('becomes rows: members along the frontier, those of any of the years', () => {
    const rows = (text: string, years: readonly number[]) => {
      const token = parsePlaceToken(text, places);
      return token ? rowsOf(token, years, places).map((row) => row.token) : [];
    };
    expect(rows('edge/*', [2010])).toEqual(['b2', 'a1', 'b1', 'a2']);
    expect(rows('edge/*', [2010, 2020])).toEqual(['b2', 'a1', 'b1', 'a2', 'a3']);
    expect(rows('edge@A/*', [2020])).toEqual(['a1', 'a2', 'a3']);
    expect(rows('edge', [2010])).toEqual(['edge']);
  });

  test('for a group has the members of each year', () => {
    const token = parsePlaceToken('edge@A', places);
    const [row] = token ? rowsOf(token, [2010], places) : [];
    expect(row?.membersIn?.(2012)).toEqual(['a1', 'a2']);
    expect(row?.membersIn?.(2013)).toEqual(['a1', 'a2', 'a3']);
    expect(row?.name).toEqual({ zh: 'Aedge', en: 'edge, A' });
  });
});

describe('a list of periods', () => {
  const read = (text: string) => {
    const parsed = parsePeriodList(text);
    return 'wrong' in parsed ? parsed : parsed.periods.map(periodText);
  };

  test('holds single ones and runs, each once', () => {
    expect(read('2020, 2015..2017,2016')).toEqual(['2020', '2015', '2016', '2017']);
    expect(read('2019-Q3..2020-Q2')).toEqual(['2019-Q3', '2019-Q4', '2020-Q1', '2020-Q2']);
  });

  test.each(['', '2020,', '2020..2019', '2020..2021-Q1', '20', '2020-13', '0001..9999', '1..2..3'])(
    'of %j is none',
    (text) => {
      expect(read(text)).toHaveProperty('wrong');
    },
  );
});

test('a place had the name and code of the time', () => {
  const [place] = exampleRegister().territories;
  if (!place) throw new Error('a place');
  const name = (code: string, from: string | null, until: string | null) => ({
    ...{ code, name: `name ${code}`, from, until, source: 'test' },
  });
  const named = { ...place, names: [name('1', null, '2015'), name('2', '2015', null)] };
  expect(nameIn(named, 2014).code).toBe('1');
  expect(nameIn(named, 2015)).toEqual({ code: '2', name: 'name 2' });
  expect(nameIn({ ...place, names: [] }, 2015)).toEqual({ code: null, name: 's' });
});
