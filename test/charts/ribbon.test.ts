import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Box,
  type Callout,
  overlap,
  placeCallouts,
} from '../../src/charts/ribbon/callouts.ts';
import { centreOf, drawn, layColumns, placeAt } from '../../src/charts/ribbon/columns.ts';
import { changeOf } from '../../src/charts/ribbon/diverging.ts';
import { textWidth } from '../../src/charts/ribbon/figure-text.ts';
import { findingsOf, medians, reaching } from '../../src/charts/ribbon/findings.ts';
import { formFor, formsFor } from '../../src/charts/ribbon/form.ts';
import { locatorScene } from '../../src/charts/ribbon/locator-scene.ts';
import { neighbourRuns, openRuns } from '../../src/charts/ribbon/neighbours.ts';
import { provinceRuns } from '../../src/charts/ribbon/provinces.ts';
import { readingMarks, ribbonScene } from '../../src/charts/ribbon/ribbon-scene.ts';
import type { Mark, RectMark, Scene } from '../../src/charts/ribbon/scene.ts';
import { classBreaks, classOf } from '../../src/charts/ribbon/stacked-years.ts';
import { endsOf, type RibbonTrack, trackForms } from '../../src/charts/ribbon/track.ts';
import { uprightScene } from '../../src/charts/ribbon/upright-scene.ts';
import { examplePlaces, exampleTrack, exampleWords } from './ribbon-example.ts';

const seeds = { seed: 20170528, numRuns: 60 };
const options = { width: 1360, words: exampleWords };
const all = trackForms.map((form) => exampleTrack(form, form === 'stacked-years' ? 5 : 2));

describe('columns', () => {
  it('are equal, in order and within their length', () => {
    const provinces = fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 160 });
    fc.assert(
      fc.property(provinces, fc.nat(), fc.nat(), (names, one, other) => {
        const from = Math.min(one % names.length, other % names.length);
        const to = Math.max(one % names.length, other % names.length) + 1;
        const columns = layColumns(names, { from, to, start: 46, end: 1300, space: 5 });
        expect(columns.left).toHaveLength(to - from);
        columns.left.forEach((left, index) => {
          const next = columns.left[index + 1];
          if (next !== undefined) expect(next - left).toBeGreaterThanOrEqual(columns.step - 1e-9);
          expect(left).toBeGreaterThanOrEqual(46);
          expect(left + columns.bar).toBeLessThanOrEqual(1300);
        });
        for (const place of drawn(columns))
          expect(placeAt(columns, centreOf(columns, place))).toBe(place);
      }),
      seeds,
    );
  });

  it('name the nearest place for any position', () => {
    const columns = layColumns(['a', 'a', 'b'], { from: 0, to: 3, start: 0, end: 100, space: 10 });
    expect(placeAt(columns, -50)).toBe(0);
    expect(placeAt(columns, 61)).toBe(1);
    expect(placeAt(columns, 69)).toBe(2);
    expect(placeAt(columns, 500)).toBe(2);
  });
});

describe('the form', () => {
  const share = { unit: '%', direction: 'up', range: { min: 0, max: 100 } } as const;
  const sum = { unit: '人', direction: 'none', range: {}, aggregation: { kind: 'sum' } } as const;
  const growth = { ...share, range: {}, derived: { op: 'growth', of: 'gdp', over: 1 } } as const;
  it.each([
    ['a share with two censuses', share, 2, 'level-rise'],
    ['a share that should shrink', { ...share, direction: 'down' as const }, 2, 'dumbbell'],
    ['a level without a ceiling', { ...share, unit: '元', range: {} }, 2, 'dumbbell'],
    ['a total in two periods', sum, 2, 'diverging'],
    ['a total in one period', sum, 1, 'dumbbell'],
    ['a rate of change', growth, 1, 'diverging'],
    ['a date', { ...share, unit: '日期', range: {} }, 1, 'plumb'],
    ['a share with three periods', share, 3, 'level-rise'],
    ['four periods', share, 4, 'stacked-years'],
  ] as const)('of %s', (_, indicator, periods, form) => {
    expect(formFor(indicator, periods)).toBe(form);
    expect(formsFor(indicator, periods)[0]).toBe(form);
  });
});

describe.each(trackForms)('a track of form %s', (form) => {
  const track = exampleTrack(form, form === 'stacked-years' ? 5 : 2, 7);
  const scene = ribbonScene(examplePlaces, [track], options);

  it('stays within its plot', () => {
    const plot = scene.plots[0];
    if (!plot) throw new Error('no plot');
    for (const mark of figures(scene)) {
      const [top, bottom, left, right] = edges(mark);
      expect(top).toBeGreaterThanOrEqual(plot.from - 1);
      expect(bottom).toBeLessThanOrEqual(plot.to + 1);
      expect(left).toBeGreaterThanOrEqual(scene.columns.start - 1);
      expect(right).toBeLessThanOrEqual(scene.columns.end + 1);
    }
  });

  it('draws the same twice', () => {
    expect(ribbonScene(examplePlaces, [track], options)).toEqual(scene);
  });

  it('draws no more places than its window has', () => {
    const window = { from: 7, to: 12 };
    const part = ribbonScene(examplePlaces, [track], { ...options, window });
    const places = part.marks.flatMap(({ place }) => place ?? []);
    for (const place of places) expect(place).toBeGreaterThanOrEqual(7);
    for (const place of places) expect(place).toBeLessThan(12);
  });
});

describe('level and rise', () => {
  const track = exampleTrack('level-rise', 2, 3);
  const scene = ribbonScene(examplePlaces, [track], options);
  const parts = (place: number) => rects(scene, place);
  const height = (place: number, part: string) =>
    parts(place)
      .filter((rect) => rect.part === part)
      .reduce((sum, rect) => sum + rect.height, 0) / 3;

  it('draws every figure at its height, and the rest as gap', () => {
    for (const place of examplePlaces.keys()) {
      const { was, now } = endsOf(track, place);
      if (now.value === null) {
        expect(height(place, 'absent')).toBeCloseTo(100);
        continue;
      }
      const filled = height(place, 'was') + height(place, 'gain') + height(place, 'now');
      expect(filled).toBeCloseTo(now.value);
      expect(filled + height(place, 'gap') + height(place, 'loss')).toBeCloseTo(100);
      const before = was.value === null ? 0 : Math.min(was.value, now.value);
      expect(height(place, 'was')).toBeCloseTo(before);
      expect(height(place, 'loss')).toBeCloseTo(Math.max(0, (was.value ?? 0) - now.value));
    }
  });

  it.each([
    ['whose area changed', { changed: new Set([0, 2]) }],
    ['of a series that begins anew', { broken: '2011' }],
  ])('joins no two figures %s: the level stands alone', (_, apart) => {
    const incomparable = { ...track, ...apart };
    const { unjoined, comparable } = findingsOf(incomparable);
    expect(unjoined).toContain(2);
    expect(comparable).toBe(findingsOf(track).comparable - unjoined.length);
    for (const form of ['level-rise', 'dumbbell'] as const) {
      const drawnApart = ribbonScene(examplePlaces, [{ ...incomparable, form }], options);
      for (const place of unjoined) {
        const marks = figures(drawnApart).filter((mark) => mark.place === place);
        expect(marks.map(({ part }) => part).filter((part) => part !== 'gap')).toEqual(['now']);
        expect(changeOf(incomparable, place)).toBeNull();
      }
      const said = drawnApart.marks.filter(({ part }) => part === 'callout');
      for (const mark of said)
        if (mark.kind === 'text' && unjoined.includes(mark.place ?? -1))
          expect(mark.text).not.toContain('→');
    }
  });

  it('hatches what has no base and what is absent', () => {
    const fills = (place: number) => parts(place).map(({ fill }) => fill);
    expect(fills(5)).toContain('no-base');
    expect(fills(17)).toEqual(['absent']);
  });
});

describe('diverging bars', () => {
  const track = exampleTrack('diverging', 2, 5);
  const scene = ribbonScene(examplePlaces, [track], options);

  it('draw every change in proportion, and cut what lies beyond the axis', () => {
    const bars = figures(scene).filter(({ part }) => part === 'rise' || part === 'fall');
    const known = bars.flatMap((bar) => {
      const change = bar.place === undefined ? null : changeOf(track, bar.place);
      return bar.kind === 'rect' && change !== null ? [{ bar, change }] : [];
    });
    expect(known.length).toBe(findingsOf(track).comparable);
    const cut = new Set(
      figures(scene).flatMap(({ part, place }) => (part === 'cut' ? [place] : [])),
    );
    const scale = known
      .filter(({ bar, change }) => !cut.has(bar.place) && Math.abs(change) > 1)
      .map(({ bar, change }) => bar.height / Math.abs(change));
    for (const value of scale) expect(value).toBeCloseTo(scale[0] ?? 0, 6);
    for (const { bar, change } of known) expect(bar.fill).toBe(change >= 0 ? 'rise' : 'fall');
  });

  it('have no change from zero, none without an end, and points between shares', () => {
    const figuresOf = (was: number | null, now: number | null) => [{ value: was }, { value: now }];
    const of = (was: number | null, now: number | null, range = {}) =>
      changeOf({ ...track, range, figures: [figuresOf(was, now)] }, 0);
    expect(of(200, 250)).toBeCloseTo(25);
    expect(of(0, 250)).toBeNull();
    expect(of(null, 250)).toBeNull();
    expect(of(80, 90, { max: 100 })).toBeCloseTo(10);
  });
});

describe('dumbbells', () => {
  it('draw every figure on one scale, rings where there is no base', () => {
    const track = exampleTrack('dumbbell', 2, 9);
    const scene = ribbonScene(examplePlaces, [track], options);
    const dots = figures(scene).filter(({ part }) => part === 'now');
    const points = dots.map((dot) => ({
      y: dot.kind === 'circle' ? dot.y : Number.NaN,
      value: endsOf(track, dot.place ?? -1).now.value ?? Number.NaN,
    }));
    expect(points).toHaveLength(findingsOf(track).present);
    const sorted = points.toSorted((a, b) => a.value - b.value);
    const [low, high] = [sorted[0], sorted.at(-1)];
    if (!low || !high) throw new Error('no dots');
    const slope = (high.y - low.y) / (high.value - low.value);
    for (const { y, value } of points)
      expect(y).toBeCloseTo(low.y + slope * (value - low.value), 6);
    for (const place of findingsOf(track).noBase)
      expect(dots.find((dot) => dot.place === place)).toMatchObject({ fill: 'ground' });
  });
});

describe('plumb lines, squares and stacked years', () => {
  it('hang the longer the later the date', () => {
    const track = exampleTrack('plumb', 1, 2);
    const scene = ribbonScene(examplePlaces, [track], options);
    const dots = figures(scene).filter(({ part }) => part === 'date');
    const at = new Map<number, number>();
    for (const dot of dots) {
      const year = endsOf(track, dot.place ?? -1).now.value ?? 0;
      const y = dot.kind === 'circle' ? dot.y : 0;
      expect(at.get(year) ?? y).toBe(y);
      at.set(year, y);
    }
    const byYear = [...at].sort(([a], [b]) => a - b).map(([, y]) => y);
    expect(byYear).toEqual([...byYear].sort((a, b) => a - b));
  });

  it('have as many squares as there are sites', () => {
    const track = exampleTrack('squares', 1, 2);
    const scene = ribbonScene(examplePlaces, [track], options);
    const total = track.figures.reduce((sum, [figure]) => sum + (figure?.value ?? 0), 0);
    expect(figures(scene).filter(({ part }) => part === 'site')).toHaveLength(total);
  });

  it('have a cell for every figure, in its class', () => {
    const track = exampleTrack('stacked-years', 5, 2);
    const scene = ribbonScene(examplePlaces, [track], options);
    const breaks = classBreaks(track);
    const cells = figures(scene).filter(({ part }) => track.periods.includes(part ?? ''));
    const present = track.figures.flat().filter(({ value }) => value !== null);
    expect(cells).toHaveLength(present.length);
    for (const cell of cells) {
      const period = track.periods.indexOf(cell.part ?? '');
      const value = track.figures[cell.place ?? -1]?.[period]?.value ?? Number.NaN;
      expect(cell).toMatchObject({ fill: `q${classOf(value, breaks) + 1}` });
    }
  });
});

describe('stacked years', () => {
  const track = exampleTrack('stacked-years', 5, 2);

  it('have round limits that keep five classes apart', () => {
    const of = (values: readonly number[]) =>
      classBreaks({ ...track, figures: values.map((value) => [{ value }]) });
    expect(of([0, 10.46, 20.93, 31.4, 41.87, 52.34])).toEqual([10, 21, 31, 42]);
    expect(new Set(of([97.1, 97.2, 97.3, 97.4, 97.5, 97.6])).size).toBe(4);
  });

  it('print their figures where the columns are wide enough', () => {
    const values = (width: number) =>
      ribbonScene(examplePlaces, [track], { ...options, width }).marks.filter(
        ({ part }) => part === 'value',
      );
    const present = track.figures.flat().filter(({ value }) => value !== null);
    expect(values(1360)).toHaveLength(present.length);
    expect(values(500)).toHaveLength(0);
  });

  it('run from left to right on the upright ribbon, under their years', () => {
    const scene = uprightScene(examplePlaces, [track], { width: 350, words: exampleWords });
    const cells = rects(scene, 0).map(({ part, x }) => [part, x] as const);
    expect(cells.toSorted((a, b) => a[1] - b[1]).map(([part]) => part)).toEqual(track.periods);
    const years = scene.marks.flatMap((mark) =>
      mark.kind === 'text' && mark.part === 'axis' ? [mark.text] : [],
    );
    expect(years.slice(0, 5)).toEqual(track.periods);
  });
});

describe('a track without figures', () => {
  const bare = { ...exampleTrack('level-rise', 2), figures: examplePlaces.map(() => []) };
  const said = (track: RibbonTrack) =>
    ribbonScene(examplePlaces, [track], {
      ...options,
      words: { ...exampleWords, empty: '换一项' },
    }).marks.filter(({ part }) => part === 'empty');

  it('says what to do, and no other does', () => {
    expect(said(bare)).toMatchObject([{ text: '换一项' }]);
    expect(said(exampleTrack('level-rise', 2))).toEqual([]);
  });
});

describe('call-outs', () => {
  const box = fc.record({
    x: fc.double({ min: 0, max: 900, noNaN: true }),
    y: fc.double({ min: 0, max: 280, noNaN: true }),
  });
  const wanted = fc.array(box, { maxLength: 14 });

  it('never overlap, and stay within their bounds', () => {
    const bounds = { x: 0, y: 0, width: 900, height: 280 };
    fc.assert(
      fc.property(wanted, wanted, (points, marks) => {
        const callouts: Callout[] = points.map((point, place) => ({
          ...point,
          place,
          text: `甲县 ${place} → 12.${place}%`,
        }));
        const obstacles = marks.map((mark) => ({ ...mark, width: 20, height: 60 }));
        const placed = placeCallouts(callouts, { bounds, obstacles, reach: [10, 40, 90] });
        placed.forEach((one, index) => {
          expect(within(one.box, bounds)).toBe(true);
          for (const other of placed.slice(index + 1)) {
            expect(overlap(one.box, other.box)).toBe(false);
            const level = one.box.y + one.box.height / 2;
            const [top, bottom] = [other.y, other.box.y + other.box.height / 2].sort(
              (a, b) => a - b,
            );
            const [left, right] = [one.x, one.box.x].sort((a, b) => a - b);
            const crosses = level > (top ?? 0) && level < (bottom ?? 0);
            if (crosses) expect(other.x > (left ?? 0) && other.x < (right ?? 0)).toBe(false);
          }
        });
      }),
      seeds,
    );
  });

  it('say the doubt, and come from the data', () => {
    const track = exampleTrack('level-rise', 2, 3);
    const scene = ribbonScene(examplePlaces, [track], { ...options, width: 420 });
    const texts = scene.marks.filter((mark) => mark.kind === 'text' && mark.part === 'callout');
    expect(texts.length).toBeGreaterThan(1);
    const doubtful = texts.find(({ place }) => place === 12);
    expect(doubtful).toMatchObject({ text: expect.stringContaining('待核实') });
    for (const text of texts) {
      const now = track.figures[text.place ?? -1]?.at(-1)?.value ?? Number.NaN;
      expect(text.kind === 'text' && text.text).toContain(`${now.toFixed(1)}%`);
    }
  });

  it('are wide enough for their words', () => {
    expect(textWidth('中位县', 12)).toBe(36);
    expect(textWidth('92.0', 10)).toBeGreaterThan(17);
  });
});

describe('provinces and neighbours', () => {
  it('are runs along the order', () => {
    expect(
      provinceRuns(examplePlaces).map(({ province, from, to }) => [province, to - from]),
    ).toEqual([
      ['东省', 6],
      ['小省', 1],
      ['北省', 12],
      ['南省', 7],
    ]);
    const runs = neighbourRuns(examplePlaces);
    expect(runs.map(({ name, from, to }) => [name, from, to])).toEqual([
      ['甲国', 0, 8],
      ['乙国', 7, 9],
      ['乙国', 10, 15],
      ['丙国', 14, 15],
      ['丁国', 14, 15],
      ['戊国', 15, 20],
      ['戊国', 23, 26],
    ]);
    expect(openRuns(examplePlaces)).toEqual([{ from: 20, to: 23 }]);
  });

  it('leave blank what does not reach the frontier, and dot what is left open', () => {
    const scene = ribbonScene(examplePlaces, all.slice(0, 1), options);
    const lines = (part: string) => scene.marks.filter((mark) => mark.part === part);
    expect(lines('open')).toHaveLength(1);
    const blank = centreOf(scene.columns, 9);
    for (const line of lines('neighbour'))
      if (line.kind === 'line' && line.y1 === line.y2)
        expect(line.x1 < blank && line.x2 > blank).toBe(false);
  });
});

describe('the whole ribbon', () => {
  const scene = ribbonScene(examplePlaces, all, options);

  it('has its tracks below each other, and one reading line through all', () => {
    scene.plots.forEach((plot, index) => {
      expect(plot.to).toBeGreaterThan(plot.from);
      expect(plot.from).toBeGreaterThan(scene.plots[index - 1]?.to ?? 0);
    });
    expect(scene.height).toBeGreaterThan(scene.plots.at(-1)?.to ?? 0);
    const [line] = readingMarks(scene, 4);
    expect(line).toMatchObject({ kind: 'line', x1: centreOf(scene.columns, 4) });
    for (const plot of scene.plots) expect(scene.reading.from).toBeLessThan(plot.from);
    expect(scene.reading.to).toBeGreaterThanOrEqual(scene.plots.at(-1)?.to ?? 0);
  });

  it('names each place once where there is room, and none where there is not', () => {
    const names = (drawnScene: Scene) => drawnScene.marks.filter(({ part }) => part === 'name');
    expect(names(scene)).toHaveLength(26);
    expect(names(ribbonScene(examplePlaces, all, { ...options, width: 320 }))).toHaveLength(0);
  });

  it('is as tall as it is asked to be, its first track taking what is left', () => {
    const tall = ribbonScene(examplePlaces, all, { ...options, height: scene.height + 200 });
    expect(tall.height).toBe(scene.height + 200);
    const height = ({ from, to }: { from: number; to: number }) => Math.round(to - from);
    const heights = tall.plots.map(height);
    expect(heights.slice(1)).toEqual(scene.plots.slice(1).map(height));
  });

  it('holds no number that is none', () => {
    const numbers = JSON.stringify(scene.marks);
    expect(numbers).not.toMatch(/null|NaN|Infinity/);
  });
});

describe('the upright ribbon', () => {
  it.each(trackForms)('has a row a place, its figure drawn from left to right: %s', (form) => {
    const track = exampleTrack(form, form === 'stacked-years' ? 5 : 2);
    const scene = uprightScene(examplePlaces, [track], { width: 350, words: exampleWords });
    for (const mark of figures(scene)) {
      const [top, bottom, left, right] = edges(mark);
      expect(left).toBeGreaterThanOrEqual(70);
      expect(right).toBeLessThanOrEqual(350);
      const place = placeAt(scene.columns, (top + bottom) / 2);
      expect(place).toBe(mark.place);
    }
  });
});

describe('notes beside the tracks', () => {
  it.each(['中位县', 'Median', 'Median of the counties'])(
    '%s has room within the drawing',
    (median) => {
      const tracks = trackForms.map((form) => exampleTrack(form, 2));
      const words = { ...exampleWords, median };
      const scene = ribbonScene(examplePlaces, tracks, { width: 960, words });
      const notes = scene.marks.flatMap((mark) =>
        mark.kind === 'text' && mark.text.startsWith(median) ? [mark] : [],
      );
      expect(notes.length).toBeGreaterThan(0);
      for (const { x, text } of notes) expect(x + textWidth(text, 11)).toBeLessThanOrEqual(960);
    },
  );
});

describe('the locator', () => {
  it('darkens one column and names its province', () => {
    const values = examplePlaces.map((_, place) => (place === 3 ? null : place));
    const scene = locatorScene(examplePlaces, { width: 600, current: 8, label: '第 9 位', values });
    const dark = scene.marks.filter((mark) => mark.kind === 'rect' && mark.fill === 'was');
    expect(dark.map(({ place }) => place)).toEqual([8]);
    const bold = scene.marks.filter((mark) => mark.kind === 'text' && mark.bold);
    expect(bold.map((mark) => mark.kind === 'text' && mark.text)).toEqual(['北省', '第 9 位']);
    for (const mark of scene.marks) {
      if (mark.kind !== 'rect') continue;
      expect(mark.y).toBeGreaterThanOrEqual(18);
      expect(mark.x + mark.width).toBeLessThanOrEqual(600);
    }
  });
});

describe('findings', () => {
  it('count places', () => {
    const figuresOf = [
      [10, 20],
      [30, 25],
      [null, 95],
      [40, null],
      [50, 50],
    ].map((pair) => pair.map((value) => ({ value })));
    const track: RibbonTrack = { ...exampleTrack('level-rise', 2), figures: figuresOf };
    expect(findingsOf(track)).toMatchObject({
      present: 4,
      comparable: 3,
      rose: 1,
      fell: 1,
      level: 1,
      noBase: [2],
      absent: [3],
    });
    expect(medians(track)).toEqual({ was: 35, now: 37.5 });
    expect(reaching(track, 50)).toEqual({ was: 1, now: 2 });
  });
});

function figures(scene: Scene): readonly Mark[] {
  const aside = new Set(['name', 'leader', 'callout', 'value', 'plate']);
  return scene.marks.filter(({ place, part }) => place !== undefined && !aside.has(part ?? ''));
}

function rects(scene: Scene, place: number): readonly RectMark[] {
  return figures(scene).flatMap((mark) =>
    mark.kind === 'rect' && mark.place === place ? [mark] : [],
  );
}

/** Top, bottom, left and right of a mark. */
function edges(mark: Mark): readonly [number, number, number, number] {
  if (mark.kind === 'rect') return [mark.y, mark.y + mark.height, mark.x, mark.x + mark.width];
  if (mark.kind === 'circle')
    return [mark.y - mark.radius, mark.y + mark.radius, mark.x - mark.radius, mark.x + mark.radius];
  if (mark.kind === 'line') {
    const { x1, x2, y1, y2 } = mark;
    return [Math.min(y1, y2), Math.max(y1, y2), Math.min(x1, x2), Math.max(x1, x2)];
  }
  const numbers = mark.kind === 'path' ? (mark.d.match(/-?[\d.]+/g) ?? []).map(Number) : [];
  const xs = numbers.filter((_, index) => index % 2 === 0);
  const ys = numbers.filter((_, index) => index % 2 === 1);
  return [Math.min(...ys), Math.max(...ys), Math.min(...xs), Math.max(...xs)];
}

function within(inner: Box, outer: Box): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}
