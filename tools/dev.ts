import { spawn } from 'node:child_process';
import path from 'node:path';
import { ROOT } from './steps.ts';

/** The server, started again at each change of its files, and beside it the pages, changed as one types. */
const server = spawn(process.execPath, ['--watch', path.join(ROOT, 'server', 'main.ts')], {
  cwd: ROOT,
  stdio: 'inherit',
  env: { ...process.env, WEB_BUILD: 'never' },
});
const pages = spawn(
  process.execPath,
  [
    path.join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js'),
    '--config',
    path.join(ROOT, 'web', 'vite.config.ts'),
  ],
  { cwd: ROOT, stdio: 'inherit' },
);
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => {
    server.kill(signal);
    pages.kill(signal);
  });
