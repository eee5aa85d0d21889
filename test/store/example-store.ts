import { afterAll, beforeAll } from 'vitest';
import { openEmbedded, type Store } from '../../src/store/open-store.ts';
import { loadPlan } from '../../src/store/plan.ts';
import { launchPostgres } from '../../src/store/postgres/launch.ts';
import { examplePlan } from './example-plan.ts';
import { tempFolder } from './temp-folder.ts';

/**
 * Starts a PostgreSQL with the example plan before the tests of a file and stops it after them; returns
 * a function that gives its store, once it is there.
 */
export function exampleStore(): () => Store {
  const stops: (() => Promise<unknown>)[] = [];
  const removals: (() => void)[] = [];
  let store: Store | null = null;
  beforeAll(async () => {
    const postgres = await launchPostgres(tempFolder((remove) => removals.push(remove)));
    stops.push(postgres.stop);
    store = await openEmbedded(postgres);
    stops.push(store.close);
    await loadPlan(store.owner, examplePlan());
  }, 60_000);
  afterAll(async () => {
    for (const stop of stops.reverse()) await stop();
    for (const remove of removals) remove();
  });
  return () => {
    if (store === null) throw new Error('the store is opened before the first test');
    return store;
  };
}
