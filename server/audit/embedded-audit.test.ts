import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { runCli } from '#test/run-cli.ts';
import { makeDataFolder, spawnServer, untilRunning } from '#test/server-process.ts';

const { folder, remove } = makeDataFolder();
afterAll(remove);

test('the audit of a data folder is checked while the server runs and while it does not', async () => {
  const server = spawnServer(folder);
  await untilRunning(server);
  const env = { DON_DOC_DATA: folder };
  const running = await runCli(['audit', 'verify'], env);
  expect(running).toMatchObject({ code: 0, out: expect.stringContaining('nhật ký nguyên vẹn: 2 dòng') });
  server.child.kill('SIGTERM');
  await server.ended;
  expect(statSync(path.join(folder, 'keys', 'audit.key')).mode & 0o777).toBe(0o600);
  const stopped = await runCli(['audit', 'verify'], env);
  expect(stopped).toMatchObject({ code: 0, out: running.out, err: '' });
  // Started for the check only.
  expect(existsSync(path.join(folder, 'postgres', 'postmaster.pid'))).toBe(false);
  expect(existsSync(path.join(folder, 'don-doc.lock'))).toBe(false);
});
