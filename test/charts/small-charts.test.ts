import { describe, expect, test } from 'vitest';
import type { Mark } from '../../src/charts/ribbon/scene.ts';
import { smallLines } from '../../src/charts/small-lines.ts';
import { spreadBars } from '../../src/charts/spread-bars.ts';
import { strip } from '../../src/charts/strip.ts';

const texts = (marks: readonly Mark[]) =>
  marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []));
const circles = (marks: readonly Mark[]) => marks.filter((mark) => mark.kind === 'circle');

describe('a strip', () => {
  const input = {
    values: [0, 10, null, 50, 100],
    was: 10,
    now: 100,
    comparable: true,
    median: 30,
    doubtful: false,
    width: 212,
    height: 20,
  };
  const journeys = (marks: readonly Mark[]) =>
    marks.filter((mark) => mark.kind === 'line' && mark.stroke === 'was');

  test('has a tick for everyone with a value, and joins the two points of one', () => {
    const marks = strip(input);
    expect(marks.filter((mark) => mark.kind === 'line' && mark.opacity !== undefined)).toHaveLength(
      4,
    );
    expect(circles(marks).map((mark) => [mark.part, mark.kind === 'circle' && mark.x])).toEqual([
      ['was', 26],
      ['now', 206],
    ]);
    expect(journeys(marks)).toHaveLength(1);
  });

  test('does not join what cannot be compared, and leaves a doubtful figure open', () => {
    expect(journeys(strip({ ...input, comparable: false }))).toEqual([]);
    expect(circles(strip({ ...input, doubtful: true })).at(-1)).toMatchObject({
      fill: 'ground',
      stroke: 'loss',
    });
  });

  test('is empty without any value', () =>
    expect(strip({ ...input, values: [null], was: null, now: null })).toEqual([]));
});

describe('small lines', () => {
  const line = (values: readonly (number | null)[], doubtful: readonly number[] = []) =>
    ({ name: '那坡', values, doubtful, look: 'strong' }) as const;
  const input = {
    periods: ['2015', '2016', '2017', '2018', '2019', '2020'],
    lines: [line([22.69, 24, 26, 26, 39, 41.3])],
    digits: 2,
    breakAt: null,
    width: 222,
    height: 120,
  };
  const paths = (marks: readonly Mark[]) =>
    marks.flatMap((mark) => (mark.kind === 'path' ? [mark.d.match(/M/g)?.length ?? 0] : []));

  test('write the first and last figure with the name', () => {
    expect(texts(smallLines(input))).toEqual(['2015', '2020', '22.69', '41.30', '那坡']);
  });

  test('bridge neither a gap nor a break of the concept', () => {
    expect(paths(smallLines(input))).toEqual([1]);
    expect(paths(smallLines({ ...input, lines: [line([1, null, 3, 4, 5, 6])] }))).toEqual([2]);
    const broken = smallLines({ ...input, breakAt: { period: '2019', words: '口径断点' } });
    expect(paths(broken)).toEqual([2]);
    expect(texts(broken)).toContain('口径断点');
  });

  test('show a figure in doubt as an open ring', () => {
    const marks = smallLines({ ...input, lines: [line([1, 2, 3, 4, 5, 6], [4])] });
    expect(circles(marks).filter((mark) => mark.part === 'doubtful')).toHaveLength(1);
  });

  test('begin at zero, so that twice as much stands twice as high', () => {
    const marks = smallLines({ ...input, lines: [line([50, null, null, null, null, 100])] });
    const heights = circles(marks).map((mark) => (mark.kind === 'circle' ? 102 - mark.y : 0));
    expect((heights[1] ?? 0) / (heights[0] ?? 1)).toBeCloseTo(2, 5);
  });

  test('leave out a line without figures', () =>
    expect(texts(smallLines({ ...input, lines: [line([null, null])] }))).toEqual(['2015', '2020']));
});

describe('a spread', () => {
  test('has a bar a bin, a tick a place, and the middle named', () => {
    const marks = spreadBars({
      bins: [
        { from: 0, to: 10, count: 2 },
        { from: 10, to: 20, count: 0 },
        { from: 20, to: 30, count: 1 },
      ],
      values: [1, 5, 25],
      ...{ median: 5, lower: 3, upper: 15, digits: 1 },
      words: { median: '中位县 5.0' },
      ...{ width: 400, height: 190 },
    });
    expect(marks.filter((mark) => mark.part === 'bin')).toHaveLength(2);
    expect(texts(marks)).toEqual(expect.arrayContaining(['2', '1', '中位县 5.0', '0', '30']));
    expect(marks.filter((mark) => mark.kind === 'line' && mark.opacity !== undefined)).toHaveLength(
      3,
    );
  });

  test('of no bins draws nothing', () =>
    expect(
      spreadBars({
        bins: [],
        values: [],
        ...{ median: 0, lower: 0, upper: 0, digits: 0, width: 9, height: 9 },
        words: { median: '' },
      }),
    ).toEqual([]));
});
