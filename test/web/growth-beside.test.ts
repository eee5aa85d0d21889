import { expect, test } from 'vitest';
import type { Figure } from '../../src/api/statistics.ts';
import type { TerritoryPage } from '../../src/api/statistics-pages.ts';
import { growthBeside } from '../../src/web/territories/growth-beside.ts';
import type { ShownFigures } from '../../src/web/territories/page-figures.ts';

const years = ['2015', '2016', '2017', '2018', '2019'];
const figures = (...values: (number | null)[]) =>
  values.map((value) => (value === null ? null : ({ value } as Figure)));

function ask(change: {
  readonly own: readonly (Figure | null)[];
  readonly province: readonly (Figure | null)[];
  readonly breaks?: readonly string[];
  readonly changedIn?: string;
}) {
  const page = {
    periods: years,
    basis: 'reported',
    events: change.changedIn ? [{ event: { date: change.changedIn } }] : [],
    territory: { shortName: '甲' },
    above: [{ place: { kind: 'province', shortName: '省' } }],
  } as unknown as TerritoryPage;
  const one = {
    indicator: {
      aggregation: { kind: 'sum' },
      breaks: (change.breaks ?? []).map((period) => ({ period })),
    },
    figures: { province: change.province, state: null },
    series: change.own,
    together: false,
  } as unknown as ShownFigures;
  return growthBeside(one, years, page);
}

test('over the longest years in which nothing changed, beside the province', () => {
  const series = { own: figures(100, 110, 120, 150, 90), province: figures(10, 11, 12, 13, 14) };
  expect(ask(series)).toMatchObject({ from: '2015', to: '2019' });
  const cut = ask({ ...series, breaks: ['2019'] });
  expect(cut).toMatchObject({ from: '2015', to: '2018' });
  expect(cut?.growths.map(({ name, percent }) => [name, Math.round(percent)])).toEqual([
    ['甲', 50],
    ['省', 30],
  ]);
  expect(ask({ ...series, changedIn: '2017-05' })).toMatchObject({ from: '2017', to: '2019' });
});

test('neither of a figure in doubt nor of one that is not there', () => {
  const doubted = [{ value: 100, doubts: [{}] } as unknown as Figure, ...figures(110, 120, 130)];
  const province = figures(10, 11, 12, 13, null);
  expect(ask({ own: [...doubted, null], province })).toMatchObject({ from: '2016', to: '2018' });
  expect(ask({ own: figures(1, 2, 3, 4, 5), province: figures(null, null, null, null, 9) })).toBe(
    null,
  );
});
