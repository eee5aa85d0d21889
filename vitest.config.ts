import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: import.meta.dirname,
  test: {
    include: ['test/**/*.test.ts'],
    // Databases and a browser start inside these.
    testTimeout: 90_000,
    hookTimeout: 90_000,
    // Two cores: more workers only make the browser and the databases wait for one another.
    maxWorkers: 2,
  },
});
