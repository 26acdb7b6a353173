import { LINT, runSteps, TYPES } from './steps.ts';

/** Format, lint, types and domain tests: what one runs before each commit. */
const outcomes = await runSteps([
  ...LINT,
  ...TYPES,
  {
    name: 'domain tests',
    program: 'vitest/vitest.mjs',
    args: ['run', '--project', 'domain', '--reporter=dot'],
  },
]);
process.exitCode = outcomes.every((ok) => ok) ? 0 : 1;
