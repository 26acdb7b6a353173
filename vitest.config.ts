import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** What comes by itself is waited for as long as a browser waits; the runner's own second is short on a busy machine. */
const PATIENCE_MS = 20_000;

/** Three tiers: the pure domain, the server over HTTP on a real PostgreSQL, the journeys in a real browser. */
export default defineConfig({
  test: {
    // Tests of the server wait for the database and for processes of their own: one at a time leaves half a machine idle.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        test: {
          name: 'domain',
          include: ['domain/**/*.test.ts', 'web/**/*.test.ts', 'test/meta/*.test.ts'],
          environment: 'node',
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
          // One process for several of them: loading the server anew for each file took a third of their time.
          isolate: false,
          // After the others, alone.
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
