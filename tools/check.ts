import { LINT, runStep, TYPES } from './steps.ts';

/** Format, lint, types and domain tests: what one runs before each commit. */
const steps = [
  ...LINT,
  ...TYPES,
  {
    name: 'domain tests',
    program: 'vitest/vitest.mjs',
    args: ['run', '--project', 'domain', '--reporter=dot'],
  },
];
const outcomes = await Promise.all(steps.map(async (step) => ({ name: step.name, ok: await runStep(step) })));
for (const { name, ok } of outcomes) console.log(`${ok ? '✓' : '✗'} ${name}`);
process.exitCode = outcomes.every(({ ok }) => ok) ? 0 : 1;
