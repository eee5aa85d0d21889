import { boundaryEndpoints } from './boundary.ts';
import { formEndpoints } from './forms.ts';
import { planEndpoints } from './plan.ts';
import { statisticsEndpoints } from './statistics.ts';
import { statisticsPageEndpoints } from './statistics-pages.ts';

/** Every endpoint that answers from the database: registered, described and called by these names. */
export const apiEndpoints = {
  ...planEndpoints,
  ...statisticsEndpoints,
  ...boundaryEndpoints,
  ...formEndpoints,
  ...statisticsPageEndpoints,
} as const;
