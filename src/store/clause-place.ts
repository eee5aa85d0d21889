import type { Clause } from '../domain/clause.ts';
import type { Span } from '../domain/span.ts';

/** What is derived about a clause once, when a plan is loaded. */
export interface ClausePlace {
  /** The area it stands in, else the section; null for a section itself. */
  readonly area: string | null;
  readonly linkNumber: string | null;
  readonly linkHeading: string;
}

/** Returns a clause's own text: its own spans, a line each. */
export function ownTextOf(text: string, spans: readonly Span[]): string {
  return spans.map(([start, end]) => text.slice(start, end)).join('\n');
}

/** Returns, for every clause, where it stands and how others refer to it. */
export function placeClauses(
  text: string,
  clauses: readonly Clause[],
): ReadonlyMap<string, ClausePlace> {
  const byId = new Map(clauses.map((clause) => [clause.id, clause]));
  return new Map(
    clauses.map((clause) => [
      clause.id,
      {
        area: areaOf(clause, byId),
        linkNumber: linkNumberOf(clause, byId),
        linkHeading: linkHeadingOf(text, clause),
      },
    ]),
  );
}

function ancestorsOf(clause: Clause, byId: ReadonlyMap<string, Clause>): Clause[] {
  const ancestors: Clause[] = [];
  let above = byId.get(clause.parent ?? '');
  while (above && !ancestors.includes(above)) {
    ancestors.push(above);
    above = byId.get(above.parent ?? '');
  }
  return ancestors;
}

function areaOf(clause: Clause, byId: ReadonlyMap<string, Clause>): string | null {
  const ancestors = ancestorsOf(clause, byId);
  const area = ancestors.find((ancestor) => ancestor.kind === 'area');
  return (area ?? ancestors.at(-1))?.id ?? null;
}

/** A programme is cited with its box: 专栏1（4）. */
function linkNumberOf(clause: Clause, byId: ReadonlyMap<string, Clause>): string | null {
  const box = byId.get(clause.parent ?? '');
  if (box?.kind !== 'box' || clause.number === null) return clause.number;
  return `${box.number ?? ''}（${clause.number.replace(/[^\p{L}\p{N}]/gu, '')}）`;
}

const firstWords = 24;

function linkHeadingOf(text: string, clause: Clause): string {
  if (clause.heading !== '') return clause.heading;
  const words = withoutNumber(ownTextOf(text, clause.ownSpans), clause);
  const sentence = /^[^。；，：\n]*/.exec(words)?.[0] ?? '';
  return sentence.length > firstWords ? `${sentence.slice(0, firstWords)}…` : sentence;
}

function withoutNumber(own: string, clause: Pick<Clause, 'number' | 'heading'>): string {
  let rest = own.trimStart();
  for (const part of [clause.number ?? '', clause.heading]) {
    if (part !== '' && rest.startsWith(part)) rest = rest.slice(part.length).trimStart();
  }
  return rest;
}
