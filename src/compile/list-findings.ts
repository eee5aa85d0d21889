import { type Finding, finding } from '../domain/finding.ts';
import { bodySpans, type ClauseDraft } from './clauses.ts';
import { sentencesOf } from './sentence.ts';

/** An item this many times as long as the next longest of its list may hold two. */
const unevenness = 1.35;
const fewestItems = 4;
/** The last item of a group is doubtful when it is this many times as long as any before it. */
const lastUnevenness = 2;

/**
 * Returns what looks wrong where no number can tell: a —— list that is broken by a paragraph,
 * begins too late or has one item far longer than the others, and a last item with more paragraphs
 * than any before it.
 */
export function listFindings(text: string, drafts: readonly ClauseDraft[]): Finding[] {
  return drafts.flatMap((parent) => {
    const children = parent.children.flatMap((child) => drafts[child] ?? []);
    const dashes = children.filter((child) => child.node.level === 'dash');
    if (dashes.length < 2) return lastItemFinding(text, children);
    return [
      ...interruptions(text, parent, dashes),
      ...introductionFinding(text, parent, dashes),
      ...unevenItems(text, dashes),
    ];
  });
}

function interruptions(
  text: string,
  parent: ClauseDraft,
  dashes: readonly ClauseDraft[],
): Finding[] {
  const first = dashes[0]?.start ?? 0;
  return parent.ownSpans
    .filter(([start, end]) => start > first && text.slice(start, end).trim() !== '')
    .map(([start, end]) => finding('list-interrupted', { start, end, clause: parent.id }));
}

/** 基本原则 go straight into their list; other lists have one sentence of introduction. */
function introductionFinding(
  text: string,
  parent: ClauseDraft,
  dashes: readonly ClauseDraft[],
): Finding[] {
  const first = dashes[0]?.start ?? 0;
  const [span] = bodySpans(parent);
  if (!span || span[0] >= first) return [];
  const words = text.slice(span[0], Math.min(span[1], first)).trim();
  const usual = /原则$/.test(parent.heading.text) ? 0 : 1;
  const colon = words.endsWith('：');
  if (colon || sentencesOf(text, [span[0], Math.min(span[1], first)]).length <= usual) return [];
  return [finding('list-introduction', { start: span[0], end: first, clause: parent.id })];
}

function unevenItems(text: string, dashes: readonly ClauseDraft[]): Finding[] {
  if (dashes.length < fewestItems) return [];
  const doubtful = farLongest(dashes) ?? onlyOneWithMore(text, dashes);
  if (!doubtful || doubtful.children.length > 0) return [];
  return [finding('list-uneven', placeOf(doubtful))];
}

function farLongest(items: readonly ClauseDraft[]): ClauseDraft | null {
  const [longest, next] = [...items].sort((a, b) => lengthOf(b) - lengthOf(a));
  if (!longest || !next) return null;
  return lengthOf(longest) > unevenness * lengthOf(next) ? longest : null;
}

/** Principles are mostly one sentence each: the only one with more may hold two. */
function onlyOneWithMore(text: string, items: readonly ClauseDraft[]): ClauseDraft | null {
  const more = items.filter((item) => sentenceCount(text, item) > 1);
  return more.length === 1 ? (more[0] ?? null) : null;
}

function sentenceCount(text: string, item: ClauseDraft): number {
  return bodySpans(item).reduce((sum, span) => sum + sentencesOf(text, span).length, 0);
}

function lastItemFinding(text: string, children: readonly ClauseDraft[]): Finding[] {
  const last = children.at(-1);
  const others = children.slice(0, -1);
  const comparable = children.every(
    (child) => child.children.length === 0 && child.heading.by === 'sentence',
  );
  if (!last || others.length === 0 || !comparable) return [];
  const longer = others.every((child) => lengthOf(last) > lastUnevenness * lengthOf(child));
  const added =
    paragraphsOf(text, last) > 1 && others.every((child) => paragraphsOf(text, child) === 1);
  return longer || added ? [finding('last-item-uneven', placeOf(last))] : [];
}

function placeOf({ start, end, id }: ClauseDraft) {
  return { start, end, clause: id };
}

function lengthOf(item: ClauseDraft): number {
  return item.end - item.start;
}

function paragraphsOf(text: string, draft: ClauseDraft): number {
  return text
    .slice(draft.start, draft.end)
    .split('\n')
    .filter((line) => line.trim() !== '').length;
}
