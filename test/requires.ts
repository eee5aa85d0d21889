import type { TestContext } from 'vitest';

/**
 * Skips the test, saying why, when something it needs is not installed on this machine. Under CI
 * everything is to be installed: there the lack is a failure.
 */
export function requires(context: TestContext, available: boolean, why: string): void {
  if (available) return;
  if (process.env.CI === 'true') throw new Error(`CI must provide what this test needs: ${why}`);
  context.skip(why);
}
