import { type Finding, finding } from '../domain/finding.ts';
import { withBoxLines } from './box-lines.ts';
import { formatChineseNumber } from './chinese-number.ts';
import { looksLikeHeading } from './heading.ts';
import { type Marker, type MarkerLevel, markerRank, scanMarkers } from './marker.ts';
import type { OutlineNode } from './outline-node.ts';
import { endsInOpenStatement } from './statement.ts';

export interface Outline {
  readonly nodes: readonly OutlineNode[];
  readonly findings: readonly Finding[];
}

interface Frame {
  readonly node: number;
  readonly level: MarkerLevel;
  readonly rank: number;
  readonly value: number;
  /** For a box: the tasks it closed, whose numbering may go on after it. */
  readonly suspended: readonly Frame[];
}

interface Placement {
  /** Frames that stay open above the new node. */
  readonly keep: readonly Frame[];
  readonly value: number;
  readonly rank: number;
  readonly suspended?: readonly Frame[];
  readonly finding?: Finding;
}

interface State {
  readonly text: string;
  readonly to: number;
  readonly nodes: OutlineNode[];
  readonly findings: Finding[];
  frames: readonly Frame[];
  /** Last value accepted at each level, for numbering that runs on across headings. */
  readonly last: Map<MarkerLevel, number>;
  lastEnd: number;
}

/** Items inside a box rank below everything outside it. */
const boxDepth = 20;
const longestJump = 20;
const longestLooseHeading = 45;

/** Returns the outline of text[from, to): a tree of markers, in linear time. */
export function buildOutline(text: string, from: number, to: number): Outline {
  const state: State = {
    text,
    to,
    nodes: [],
    findings: [],
    frames: [],
    last: new Map(),
    lastEnd: from,
  };
  for (const marker of scanMarkers(text, from, to)) {
    const placement = place(state, marker);
    if (placement) accept(state, marker, placement);
  }
  return { nodes: withPreamble(state, from), findings: state.findings };
}

function place(state: State, marker: Marker): Placement | null {
  if (marker.level === 'dash') return placeDash(state, marker);
  if (marker.level === 'box') return placeBox(state, marker);
  return placeInBox(state, marker) ?? placeOutside(state, marker);
}

function accept(state: State, marker: Marker, placement: Placement): void {
  const { keep, value, rank, suspended = [] } = placement;
  const node = state.nodes.length;
  state.nodes.push({
    marker,
    parent: keep.at(-1)?.node ?? -1,
    level: marker.level,
    value,
    start: marker.start,
    contentStart: marker.end,
  });
  state.frames = [...keep, { node, level: marker.level, rank, value, suspended }];
  if (marker.level === 'annex') state.last.clear();
  if (rank < boxDepth) state.last.set(marker.level, value);
  state.lastEnd = marker.end;
  if (placement.finding) state.findings.push(placement.finding);
}

/** —— items have no numbers: they are counted under the clause they stand in. */
function placeDash(state: State, marker: Marker): Placement | null {
  if (!looksLikeHeading(state.text, marker.end, state.to, 80)) return null;
  const top = state.frames.at(-1);
  const keep = top?.level === 'dash' ? state.frames.slice(0, -1) : state.frames;
  const value = top?.level === 'dash' ? top.value + 1 : 1;
  return { keep, value, rank: markerRank.dash + (boxOf(state.frames) >= 0 ? boxDepth : 0) };
}

function placeBox(state: State, marker: Marker): Placement | null {
  if (!looksLikeHeading(state.text, marker.end, state.to, 45, /[。\n（(1①]/)) return null;
  const keep = state.frames.filter((frame) => frame.rank < markerRank.box);
  const outer = state.frames.find((frame) => frame.level === 'box');
  const suspended = outer
    ? outer.suspended
    : state.frames.filter((frame) => frame.rank > markerRank.box);
  const expected = (state.last.get('box') ?? 0) + 1;
  return {
    keep,
    value: marker.value,
    rank: markerRank.box,
    suspended,
    ...mismatch(marker, expected, state.last.get('box')),
  };
}

/** Inside a box: its first item, the next of a run of items, or a level below one. */
function placeInBox(state: State, marker: Marker): Placement | null {
  const box = boxOf(state.frames);
  if (box < 0 || markerRank[marker.level] < markerRank.second) return null;
  const rank = markerRank[marker.level] + boxDepth;
  const inside = state.frames.slice(box + 1);
  const sibling = inside.find((frame) => frame.level === marker.level);
  const keep = state.frames.filter((frame) => frame.rank < rank);
  if (sibling) {
    if (marker.value === sibling.value + 1 && firm(state, marker, sibling))
      return { keep, value: marker.value, rank };
    const outer = state.frames[box]?.suspended.find((frame) => frame.level === marker.level);
    const jump = marker.value > sibling.value + 1 && marker.value !== (outer?.value ?? -1) + 1;
    if (!jump || !acceptable(state, marker, sibling.value + 1)) return null;
    return {
      keep,
      value: marker.value,
      rank,
      ...mismatch(marker, sibling.value + 1, sibling.value),
    };
  }
  const below = inside.every((frame) => frame.rank < rank);
  if (marker.value !== 1 || !below || !firm(state, marker, null)) return null;
  if (inside.length > 0 && marker.level === 'third') return null;
  return { keep, value: 1, rank };
}

function placeOutside(state: State, marker: Marker): Placement | null {
  const rank = markerRank[marker.level];
  const outside = state.frames.filter((frame) => frame.rank < boxDepth && frame.level !== 'box');
  const suspended = state.frames.find((frame) => frame.level === 'box')?.suspended ?? [];
  const sibling = [...outside, ...suspended].find((frame) => frame.level === marker.level) ?? null;
  const keep = [...outside, ...suspended].filter((frame) => frame.rank < rank);
  if (marker.level === 'annex') return { keep: [], value: marker.value || 1, rank };
  const runsOn = sibling === null && marker.value === (state.last.get(marker.level) ?? 0) + 1;
  const expected = sibling ? sibling.value + 1 : 1;
  if (marker.value === expected || runsOn)
    return firm(state, marker, sibling, runsOn) ? { keep, value: marker.value, rank } : null;
  if (!acceptable(state, marker, expected)) return null;
  return {
    keep,
    value: marker.value,
    rank,
    ...mismatch(marker, expected, sibling?.value),
  };
}

/** Whether a marker in its expected order stands firmly enough to be one. */
function firm(state: State, marker: Marker, sibling: Frame | null, runsOn = false): boolean {
  if (marker.standing !== 'loose') return true;
  if (marker.level === 'fifth') return true;
  const between = state.text.slice(state.lastEnd, marker.start);
  const underHeading = between.length <= longestLooseHeading && headingOnly(marker).test(between);
  const first = marker.value === 1 || runsOn;
  if (first && state.nodes.length > 0 && between !== '' && underHeading) return true;
  return sibling !== null && endsInOpenStatement(state.text, state.lastEnd, marker.start);
}

/** A heading holds no stop; above a number in brackets it may hold a comma: 调整结构，推进发展（一）. */
function headingOnly(marker: Marker): RegExp {
  return /^[（(]/.test(marker.printed) ? /^[^。；：）\n]*$/ : /^[^。，；：、）\n]*$/;
}

/** Whether a marker out of order is still one: it must stand firmly and read like a heading. */
function acceptable(state: State, marker: Marker, expected: number): boolean {
  if (marker.standing === 'loose' || marker.level === 'fifth') return false;
  if (Math.abs(marker.value - expected) > longestJump) return false;
  if (marker.standing === 'line' && marker.value > expected) return true;
  const upTo = markerRank[marker.level] <= markerRank.second ? 60 : 45;
  return looksLikeHeading(state.text, marker.end, state.to, upTo);
}

function mismatch(
  marker: Marker,
  expected: number,
  previous: number | undefined,
): { finding?: Finding } {
  if (marker.value === expected) return {};
  const where = { start: marker.start, end: marker.end };
  const params = {
    found: marker.printed,
    expected: likePrinted(marker, expected),
    previous: likePrinted(marker, previous ?? 0),
  };
  if (previous === undefined) return { finding: finding('numbering-start', where, params) };
  if (marker.value > expected) return { finding: finding('numbering-gap', where, params) };
  if (marker.value === 1) return { finding: finding('numbering-restart', where, params) };
  return { finding: finding('numbering-duplicate', where, params) };
}

/** Another number written the way `marker` writes its own. */
function likePrinted(marker: Marker, value: number): string {
  if (value < 1) return '';
  if (marker.level === 'fifth') return String.fromCodePoint(0x245f + value);
  const chinese = !/[\d０-９]/.test(marker.printed);
  return marker.printed.replace(
    /[一二三四五六七八九十百零〇]+|[\d０-９]+/,
    chinese ? formatChineseNumber(value) : String(value),
  );
}

function boxOf(frames: readonly Frame[]): number {
  return frames.findIndex((frame) => frame.level === 'box');
}

/** Text before the first marker is a node of its own, so that no character is without a clause. */
function withPreamble(state: State, from: number): OutlineNode[] {
  const nodes = withBoxLines(state.text, state.nodes, state.to);
  const first = nodes[0]?.start ?? state.to;
  if (state.text.slice(from, first).trim() === '' && nodes.length > 0) return nodes;
  const preamble: OutlineNode = {
    marker: null,
    parent: -1,
    level: 'preamble',
    value: 0,
    start: from,
    contentStart: from,
  };
  const shifted = nodes.map((node) => ({
    ...node,
    parent: node.parent < 0 ? -1 : node.parent + 1,
  }));
  return [preamble, ...shifted];
}
