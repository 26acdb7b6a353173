import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

export interface Step {
  readonly name: string;
  /** Entry file of an installed package, relative to node_modules. */
  readonly program: string;
  readonly args: readonly string[];
}

export const LINT: readonly Step[] = [
  { name: 'lint', program: '@biomejs/biome/bin/biome', args: ['check', '--error-on-warnings'] },
];

export const TYPES: readonly Step[] = ['domain', 'contract', 'server', 'web'].map((project) => ({
  name: `types of ${project}`,
  program: 'typescript/bin/tsc',
  args: ['-p', project],
}));

/** Runs an installed tool on this Node; answers whether it succeeded. */
export function runStep(step: Step, env: NodeJS.ProcessEnv = {}): Promise<boolean> {
  const child = spawn(process.execPath, [path.join(ROOT, 'node_modules', step.program), ...step.args], {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
  });
  return new Promise((resolve) => child.on('exit', (code) => resolve(code === 0)));
}

/** Runs several side by side, tells each as passed or failed, and answers which succeeded. */
export async function runSteps(steps: readonly Step[]): Promise<readonly boolean[]> {
  const outcomes = await Promise.all(steps.map((step) => runStep(step)));
  for (const [at, { name }] of steps.entries()) console.log(`${outcomes[at] ? '✓' : '✗'} ${name}`);
  return outcomes;
}
