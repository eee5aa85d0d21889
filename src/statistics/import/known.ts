import type { FindingCode, FindingParams } from '../../domain/finding.ts';

/** A finding that does not have its place yet. */
export interface Problem {
  readonly code: FindingCode;
  readonly params: FindingParams;
}

/** What was resolved, or the finding to report in its place. */
export type Resolved<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: Problem };

/** Answers kept. Enough for every place × year of a country; more means the file repeats nothing. */
const mostKept = 60_000;

/**
 * Returns a function that answers what was asked before without computing it again. A table asks the
 * same names a million times; what is kept is bounded.
 */
export function remembered<Query, Answer>(
  keyOf: (query: Query) => string,
  compute: (query: Query) => Answer,
): (query: Query) => Answer {
  let answers = new Map<string, Answer>();
  return (query) => {
    const key = keyOf(query);
    const kept = answers.get(key);
    if (kept !== undefined) return kept;
    const answer = compute(query);
    if (answers.size >= mostKept) answers = new Map();
    answers.set(key, answer);
    return answer;
  };
}

/** Returns the finding in place of a value. */
export function refused(code: FindingCode, params: FindingParams): Resolved<never> {
  return { ok: false, problem: { code, params } };
}
