import { niceSpan, niceTicks } from '../kernels/nice-ticks.ts';
import { figureText, textWidth } from './ribbon/figure-text.ts';
import type { Mark, Role } from './ribbon/scene.ts';
import { spread } from './spread.ts';

/** A place over time: null where a period has no figure, which leaves a gap. */
export interface ChartLine {
  readonly id: string;
  readonly name: string;
  readonly values: readonly (number | null)[];
  /** Periods whose figure is in doubt, by position. */
  readonly doubtful: readonly number[];
  /** `strong` lines carry their name; `reference` lines do too, in grey; `pale` ones are the rest. */
  readonly look: 'strong' | 'reference' | 'pale';
}

export interface LineChartInput {
  /** In order of time. */
  readonly periods: readonly string[];
  readonly lines: readonly ChartLine[];
  readonly digits: number;
  /** Where the concept changed, with the words that say so. */
  readonly breaks: readonly { readonly period: string; readonly words: string }[];
  readonly width: number;
  readonly height: number;
}

/** A chart ready to be drawn; `hits` say where each line runs, for pointers. */
export interface LineChart {
  readonly width: number;
  readonly height: number;
  readonly marks: readonly Mark[];
  readonly hits: readonly { readonly id: string; readonly d: string }[];
}

/** Lines that are told apart by colour; more are not drawn strongly. */
export const strongLines = 6;
/** Not the colour of what falls or is in doubt. */
const colours: readonly Role[] = ['was', 'gain', 'seal', 'ink', 'q4', 'ink-2'];
const label = { size: 12, anchor: 'start' } as const;

/**
 * Returns lines over time with their names at their ends. Periods stand as far apart as they are in
 * time; a period without a figure is a gap, never bridged, nor is a changed concept; the axis begins at zero unless that would
 * flatten the lines. Lines without any figure are left out. A figure in doubt is marked.
 */
export function lineChart(input: LineChartInput): LineChart {
  const { width, height, periods, digits } = input;
  const lines = input.lines.filter(({ values }) => values.some((value) => value !== null));
  const [low, high] = spanOf(lines);
  const ticks = niceTicks(low, high, 5);
  const tickTexts = ticks.map((tick) => figureText(tick, decimalsOf(ticks, digits)));
  const named = lines.filter(({ look }) => look !== 'pale');
  const left = Math.max(28, ...tickTexts.map((text) => textWidth(text, 11) + 8));
  const right = Math.min(
    width * 0.4,
    Math.max(12, ...named.map((line) => textWidth(endText(line, digits), 12) + 14)),
  );
  const area = { left, right: width - right, top: 14, bottom: height - 24 };
  const x = timeScale(periods, area.left, area.right);
  const y = (value: number) =>
    area.bottom - ((value - low) / (high - low || 1)) * (area.bottom - area.top);
  const breaksAt = input.breaks.map(({ period }) => breakIndex(periods, period));
  const paths = lines.map((line) => ({ line, d: pathOf(line, breaksAt, { x, y }) }));
  const order = { pale: 0, reference: 1, strong: 2 } as const;
  const drawn = paths.toSorted((a, b) => order[a.line.look] - order[b.line.look]);
  const strong = lines.filter(({ look }) => look === 'strong');
  const colourOf = (line: ChartLine): Role =>
    line.look === 'strong'
      ? (colours[strong.indexOf(line) % colours.length] ?? 'was')
      : line.look === 'reference'
        ? 'ink-3'
        : 'line-2';
  return {
    width,
    height,
    marks: [
      ...ticks.flatMap((tick, index) => gridMarks(area, y(tick), tickTexts[index] ?? '')),
      ...periodMarks(periods, x, area),
      ...breakMarks(input, x, area),
      ...drawn.flatMap(({ line, d }) => lineMarks(line, d, colourOf(line))),
      ...endMarks(named, { x, y, area, digits, colourOf }),
      ...drawn.flatMap(({ line }) => doubtMarks(line, { x, y })),
    ],
    hits: paths.map(({ line, d }) => ({ id: line.id, d })),
  };
}

interface Area {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

type At = (index: number) => number;
type Height = (value: number) => number;

function spanOf(lines: readonly ChartLine[]): readonly [number, number] {
  const values = lines.flatMap((line) => line.values.filter((value) => value !== null));
  if (values.length === 0) return [0, 1];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return niceSpan(low > 0 && low < high / 2 ? 0 : low, high < 0 ? 0 : high, 5);
}

/** As many places as tell the ticks apart, at most those of the indicator. */
function decimalsOf(ticks: readonly number[], digits: number): number {
  const needed = Math.max(0, ...ticks.map((tick) => (String(tick).split('.')[1] ?? '').length));
  return Math.min(digits, needed);
}

function timeScale(periods: readonly string[], left: number, right: number): At {
  const times = periods.map(timeOf);
  const [first = 0, last = 0] = [times[0], times.at(-1)];
  if (first === last) return () => (left + right) / 2;
  return (index) => left + (((times[index] ?? first) - first) / (last - first)) * (right - left);
}

/** Years, with the part of one that a half-year, a quarter or a month ends. */
function timeOf(period: string): number {
  const [, year = '0', letter, part] = /^(\d{4})(?:-(H|Q)?(\d+))?$/.exec(period) ?? [];
  if (part === undefined) return Number(year);
  const parts = letter === 'H' ? 2 : letter === 'Q' ? 4 : 12;
  return Number(year) - 1 + Number(part) / parts;
}

/** The first period of the new concept, which may itself have no figures. */
function breakIndex(periods: readonly string[], at: string): number {
  return periods.findIndex((period) => period >= at);
}

function pathOf(
  line: ChartLine,
  breaksAt: readonly number[],
  { x, y }: { readonly x: At; readonly y: Height },
): string {
  let open = false;
  let d = '';
  for (const [index, value] of line.values.entries()) {
    if (breaksAt.includes(index)) open = false;
    if (value === null) open = false;
    else {
      d += `${open ? 'L' : 'M'}${fixed(x(index))} ${fixed(y(value))}`;
      open = true;
    }
  }
  return d;
}

function gridMarks(area: Area, y: number, text: string): readonly Mark[] {
  return [
    { kind: 'line', x1: area.left, x2: area.right, y1: y, y2: y, stroke: 'line-faint', weight: 1 },
    { kind: 'text', x: area.left - 6, y: y + 4, text, size: 11, fill: 'ink-3', anchor: 'end' },
  ];
}

/** Every period has its tick; names are left out where they would run into each other. */
function periodMarks(periods: readonly string[], x: At, area: Area): readonly Mark[] {
  const marks: Mark[] = [
    {
      kind: 'line',
      x1: area.left,
      x2: area.right,
      y1: area.bottom,
      y2: area.bottom,
      stroke: 'ink-3',
      weight: 1,
    },
  ];
  let end = Number.NEGATIVE_INFINITY;
  for (const [index, period] of periods.entries()) {
    const at = x(index);
    marks.push({
      kind: 'line',
      x1: at,
      x2: at,
      y1: area.bottom,
      y2: area.bottom + 4,
      stroke: 'ink-3',
      weight: 1,
    });
    const half = textWidth(period, 11) / 2;
    if (at - half < end + 6) continue;
    end = at + half;
    marks.push({
      kind: 'text',
      x: at,
      y: area.bottom + 17,
      text: period,
      size: 11,
      fill: 'ink-3',
      anchor: 'middle',
    });
  }
  return marks;
}

function breakMarks(input: LineChartInput, x: At, area: Area): readonly Mark[] {
  return input.breaks.flatMap(({ period, words }): readonly Mark[] => {
    const index = breakIndex(input.periods, period);
    if (index < 1) return [];
    const at = (x(index) + x(index - 1)) / 2;
    return [
      {
        kind: 'line',
        x1: at,
        x2: at,
        y1: area.top,
        y2: area.bottom,
        stroke: 'loss',
        weight: 1,
        dash: '2 3',
      },
      {
        kind: 'text',
        x: at - 4,
        y: area.top + 2,
        text: words,
        size: 11,
        fill: 'ink-2',
        anchor: 'end',
        halo: true,
      },
    ];
  });
}

function lineMarks(line: ChartLine, d: string, stroke: Role): readonly Mark[] {
  const weight = line.look === 'strong' ? 2 : line.look === 'reference' ? 2.4 : 1;
  const alone = d.split('M').flatMap((part): readonly Mark[] => {
    const [cx, cy] = part.split(' ').map(Number);
    if (part.includes('L') || cx === undefined || cy === undefined) return [];
    return [{ kind: 'circle', x: cx, y: cy, radius: 2, fill: stroke }];
  });
  return [{ kind: 'path', d, stroke, weight, part: line.id }, ...alone];
}

/** A figure in doubt is an open ring. */
function doubtMarks(
  { values, doubtful, look }: ChartLine,
  { x, y }: { readonly x: At; readonly y: Height },
): readonly Mark[] {
  return doubtful.flatMap((index): readonly Mark[] => {
    const value = values[index];
    if (typeof value !== 'number') return [];
    const at = { x: x(index), y: y(value), radius: look === 'pale' ? 2 : 3 };
    return [{ kind: 'circle', ...at, fill: 'ground', stroke: 'loss', part: 'doubtful' }];
  });
}

/** Names at the ends of their lines, moved apart where they would lie on each other. */
function endMarks(
  lines: readonly ChartLine[],
  how: {
    readonly x: At;
    readonly y: Height;
    readonly area: Area;
    readonly digits: number;
    readonly colourOf: (line: ChartLine) => Role;
  },
): readonly Mark[] {
  const { x, y, area, digits, colourOf } = how;
  const ends = lines.map((line) => {
    const index = line.values.findLastIndex((value) => value !== null);
    return { line, x: x(index), y: y(line.values[index] ?? 0) };
  });
  const heights = spread(
    ends.map((end) => end.y),
    { gap: 15, low: area.top, high: area.bottom },
  );
  return ends.flatMap(({ line, ...end }, index): readonly Mark[] => [
    { kind: 'circle', x: end.x, y: end.y, radius: 3, fill: colourOf(line) },
    {
      kind: 'text',
      x: Math.max(end.x, area.right) + 8,
      y: (heights[index] ?? end.y) + 4,
      text: endText(line, digits),
      fill: line.look === 'strong' ? 'ink' : 'ink-3',
      bold: line.look === 'strong',
      halo: true,
      ...label,
    },
  ]);
}

function endText(line: ChartLine, digits: number): string {
  const last = line.values.findLast((value) => value !== null) ?? null;
  return `${line.name} ${figureText(last, digits)}`;
}

function fixed(value: number): number {
  return Math.round(value * 100) / 100;
}
