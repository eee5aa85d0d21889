import { accountEndpoints } from './accounts.ts';
import { fillingEndpoints } from './filling.ts';
import { reminderEndpoints } from './reminders.ts';
import { reviewEndpoints } from './review.ts';
import { sessionEndpoints } from './session.ts';

/** Every endpoint whose answer depends on who asks; none of their answers is cached. */
export const workEndpoints = {
  ...sessionEndpoints,
  ...accountEndpoints,
  ...fillingEndpoints,
  ...reviewEndpoints,
  ...reminderEndpoints,
} as const;
