import { describe, expect, test } from 'vitest';
import { compileDocument } from '../../src/compile/compile-document.ts';
import type { Clause } from '../../src/domain/clause.ts';
import type { CompiledDocument } from '../../src/domain/compiled-document.ts';
import { planText, runOn } from './plan-text.ts';

/**
 * Removals that no compiler can notice, with the reason. Empty: keep it so, or say why. (—— items
 * have no numbers; there the findings rest on the shape of the list and are marked `info`.)
 */
const unnoticed: readonly string[] = [];

describe.each([
  ['with its lines', planText],
  ['run on', runOn(planText)],
])('the plan %s: a finding tells of the removal of', (_, text) => {
  const document = compileDocument(text);
  const known = signatures(document);
  const { clauses } = document;
  const silent = (removals: readonly (readonly [string, string])[]) =>
    removals.flatMap(([label, rest]) =>
      [...signatures(compileDocument(rest))].every((item) => known.has(item)) ? [label] : [],
    );

  test('any heading, with its number', () => {
    const numbered = clauses.filter((clause) => clause.number !== null);
    expect(numbered).toHaveLength(103);
    const removals = numbered.map((clause) => {
      const [start, end] = headingSpan(document, clause);
      return [label(clause), without(document.text, start, end)] as const;
    });
    expect(silent(removals)).toEqual(unnoticed);
  });

  test('any number, its heading left', () => {
    const removals = clauses
      .filter((clause) => clause.number !== null)
      .map((clause) => {
        const end = clause.start + (clause.number?.length ?? 0);
        return [label(clause), without(document.text, clause.start, end)] as const;
      });
    expect(silent(removals)).toEqual(unnoticed);
  });

  test('any box title', () => {
    const boxes = clauses.filter((clause) => clause.kind === 'box');
    expect(boxes).toHaveLength(6);
    const removals = boxes.map((clause) => {
      const [start, end] = headingSpan(document, clause);
      return [label(clause), without(document.text, start, end + 1)] as const;
    });
    expect(silent(removals)).toEqual([]);
  });

  test('any bracket, quotation mark or title mark', () => {
    const removals = [...document.text.matchAll(/[（）〔〕“”《》]/g)].map(
      ({ index }) =>
        [
          document.text.slice(index - 8, index + 8),
          without(document.text, index, index + 1),
        ] as const,
    );
    expect(removals.length).toBeGreaterThan(400);
    expect(silent(removals)).toEqual([]);
  });
});

function signatures({ findings }: CompiledDocument): Set<string> {
  return new Set(findings.map((item) => `${item.code} ${item.where.clause} ${item.message}`));
}

/** From the number to the end of the heading and the stop after it. */
function headingSpan({ text }: CompiledDocument, clause: Clause): [number, number] {
  const numberEnd = clause.start + (clause.number?.length ?? 0);
  const end =
    clause.heading === ''
      ? numberEnd
      : text.indexOf(clause.heading, numberEnd) + clause.heading.length;
  return [clause.start, /[。\n]/.test(text.charAt(end)) ? end + 1 : end];
}

function label(clause: Clause): string {
  return `${clause.id} ${clause.number}${clause.heading}`;
}

function without(text: string, start: number, end: number): string {
  return text.slice(0, start) + text.slice(end);
}
