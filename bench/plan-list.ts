import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import Fastify, { type FastifyInstance } from 'fastify';
import pg from 'pg';
import { makeAuditKey } from '#server/audit/audit-key.ts';
import { startEmbeddedPostgres } from '#server/db/embedded-postgres.ts';
import { openDatabase, withScope } from '#server/db/executor.ts';
import { migrate } from '#server/db/migrate.ts';
import { openDiskStore } from '#server/evidence/disk-store.ts';
import { buildApp } from '#server/http/app.ts';
import { confirmImport } from '#server/plan/confirm-import.ts';
import { createImport } from '#server/plan/create-import.ts';
import { listRows } from '#server/plan/plan.store.ts';
import { readPlanApart } from '#server/plan/source/read-apart.ts';
import { registerProduct } from '#server/product.ts';
import { type BenchLine, round } from './bench-line.ts';
import { largePlan } from './large-plan.ts';
import { loadWith } from './load.ts';

// The plan page's API at 10,000 tasks and 200 concurrent readers, beside a bare handler that runs the same SQL and
// sends what comes back: what our contract, presenting and headers cost over the database and the framework.

const TASKS = 10_000;
const READERS = 200;
const SECONDS = 8;
/** Seconds between two requests of one reader: scrolling and searching, not a machine asking. */
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
  readonly cookie: string;
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
      lines.push({ name, load: 'reading', ...(await compare(product, bare, serving.cookie, THINKING)) });
      lines.push({ name, load: 'saturated', ...(await compare(product, bare, serving.cookie, 0)) });
    }
    return lines;
  } finally {
    const ended = once(server, 'exit');
    server.send('stop');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  }
}

async function compare(product: string, bare: string, cookie: string, thinking: number) {
  const load = { readers: READERS, seconds: SECONDS, thinking, cookie };
  // Once beforehand, so that neither pays for what is compiled and cached at first use.
  for (const url of [bare, product]) await loadWith(url, { ...load, seconds: 1 });
  const limit = await loadWith(bare, load);
  const own = await loadWith(product, load);
  return {
    p50: own.p50,
    p95: own.p95,
    p99: own.p99,
    bareP50: limit.p50,
    bareP95: limit.p95,
    bareP99: limit.p99,
    perSecond: own.perSecond,
    barePerSecond: limit.perSecond,
    ratio: round(thinking === 0 ? limit.perSecond / own.perSecond : own.p95 / Math.max(1, limit.p95)),
  };
}

async function serve(folder: string): Promise<void> {
  const postgres = await startEmbeddedPostgres({ folder: path.join(folder, 'postgres') });
  await migrate(postgres.url);
  const db = openDatabase(postgres.url, { role: 'don_doc_app' });
  const now = () => Temporal.Instant.from('2024-06-10T02:00:00Z');
  const authDb = openDatabase(postgres.url, { role: 'don_doc_auth' });
  const { deps, register } = await registerProduct({
    db,
    ownerUrl: postgres.url,
    authDb,
    files: openDiskStore(folder),
    now,
    sample: false,
    signIn: { secret: 'a secret of benches that is long enough', demo: true },
    auditKey: makeAuditKey(),
  });
  const created = await createImport(
    deps,
    ({ name, bytes }, asOf) => readPlanApart({ bytes, fileName: name, asOf }),
    { name: 'large.txt', bytes: Buffer.from(largePlan(TASKS)) },
  );
  if (!created.ok) throw new Error(JSON.stringify(created.refusals));
  const confirmed = await confirmImport(deps, created.value.importId);
  if (!confirmed.ok) throw new Error(JSON.stringify(confirmed.refusals));
  const { planId } = confirmed.value;
  // As a database stands after its first minute: looked over by its own housekeeping.
  const owner = new pg.Client({ connectionString: postgres.url });
  await owner.connect();
  await owner.query('vacuum analyze');
  await owner.end();
  const product = await buildApp({ logLevel: 'silent', rateLimit: 0, isReady: async () => true, register });
  const bare = Fastify();
  bare.get('/rows', async (request) => {
    const { limit, offset, ...filter } = request.query as Record<string, string>;
    const window = { limit: Number(limit), offset: Number(offset ?? 0) };
    const { rows } = await withScope(db, deps.scope, (tx) => listRows(tx, planId, { ...filter, ...window }));
    return rows;
  });
  const at = { host: '127.0.0.1', port: 0 };
  process.send?.({
    product: await product.listen(at),
    bare: await bare.listen(at),
    planId,
    cookie: await signInAsOwner(product),
  } satisfies Serving);
  await once(process, 'message');
  await Promise.all([product.close(), bare.close()]);
  await db.destroy();
  await authDb.destroy();
  await postgres.stop();
  process.disconnect?.();
}

async function signInAsOwner(product: FastifyInstance): Promise<string> {
  const people = (await product.inject('/api/demo/people')).json<{ id: string; role: string }[]>();
  const personId = people.find(({ role }) => role === 'owner')?.id;
  const answer = await product.inject({ method: 'POST', url: '/api/demo/sign-in', payload: { personId } });
  return answer.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ');
}

if (process.argv[1] === fileURLToPath(import.meta.url) && process.argv[2] === 'serve')
  await serve(process.argv[3] ?? '');
