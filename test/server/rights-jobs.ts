import type { Hono } from 'hono';
import { sql } from 'kysely';
import type { Store } from '../../src/store/open-store.ts';
import { as } from '../store/collection-desk.ts';
import type { Actor } from './rights-actors.ts';
import { reset, type Target } from './rights-calls.ts';

/** Makes something for a job to do, and says what somebody sees of it. */
export interface JobCall {
  readonly make: () => Promise<void>;
  readonly seenBy: (actor: Actor) => Promise<string>;
}

interface Walk {
  readonly app: Hono;
  readonly store: Store;
  readonly target: Target;
}

/** Returns what is looked at around a job. Throws for one that nobody has thought about. */
export function jobCallOf(id: string, walk: Walk): JobCall {
  const call = jobCalls[id]?.(walk);
  if (!call) throw new Error(`the job ${id} has no call in rights-jobs.ts`);
  return call;
}

const jobCalls: Readonly<Record<string, (walk: Walk) => JobCall>> = {
  embargo: ({ app, store, target }) => ({
    make: async () => {
      await reset(store, target, 'scheduled');
      await sql`update xingbian.release set embargo = now() - interval '1 second'`.execute(
        store.owner,
      );
    },
    seenBy: async ({ person }) => {
      const response = await app.request('/api/statistics/series.csv?t=a1&i=gdp&p=2018', {
        headers: person ? { cookie: `xingbian=${person.token}` } : {},
      });
      return /,100(?:,|\r?\n)/.test(await response.text()) ? 'the figure' : 'no figure';
    },
  }),
  reminders: ({ store, target }) => ({
    make: async () => {
      await reset(store, target, 'draft');
      await sql`truncate xingbian.reminder cascade`.execute(store.owner);
      await sql`update xingbian.round set due = '2020-01-31'`.execute(store.owner);
    },
    seenBy: async ({ person }) =>
      await as(store, person, async ({ db }) => {
        const { rows } = await sql`select from xingbian.reminder
          where submission = ${target.submission}`.execute(db);
        return rows.length > 0 ? 'the reminder' : 'no reminder';
      }),
  }),
};
