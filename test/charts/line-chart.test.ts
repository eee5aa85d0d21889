import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ChartLine, lineChart } from '../../src/charts/line-chart.ts';
import { spread } from '../../src/charts/spread.ts';

const periods = ['2010', '2015', '2016', '2017', '2020'];
const size = { width: 700, height: 300, digits: 1, breaks: [] };

function line(values: ChartLine['values'], look: ChartLine['look'] = 'strong'): ChartLine {
  return { id: 'a', name: 'A', values, doubtful: [], look };
}

const pathOf = (chart: ReturnType<typeof lineChart>) => chart.hits[0]?.d ?? '';

describe('a line chart', () => {
  test('leaves a gap where a period has no figure, and draws a lone figure as a dot', () => {
    const chart = lineChart({ ...size, periods, lines: [line([1, 2, null, 3, 4])] });
    expect(pathOf(chart).match(/M/g)).toHaveLength(2);
    expect(pathOf(chart).match(/L/g)).toHaveLength(2);
    const alone = lineChart({ ...size, periods, lines: [line([1, null, 5, null, 4], 'pale')] });
    expect(alone.marks.filter((mark) => mark.kind === 'circle')).toHaveLength(3);
  });

  test('marks a figure in doubt, also on a pale line, and none that is not there', () => {
    const doubted = { ...line([1, 2, null, 3, 4], 'pale'), doubtful: [1, 2] };
    const rings = lineChart({ ...size, periods, lines: [doubted] }).marks.filter(
      (mark) => mark.part === 'doubtful',
    );
    expect(rings).toMatchObject([{ kind: 'circle', fill: 'ground', stroke: 'loss' }]);
  });

  test('sets periods as far apart as they are in time', () => {
    const chart = lineChart({ ...size, periods, lines: [line([1, 2, 3, 4, 5])] });
    const x = [...pathOf(chart).matchAll(/[ML]([\d.]+) /g)].map((found) => Number(found[1]));
    const [a = 0, b = 0, c = 0] = x;
    expect((b - a) / (c - b)).toBeCloseTo(5, 1);
  });

  test.each([
    ['begins at zero where figures are far apart', [10, 90], '0'],
    ['does not flatten figures that are close', [90, 95], '90'],
  ])('%s', (_, values, least) => {
    const chart = lineChart({ ...size, periods: ['2019', '2020'], lines: [line(values)] });
    const ticks = chart.marks.flatMap((mark) =>
      mark.kind === 'text' && mark.anchor === 'end' ? [mark.text] : [],
    );
    expect(ticks[0]).toBe(least);
  });

  test('leaves out lines without a figure and names only those that are not pale', () => {
    const chart = lineChart({
      ...size,
      periods: ['2019', '2020'],
      lines: [
        { id: 'n', name: 'none', values: [null, null], doubtful: [], look: 'strong' },
        { id: 'p', name: 'pale', values: [1, 2], doubtful: [], look: 'pale' },
        { id: 's', name: 'strong', values: [2, 3], doubtful: [], look: 'strong' },
        { id: 'r', name: 'whole', values: [2, 4], doubtful: [], look: 'reference' },
      ],
    });
    const texts = chart.marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []));
    expect(chart.hits.map(({ id }) => id)).toEqual(['p', 's', 'r']);
    expect(texts).toEqual(expect.arrayContaining(['strong 3.0', 'whole 4.0']));
    expect(texts.some((text) => /none|pale/.test(text))).toBe(false);
  });

  test.each(['2016', '2016-06'])('does not join figures across a break at %s', (period) => {
    const breaks = [{ period, words: 'changed' }];
    const chart = lineChart({ ...size, breaks, periods, lines: [line([1, 2, 3, 4, 5], 'pale')] });
    expect(pathOf(chart).match(/M/g)).toHaveLength(2);
    const cut = [{ period: '2020', words: 'changed' }];
    const alone = lineChart({
      ...size,
      breaks: cut,
      periods,
      lines: [line([1, 2, 3, 4, 5], 'pale')],
    });
    expect(alone.marks.filter((mark) => mark.kind === 'circle')).toHaveLength(1);
  });

  test('marks a break between its period and the one before', () => {
    const breaks = [{ period: '2016', words: 'changed' }];
    const chart = lineChart({ ...size, breaks, periods, lines: [line([1, 2, 3, 4, 5])] });
    expect(chart.marks.some((mark) => mark.kind === 'line' && mark.dash !== undefined)).toBe(true);
    expect(chart.marks.some((mark) => mark.kind === 'text' && mark.text === 'changed')).toBe(true);
  });

  test('moves names apart in the order they stand', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 1, maxLength: 12 }),
        (wished) => {
          const placed = spread(wished, { gap: 15, low: 0, high: 300 });
          const order = wished
            .map((_, index) => index)
            .sort((a, b) => (wished[a] ?? 0) - (wished[b] ?? 0));
          for (const [at, index] of order.slice(1).entries()) {
            const before = placed[order[at] ?? 0] ?? 0;
            expect((placed[index] ?? 0) - before).toBeGreaterThanOrEqual(15 - 1e-9);
          }
          expect(Math.max(...placed)).toBeLessThanOrEqual(300);
        },
      ),
    );
  });

  test('has every mark inside, whatever the figures', () => {
    const value = fc.option(fc.double({ min: -1e9, max: 1e9, noNaN: true }), { nil: null });
    fc.assert(
      fc.property(
        fc.array(fc.array(value, { minLength: 5, maxLength: 5 }), { maxLength: 8 }),
        (rows) => {
          const lines = rows.map((values, index) => ({ ...line(values), id: `${index}` }));
          for (const mark of lineChart({ ...size, periods, lines }).marks) {
            if (mark.kind !== 'circle') continue;
            expect(mark.x).toBeGreaterThanOrEqual(0);
            expect(mark.x).toBeLessThanOrEqual(700);
            expect(mark.y).toBeGreaterThanOrEqual(-0.01);
            expect(mark.y).toBeLessThanOrEqual(300.01);
          }
        },
      ),
    );
  });
});
