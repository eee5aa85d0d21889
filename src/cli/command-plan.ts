import { fileURLToPath } from 'node:url';
import { bringUp } from '../server/bring-up.ts';
import type { Config } from '../server/config.ts';
import { findPlan, openPlan } from '../server/open-plan.ts';
import { planHash } from '../store/plan.ts';
import { type CommandStore, openCommandStore } from './command-store.ts';

/** Where a plan is looked for that no option names: here, then in the package. */
export const shippedPlans = ['plans', fileURLToPath(new URL('../../plans', import.meta.url))];

/** The database a command works on, and the plan it is about. */
export interface CommandPlan extends CommandStore {
  readonly plan: string;
}

/**
 * Resolves to the plan a command is about and its database. A plan that was never loaded is loaded;
 * one that is there is left as it is: a program that runs serves it. Refuses as `openCommandStore`,
 * and with `plan-missing`, `plan-several` or `plan-invalid`.
 */
export async function openCommandPlan(
  config: Pick<Config, 'databaseUrl' | 'data' | 'plan'>,
  signal?: AbortSignal,
): Promise<CommandPlan> {
  const folder = await openPlan(findPlan(config.plan, shippedPlans));
  const opened = await openCommandStore(config, signal);
  try {
    const plan = folder.planned.file.id;
    if ((await planHash(opened.store.server, plan)) === null) await bringUp(opened.store, folder);
    return { ...opened, plan };
  } catch (error) {
    await opened.close();
    throw error;
  }
}
