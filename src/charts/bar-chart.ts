import { niceSpan, niceTicks } from '../kernels/nice-ticks.ts';
import { figureText, textWidth } from './ribbon/figure-text.ts';
import type { Mark } from './ribbon/scene.ts';

/** A place and its figure; places without one are not drawn. */
export interface ChartBar {
  readonly id: string;
  readonly name: string;
  readonly value: number | null;
  /** Behind the figure: 待核实. */
  readonly mark: string;
}

export interface BarChartInput {
  /** In the order they are drawn in. */
  readonly bars: readonly ChartBar[];
  /** What bars are compared with: the group, the nation. */
  readonly references: readonly { readonly name: string; readonly value: number }[];
  readonly digits: number;
  /** Whether figures are movements: bars go both ways, with a sign. */
  readonly signed: boolean;
  readonly text: (value: number) => string;
  readonly width: number;
}

/** A chart ready to be drawn; `rows` say where each bar lies, for pointers. */
export interface BarChart {
  readonly width: number;
  readonly height: number;
  readonly marks: readonly Mark[];
  readonly rows: readonly { readonly id: string; readonly y: number; readonly height: number }[];
}

const row = 18;
const lane = 15;

/**
 * Returns bars from zero with their names and figures, and a line for each reference. Rows keep the
 * order they come in. Negative figures go to the left of zero.
 */
export function barChart(input: BarChartInput): BarChart {
  const bars = input.bars.filter(({ value }) => value !== null);
  const values = [
    ...bars.map(({ value }) => value ?? 0),
    ...input.references.map((one) => one.value),
  ];
  const [low, high] = niceSpan(Math.min(0, ...values), Math.max(0, ...values), 4);
  const names = Math.min(
    input.width * 0.4,
    Math.max(40, ...bars.map(({ name }) => textWidth(name, 12))) + 8,
  );
  const figures = Math.max(0, ...bars.map((bar) => textWidth(figureOf(bar, input), 12))) + 10;
  const top = 22 + input.references.length * lane;
  const left = names + (low < 0 ? figures : 0);
  const right = input.width - figures;
  const x = (value: number) => left + ((value - low) / (high - low || 1)) * (right - left);
  const height = top + bars.length * row + 6;
  return {
    width: input.width,
    height,
    marks: [
      ...axisMarks(niceTicks(low, high, 4), x, { top, bottom: height - 4, digits: input.digits }),
      ...bars.flatMap((bar, index) => barMarks(bar, top + index * row, x, input)),
      ...referenceMarks(input, x, { top, bottom: height - 4 }),
    ],
    rows: bars.map(({ id }, index) => ({ id, y: top + index * row, height: row })),
  };
}

type Across = (value: number) => number;

function axisMarks(
  ticks: readonly number[],
  x: Across,
  {
    top,
    bottom,
    digits,
  }: { readonly top: number; readonly bottom: number; readonly digits: number },
): readonly Mark[] {
  const decimals = Math.max(0, ...ticks.map((tick) => (String(tick).split('.')[1] ?? '').length));
  return ticks.flatMap((tick): readonly Mark[] => [
    {
      kind: 'line',
      x1: x(tick),
      x2: x(tick),
      y1: top - 4,
      y2: bottom,
      stroke: tick === 0 ? 'ink-3' : 'line-faint',
      weight: 1,
    },
    {
      kind: 'text',
      x: x(tick),
      y: top - 8,
      text: figureText(tick, Math.min(digits, decimals)),
      size: 11,
      fill: 'ink-3',
      anchor: 'middle',
    },
  ]);
}

function barMarks(bar: ChartBar, y: number, x: Across, input: BarChartInput): readonly Mark[] {
  const value = bar.value ?? 0;
  const [zero, end] = [x(0), x(value)];
  const down = value < 0;
  return [
    { kind: 'text', x: 0, y: y + 13, text: bar.name, size: 12, fill: 'ink', anchor: 'start' },
    {
      kind: 'rect',
      x: Math.min(zero, end),
      y: y + 4,
      width: Math.max(1, Math.abs(end - zero)),
      height: row - 7,
      fill: input.signed ? (down ? 'fall' : 'rise') : 'q4',
      part: bar.id,
    },
    {
      kind: 'text',
      x: end + (down ? -5 : 5),
      y: y + 13,
      text: figureOf(bar, input),
      size: 12,
      fill: 'ink-2',
      anchor: down ? 'end' : 'start',
      halo: true,
    },
  ];
}

/** A line across all bars, named in a lane of its own above them. */
function referenceMarks(
  { references, width, text }: BarChartInput,
  x: Across,
  { top, bottom }: { readonly top: number; readonly bottom: number },
): readonly Mark[] {
  return references.flatMap(({ name, value }, index): readonly Mark[] => {
    const at = x(value);
    const y = 11 + index * lane;
    const words = `${name} ${text(value)}`;
    const toLeft = at + 5 + textWidth(words, 11) > width;
    return [
      {
        kind: 'line',
        x1: at,
        x2: at,
        y1: y - 8,
        y2: bottom,
        stroke: 'ink-2',
        weight: 1,
        dash: index === 0 ? '4 2' : '1 2',
      },
      {
        kind: 'text',
        x: at + (toLeft ? -5 : 5),
        y: Math.min(y, top),
        text: words,
        size: 11,
        fill: 'ink-2',
        anchor: toLeft ? 'end' : 'start',
        halo: true,
      },
    ];
  });
}

function figureOf({ value, mark }: ChartBar, { text }: BarChartInput): string {
  return [value === null ? '' : text(value), mark].filter(Boolean).join(' ');
}
