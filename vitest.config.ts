import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** What comes by itself is waited for as long as a browser waits; the runner's own second is short on a busy machine. */
const PATIENCE_MS = 20_000;

// Tests of the server wait for the database and for processes of their own; a journey is work for two.
const MANY = availableParallelism() + 1;
const FEW = Math.max(2, availableParallelism() - 1);

/**
 * Three tiers: the pure domain, the server over HTTP on a real PostgreSQL, the journeys in a real browser. Files of
 * the last two share processes: loading the server anew for each took a third of the time of a journey.
 */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'domain',
          include: ['domain/**/*.test.ts', 'web/**/*.test.ts', 'test/meta/*.test.ts'],
          environment: 'node',
          maxWorkers: MANY,
          // Some read a hundred thousand letters, beside other tests.
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'server',
          include: ['server/**/*.test.ts'],
          environment: 'node',
          globalSetup: ['test/postgres.setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          expect: { poll: { timeout: PATIENCE_MS } },
          maxWorkers: MANY,
          isolate: false,
        },
      },
      {
        test: {
          name: 'journeys',
          include: ['e2e/**/*.test.ts'],
          environment: 'node',
          globalSetup: ['test/postgres.setup.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          expect: { poll: { timeout: PATIENCE_MS } },
          maxWorkers: FEW,
          isolate: false,
          // After the others, alone.
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
