import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import autocannon from 'autocannon';
import Fastify from 'fastify';
import { startEmbeddedPostgres } from '#server/db/embedded-postgres.ts';
import { openDatabase, withProvince } from '#server/db/executor.ts';
import { migrate } from '#server/db/migrate.ts';
import { buildApp } from '#server/http/app.ts';
import { confirmImport } from '#server/plan/confirm-import.ts';
import { createImport } from '#server/plan/create-import.ts';
import { listRows } from '#server/plan/plan.store.ts';
import { readPlanApart } from '#server/plan/source/read-apart.ts';
import { registerProduct } from '#server/product.ts';
import { type BenchLine, round } from './bench-line.ts';
import { largePlan } from './large-plan.ts';

// The plan page's API at 10,000 tasks and 200 concurrent readers, beside a bare handler that runs the same SQL and
// sends what comes back: what our contract, presenting and headers cost over the database and the framework.

const TASKS = 10_000;
const READERS = 200;
const SECONDS = 8;
/** Every reader asks for a page this often, in seconds: scrolling and searching, not a machine asking. */
const THINKING = 4;

const PAGES = [
  { name: 'first page', query: 'limit=50' },
  { name: 'deep page', query: 'limit=50&offset=8000' },
  { name: 'search', query: 'limit=50&search=thu+tuc+hanh+chinh' },
  { name: 'agency', query: 'limit=50&agency=so-noi-vu&role=lead' },
  { name: 'finding', query: 'limit=50&finding=two-leads' },
] as const;

interface Serving {
  readonly product: string;
  readonly bare: string;
  readonly planId: string;
}

export async function benchPlanList(): Promise<readonly BenchLine[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'don-doc-bench-'));
  const server = fork(fileURLToPath(import.meta.url), ['serve', folder], { stdio: 'inherit' });
  try {
    const [serving] = (await once(server, 'message')) as [Serving];
    const lines: BenchLine[] = [];
    for (const { name, query } of PAGES) {
      const product = `${serving.product}/api/plans/${serving.planId}/rows?${query}`;
      const bare = `${serving.bare}/rows?${query}`;
      lines.push({ name, load: 'paced', ...(await compare(product, bare, READERS / THINKING)) });
      lines.push({ name, load: 'saturated', ...(await compare(product, bare, undefined)) });
    }
    return lines;
  } finally {
    const ended = once(server, 'exit');
    server.send('stop');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  }
}

async function compare(product: string, bare: string, rate: number | undefined) {
  const limit = await load(bare, rate);
  const own = await load(product, rate);
  return {
    p50: own.latency.p50,
    p95: own.latency.p97_5,
    p99: own.latency.p99,
    bareP50: limit.latency.p50,
    bareP95: limit.latency.p97_5,
    bareP99: limit.latency.p99,
    perSecond: round(own.requests.average),
    barePerSecond: round(limit.requests.average),
    ratio: round(
      rate === undefined
        ? limit.requests.average / own.requests.average
        : own.latency.average / limit.latency.average,
    ),
  };
}

async function load(url: string, rate: number | undefined) {
  const run = (duration: number) =>
    autocannon({
      url,
      connections: READERS,
      duration,
      ...(rate === undefined ? {} : { overallRate: rate }),
    });
  await run(2);
  const result = await run(SECONDS);
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${url}: ${result.non2xx} refused, ${result.errors} failed`);
  return result;
}

async function serve(folder: string): Promise<void> {
  const postgres = await startEmbeddedPostgres({ folder: path.join(folder, 'postgres') });
  await migrate(postgres.url);
  const db = openDatabase(postgres.url, { role: 'don_doc_app' });
  const now = () => Temporal.Instant.from('2024-06-10T02:00:00Z');
  const { deps, register } = await registerProduct({ db, ownerUrl: postgres.url, now, sample: false });
  const created = await createImport(
    deps,
    ({ name, bytes }, asOf) => readPlanApart({ bytes, fileName: name, asOf }),
    { name: 'large.txt', bytes: Buffer.from(largePlan(TASKS)) },
  );
  if (!created.ok) throw new Error(JSON.stringify(created.refusals));
  const confirmed = await confirmImport(deps, created.value.importId);
  if (!confirmed.ok) throw new Error(JSON.stringify(confirmed.refusals));
  const { planId } = confirmed.value;
  const product = await buildApp({ logLevel: 'silent', rateLimit: 0, isReady: async () => true, register });
  const bare = Fastify();
  bare.get('/rows', async (request) => {
    const { limit, offset, ...filter } = request.query as Record<string, string>;
    const window = { limit: Number(limit), offset: Number(offset ?? 0) };
    const { rows } = await withProvince(db, deps.provinceId, (tx) =>
      listRows(tx, planId, { ...filter, ...window }),
    );
    return rows;
  });
  const at = { host: '127.0.0.1', port: 0 };
  process.send?.({
    product: await product.listen(at),
    bare: await bare.listen(at),
    planId,
  } satisfies Serving);
  await once(process, 'message');
  await Promise.all([product.close(), bare.close()]);
  await db.destroy();
  await postgres.stop();
  process.disconnect?.();
}

if (process.argv[1] === fileURLToPath(import.meta.url) && process.argv[2] === 'serve')
  await serve(process.argv[3] ?? '');
