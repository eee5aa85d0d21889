import { publishNextDue } from '../store/collection/embargo.ts';
import type { BackgroundJob } from './background-job.ts';

/** Publishes the releases whose embargo has ended, one after the other. */
export const embargoJob: BackgroundJob = {
  id: 'embargo',
  interval: 5_000,
  async turn({ store, plan, log }, stopped) {
    let due = await publishNextDue(store.writer, plan);
    while (!stopped() && due !== 'none') {
      if (due === 'held') log('embargo: a release was held; the page of releases says which');
      due = await publishNextDue(store.writer, plan);
    }
  },
};
