import type { Representation } from './representation.ts';

/** Answers already made, as long as the plan in the database is the one they were made from. */
export interface AnswerCache {
  /** Resolves to the answer under `key`, made on the first call. A failure is not kept. */
  readonly get: (key: string, make: () => Promise<Representation>) => Promise<Representation>;
}

/** So that many different searches cannot fill the memory. */
const entries = 500;

/**
 * Returns a cache whose answers are forgotten when `version` resolves to something new; that is
 * asked at most once in `interval` milliseconds.
 */
export function answerCache(version: () => Promise<string | null>, interval = 1_000): AnswerCache {
  const kept = new Map<string, Promise<Representation>>();
  let current: { version: string | null; until: number } | null = null;

  async function refresh(): Promise<void> {
    if (current && performance.now() < current.until) return;
    const found = await version();
    if (current && current.version !== found) kept.clear();
    current = { version: found, until: performance.now() + interval };
  }

  return {
    get: async (key, make) => {
      await refresh();
      const known = kept.get(key);
      if (known) return await known;
      const made = make();
      kept.set(key, made);
      made.catch(() => kept.delete(key));
      const oldest = kept.keys().next().value;
      if (kept.size > entries && oldest !== undefined) kept.delete(oldest);
      return await made;
    },
  };
}
