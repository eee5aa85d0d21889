import { expect } from 'vitest';
import type { CompiledDocument } from '../../src/domain/compiled-document.ts';

/** Asserts what holds of every compiled document, whatever its text. */
export function expectSound(document: CompiledDocument): void {
  expectPartition(document);
  expectTree(document);
  for (const item of annotations(document)) {
    expect(item.end).toBeGreaterThanOrEqual(item.start);
    expect(item.end).toBeLessThanOrEqual(document.text.length);
  }
}

/** Every character of the body belongs to exactly one clause's own text. */
function expectPartition({ clauses, body }: CompiledDocument): void {
  const spans = clauses
    .flatMap((clause) => clause.ownSpans)
    .filter(([start, end]) => end > start)
    .sort((a, b) => a[0] - b[0]);
  let at = body[0];
  for (const [start, end] of spans) {
    expect(start).toBe(at);
    at = end;
  }
  expect(at).toBe(body[1]);
}

function expectTree({ clauses, text }: CompiledDocument): void {
  const byId = new Map(clauses.map((clause) => [clause.id, clause]));
  expect(byId.size).toBe(clauses.length);
  for (const clause of clauses) {
    expect(clause.text).toBe(text.slice(clause.start, clause.end));
    const parent = clause.parent === null ? null : byId.get(clause.parent);
    expect(parent).not.toBeUndefined();
    if (!parent) continue;
    expect(parent.start).toBeLessThanOrEqual(clause.start);
    expect(parent.end).toBeGreaterThanOrEqual(clause.end);
  }
}

function annotations({
  responsibilities,
  duties,
  commitments,
  quantities,
  namedProjects,
}: CompiledDocument) {
  return [...responsibilities, ...duties, ...commitments, ...quantities, ...namedProjects];
}
