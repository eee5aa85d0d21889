import type { Clause } from '../domain/clause.ts';
import type { Commitment, NamedProject } from '../domain/commitment.ts';
import type { CompiledDocument } from '../domain/compiled-document.ts';
import { type Finding, finding } from '../domain/finding.ts';
import type { Correction } from '../domain/plan.ts';

/** A document being corrected, or the finding that says why a correction does not apply. */
type Outcome = { document: CompiledDocument } | { finding: Finding };

/**
 * Returns the document with a plan's corrections applied in order. One whose `expect` no longer
 * holds, or whose place is gone, is left out and reported.
 */
export function applyCorrections(
  document: CompiledDocument,
  corrections: readonly Correction[],
): { document: CompiledDocument; findings: Finding[] } {
  const findings: Finding[] = [];
  let corrected = document;
  for (const correction of corrections) {
    const outcome = apply(corrected, correction);
    if ('document' in outcome) corrected = outcome.document;
    else findings.push(outcome.finding);
  }
  return { document: corrected, findings };
}

function apply(document: CompiledDocument, correction: Correction): Outcome {
  switch (correction.op) {
    case 'set':
      return setField(document, correction);
    case 'set-commitment':
      return setCommitment(document, correction);
    case 'add-project':
      return addProject(document, correction);
    case 'add-duty':
      return addDuty(document, correction);
  }
}

function setField(document: CompiledDocument, correction: Correction & { op: 'set' }): Outcome {
  const clause = document.clauses.find((item) => item.id === correction.clause);
  if (!clause) return missing(correction, correction.clause);
  const { field, value } = correction;
  if (clause[field] !== correction.expect) return unneeded(correction, clause[field]);
  const changed = { ...clause, [field]: value } as Clause;
  return {
    document: {
      ...document,
      clauses: document.clauses.map((item) => (item === clause ? changed : item)),
    },
  };
}

function setCommitment(
  document: CompiledDocument,
  correction: Correction & { op: 'set-commitment' },
): Outcome {
  const commitment = document.commitments.find(
    (item) => item.clause === correction.clause && item.text === correction.quote,
  );
  if (!commitment) return missing(correction, `${correction.clause} ${correction.quote}`);
  const differs = Object.entries(correction.expect).find(
    ([field, value]) =>
      JSON.stringify(commitment[field as keyof Commitment]) !== JSON.stringify(value),
  );
  if (differs) return unneeded(correction, `${differs[0]} = ${String(differs[1])}`);
  const changed = { ...commitment, ...correction.value } as Commitment;
  return {
    document: {
      ...document,
      commitments: document.commitments.map((item) => (item === commitment ? changed : item)),
    },
  };
}

function addProject(
  document: CompiledDocument,
  correction: Correction & { op: 'add-project' },
): Outcome {
  const { value, quote } = correction;
  const known = document.namedProjects.some(
    (item) => item.clause === value.clause && item.name === value.name,
  );
  if (known) return unneeded(correction, value.name);
  const start = placeOf(document, value.clause, quote);
  if (start === null) return missing(correction, `${value.clause} ${quote}`);
  const project: NamedProject = { ...value, start, end: start + quote.length };
  return {
    document: { ...document, namedProjects: inOrder([...document.namedProjects, project]) },
  };
}

function addDuty(document: CompiledDocument, correction: Correction & { op: 'add-duty' }): Outcome {
  const { value, quote } = correction;
  const start = placeOf(document, value.clause, quote);
  if (start === null) return missing(correction, `${value.clause} ${quote}`);
  const known = document.duties.some(
    (item) => item.start <= start && item.end >= start + quote.length,
  );
  if (known) return unneeded(correction, quote);
  const duty = { ...value, start, end: start + quote.length };
  return { document: { ...document, duties: inOrder([...document.duties, duty]) } };
}

/** Returns where a quotation stands in a clause's own text; null where it does not. */
function placeOf(document: CompiledDocument, clauseId: string, quote: string): number | null {
  const clause = document.clauses.find((item) => item.id === clauseId);
  for (const [start, end] of clause?.ownSpans ?? []) {
    const at = document.text.slice(start, end).indexOf(quote);
    if (at >= 0) return start + at;
  }
  return null;
}

function inOrder<Item extends { start: number }>(items: readonly Item[]): Item[] {
  return [...items].sort((a, b) => a.start - b.start);
}

function missing(correction: Correction, target: string): Outcome {
  return { finding: finding('correction-target', {}, { id: correction.id, target }) };
}

function unneeded(correction: Correction, reason: string): Outcome {
  return { finding: finding('correction-unneeded', {}, { id: correction.id, reason }) };
}
