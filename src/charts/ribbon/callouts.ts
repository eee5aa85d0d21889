import type { Columns } from './columns.ts';
import { drawn } from './columns.ts';
import { changeText, figureText, textWidth } from './figure-text.ts';
import { isDoubtful, medians } from './findings.ts';
import type { Mark } from './scene.ts';
import { compares, endsOf, type RibbonPlace, type RibbonTrack, type RibbonWords } from './track.ts';

/** What a form would like to say about a place, and the point it speaks of. */
export interface Callout {
  readonly place: number;
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** How much more than others it wants to be seen; 1 where left out. */
  readonly weight?: number;
}

/** A call-out with its place found. */
export interface PlacedCallout extends Callout {
  readonly box: Box;
}

const size = 12;
const height = 19;
const padding = 5;

/**
 * Returns the call-outs that find a place, each in a box inside the bounds that overlaps no other box
 * and no leader, nor crosses one. Of the free places the one that hides least of the marks and lies
 * nearest is taken. Who chooses first decides much, so each has its turn at it and the best arrangement
 * of all is kept; a call-out without a place is left out.
 */
export function placeCallouts(
  callouts: readonly Callout[],
  options: {
    readonly bounds: Box;
    /** Marks that had better stay visible. */
    readonly obstacles: readonly Box[];
    readonly reach: readonly number[];
  },
): readonly PlacedCallout[] {
  const wanted = callouts.map((callout) => ({
    callout,
    boxes: candidates(callout, options)
      .map((box) => ({ box, cost: costOf(callout, box, options.obstacles) }))
      .sort((a, b) => a.cost - b.cost),
  }));
  const [best] = wanted
    .map((first) => arranged([first, ...wanted.filter((other) => other !== first)]))
    .sort((a, b) => a.cost - b.cost);
  return best?.placed ?? [];
}

/** Costs more than any place it could have had. */
const leftOut = 20;

function arranged(
  wanted: readonly {
    readonly callout: Callout;
    readonly boxes: readonly { readonly box: Box; readonly cost: number }[];
  }[],
): { readonly placed: readonly PlacedCallout[]; readonly cost: number } {
  const placed: PlacedCallout[] = [];
  let cost = 0;
  for (const { callout, boxes } of wanted) {
    const best = boxes.find(({ box }) => isFree(callout, box, placed));
    cost += best?.cost ?? leftOut;
    if (best) placed.push({ ...callout, box: best.box });
  }
  return { placed, cost };
}

/** Returns the marks of a placed call-out: leader, box, words. */
export function calloutMarks(callout: PlacedCallout): readonly Mark[] {
  const { box, place, x, y, text } = callout;
  const middle = box.y + box.height / 2;
  const edge = box.x > x ? box.x : box.x + box.width;
  return [
    {
      kind: 'path',
      d: `M${round(edge)} ${round(middle)}H${round(x)}V${round(y)}`,
      stroke: 'ink-2',
      weight: 1,
      place,
      part: 'leader',
    },
    { kind: 'rect', ...box, fill: 'ground', stroke: 'line-2', place, part: 'callout' },
    {
      kind: 'text',
      x: box.x + padding,
      y: box.y + box.height - 5.5,
      text,
      size,
      fill: 'ink',
      anchor: 'start',
      place,
      part: 'callout',
    },
  ];
}

/**
 * Returns places worth a word, the most urgent first: doubtful figures, then falls by more than a
 * quarter, then the lowest that lie well below the median place, then the largest rises; never two within `reach` columns of each other.
 */
export function extremes(
  track: RibbonTrack,
  columns: Columns,
  wanted: {
    readonly lows: number;
    readonly rises: number;
    readonly falls: number;
    readonly reach: number;
  },
): readonly number[] {
  const median = medians(track).now;
  const places = drawn(columns).filter((place) => endsOf(track, place).now.value !== null);
  const now = (place: number) => endsOf(track, place).now.value ?? 0;
  const rise = (place: number) =>
    !compares(track, place) ? 0 : now(place) - (endsOf(track, place).was.value ?? now(place));
  const doubtful = places.filter((place) => isDoubtful(track, place)).slice(0, 4);
  const low = places
    .filter((place) => median !== null && now(place) < median / 2)
    .sort((a, b) => now(a) - now(b));
  const lost = (place: number) => -rise(place) / (endsOf(track, place).was.value || 1);
  const fallen = places.filter((place) => lost(place) > 0.25).sort((a, b) => lost(b) - lost(a));
  const risen = places.filter((place) => rise(place) > 0).sort((a, b) => rise(b) - rise(a));
  const chosen = [...doubtful];
  const choose = (from: readonly number[], count: number) => {
    const before = chosen.length;
    for (const place of from) {
      const near = chosen.some((other) => Math.abs(other - place) < wanted.reach);
      if (!near && chosen.length - before < count) chosen.push(place);
    }
  };
  choose(fallen, wanted.falls);
  choose(low, wanted.lows);
  choose(risen, wanted.rises);
  return chosen;
}

/** Returns what is said of a place: before → after, and its doubt; the name is put before it later. */
export function saying(track: RibbonTrack, place: number, words: RibbonWords): string {
  const { was, now } = endsOf(track, place);
  const unit = /[%‰]/.exec(track.unit)?.[0] ?? '';
  const last = `${figureText(now.value, track.digits)}${unit}`;
  const change =
    track.periods.length > 1 && was.value !== null && compares(track, place)
      ? `${figureText(was.value, track.digits)} → ${last}`
      : last;
  return withDoubt(change, track, place, words);
}

/** Returns a change as it is said of a place, with its doubt. */
export function sayingChange(
  track: RibbonTrack,
  place: number,
  options: { readonly change: number; readonly words: RibbonWords },
): string {
  const unit = /[%‰]/.exec(track.unit)?.[0] ?? '';
  return withDoubt(`${changeText(options.change, 0)}${unit}`, track, place, options.words);
}

/** Returns call-outs with the short names of their places before them. */
export function named(
  callouts: readonly Callout[],
  places: readonly RibbonPlace[],
): readonly Callout[] {
  return callouts.map((callout) => ({
    ...callout,
    text: `${places[callout.place]?.shortName ?? ''} ${callout.text}`,
  }));
}

function withDoubt(text: string, track: RibbonTrack, place: number, words: RibbonWords): string {
  return isDoubtful(track, place) ? `${text} ${words.doubtful}` : text;
}

function candidates(
  callout: Callout,
  options: { readonly bounds: Box; readonly reach: readonly number[] },
): readonly Box[] {
  const { bounds, reach } = options;
  const width = textWidth(callout.text, size) + 2 * padding;
  const rows: number[] = [];
  for (let y = bounds.y; y + height <= bounds.y + bounds.height; y += height + 3) rows.push(y);
  return rows
    .flatMap((y) =>
      reach.flatMap((away) => [
        { x: callout.x + away, y, width, height },
        { x: callout.x - away - width, y, width, height },
      ]),
    )
    .filter(({ x }) => x >= bounds.x && x + width <= bounds.x + bounds.width);
}

function isFree(callout: Callout, box: Box, placed: readonly PlacedCallout[]): boolean {
  const leaders = leaderBoxes(callout, box);
  return placed.every((other) => {
    const others = leaderBoxes(other, other.box);
    return (
      !overlap(grown(box, 2), other.box) &&
      leaders.every((leader) => !overlap(leader, other.box)) &&
      leaders.every((leader) => others.every((crossed) => !overlap(leader, crossed))) &&
      others.every((leader) => !overlap(leader, grown(box, 2)))
    );
  });
}

function leaderBoxes({ x, y }: Callout, box: Box): readonly Box[] {
  const middle = box.y + box.height / 2;
  const edge = box.x > x ? box.x : box.x + box.width;
  return [
    { x: Math.min(x, edge), y: middle - 0.5, width: Math.abs(edge - x), height: 1 },
    { x: x - 0.5, y: Math.min(y, middle), width: 1, height: Math.abs(y - middle) },
  ];
}

/** What is hidden counts most; then what the leader runs through, its own column too; then distance. */
function costOf(callout: Callout, box: Box, obstacles: readonly Box[]): number {
  const hidden =
    obstacles.reduce((sum, mark) => sum + shared(box, mark) * (mark.weight ?? 1), 0) /
    (box.width * height);
  const middle = box.y + box.height / 2;
  const crossed = leaderBoxes(callout, box).reduce(
    (sum, line) =>
      sum + obstacles.reduce((all, mark) => all + shared(line, mark) * (mark.weight ?? 1), 0),
    0,
  );
  const edge = box.x > callout.x ? box.x - callout.x : callout.x - box.x - box.width;
  return hidden * 6 + crossed / 15 + edge / 60 + Math.abs(middle - callout.y) / 400;
}

/** Returns whether two boxes share any area. */
export function overlap(a: Box, b: Box): boolean {
  return shared(a, b) > 0;
}

function shared(a: Box, b: Box): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const tall = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return width > 0 && tall > 0 ? width * tall : 0;
}

function grown({ x, y, width, height: tall }: Box, by: number): Box {
  return { x: x - by, y: y - by, width: width + 2 * by, height: tall + 2 * by };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
