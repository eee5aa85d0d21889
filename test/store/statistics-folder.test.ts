import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { checkFolder } from '../../src/server/plan-check.ts';
import { readPlanFolder } from '../../src/store/plan-folder.ts';
import { readStatisticsFolder, type StatisticsFolder } from '../../src/store/statistics-folder.ts';
import { writePlanFolder } from '../server/plan-folder.ts';
import { changed, writeStatistics } from './statistics-files.ts';
import { tempFolder } from './temp-folder.ts';

const shipped = join(import.meta.dirname, '..', '..', 'plans/xingbian-2016-2020');

/** What `check` finds in a folder but for the example's short text, as `file:line code`. */
async function check(folder: string): Promise<string[]> {
  const { findings } = checkFolder(
    await readPlanFolder(folder),
    await readStatisticsFolder(folder),
  );
  return findings
    .filter(({ where }) => where.file !== 'text.txt')
    .map(({ code, where }) => `${where.file}:${where.line ?? ''} ${code}`);
}

const findings = (files: Readonly<Record<string, string | null>>) =>
  check(writeStatistics(writePlanFolder(tempFolder()), files));

describe('the shipped statistics', () => {
  let statistics: StatisticsFolder;
  beforeAll(async () => {
    const read = await readStatisticsFolder(shipped);
    if (!read) throw new Error('the shipped plan has no statistics');
    statistics = read;
  });

  test('have no findings', async () => {
    expect(await check(shipped)).toEqual([]);
  });

  test('hold the places, groups and sites that their sources give', () => {
    const { register } = statistics;
    const counts = (of: readonly string[]) =>
      Object.fromEntries([...new Set(of)].map((key) => [key, of.filter((k) => k === key).length]));
    expect(counts(register?.territories.map((item) => item.kind) ?? [])).toEqual({
      state: 1,
      province: 10,
      prefecture: 45,
      county: 146,
      corps: 1,
      division: 9,
      farm: 54,
    });
    expect(
      counts(register?.members.map((item) => `${item.group} ${item.certainty}`) ?? []),
    ).toEqual({
      'border-county certain': 138,
      'border-county probable': 2,
      'border-farm candidate': 54,
      'policy-only certain': 6,
      'poverty-county certain': 72,
    });
    expect(counts(register?.sites.map((item) => item.kind) ?? [])).toEqual({
      'economic-cooperation-zone': 17,
      'pilot-zone': 9,
      port: 47,
    });
    expect(register?.frontier.map((item) => item.order)).toEqual(
      Array.from({ length: 140 }, (_, index) => index + 1),
    );
    expect(register?.neighbours).toHaveLength(14);
  });

  test('know what a place was called', () => {
    const names = (id: string) =>
      statistics.register?.territories
        .find((item) => item.id === id)
        ?.names.map(({ code, name, from, until }) => [code, name, from, until]);
    expect(names('530581')).toEqual([
      ['530522', '腾冲县', null, '2015'],
      ['530581', '腾冲市', '2015', null],
    ]);
    expect(names('232701')).toEqual([
      ['232723', '漠河县', null, '2018-02'],
      ['232701', '漠河市', '2018-02', null],
    ]);
    expect(names('650502')?.[0]).toEqual(['652201', '哈密市', null, '2016']);
    expect(names('210681')).toEqual([['210681', '东港市', null, null]]);
  });

  test('put every poverty county of the border in the year it left the list', () => {
    const border = new Set(
      statistics.register?.members
        .filter((item) => item.group === 'border-county')
        .map((item) => item.territory),
    );
    const left = statistics.register?.members
      .filter((item) => item.group === 'poverty-county' && border.has(item.territory))
      .map((item) => item.until);
    const years = ['2016', '2017', '2018', '2019', '2020'];
    expect(years.map((year) => left?.filter((until) => until === year).length)).toEqual([
      5, 13, 28, 16, 7,
    ]);
  });

  test('measure each commitment that can be judged, and sixteen criteria of a village', () => {
    expect(statistics.indicators?.commitments).toHaveLength(48);
    expect(statistics.indicators?.villageCriteria).toHaveLength(16);
    const reasons = statistics.indicators?.commitments.filter((item) => 'none' in item);
    expect(reasons?.length).toBeLessThan(30);
  });

  test('say of no source that its figures include or exclude what it does not say', () => {
    expect(statistics.datasets.map(({ id, enclosed }) => [id, enclosed])).toEqual([
      ['census', 'unstated'],
      ['county-yearbook', 'unstated'],
      ['national', 'included'],
      ['province', 'unstated'],
    ]);
  });
});

test('a plan without territory/ has no statistics, and nothing is wrong with that', async () => {
  const folder = writePlanFolder(tempFolder());
  expect(await readStatisticsFolder(folder)).toBeNull();
  expect(await check(folder)).toEqual([]);
});

test('a small folder is good, and its cells become values', async () => {
  const folder = writeStatistics(writePlanFolder(tempFolder()));
  expect(await check(folder)).toEqual([]);
  const read = await readStatisticsFolder(folder);
  const [, , old, split] = read?.register?.territories ?? [];
  expect(old?.point).toEqual({ lon: 97.5, lat: 24.1 });
  expect(old?.names.map((item) => item.name)).toEqual(['旧县', '老县']);
  expect(split?.names.map((item) => item.name)).toEqual(['新县']);
  expect(read?.register?.events[0]?.share).toEqual({ value: 0.25, of: 'population' });
  expect(read?.register?.frontier.map((item) => item.neighbours)).toEqual([['甲国'], []]);
  expect(read?.placeOf.register(['members', 1])).toEqual({
    file: 'territory/members.csv',
    line: 3,
  });
});

const units = 'territory/units.csv';
const relations = 'territory/relations.csv';
const events = 'territory/events.csv';
const frontier = 'territory/frontier.csv';
const register = 'territory/register.yaml';

test.each<[string, Record<string, string | null>, string[]]>([
  ['a missing file', { [units]: null }, [`${units}: statistics-file-missing`]],
  [
    'missing definitions',
    { 'indicators.yaml': null },
    ['indicators.yaml: statistics-file-missing'],
  ],
  [
    'a data file that is not there',
    { 'data/example.csv': null },
    ['data/datasets.yaml:3 statistics-file-missing'],
  ],
  [
    'a data file outside',
    changed('data/datasets.yaml', 'example.csv', '../plan.yaml'),
    ['data/datasets.yaml:3 field-invalid'],
  ],
  ['broken CSV', changed(frontier, '甲国', '"甲国'), [`${frontier}:3 csv-syntax`]],
  ['a column less', changed(relations, ',until', ',end'), [`${relations}:1 field-invalid`]],
  ['an unknown kind', changed(units, ',province,', ',canton,'), [`${units}:3 field-invalid`]],
  ['half a point', changed(units, '97.5,24.1', '97.5,'), [`${units}:4 field-invalid`]],
  [
    'an order that is no number',
    changed(frontier, ',1,', ',one,'),
    [`${frontier}:2 field-invalid`],
  ],
  ['a share above one', changed(events, '0.25', '25'), [`${events}:2 field-invalid`]],
  ['a share of nothing said', changed(events, '0.25,', 'x,'), [`${events}:2 field-invalid`]],
  [
    'a name of no place',
    changed('territory/names.csv', '530001,530001,旧县', '530009,530001,旧县'),
    ['territory/names.csv:2 reference-unknown'],
  ],
  [
    'an unknown field',
    changed(register, 'main:', 'extra: 1\nmain:'),
    [`${register}:1 field-invalid`],
  ],
  [
    'a place twice',
    changed(units, '530002,', '530001,'),
    [
      `${units}:5 id-duplicate`,
      `${relations}:4 reference-unknown`,
      'territory/members.csv:3 reference-unknown',
      `${events}:2 reference-unknown`,
      `${frontier}:3 reference-unknown`,
    ],
  ],
  [
    'an unknown clause',
    changed(register, "['1.1.1']", "['9.9']"),
    [`${register}:15 reference-unknown`],
  ],
  ['an unknown neighbour', changed(frontier, '甲国', '乙国'), [`${frontier}:2 neighbour-unlisted`]],
  ['a position twice', changed(frontier, '530002,2', '530002,1'), [`${frontier}:3 id-duplicate`]],
  [
    'a measure of an unknown commitment',
    changed('indicators.yaml', '1.1.1#1', '1.1.1#9'),
    ['indicators.yaml:17 commitment-unmeasured', 'indicators.yaml:18 reference-unknown'],
  ],
  [
    'a criterion in other words',
    changed('indicators.yaml', 'quote: 硬化路', 'quote: 石子路'),
    ['indicators.yaml:26 criterion-quote'],
  ],
])('%s is a finding at its line', async (_, files, expected) => {
  expect(await findings(files)).toEqual(expected);
});
