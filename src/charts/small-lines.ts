import { figureText, textWidth } from './ribbon/figure-text.ts';
import type { Mark, Role } from './ribbon/scene.ts';
import { spread } from './spread.ts';

/** A line of a small chart: null where a period has no figure, which leaves a gap. */
export interface SmallLine {
  readonly name: string;
  readonly values: readonly (number | null)[];
  /** Periods whose figure is in doubt, by position. */
  readonly doubtful: readonly number[];
  readonly look: 'strong' | 'reference';
}

export interface SmallLinesInput {
  /** Evenly apart, in order of time. */
  readonly periods: readonly string[];
  readonly lines: readonly SmallLine[];
  readonly digits: number;
  /** The first period of another concept, and the words that say so. */
  readonly breakAt: { readonly period: string; readonly words: string } | null;
  readonly width: number;
  readonly height: number;
}

/**
 * Returns a few lines small enough to stand beside others: no grid, the first and last figure of each
 * written at its ends with its name, from zero so that heights may be compared. Gaps are not bridged,
 * nor is a break of the concept; a figure in doubt is an open ring.
 */
export function smallLines(input: SmallLinesInput): readonly Mark[] {
  const { width, height, periods, digits, breakAt } = input;
  const lines = input.lines.filter((line) => line.values.some((value) => value !== null));
  const right = Math.max(0, ...lines.map((line) => endWidth(line, digits))) + 10;
  const area = { left: 30, right: width - Math.max(30, right), top: 20, bottom: height - 18 };
  const values = lines.flatMap((line) => line.values.filter((value) => value !== null));
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const step = (area.right - area.left) / Math.max(1, periods.length - 1);
  const x = (index: number) => area.left + index * step;
  const y = (value: number) =>
    area.bottom - ((value - low) / (high - low || 1)) * (area.bottom - area.top);
  const cut = breakAt ? periods.indexOf(breakAt.period) : -1;
  const scale = { x, y, area, digits, cut };
  return [
    ...axis(periods, scale),
    ...(cut > 0 && breakAt ? breakMarks(cut, breakAt.words, scale) : []),
    ...lines.toReversed().flatMap((line) => lineMarks(line, scale)),
    ...startTexts(lines, scale),
    ...endTexts(lines, scale),
  ];
}

interface Scale {
  readonly x: (index: number) => number;
  readonly y: (value: number) => number;
  readonly area: {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
  };
  readonly digits: number;
  /** Position of the first period after a break; -1 where there is none. */
  readonly cut: number;
}

function endWidth(line: SmallLine, digits: number): number {
  const last = line.values.findLast((value) => value !== null) ?? null;
  return Math.max(textWidth(figureText(last, digits), 11), textWidth(line.name, 11));
}

function colourOf({ look }: SmallLine): Role {
  return look === 'strong' ? 'was' : 'ink-3';
}

function axis(periods: readonly string[], { x, area }: Scale): readonly Mark[] {
  const { bottom } = area;
  const label = (index: number): Mark => ({
    kind: 'text',
    ...{ x: x(index), y: bottom + 14, text: periods[index] ?? '' },
    ...{ size: 11, fill: 'ink-3', anchor: 'middle' },
  });
  const last = periods.length - 1;
  return [
    {
      kind: 'line',
      ...{ x1: area.left, x2: area.right, y1: bottom, y2: bottom },
      ...{ stroke: 'ink-3', weight: 0.8 },
    },
    label(0),
    ...(last > 0 ? [label(last)] : []),
  ];
}

function breakMarks(cut: number, words: string, { x, area }: Scale): readonly Mark[] {
  const at = x(cut - 0.5);
  return [
    {
      kind: 'line',
      ...{ x1: at, x2: at, y1: area.top - 6, y2: area.bottom },
      ...{ stroke: 'loss', weight: 1, dash: '2 2' },
    },
    {
      kind: 'text',
      ...{ x: at - 4, y: area.top - 8, text: words },
      ...{ size: 11, fill: 'loss', anchor: 'end' },
    },
  ];
}

function lineMarks(line: SmallLine, { x, y, cut }: Scale): readonly Mark[] {
  const stroke = colourOf(line);
  let d = '';
  const dots: Mark[] = [];
  const first = line.values.findIndex((value) => value !== null);
  const last = line.values.findLastIndex((value) => value !== null);
  for (const [index, value] of line.values.entries()) {
    if (value === null) continue;
    const joined = index > 0 && index !== cut && (line.values[index - 1] ?? null) !== null;
    d += `${joined ? 'L' : 'M'}${fixed(x(index))} ${fixed(y(value))}`;
    const doubtful = line.doubtful.includes(index);
    const at = { kind: 'circle', x: x(index), y: y(value) } as const;
    if (doubtful)
      dots.push({ ...at, radius: 2.8, fill: 'ground', stroke: 'loss', part: 'doubtful' });
    else if (index === first || index === last) dots.push({ ...at, radius: 2.2, fill: stroke });
  }
  return [{ kind: 'path', d, stroke, weight: line.look === 'strong' ? 2 : 1.1 }, ...dots];
}

/**
 * The first figure of each line, apart from the others where they are close: above the axis' begin,
 * before a line that begins later.
 */
function startTexts(lines: readonly SmallLine[], scale: Scale): readonly Mark[] {
  const starts = lines.flatMap((line) => {
    const index = line.values.findIndex((value) => value !== null);
    const last = line.values.findLastIndex((value) => value !== null);
    // A line of one figure has it at its end.
    return index === last ? [] : [{ line, index, value: line.values[index] ?? 0 }];
  });
  const heights = spread(
    starts.map(({ value, index }) => scale.y(value) + (index === 0 ? -7 : 4)),
    { gap: 12, low: 9, high: scale.area.bottom - 3 },
  );
  return starts.map(({ line, index, value }, place): Mark => {
    const at =
      index === 0
        ? ({ x: scale.x(0), anchor: 'middle' } as const)
        : ({ x: scale.x(index) - 6, anchor: 'end' } as const);
    const text = figureText(value, scale.digits);
    const look = { size: 11, fill: colourOf(line), halo: true } as const;
    return { kind: 'text', ...at, y: heights[place] ?? 0, text, ...look };
  });
}

/** The last figure of each line in bold, its name below. */
function endTexts(lines: readonly SmallLine[], scale: Scale): readonly Mark[] {
  const ends = lines.map((line) => {
    const index = line.values.findLastIndex((value) => value !== null);
    return { line, index, value: line.values[index] ?? 0 };
  });
  const heights = spread(
    ends.map(({ value }) => scale.y(value)),
    { gap: 26, low: scale.area.top - 10, high: scale.area.bottom - 8 },
  );
  return ends.flatMap(({ line, index, value }, place): readonly Mark[] => {
    const at = { x: scale.x(index) + 6, size: 11, anchor: 'start', fill: colourOf(line) } as const;
    const y = heights[place] ?? 0;
    const strong = line.look === 'strong';
    return [
      { kind: 'text', ...at, y, text: figureText(value, scale.digits), bold: strong, halo: true },
      { kind: 'text', ...at, y: y + 12, text: line.name, halo: true },
    ];
  });
}

function fixed(value: number): number {
  return Math.round(value * 100) / 100;
}
