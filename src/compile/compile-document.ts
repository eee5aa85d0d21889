import type { ClauseKind } from '../domain/clause.ts';
import type { Commitment, NamedProject, Quantity } from '../domain/commitment.ts';
import { type CompiledDocument, documentContract } from '../domain/compiled-document.ts';
import { type Finding, finding } from '../domain/finding.ts';
import type { Duty } from '../domain/responsibility.ts';
import type { Span } from '../domain/span.ts';
import { marginFindings } from './brackets.ts';
import { type ClauseDraft, draftClauses, finishClauses } from './clauses.ts';
import { deadlineBelow, findCommitments } from './commitments.ts';
import type { Deadline } from './deadline.ts';
import { findDuties } from './duties.ts';
import { type FrontMatter, readFrontMatter } from './front-matter.ts';
import { classify, type Role, rolesOf } from './kinds.ts';
import { listFindings } from './list-findings.ts';
import { normaliseText } from './normalise.ts';
import { buildOutline } from './outline.ts';
import { findProjects } from './projects.ts';
import { findQuantities } from './quantities.ts';
import {
  findStatements,
  resolveStatements,
  runningSpans,
  statementFindings,
} from './responsibilities.ts';

/**
 * Returns an official document as clauses, responsibilities and promises. Never throws on any
 * text: what cannot be read becomes a finding, and there is always an outline.
 */
export function compileDocument(raw: string): CompiledDocument {
  const text = normaliseText(raw);
  const front = readFrontMatter(text);
  const [from, to] = front.body;
  const outline = buildOutline(text, from, to);
  const { drafts, findings: headingFindings } = draftClauses(text, outline, to);
  const { placed, findings: bracketFindings } = findStatements(text, drafts);
  const stated = drafts.map(() => [] as Span[]);
  for (const { draft, span } of placed) stated[draft]?.push(span);
  const kinds = classify(
    drafts,
    stated.map((spans) => spans.length > 0),
  );
  const running = drafts.map((draft, index) => runningSpans(draft, stated[index] ?? []));
  const promises = readPromises(text, drafts, kinds, running, stated, front);
  return {
    contract: documentContract,
    title: front.title,
    subject: front.subject,
    number: front.number,
    issuer: front.issuer,
    issued: front.issued,
    addressees: [...front.addressees],
    period: front.period,
    text,
    body: [from, to],
    clauses: finishClauses(text, drafts, kinds),
    responsibilities: resolveStatements(text, drafts, placed),
    ...promises,
    findings: withLines(text, [
      ...documentFindings(text, drafts, front),
      ...outline.findings.map((item) => atClause(item, drafts)),
      ...headingFindings,
      ...bracketFindings,
      ...marginFindings(text, front.body),
      ...listFindings(text, drafts),
      ...statementFindings(text, drafts, placed),
      ...drafts.filter(isEmptyBox).map(emptyBox),
    ]),
  };
}

interface Promises {
  readonly duties: Duty[];
  readonly commitments: Commitment[];
  readonly quantities: Quantity[];
  readonly namedProjects: NamedProject[];
}

function readPromises(
  text: string,
  drafts: readonly ClauseDraft[],
  kinds: readonly ClauseKind[],
  running: readonly (readonly Span[])[],
  statements: readonly (readonly Span[])[],
  front: FrontMatter,
): Promises {
  const roles = rolesOf(drafts);
  const period: Deadline | null = front.period
    ? { date: String(front.period.end), basis: 'period' }
    : null;
  const below: (Deadline | null)[] = [];
  const duties: Duty[][] = [];
  const commitments: Commitment[][] = [];
  const quantities: Quantity[][] = [];
  const projects: NamedProject[][] = [];
  for (const [index, draft] of drafts.entries()) {
    const spans = running[index] ?? [];
    const above = below[draft.parent] ?? period;
    const isState = roles[index] === 'objectives';
    below.push(isState ? (deadlineBelow(text, spans) ?? above) : above);
    const numbers = spans.flatMap((span) => findQuantities(text, span, draft.id));
    quantities.push(numbers);
    duties.push(findDuties(text, spans, draft.id));
    if (!promisesAnything(kinds[index] ?? 'item', roles[index] ?? null)) continue;
    // 2020年底前完成 in the closing bracket holds for all the item promises.
    const inStatement = deadlineBelow(text, statements[index] ?? []);
    const found = findCommitments(text, { draft, spans, isState, above: inStatement ?? above });
    commitments.push(found);
    projects.push(found.flatMap((item) => findProjects(item, sentenceAround(text, item))));
  }
  return {
    duties: duties.flat(),
    commitments: commitments.flat(),
    quantities: quantities.flat(),
    namedProjects: projects.flat(),
  };
}

/** Background, guiding thought and principles promise nothing that can be kept. */
function promisesAnything(kind: ClauseKind, role: Role | null): boolean {
  return kind !== 'principle' && role !== 'premise' && role !== 'principles';
}

function sentenceAround(text: string, { start, end }: Commitment): string {
  const from = Math.max(0, start - 200);
  const before = text.slice(from, start);
  const stop = Math.max(before.lastIndexOf('。'), before.lastIndexOf('\n'));
  return text.slice(from + stop + 1, end);
}

function documentFindings(
  text: string,
  drafts: readonly ClauseDraft[],
  front: FrontMatter,
): Finding[] {
  if (text === '') return [finding('document-empty')];
  const findings: Finding[] = [];
  if (!drafts.some((draft) => draft.node.marker !== null))
    findings.push(finding('document-unnumbered'));
  if (front.title === null) findings.push(finding('title-missing'));
  if (front.number === null) findings.push(finding('number-missing'));
  return findings;
}

function isEmptyBox(draft: ClauseDraft): boolean {
  if (draft.node.level !== 'box' || draft.children.length > 0) return false;
  const end = draft.ownSpans.at(-1)?.[1] ?? draft.end;
  return end - draft.heading.bodyStart < 10;
}

function emptyBox(draft: ClauseDraft): Finding {
  const found = `${draft.node.marker?.printed ?? ''}${draft.heading.text}`;
  return finding('box-empty', { start: draft.start, end: draft.end, clause: draft.id }, { found });
}

/** Outline findings know offsets only: name the clause that begins there. */
function atClause(item: Finding, drafts: readonly ClauseDraft[]): Finding {
  const draft = findByStart(drafts, item.where.start ?? -1);
  return draft ? { ...item, where: { ...item.where, clause: draft.id } } : item;
}

function findByStart(drafts: readonly ClauseDraft[], start: number): ClauseDraft | undefined {
  let low = 0;
  let high = drafts.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const at = drafts[middle]?.start ?? 0;
    if (at === start) return drafts[middle];
    if (at < start) low = middle + 1;
    else high = middle - 1;
  }
  return undefined;
}

/** Adds the 1-based line of the normalised text to every finding that has an offset, in text order. */
function withLines(text: string, findings: readonly Finding[]): Finding[] {
  const sorted = [...findings].sort((a, b) => (a.where.start ?? -1) - (b.where.start ?? -1));
  let line = 1;
  let nextBreak = text.indexOf('\n');
  return sorted.map((item) => {
    const { start } = item.where;
    if (start === undefined) return item;
    while (nextBreak >= 0 && nextBreak < start) {
      line++;
      nextBreak = text.indexOf('\n', nextBreak + 1);
    }
    return { ...item, where: { ...item.where, line } };
  });
}
