import type { SearchAnswer } from '../../api/plan.ts';

/** Returns how often the words occur in the clauses an answer lists; its `total` counts clauses. */
export function hitsIn(found: SearchAnswer): number {
  return found.hits.reduce((sum, hit) => sum + hit.count, 0);
}
