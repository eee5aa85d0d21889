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
  keyOf: (query: Query) => string | number,
  compute: (query: Query) => Answer,
): (query: Query) => Answer {
  let answers = new Map<string | number, Answer>();
  return (query) => {
    const key = keyOf(query);
    const before = answers.get(key);
    if (before !== undefined) return before;
    const answer = compute(query);
    if (answers.size >= mostKept) answers = new Map();
    answers.set(key, answer);
    return answer;
  };
}

/**
 * Returns a text as a key that keeps nothing else in memory: a longer piece of a file would keep the
 * whole piece it was cut from.
 */
export function ownText(text: string): string {
  return text.length < 13 ? text : `${text}\n`;
}

/** Returns a text that may be kept: as `ownText`, and equal to what it was. */
export function kept(text: string): string {
  return text.length < 13 ? text : `${text}\n`.slice(0, -1);
}

/** Returns the finding in place of a value. */
export function refused(code: FindingCode, params: FindingParams): Resolved<never> {
  return { ok: false, problem: { code, params } };
}
