import type { Clause, ClauseKind } from '../domain/clause.ts';
import { type Finding, finding } from '../domain/finding.ts';
import type { Span } from '../domain/span.ts';
import { type Heading, readHeading } from './heading.ts';
import type { Outline } from './outline.ts';
import type { OutlineNode } from './outline-node.ts';

/** A clause before its kind is known, with the spans the later steps read. */
export interface ClauseDraft {
  readonly id: string;
  readonly parent: number;
  readonly children: readonly number[];
  readonly node: OutlineNode;
  readonly heading: Heading;
  readonly start: number;
  readonly end: number;
  readonly ownSpans: readonly Span[];
}

/** Returns one draft per outline node of text[from, to); their own spans partition that range. */
export function draftClauses(
  text: string,
  outline: Outline,
  to: number,
): { drafts: ClauseDraft[]; findings: Finding[] } {
  const { nodes } = outline;
  const children = childrenOf(nodes);
  const own = ownSpansOf(text, nodes, to);
  const ends = endsOf(nodes, own, to);
  const ids = idsOf(nodes);
  const drafts = nodes.map((node, index) => {
    const segmentEnd = own[index]?.[0]?.[1] ?? node.start;
    const hasChildren = (children[index] ?? []).length > 0;
    const heading = readHeading(text, node, segmentEnd, hasChildren);
    return {
      id: ids[index] ?? '',
      parent: node.parent,
      children: children[index] ?? [],
      node,
      heading,
      start: node.start,
      end: ends[index] ?? to,
      ownSpans: own[index] ?? [],
    };
  });
  return { drafts, findings: headingFindings(drafts) };
}

/** Returns the clauses of drafts whose kinds are known. */
export function finishClauses(
  text: string,
  drafts: readonly ClauseDraft[],
  kinds: readonly ClauseKind[],
): Clause[] {
  return drafts.map((draft, index) => ({
    id: draft.id,
    parent: drafts[draft.parent]?.id ?? null,
    kind: kinds[index] ?? 'item',
    number: draft.node.marker?.printed ?? null,
    heading: draft.heading.text,
    text: text.slice(draft.start, draft.end),
    start: draft.start,
    end: draft.end,
    ownSpans: draft.ownSpans.map(([start, end]) => [start, end] as [number, number]),
  }));
}

/** Returns the parts of a draft's own spans that follow its heading. */
export function bodySpans(draft: ClauseDraft): Span[] {
  return draft.ownSpans
    .map(([start, end]): Span => [Math.max(start, draft.heading.bodyStart), end])
    .filter(([start, end]) => end > start);
}

function childrenOf(nodes: readonly OutlineNode[]): number[][] {
  const children: number[][] = nodes.map(() => []);
  for (const [index, node] of nodes.entries()) children[node.parent]?.push(index);
  return children;
}

/**
 * A node owns the text up to the next node. A —— item that opens a line ends with its line: the
 * paragraph after it belongs to the clause above.
 */
function ownSpansOf(text: string, nodes: readonly OutlineNode[], to: number): Span[][] {
  const own: Span[][] = nodes.map(() => []);
  for (const [index, node] of nodes.entries()) {
    const end = nodes[index + 1]?.start ?? to;
    const cut = endsWithLine(node) ? lineEndOf(text, node.start, end) : end;
    own[index]?.push([node.start, cut]);
    if (cut < end) own[node.parent]?.push([cut, end]);
  }
  return own;
}

function endsWithLine(node: OutlineNode): boolean {
  return node.level === 'line' || (node.level === 'dash' && node.marker?.standing === 'line');
}

function lineEndOf(text: string, start: number, end: number): number {
  const stop = text.slice(start, end).indexOf('\n');
  return stop < 0 ? end : start + stop + 1;
}

function endsOf(nodes: readonly OutlineNode[], own: readonly Span[][], to: number): number[] {
  const ends = nodes.map((node, index) => own[index]?.at(-1)?.[1] ?? Math.min(node.start, to));
  for (let index = nodes.length - 1; index >= 0; index--) {
    const parent = nodes[index]?.parent ?? -1;
    if (parent >= 0) ends[parent] = Math.max(ends[parent] ?? 0, ends[index] ?? 0);
  }
  return ends;
}

/** Printed numbers joined by dots; a number that comes twice gets a suffix. */
function idsOf(nodes: readonly OutlineNode[]): string[] {
  const ids: string[] = [];
  const uses = new Map<string, number>();
  for (const node of nodes) {
    const parent = ids[node.parent];
    const wanted = idOf(node, parent);
    const use = (uses.get(wanted) ?? 0) + 1;
    uses.set(wanted, use);
    ids.push(use === 1 ? wanted : `${wanted}~${use}`);
  }
  return ids;
}

function idOf(node: OutlineNode, parent: string | undefined): string {
  if (node.level === 'preamble') return '0';
  if (node.level === 'box') return `box${node.value}`;
  if (node.level === 'annex') return `annex${node.value}`;
  return parent === undefined ? String(node.value) : `${parent}.${node.value}`;
}

/**
 * A heading that runs into its text is doubtful, unless no item of its level has a line of its own for
 * it: then each is a paragraph, as in a 批复.
 */
function headingFindings(drafts: readonly ClauseDraft[]): Finding[] {
  const headed = new Set(
    drafts
      .filter(({ heading }) => heading.by === 'line' || heading.by === 'convention')
      .map((draft) => draft.node.level),
  );
  return drafts.flatMap(({ heading, node, id }) => {
    const where = { start: node.start, end: heading.bodyStart, clause: id };
    const printed = node.marker?.printed ?? '';
    if (heading.by === 'convention')
      return [finding('heading-unseparated', where, { found: `${printed}${heading.text}` })];
    const paragraph = node.marker?.standing === 'line' && !headed.has(node.level);
    if (heading.by !== 'undetermined' || paragraph) return [];
    return [finding('heading-undetermined', where, { found: printed })];
  });
}
