import type { PlanDocument } from '../../api/plan.ts';
import type { Commitment, NamedProject, Quantity } from '../../domain/commitment.ts';
import type { Duty, Responsibility } from '../../domain/responsibility.ts';
import { grouped } from '../grouped.ts';

type Clause = PlanDocument['clauses'][number];

/** A clause as it is read: its place in the outline and what hangs on its own text. */
export interface ReadClause {
  readonly clause: Clause;
  readonly ancestors: readonly ReadClause[];
  readonly children: readonly ReadClause[];
  readonly commitments: readonly Commitment[];
  readonly quantities: readonly Quantity[];
  readonly projects: readonly NamedProject[];
  readonly statements: readonly Responsibility[];
  readonly duties: readonly Duty[];
  /** Commitments in the clause and everything below it. */
  readonly total: number;
}

/** A stretch of a clause's own text; the first one carries its number and heading. */
export interface Passage {
  readonly of: ReadClause;
  readonly start: number;
  readonly end: number;
  readonly first: boolean;
}

/** The document arranged for reading. */
export interface Reading {
  readonly document: PlanDocument;
  readonly clauses: readonly ReadClause[];
  readonly roots: readonly ReadClause[];
  readonly byId: ReadonlyMap<string, ReadClause>;
  /** Every character of the body once, in the order of the text. */
  readonly passages: readonly Passage[];
  /** Every body a responsibility statement names. */
  readonly agencies: ReadonlySet<string>;
}

/** Returns the document arranged for reading: tree, passages and annotations by clause. */
export function readingOf(document: PlanDocument): Reading {
  const sorted = [...document.clauses].sort((a, b) => a.start - b.start || b.end - a.end);
  const byParent = grouped(sorted, (clause) => clause.parent);
  const attached = {
    commitments: grouped(document.commitments, (item) => item.clause),
    quantities: grouped(document.quantities, (item) => item.clause),
    projects: grouped(document.namedProjects, (item) => item.clause),
    statements: grouped(document.responsibilities, (item) => item.clause),
    duties: grouped(document.duties, (item) => item.clause),
  };
  const byId = new Map<string, ReadClause>();

  const read = (clause: Clause, ancestors: readonly ReadClause[]): ReadClause => {
    const children: ReadClause[] = [];
    const commitments = attached.commitments.get(clause.id) ?? [];
    const entry = {
      clause,
      ancestors,
      children,
      commitments,
      quantities: attached.quantities.get(clause.id) ?? [],
      projects: attached.projects.get(clause.id) ?? [],
      statements: attached.statements.get(clause.id) ?? [],
      duties: attached.duties.get(clause.id) ?? [],
      total: commitments.length,
    };
    for (const child of byParent.get(clause.id) ?? [])
      children.push(read(child, [...ancestors, entry]));
    entry.total += children.reduce((sum, child) => sum + child.total, 0);
    byId.set(clause.id, entry);
    return entry;
  };
  const roots = (byParent.get(null) ?? []).map((clause) => read(clause, []));
  const clauses = sorted.flatMap((clause) => byId.get(clause.id) ?? []);
  const agencies = new Set(document.responsibilities.flatMap((item) => item.agencies));
  return { document, clauses, roots, byId, passages: passagesOf(clauses), agencies };
}

/** Returns the clauses that share bodies with this one, most shared first, then as printed. */
export function sharingBodies(
  reading: Reading,
  of: ReadClause,
): { clause: ReadClause; shared: number }[] {
  const own = new Set(of.statements.flatMap((item) => item.agencies));
  if (own.size === 0) return [];
  const least = Math.min(2, own.size);
  return reading.clauses
    .filter((other) => other !== of)
    .map((clause) => ({
      clause,
      shared: new Set(
        clause.statements.flatMap((item) => item.agencies).filter((name) => own.has(name)),
      ).size,
    }))
    .filter(({ shared }) => shared >= least)
    .sort((a, b) => b.shared - a.shared || a.clause.clause.start - b.clause.clause.start);
}

/** Returns every place where the words occur, letter case aside. */
export function occurrences(text: string, words: string): [number, number][] {
  const sought = words.toLowerCase();
  const within = text.toLowerCase();
  const found: [number, number][] = [];
  if (!sought || within.length !== text.length) return found;
  for (let at = within.indexOf(sought); at >= 0; at = within.indexOf(sought, at + sought.length))
    found.push([at, at + sought.length]);
  return found;
}

function passagesOf(clauses: readonly ReadClause[]): Passage[] {
  return clauses
    .flatMap((of) =>
      of.clause.ownSpans.map(([start, end], index) => ({ of, start, end, first: index === 0 })),
    )
    .sort((a, b) => a.start - b.start);
}
