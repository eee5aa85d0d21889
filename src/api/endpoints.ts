import { boundaryEndpoints } from './boundary.ts';
import { planEndpoints } from './plan.ts';
import { statisticsEndpoints } from './statistics.ts';

/** Every endpoint that answers from the database: registered, described and called by these names. */
export const apiEndpoints = {
  ...planEndpoints,
  ...statisticsEndpoints,
  ...boundaryEndpoints,
} as const;
