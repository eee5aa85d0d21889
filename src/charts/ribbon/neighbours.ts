import { type Columns, leftOf } from './columns.ts';
import { textWidth } from './figure-text.ts';
import type { Mark } from './scene.ts';
import type { RibbonPlace } from './track.ts';

/** A stretch along one neighbour. Where two meet, a place belongs to both stretches. */
export interface NeighbourRun {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  /** Two lanes, so that stretches that overlap stay apart. */
  readonly lane: 0 | 1;
}

/** Returns the stretches of each neighbour in order, laid on two lanes. */
export function neighbourRuns(places: readonly RibbonPlace[]): readonly NeighbourRun[] {
  const runs: { name: string; from: number; to: number }[] = [];
  places.forEach(({ neighbours }, place) => {
    for (const name of neighbours) {
      const open = runs.find((run) => run.name === name && run.to === place);
      if (open) open.to = place + 1;
      else runs.push({ name, from: place, to: place + 1 });
    }
  });
  const ends = [0, 0];
  return runs
    .toSorted((a, b) => a.from - b.from || a.to - b.to)
    .map((run) => {
      const lane = (ends[0] ?? 0) <= run.from ? 0 : (ends[1] ?? 0) <= run.from ? 1 : shorter(ends);
      ends[lane] = Math.max(ends[lane] ?? 0, run.to);
      return { ...run, lane };
    });
}

/** Returns the stretches of places on the frontier whose neighbour the source leaves open. */
export function openRuns(
  places: readonly RibbonPlace[],
): readonly { readonly from: number; readonly to: number }[] {
  const runs: { from: number; to: number }[] = [];
  places.forEach(({ neighbours, touches }, place) => {
    if (!touches || neighbours.length > 0) return;
    const last = runs.at(-1);
    if (last && last.to === place) last.to = place + 1;
    else runs.push({ from: place, to: place + 1 });
  });
  return runs;
}

/**
 * Returns a heavy line for each stretch and its name above it; dots where the neighbour is left open;
 * nothing where a place does not reach the frontier. A name wider than the room beside its fellows is
 * raised to a second row, names of one place are set together there.
 */
export function neighbourMarks(
  places: readonly RibbonPlace[],
  options: { readonly columns: Columns; readonly y: number },
): readonly Mark[] {
  const { columns, y } = options;
  const shown = neighbourRuns(places)
    .map((run) => ({ ...run, ...extent(run, columns) }))
    .filter(({ left, right }) => right > left);
  const lines = shown.map(({ left, right, lane }) => heavy(left, right, y + lane * 4));
  const dots = openRuns(places)
    .map((run) => extent(run, columns))
    .filter(({ left, right }) => right > left)
    .map(({ left, right }) => heavy(left, right, y, '1.5 3.5'));
  return [...lines, ...dots, ...nameMarks(gathered(shown), columns, y)];
}

interface Label {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly places: number;
}

interface Extent {
  readonly left: number;
  readonly right: number;
}

function shorter(ends: readonly number[]): 0 | 1 {
  return (ends[0] ?? 0) <= (ends[1] ?? 0) ? 0 : 1;
}

function extent(run: { readonly from: number; readonly to: number }, columns: Columns): Extent {
  const from = Math.max(run.from, columns.from);
  const to = Math.min(run.to, columns.to);
  if (to <= from) return { left: 0, right: 0 };
  return { left: leftOf(columns, from), right: leftOf(columns, to - 1) + columns.bar };
}

function heavy(left: number, right: number, y: number, dash?: string): Mark {
  return {
    kind: 'line',
    x1: left,
    y1: y,
    x2: right,
    y2: y,
    stroke: 'ink-3',
    weight: 2.4,
    ...(dash && { dash }),
    part: dash ? 'open' : 'neighbour',
  };
}

/** A stretch of one place shares its label with the short one it lies in. */
function gathered(runs: readonly (NeighbourRun & Extent)[]): readonly Label[] {
  const labels: Label[] = [];
  for (const run of runs) {
    const last = labels.at(-1);
    const within = last && last.places <= 2 && run.left >= last.left && run.right <= last.right;
    if (within && run.to - run.from === 1)
      labels[labels.length - 1] = { ...last, text: `${last.text}·${run.name}` };
    else
      labels.push({
        text: run.name,
        left: run.left,
        right: run.right,
        places: run.to - run.from,
      });
  }
  return labels;
}

function nameMarks(labels: readonly Label[], columns: Columns, y: number): readonly Mark[] {
  const marks: Mark[] = [];
  const ends = [columns.start - 30, columns.start - 30, columns.start - 30];
  for (const { text, left, right } of labels) {
    const width = textWidth(text, 11);
    const middle = Math.max(
      columns.start + width / 2 - 30,
      Math.min(columns.end - width / 2 + 30, (left + right) / 2),
    );
    const row = ends.findIndex((end) => middle - width / 2 > end + 6);
    if (row < 0) continue;
    ends[row] = middle + width / 2;
    const base = y - 8 - row * 15;
    if (row > 0)
      marks.push({
        kind: 'line',
        x1: (left + right) / 2,
        y1: base + 3,
        x2: (left + right) / 2,
        y2: y - 2,
        stroke: 'line-2',
        weight: 1,
      });
    marks.push({
      kind: 'text',
      x: middle,
      y: base,
      text,
      size: 11,
      fill: 'ink-2',
      anchor: 'middle',
      halo: true,
      part: 'neighbour',
    });
  }
  return marks;
}
