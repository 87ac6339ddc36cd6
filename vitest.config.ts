import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** A window's test waits for a host and a browser, each a process of its own: one at a time leaves a processor idle. */
const FILES_AT_ONCE = Math.max(2, availableParallelism() - 1);

export default defineConfig({
  test: {
    include: ['test/unit/**/*.test.{ts,tsx}', 'test/contract/**/*.test.ts', 'test/e2e/**/*.test.ts'],
    environment: 'node',
    maxWorkers: FILES_AT_ONCE,
    testTimeout: 30_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 15_000 } },
  },
});
