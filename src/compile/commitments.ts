import type { Commitment } from '../domain/commitment.ts';
import type { Span } from '../domain/span.ts';
import type { ClauseDraft } from './clauses.ts';
import { type Deadline, meansPeriod, statedDeadline } from './deadline.ts';
import { findQuantities } from './quantities.ts';
import { segmentsOf, sentencesOf, trimSpan, withoutStop } from './sentence.ts';
import { conditionsOf, targetKind } from './target.ts';
import { carryingVerb, isLeadIn, leadingVerb, predicateVerb, type Verb } from './verb.ts';

/** What the promises of a clause are read from. */
export interface PromiseSource {
  readonly draft: ClauseDraft;
  /** The running text: own spans without heading and statements. */
  readonly spans: readonly Span[];
  /** Whether the clause states objectives: a change of state is then a promise. */
  readonly isState: boolean;
  /** The deadline a clause above states for it. */
  readonly above: Deadline | null;
}

interface Unit {
  readonly span: Span;
  readonly verb: Verb;
}

/**
 * Returns the promises of a clause in order. A sentence is cut where a new graded verb begins;
 * what only leads in (以…为重点, 到2020年) goes with the promise after it, and what follows without a
 * verb with the one before. Ungraded verbs in a row make one promise.
 */
export function findCommitments(text: string, source: PromiseSource): Commitment[] {
  const found: Commitment[] = [];
  let lead = source.above;
  for (const span of source.spans)
    for (const sentence of sentencesOf(text, span)) {
      const words = text.slice(sentence[0], sentence[1]);
      const deadline = deadlineOf(words) ?? (source.isState ? lead : null);
      if (source.isState && deadline) lead = deadline;
      const isState = source.isState && !isImperative(text, sentence);
      let due = deadline ?? source.above;
      for (const unit of unitsOf(text, sentence, isState)) {
        due = deadlineOf(text.slice(...unit.span)) ?? due;
        if (source.isState) lead = due;
        found.push(toCommitment(text, source, unit, due, isState, found.length + 1));
      }
    }
  return found;
}

/** Returns the deadline a clause's own words set for what stands below it. */
export function deadlineBelow(text: string, spans: readonly Span[]): Deadline | null {
  for (const [start, end] of spans) {
    const date = statedDeadline(text.slice(start, Math.min(end, start + 400)));
    if (date) return { date, basis: 'stated' };
  }
  return null;
}

function deadlineOf(words: string): Deadline | null {
  const date = statedDeadline(words);
  return date ? { date, basis: 'stated' } : null;
}

function toCommitment(
  text: string,
  source: PromiseSource,
  unit: Unit,
  deadline: Deadline | null,
  isState: boolean,
  ordinal: number,
): Commitment {
  const [start, end] = unit.span;
  const words = text.slice(start, end);
  const conditions = conditionsOf(words);
  const quantities = findQuantities(words, [0, words.length], source.draft.id);
  return {
    id: `${source.draft.id}#${ordinal}`,
    clause: source.draft.id,
    text: words,
    start,
    end,
    verb: unit.verb.printed,
    grade: unit.verb.grade,
    target: targetKind(words, unit.verb, conditions, quantities, isState),
    deadline: deadline?.date ?? null,
    deadlineBasis: deadline ? (meansPeriod(words) ? 'period' : deadline.basis) : null,
    conditions,
  };
}

/** Among objectives too a sentence may ask for work instead of stating an outcome: 完善政策，拓展功能. */
function isImperative(text: string, sentence: Span): boolean {
  for (const [start, end] of segmentsOf(text, sentence)) {
    const words = text.slice(start, end);
    if (isLeadIn(words, false)) continue;
    return leadingVerb(words)?.grade === 'none';
  }
  return false;
}

function unitsOf(text: string, sentence: Span, isState: boolean): Unit[] {
  const pieces = piecesOf(text, sentence, isState);
  const units = pieces.flatMap((piece) => {
    const span = withoutStop(text, trimSpan(text, piece.span));
    const verb = verbOf(text, span, piece.headAt, isState);
    return verb ? [{ span, verb }] : [];
  });
  return isState ? units : mergeUngraded(units);
}

interface Piece {
  span: Span;
  /** Offset where the verb's segment begins, behind what leads in. */
  headAt: number;
}

/** Cuts a sentence into pieces, each headed by one verb. */
function piecesOf(text: string, sentence: Span, isState: boolean): Piece[] {
  const pieces: Piece[] = [];
  let pending: number | null = null;
  for (const [start, end] of segmentsOf(text, sentence)) {
    const words = text.slice(start, end);
    const leadsIn = isLeadIn(words, isState);
    const current = pieces.at(-1);
    if (!leadsIn && (isState || headsPromise(words))) {
      pieces.push({ span: [pending ?? start, end], headAt: start });
      pending = null;
    } else if (leadsIn || !current) pending ??= start;
    else if (pending === null) current.span = [current.span[0], end];
  }
  // What leads in to nothing holds its verb inside: 结合新农村建设加快污水治理.
  if (pending !== null) pieces.push({ span: [pending, sentence[1]], headAt: pending });
  return pieces;
}

/** A verb opens the segment, or its subject does and its predicate completes: 贫困县全部摘帽. */
function headsPromise(words: string): boolean {
  if (leadingVerb(words) !== null) return true;
  const verb = predicateVerb(words);
  return verb !== null && verb.at > 0 && !words.slice(0, verb.at).endsWith('的');
}

function verbOf(text: string, [start, end]: Span, headAt: number, isState: boolean): Verb | null {
  const head = Math.max(start, Math.min(headAt, end));
  const words = text.slice(head, end);
  const verb = leadingVerb(words) ?? predicateVerb(words) ?? (isState ? null : carryingVerb(words));
  if (verb && !(isState && verb.grade === 'none')) return verb;
  return isState ? (verb ?? { printed: '', grade: 'none', at: 0 }) : verb;
}

function mergeUngraded(units: readonly Unit[]): Unit[] {
  const merged: Unit[] = [];
  for (const unit of units) {
    const before = merged.at(-1);
    if (before && before.verb.grade === 'none' && unit.verb.grade === 'none')
      merged[merged.length - 1] = { ...before, span: [before.span[0], unit.span[1]] };
    else merged.push(unit);
  }
  return merged;
}
