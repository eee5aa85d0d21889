import { type BackgroundJob, type JobParts, startJob } from './background-job.ts';
import { embargoJob } from './embargo-job.ts';
import { reminderJob } from './reminder-job.ts';

/** Everything the program does by itself. What each shows to whom is in test/cases/rights.yaml. */
export const backgroundJobs: readonly BackgroundJob[] = [embargoJob, reminderJob];

/** Starts all of them; returns what stops them. */
export function startJobs(parts: JobParts): () => Promise<void> {
  const stops = backgroundJobs.map((job) => startJob(job, parts));
  return async () => {
    await Promise.all(stops.map((stop) => stop()));
  };
}
