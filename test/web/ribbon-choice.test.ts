import { describe, expect, it } from 'vitest';
import type { IndicatorEntry, StatisticsCatalog } from '../../src/api/statistics.ts';
import { periodsOf } from '../../src/web/ribbon/ribbon-choice.ts';

const catalog = { plan: { period: { start: 2016, end: 2020 } } } as StatisticsCatalog;
const note = { zh: '', en: '' };

describe('the periods a track joins', () => {
  it.each([
    ['the ends of one series', ['2015', '2017', '2018', '2020'], [], ['2015', '2020']],
    ['only those after a break', ['2015', '2017', '2019', '2020'], ['2019'], ['2019', '2020']],
    ['both ends where one alone is left', ['2010', '2020'], ['2019'], ['2010', '2020']],
    [
      'as if there were no later break',
      ['2015', '2017', '2018', '2020'],
      ['2021'],
      ['2015', '2020'],
    ],
  ])('are %s', (_, periods, breaks, expected) => {
    const entry = {
      periods: periods.map((period) => ({ period, territories: 1 })),
      breaks: breaks.map((period) => ({ period, note })),
    } as unknown as IndicatorEntry;
    expect(periodsOf(entry, 'dumbbell', catalog)).toEqual(expected);
  });
});
