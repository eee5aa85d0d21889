import { type Finding, finding } from '../domain/finding.ts';
import type { Manner, Responsibility } from '../domain/responsibility.ts';
import type { Span } from '../domain/span.ts';
import { itemNumberFindings, markFindings, readBrackets } from './brackets.ts';
import { bodySpans, type ClauseDraft } from './clauses.ts';
import { longestStatement, readStatement, type Statement } from './statement.ts';

export interface PlacedStatement {
  readonly draft: number;
  readonly span: Span;
  readonly statement: Statement;
}

/** A passage with more broken brackets than this is no text: the rest is not listed one by one. */
const mostBroken = 1000;

/** Returns the responsibility statements of every clause in the order of the text, and broken brackets. */
export function findStatements(
  text: string,
  drafts: readonly ClauseDraft[],
): { placed: PlacedStatement[]; findings: Finding[] } {
  const placed: PlacedStatement[] = [];
  const findings: Finding[] = [];
  for (const [index, draft] of drafts.entries()) {
    for (const span of draft.ownSpans) {
      for (const mark of markFindings(text, span, draft.id)) findings.push(mark);
      for (const line of labelledLines(text, span)) placed.push({ draft: index, ...line });
      const brackets = readBrackets(text, span);
      for (const bracket of brackets.pairs) {
        const statement = statementAt(text, bracket, span);
        if (statement) placed.push({ draft: index, span: bracket, statement });
      }
      const broken = [
        ...brackets.unopened.slice(0, mostBroken).map((at) => brokenStart(text, at, span)),
        ...brackets.unclosed.slice(0, mostBroken).map((at) => brokenEnd(text, at, span)),
      ];
      for (const { at, excerpt, statement, place } of broken) {
        const where = { start: at, end: at + 1, clause: draft.id };
        const opens = /[（(〔［[【]/.test(text.charAt(at));
        findings.push(
          finding(opens ? 'bracket-unclosed' : 'bracket-unopened', where, { found: excerpt }),
        );
        if (!statement) continue;
        placed.push({ draft: index, span: place, statement });
        const whole = { start: place[0], end: place[1], clause: draft.id };
        findings.push(finding('responsibility-unclosed', whole, { found: excerpt }));
      }
    }
  }
  placed.sort((a, b) => a.span[0] - b.span[0]);
  return { placed, findings: [...findings, ...itemNumberFindings(drafts)] };
}

/** Returns the statements as the contract has them; 下同 carries its manner to the later ones. */
export function resolveStatements(
  text: string,
  drafts: readonly ClauseDraft[],
  placed: readonly PlacedStatement[],
): Responsibility[] {
  let standing: { manner: Manner; firstLeads: boolean } | null = null;
  return placed.map(({ draft, span: [start, end], statement }) => {
    const own = statement.manner;
    if (statement.andBelow && own) standing = { manner: own, firstLeads: statement.firstLeads };
    const inherits = own === null && standing !== null;
    return {
      clause: drafts[draft]?.id ?? '',
      agencies: [...statement.agencies],
      others: [...statement.others],
      manner: own ?? standing?.manner ?? 'listed',
      leads:
        inherits && standing?.firstLeads ? statement.agencies.slice(0, 1) : [...statement.leads],
      open: statement.open,
      text: text.slice(start, end),
      start,
      end,
    };
  });
}

/** Returns what looks wrong about who is responsible: two statements in one clause, none beside siblings. */
export function statementFindings(
  text: string,
  drafts: readonly ClauseDraft[],
  placed: readonly PlacedStatement[],
): Finding[] {
  const counts = drafts.map(() => 0);
  const closing = new Map<number, number>();
  for (const { draft, span } of placed) {
    counts[draft] = (counts[draft] ?? 0) + 1;
    closing.set(span[1], draft);
  }
  const usual = counts.filter((count) => count === 1).length;
  return drafts.flatMap((draft, index) => [
    ...severalFinding(draft, counts[index] ?? 0, usual),
    ...missingFinding(drafts, draft, counts),
    ...boxTitleFinding(text, draft, closing),
  ]);
}

function severalFinding(draft: ClauseDraft, count: number, usual: number): Finding[] {
  if (count < 2 || usual < 4) return [];
  return [finding('heading-missing', placeOf(draft), { count })];
}

/** Among the leaves below a clause, the only one without a statement. */
function missingFinding(
  drafts: readonly ClauseDraft[],
  parent: ClauseDraft,
  counts: readonly number[],
): Finding[] {
  const leaves = parent.children.filter((child) => drafts[child]?.children.length === 0);
  const without = leaves.filter((child) => counts[child] === 0);
  const only = drafts[without[0] ?? -1];
  if (leaves.length < 3 || without.length !== 1 || !only) return [];
  return [finding('responsibility-missing', placeOf(only))];
}

/** （1） right after a closing statement, or after it and a short line: the title of the box is gone. */
const longestBoxTitle = 30;

function boxTitleFinding(
  text: string,
  draft: ClauseDraft,
  closing: ReadonlyMap<number, number>,
): Finding[] {
  if (draft.node.level !== 'fourth' || draft.node.value !== 1) return [];
  const window = text.slice(Math.max(0, draft.start - longestBoxTitle), draft.start);
  const between = /[^。，；：）)】]*$/.exec(window)?.[0] ?? '';
  if (closing.get(draft.start - between.length) !== draft.parent) return [];
  return [
    finding('box-title-missing', placeOf(draft), { found: draft.node.marker?.printed ?? '' }),
  ];
}

function placeOf(draft: ClauseDraft) {
  return { start: draft.start, end: draft.end, clause: draft.id };
}

const labelled =
  /(?<=^|\n)(?:(?:责任|牵头|主责|负责|配合|协办|参与|参加|实施)(?:单位|部门)[：:][^\n]{2,400}(?:\n|$))+/g;

/** 责任单位：… on lines of its own is a statement without brackets. */
function labelledLines(text: string, [from, to]: Span) {
  const words = text.slice(from, to);
  return [...words.matchAll(labelled)].flatMap((match) => {
    const printed = match[0].trimEnd();
    const statement = readStatement(printed.replace(/\n/g, '；').replace(/[。；]$/, ''));
    const start = from + match.index;
    const span: Span = [start, start + printed.length];
    return statement ? [{ span, statement }] : [];
  });
}

/** A bracket is a statement where it closes a sentence, a line or the clause, or says so itself. */
function statementAt(text: string, [start, end]: Span, [from, to]: Span): Statement | null {
  const statement = readStatement(text.slice(start + 1, end - 1));
  if (!statement) return null;
  const before = text.slice(Math.max(from, start - 1), start);
  const after = text.slice(end, Math.min(to, end + 1));
  const closes = after === '' || after === '\n' || /[。；！？]/.test(after);
  const afterSentence = /[。！？；”\n]/.test(before);
  if (statement.explicit) return afterSentence || closes || after === '，' ? statement : null;
  if (afterSentence) return statement;
  return closes && statement.agencies.length >= 2 ? statement : null;
}

interface BrokenBracket {
  readonly at: number;
  readonly excerpt: string;
  /** The statement it belonged to, if what remains still reads as one, and its place. */
  readonly statement: Statement | null;
  readonly place: Span;
}

/** A statement that lost its closing bracket runs to the end of its line. */
function brokenEnd(text: string, at: number, [, to]: Span): BrokenBracket {
  const ahead = text.slice(at + 1, Math.min(to, at + longestStatement));
  const stop = ahead.search(/[（(\n]/);
  const words = (stop < 0 ? ahead : ahead.slice(0, stop)).trimEnd();
  const nests = stop >= 0 && ahead.charAt(stop) !== '\n';
  const place: Span = [at, at + 1 + words.length];
  return { at, excerpt: excerpt(text, at), statement: nests ? null : readStatement(words), place };
}

/** A statement that lost its opening bracket begins after the last sentence. */
function brokenStart(text: string, at: number, [from]: Span): BrokenBracket {
  const window = text.slice(Math.max(from, at - longestStatement), at);
  const stop = Math.max(...['。', '\n', '；'].map((mark) => window.lastIndexOf(mark)));
  const start = at - window.length + stop + 1;
  const words = text.slice(start, at);
  const closed = /[）)]/.test(words.replace(/[（(][^（()）]*[）)]/g, ''));
  const statement = closed ? null : readStatement(words);
  return {
    at,
    excerpt: excerpt(text, statement ? start : Math.max(from, at - 12)),
    statement,
    place: [start, at + 1],
  };
}

function excerpt(text: string, at: number): string {
  return `${text.slice(at, at + 12).replace(/\n/g, ' ')}…`;
}

/** Returns the body spans of a draft without its statements, both in order: the running text. */
export function runningSpans(draft: ClauseDraft, statements: readonly Span[]): Span[] {
  const running: Span[] = [];
  let next = 0;
  for (const [start, end] of bodySpans(draft)) {
    let from = start;
    for (let hole = statements[next]; hole && hole[0] < end; hole = statements[++next]) {
      if (hole[1] <= from) continue;
      if (hole[0] > from) running.push([from, hole[0]]);
      from = hole[1];
    }
    if (from < end) running.push([from, end]);
  }
  return running;
}
