import preact from '@preact/preset-vite';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [preact({ devToolsEnabled: false })],
  test: {
    root: new URL('../..', import.meta.url).pathname,
    include: ['test/{unit,architecture,sim}/**/*.test.{ts,tsx}'],
    pool: 'threads',
    testTimeout: 15_000,
  },
});
