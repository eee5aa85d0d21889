import { type Finding, finding } from '../domain/finding.ts';
import type { Span } from '../domain/span.ts';
import type { ClauseDraft } from './clauses.ts';

export interface Brackets {
  /** The outermost pairs of round, square and lenticular brackets. */
  readonly pairs: readonly Span[];
  readonly unopened: readonly number[];
  readonly unclosed: readonly number[];
}

/** Closing bracket → the forms its opening bracket may have; widths are mixed in practice. */
const openings: Readonly<Record<string, string>> = {
  '）': '（(',
  ')': '（(',
  '〕': '〔［[',
  '］': '〔［[',
  ']': '〔［[',
  '】': '【',
};
const bracket = /[（(）)〔［[〕］\]【】]/g;
const opening = /[（(〔［[【]/;

/** Quotation marks and title marks: never a statement, but they too come in pairs. */
const marks: readonly (readonly [string, string])[] = [
  ['“', '”'],
  ['《', '》'],
];

/** Returns the brackets of text[from, to), each paired with the nearest open one of its form. */
export function readBrackets(text: string, [from, to]: Span): Brackets {
  const pairs: Span[] = [];
  const unopened: number[] = [];
  const unclosed: number[] = [];
  const open: number[] = [];
  const words = text.slice(from, to);
  for (const match of words.matchAll(bracket)) {
    const at = from + match.index;
    if (opening.test(match[0])) {
      open.push(at);
      continue;
    }
    const start = lastOf(text, open, openings[match[0]] ?? '');
    if (start >= 0) {
      for (const lost of open.splice(start + 1)) unclosed.push(lost);
      pairs.push([open.pop() ?? at, at + 1]);
    } else if (!opensItem(words.slice(Math.max(0, match.index - 4), match.index)))
      unopened.push(at);
  }
  return {
    pairs: outermost(pairs),
    unopened,
    unclosed: [...unclosed, ...open].sort((a, b) => a - b),
  };
}

/** Returns a finding for every quotation or title mark of text[from, to) without its partner. */
export function markFindings(text: string, [from, to]: Span, clause?: string): Finding[] {
  const words = text.slice(from, to);
  if (!/[“”《》]/.test(words)) return [];
  return marks.flatMap(([left, right]) => {
    const { unopened, unclosed } = unpaired(words, left, right);
    return [
      ...unopened.map((at) => brokenMark(text, from + at, 'bracket-unopened', clause)),
      ...unclosed.map((at) => brokenMark(text, from + at, 'bracket-unclosed', clause)),
    ];
  });
}

/** Returns a finding for every bracket and mark without its partner outside the body. */
export function marginFindings(text: string, [from, to]: Span): Finding[] {
  const margins: Span[] = [
    [0, from],
    [to, text.length],
  ];
  return margins.flatMap((span) => {
    const { unopened, unclosed } = readBrackets(text, span);
    return [
      ...unopened.map((at) => brokenMark(text, at, 'bracket-unopened')),
      ...unclosed.map((at) => brokenMark(text, at, 'bracket-unclosed')),
      ...markFindings(text, span),
    ];
  });
}

/** Returns a finding for every 1） among siblings that print （1）: its opening bracket is gone. */
export function itemNumberFindings(drafts: readonly ClauseDraft[]): Finding[] {
  const usual = new Set<string>();
  for (const draft of drafts)
    if (draft.node.level === 'fourth' && opening.test(draft.node.marker?.printed ?? ''))
      usual.add(`${draft.parent}`);
  return drafts.flatMap((draft) => {
    const printed = draft.node.marker?.printed ?? '';
    const bare = draft.node.level === 'fourth' && !opening.test(printed);
    if (!bare || !usual.has(`${draft.parent}`)) return [];
    const where = { start: draft.start, end: draft.start + printed.length, clause: draft.id };
    return [finding('bracket-unopened', where, { found: printed })];
  });
}

function lastOf(text: string, open: readonly number[], forms: string): number {
  for (let i = open.length - 1; i >= 0 && i >= open.length - 8; i--)
    if (forms.includes(text.charAt(open[i] ?? 0))) return i;
  return -1;
}

function outermost(pairs: readonly Span[]): Span[] {
  const sorted = [...pairs].sort((a, b) => a[0] - b[0]);
  let covered = -1;
  return sorted.filter(([start, end]) => {
    const outer = start >= covered;
    if (outer) covered = end;
    return outer;
  });
}

/** 1） opens an item without an opening bracket; 三） is not a form the convention knows. */
function opensItem(before: string): boolean {
  return /(?:^|\n|[。；：，])[\da-zA-Z]{1,3}$/.test(before);
}

function unpaired(words: string, left: string, right: string) {
  const unopened: number[] = [];
  const open: number[] = [];
  for (let i = 0; i < words.length; i++) {
    const char = words.charAt(i);
    if (char === left) open.push(i);
    else if (char === right && open.pop() === undefined) unopened.push(i);
  }
  return { unopened, unclosed: open };
}

function brokenMark(
  text: string,
  at: number,
  code: 'bracket-unopened' | 'bracket-unclosed',
  clause?: string,
): Finding {
  const where = { start: at, end: at + 1, ...(clause === undefined ? {} : { clause }) };
  const excerpt =
    code === 'bracket-unclosed'
      ? `${text.slice(at, at + 12)}…`
      : `…${text.slice(Math.max(0, at - 12), at + 1)}`;
  return finding(code, where, { found: excerpt.replace(/\n/g, ' ') });
}
