// The program that reads one file and ends; `read-apart.ts` starts it.
import { Worker } from 'node:worker_threads';
import type { DocumentRequest, ReadingMessage, ReadingRequest, TableRequest } from './read-apart.ts';
import { readPlanFile } from './read-plan-file.ts';
import { readSource } from './read-source.ts';
import { readTableFile } from './read-table-file.ts';

// Buffers are not counted in the heap limit, and a busy program cannot look at its own clock: a thread watches
// both, also when whoever started the reading is gone.
const WATCH = `
const { workerData: { until, bytes } } = require('node:worker_threads');
setInterval(() => {
  if (Date.now() > until || process.memoryUsage.rss() > bytes) process.kill(process.pid, 'SIGKILL');
}, 100);
`;
const [, , seconds = '60', megabytes = '1024'] = process.argv;
// A Node with nothing to do already holds some 150 MB that are no part of the reading.
const bytes = (Number(megabytes) + 150) * 1024 * 1024;
new Worker(WATCH, {
  eval: true,
  workerData: { until: Date.now() + Number(seconds) * 1000 + 2000, bytes },
}).unref();

process.on('disconnect', () => process.exit());
process.once('message', (request) => {
  read(request as ReadingRequest | TableRequest | DocumentRequest).then(
    (answer) => process.send?.(answer),
    (error: unknown) =>
      process.send?.({ bug: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  );
});

async function read(request: ReadingRequest | TableRequest | DocumentRequest): Promise<ReadingMessage> {
  if ('asOf' in request) return { result: await readPlanFile(request) };
  if ('mostMegabytes' in request)
    return { result: await readSource(request.bytes, request.fileName, request.mostMegabytes) };
  return { result: await readTableFile(request) };
}

process.send?.('ready' satisfies ReadingMessage);
