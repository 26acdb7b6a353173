import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildStaleWeb } from '../server/web-build.ts';
import { auditDependencies } from './audit-dependencies.ts';
import { ensureChromium } from './chromium.ts';
import { ensureLibreOffice } from './libreoffice.ts';
import { LINT, runStep, runSteps, TYPES } from './steps.ts';

/** Everything that must hold, ending in a line `N passed, N failed` over all runners. */
const tally = { passed: 0, failed: 0 };

console.log('\n— lint and types');
for (const ok of await runSteps([...LINT, ...TYPES])) tally[ok ? 'passed' : 'failed'] += 1;

console.log('\n— known holes of dependencies');
tally[auditDependencies() ? 'passed' : 'failed'] += 1;

console.log('\n— build of the web');
try {
  await buildStaleWeb();
  tally.passed += 1;
} catch (error) {
  console.error(error);
  tally.failed += 1;
}

// Without a browser everything else is still told.
const chromium = findOrInstall(ensureChromium);
// What letters are opened with; installed here, where no test waits for it.
const soffice = findOrInstall(ensureLibreOffice);
const report = path.join(mkdtempSync(path.join(tmpdir(), 'don-doc-tests-')), 'report.json');
console.log('\n— domain, server, journeys');
const ran = await runStep(
  {
    name: 'tests',
    program: 'vitest/vitest.mjs',
    args: [
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
      ...(chromium === undefined ? ['--project', 'domain', '--project', 'server'] : []),
      ...process.argv.slice(2),
    ],
  },
  { CHROMIUM: chromium ?? '', SOFFICE: soffice ?? '' },
);
if (existsSync(report)) {
  const counts: unknown = JSON.parse(readFileSync(report, 'utf8'));
  const number = (key: string) => {
    const value = (counts as Record<string, unknown>)[key];
    return typeof value === 'number' ? value : 0;
  };
  tally.passed += number('numPassedTests');
  tally.failed += number('numFailedTests');
  // A file that could not even be loaded holds no test to count.
  if (tally.failed === 0) tally.failed += number('numFailedTestSuites');
}
// A runner that broke before it could count is a failure too.
if (!ran && tally.failed === 0) tally.failed += 1;

function findOrInstall(ensure: () => string): string | undefined {
  try {
    return ensure();
  } catch (error) {
    console.error((error as Error).message);
    tally.failed += 1;
    return undefined;
  }
}

console.log(`\n${tally.passed} passed, ${tally.failed} failed`);
process.exitCode = tally.failed === 0 ? 0 : 1;
