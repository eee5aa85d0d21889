import type { Grade } from '../../domain/commitment.ts';

/** Firmest last, as the text grows firmer; what has no grade comes after. */
export const grades: readonly Grade[] = [
  'study',
  'plan',
  'preparatory',
  'advance',
  'accelerate',
  'complete',
  'none',
];
