import { niceTicks } from '../kernels/nice-ticks.ts';
import { figureText, textWidth } from './ribbon/figure-text.ts';
import type { Mark } from './ribbon/scene.ts';

/** How values of places are spread: bins, and each value as a tick below them. */
export interface SpreadInput {
  readonly bins: readonly { readonly from: number; readonly to: number; readonly count: number }[];
  readonly values: readonly number[];
  readonly median: number;
  readonly lower: number;
  readonly upper: number;
  readonly digits: number;
  readonly words: { readonly median: string };
  readonly width: number;
  readonly height: number;
}

/**
 * Returns a histogram with its counts above the bars, the middle half of the places shaded below it,
 * a tick for each place and a long one for the middle place. No bins, no drawing.
 */
export function spreadBars(input: SpreadInput): readonly Mark[] {
  const { bins, values, width, height, digits } = input;
  const [first] = bins;
  const last = bins.at(-1);
  if (!first || !last) return [];
  const area = { left: 14, right: width - 14, top: 34, bottom: height - 44 };
  const x = (value: number) =>
    area.left + ((value - first.from) / (last.to - first.from || 1)) * (area.right - area.left);
  const most = Math.max(...bins.map((bin) => bin.count));
  const tall = (count: number) => (count / most) * (area.bottom - area.top);
  const row = area.bottom + 13;
  return [
    ...bins.flatMap((bin): readonly Mark[] => {
      if (bin.count === 0) return [];
      const box = { x: x(bin.from) + 1, width: Math.max(1, x(bin.to) - x(bin.from) - 2) };
      const y = area.bottom - tall(bin.count);
      return [
        { kind: 'rect', ...box, y, height: tall(bin.count), fill: 'gain', part: 'bin' },
        {
          kind: 'text',
          ...{ x: box.x + box.width / 2, y: y - 4, text: String(bin.count) },
          ...{ size: 11, fill: 'ink-2', anchor: 'middle' },
        },
      ];
    }),
    horizontal(area.left, area.right, area.bottom, 'ink-3'),
    {
      kind: 'rect',
      ...{ x: x(input.lower), y: row - 6, width: x(input.upper) - x(input.lower), height: 12 },
      fill: 'gap',
      part: 'half',
    },
    ...values.map((value): Mark => {
      const at = { x1: x(value), x2: x(value), y1: row - 5, y2: row + 5 };
      return { kind: 'line', ...at, stroke: 'ink-3', weight: 1, opacity: 0.45 };
    }),
    ...middle(x(input.median), { row, top: area.top, words: input.words.median, width }),
    ...axis(niceTicks(first.from, last.to, 6), { x, y: row + 22, digits }),
  ];
}

function horizontal(x1: number, x2: number, y: number, stroke: 'ink-3'): Mark {
  return { kind: 'line', x1, x2, y1: y, y2: y, stroke, weight: 1 };
}

/** The words stand on the side that has room. */
function middle(
  x: number,
  at: {
    readonly row: number;
    readonly top: number;
    readonly words: string;
    readonly width: number;
  },
): readonly Mark[] {
  const { row, top, words, width } = at;
  const half = textWidth(words, 11) / 2;
  const centre = Math.max(half, Math.min(width - half, x));
  return [
    { kind: 'line', x1: x, x2: x, y1: top - 18, y2: row + 8, stroke: 'ink', weight: 1.4 },
    {
      kind: 'text',
      ...{
        x: centre,
        y: top - 22,
        text: words,
        size: 11,
        fill: 'ink',
        anchor: 'middle',
        halo: true,
      },
    },
  ];
}

function axis(
  ticks: readonly number[],
  at: { readonly x: (value: number) => number; readonly y: number; readonly digits: number },
): readonly Mark[] {
  const places = Math.max(0, ...ticks.map((tick) => (String(tick).split('.')[1] ?? '').length));
  return ticks.map((tick) => ({
    kind: 'text',
    ...{ x: at.x(tick), y: at.y, text: figureText(tick, Math.min(places, at.digits)) },
    ...{ size: 11, fill: 'ink-3', anchor: 'middle' },
  }));
}
