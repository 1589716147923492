import { defineConfig } from 'vitest/config';

/** The suites that take minutes: thousands of schedules, answers and kills. Their small selves are part of the unit and e2e runs. */
export default defineConfig({
  test: {
    root: new URL('../..', import.meta.url).pathname,
    include: ['test/long/**/*.test.ts'],
    // One after the other: their figures are told, and the last of them drives a browser.
    fileParallelism: false,
    testTimeout: 600_000,
    hookTimeout: 120_000,
  },
});
