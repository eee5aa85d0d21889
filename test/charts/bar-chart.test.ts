import { describe, expect, test } from 'vitest';
import { type BarChartInput, barChart } from '../../src/charts/bar-chart.ts';

const bar = (id: string, value: number | null, mark = '') => ({ id, name: id, value, mark });

function chart(change: Partial<BarChartInput>) {
  return barChart({
    bars: [bar('a', 40), bar('b', 20), bar('c', null)],
    references: [],
    digits: 1,
    signed: false,
    text: (value) => value.toFixed(1),
    width: 400,
    ...change,
  });
}

const rects = (drawn: ReturnType<typeof chart>) =>
  drawn.marks.flatMap((mark) => (mark.kind === 'rect' ? [mark] : []));
const texts = (drawn: ReturnType<typeof chart>) =>
  drawn.marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []));

describe('a bar chart', () => {
  test('draws bars in proportion, and none for what has no figure', () => {
    const [a, b, ...none] = rects(chart({}));
    expect((a?.width ?? 0) / (b?.width ?? 1)).toBeCloseTo(2, 6);
    expect(none).toEqual([]);
    expect(chart({}).rows.map(({ id }) => id)).toEqual(['a', 'b']);
  });

  test('goes both ways from zero where figures are movements', () => {
    const [up, down] = rects(chart({ bars: [bar('a', 5), bar('b', -5)], signed: true }));
    expect(up?.x).toBeCloseTo((down?.x ?? 0) + (down?.width ?? 0), 6);
    expect([up?.fill, down?.fill]).toEqual(['rise', 'fall']);
  });

  test('says a doubt behind the figure and names what bars are compared with', () => {
    const drawn = chart({
      bars: [bar('a', 40, '待核实')],
      references: [{ name: 'whole', value: 30 }],
    });
    expect(texts(drawn)).toEqual(expect.arrayContaining(['40.0 待核实', 'whole 30.0']));
  });

  test('stays within its width', () => {
    const drawn = chart({ bars: [bar('a long name', 123456789)], text: (value) => String(value) });
    for (const rect of rects(drawn)) expect(rect.x + rect.width).toBeLessThanOrEqual(400);
  });

  test('draws nothing but its axis without bars', () => {
    expect(rects(chart({ bars: [] }))).toEqual([]);
  });
});
