import type { Mark } from './ribbon/scene.ts';

/** What a strip shows: where everyone stands, and where one came from and got to. */
export interface StripInput {
  readonly values: readonly (number | null)[];
  /** Of the one place: earlier and later; null where there is none. */
  readonly was: number | null;
  readonly now: number | null;
  /** False where its territory changed in between: two points, no line. */
  readonly comparable: boolean;
  readonly median: number | null;
  readonly doubtful: boolean;
  readonly width: number;
  readonly height: number;
}

/**
 * Returns a line of ticks, one a place, with a long one for the middle place; on it an open circle for
 * where one place was and a disc for where it is. The line spans all that is drawn; a strip without
 * any value is empty.
 */
export function strip(input: StripInput): readonly Mark[] {
  const { values, was, now, comparable, median, doubtful, width, height } = input;
  const known = values.filter((value) => value !== null);
  const all = [...known, ...[was, now].filter((value) => value !== null)];
  if (all.length === 0) return [];
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const [left, right] = [6, width - 6];
  const x = (value: number) =>
    high > low ? left + ((value - low) / (high - low)) * (right - left) : (left + right) / 2;
  const y = height / 2;
  const tick = (value: number): Mark => ({
    kind: 'line',
    ...{ x1: x(value), x2: x(value), y1: y - 4.5, y2: y + 4.5 },
    ...{ stroke: 'ink-3', weight: 1, opacity: 0.38 },
  });
  return [
    { kind: 'line', x1: left, x2: right, y1: y, y2: y, stroke: 'line', weight: 1 },
    ...known.map(tick),
    ...(median === null ? [] : [middle(x(median), y)]),
    ...journey({ was, now, comparable, doubtful, x, y }),
  ];
}

function middle(x: number, y: number): Mark {
  return { kind: 'line', x1: x, x2: x, y1: y - 8, y2: y + 8, stroke: 'ink', weight: 1.4 };
}

function journey(at: {
  readonly was: number | null;
  readonly now: number | null;
  readonly comparable: boolean;
  readonly doubtful: boolean;
  readonly x: (value: number) => number;
  readonly y: number;
}): readonly Mark[] {
  const { was, now, comparable, doubtful, x, y } = at;
  const marks: Mark[] = [];
  if (was !== null && now !== null && comparable) {
    const span = { x1: x(was), x2: x(now), y1: y, y2: y };
    marks.push({ kind: 'line', ...span, stroke: 'was', weight: 2 });
  }
  const ring = { fill: 'ground', stroke: 'was', part: 'was' } as const;
  const disc = { fill: doubtful ? 'ground' : 'was', stroke: doubtful ? 'loss' : 'was' } as const;
  if (was !== null) marks.push({ kind: 'circle', x: x(was), y, radius: 3.4, ...ring });
  if (now !== null) marks.push({ kind: 'circle', x: x(now), y, radius: 3.8, ...disc, part: 'now' });
  return marks;
}
