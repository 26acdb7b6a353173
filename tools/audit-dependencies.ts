import { spawnSync } from 'node:child_process';
import { z } from 'zod';
import { ROOT } from './steps.ts';

const Report = z.object({
  vulnerabilities: z.record(z.string(), z.object({ severity: z.string() })),
});

/**
 * Whether packages that are shipped have known holes of high or critical severity. A registry that does not answer
 * says nothing about them: that is told, and is no failure, so that the tests run without a network.
 */
export function auditDependencies(): boolean {
  const { npm_execpath: npm } = process.env;
  const asked = ['audit', '--omit=dev', '--json'];
  // Run by npm itself, that npm is known by its file; a bare name is a script of the shell on Windows.
  const [command, args] = npm === undefined ? ['npm', asked] : [process.execPath, [npm, ...asked]];
  const { stdout } = spawnSync(command, args, {
    cwd: ROOT,
    shell: npm === undefined && process.platform === 'win32',
    encoding: 'utf8',
    timeout: 30_000,
  });
  const report = Report.safeParse(parse(stdout));
  if (!report.success) {
    console.warn('Not checked: the package registry does not tell of known holes (npm audit).');
    return true;
  }
  const grave = Object.entries(report.data.vulnerabilities).filter(([, { severity }]) =>
    ['high', 'critical'].includes(severity),
  );
  for (const [name, { severity }] of grave) console.error(`${name}: a known hole of ${severity} severity`);
  return grave.length === 0;
}

function parse(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
}
