import { fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import Fastify, { type FastifyInstance } from 'fastify';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { OPEN_STATES } from '#domain/task/work/work-act.ts';
import { makeAuditKey } from '#server/audit/audit-key.ts';
import { startEmbeddedPostgres } from '#server/db/embedded-postgres.ts';
import { type Db, openDatabase, type Scope, type Tx, withScope } from '#server/db/executor.ts';
import { migrate } from '#server/db/migrate.ts';
import { type Deps, todayOf } from '#server/deps.ts';
import { openDiskStore } from '#server/evidence/disk-store.ts';
import { buildApp } from '#server/http/app.ts';
import { registerProduct } from '#server/product.ts';
import { countSquares } from '#server/task/overview/overview.store.ts';
import {
  countDue,
  type DueFilter,
  listDueAgencies,
  listDueRecords,
} from '#server/task/work/due-row.store.ts';
import { type BenchLine, round } from './bench-line.ts';
import { AGENCIES, fillWork } from './fill-work.ts';
import { loadWith } from './load.ts';

// The pages people work with, on the 82 tasks of the sample plan for 300 agencies and three years of quarterly
// progress: each for 200 people at once, beside a bare handler that runs the same SQL and sends what comes back. Then
// how long after one report is sent it stands on every page that shows it.

const READERS = 200;
const SECONDS = 10;
/** Seconds a person looks at a page before asking for the next. */
const THINKING = 10;
const REPORTS = 20;
const NOW = '2026-11-25T02:00:00Z';
const AGENCY = 'so-tu-phap';

interface Serving {
  readonly product: string;
  readonly bare: string;
  readonly planId: string;
  readonly owner: string;
  readonly officer: string;
  readonly rows: { readonly items: number; readonly acts: number };
}

export async function benchWork(): Promise<readonly BenchLine[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'don-doc-bench-'));
  const server = fork(fileURLToPath(import.meta.url), ['serve', folder], { stdio: 'inherit' });
  try {
    const [serving] = (await once(server, 'message')) as [Serving];
    const { product, bare, planId, owner, officer, rows } = serving;
    const pages = [
      { name: 'control room', api: `/api/work/room?planId=${planId}`, bare: '/room', cookie: owner },
      {
        name: 'rows of a figure',
        api: `/api/work/rows?planId=${planId}&view=late&limit=100`,
        bare: '/late',
        cookie: owner,
      },
      {
        name: 'board of an agency',
        api: `/api/work/rows?agencyId=${AGENCY}&limit=200&order=unfinished`,
        bare: '/board',
        cookie: officer,
      },
      { name: 'my work', api: '/api/work/mine', bare: '/mine', cookie: officer },
      { name: 'what waits for review', api: '/api/work/to-review', bare: '/to-review', cookie: owner },
    ];
    const lines: BenchLine[] = [
      { name: `${AGENCIES} agencies, ${rows.items} due items, ${rows.acts} acts`, readers: READERS },
    ];
    for (const page of pages)
      lines.push({
        name: page.name,
        ...(await compare(`${product}${page.api}`, `${bare}${page.bare}`, page.cookie)),
      });
    lines.push(await measureReport(serving));
    return lines;
  } finally {
    const ended = once(server, 'exit');
    server.send('stop');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  }
}

async function compare(product: string, bare: string, cookie: string) {
  const load = { readers: READERS, seconds: SECONDS, thinking: THINKING, cookie };
  const alone = { readers: 1, seconds: 2, thinking: 0, cookie };
  // Once beforehand, so that neither pays for what is compiled and cached at first use.
  const limitAlone = await loadWith(bare, alone);
  const ownAlone = await loadWith(product, alone);
  const limit = await loadWith(bare, load);
  const own = await loadWith(product, load);
  return {
    p50: own.p50,
    p95: own.p95,
    p99: own.p99,
    bareP50: limit.p50,
    bareP95: limit.p95,
    bareP99: limit.p99,
    ratio: round(own.p95 / Math.max(1, limit.p95)),
    alone: ownAlone.p50,
    bareAlone: limitAlone.p50,
  };
}

/** From sending a report until each page shows it, asked one after the other as a person would open them. */
async function measureReport({ product, planId, owner, officer }: Serving): Promise<BenchLine> {
  const took: number[] = [];
  const get = async (url: string, cookie: string) =>
    (await fetch(`${product}/api${url}`, { headers: { cookie } })).text();
  const { todo } = JSON.parse(await get('/work/mine', officer)) as {
    todo: { id: string; assignmentId: string; seq: number; role: string; dueOn: string }[];
  };
  for (const item of todo.slice(0, REPORTS)) {
    const words = `Đã làm việc với ${randomUUID()}`;
    const begin = performance.now();
    const sent = await fetch(`${product}/api/due-items/${item.id}/reports`, {
      method: 'POST',
      headers: { cookie: officer, origin: product, 'content-type': 'application/json' },
      body: JSON.stringify({ id: randomUUID(), seen: item.seq, occurredOn: '2026-11-25', text: words }),
    });
    if (!sent.ok) throw new Error(await sent.text());
    const pages = await Promise.all([
      get('/work/mine', officer),
      get(`/work/rows?agencyId=${AGENCY}&dueFrom=${item.dueOn}&dueTo=${item.dueOn}&limit=500`, officer),
      get(`/assignments/${item.assignmentId}/work`, officer),
      get(
        `/work/rows?agencyId=${AGENCY}&planId=${planId}&dueFrom=${item.dueOn}&dueTo=${item.dueOn}&limit=500`,
        owner,
      ),
      get('/work/acts?since=2026-11-24', owner),
      get(`/work/room?planId=${planId}`, owner),
    ]);
    took.push(performance.now() - begin);
    // The control room counts; the others show the words.
    if (!pages.slice(0, -1).every((page) => page.includes(words))) throw new Error('a page does not show it');
  }
  took.sort((a, b) => a - b);
  const at = (share: number) =>
    Math.round(took[Math.min(took.length - 1, Math.floor(share * took.length))] ?? 0);
  return { name: 'one report on six pages', p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}

async function serve(folder: string): Promise<void> {
  const postgres = await startEmbeddedPostgres({ folder: path.join(folder, 'postgres') });
  await migrate(postgres.url);
  const db = openDatabase(postgres.url, { role: 'don_doc_app' });
  const authDb = openDatabase(postgres.url, { role: 'don_doc_auth' });
  const { deps, register } = await registerProduct({
    db,
    ownerUrl: postgres.url,
    authDb,
    now: () => Temporal.Instant.from(NOW),
    signIn: { secret: 'a secret of benches that is long enough', demo: true },
    files: openDiskStore(folder),
    auditKey: makeAuditKey(),
  });
  const owner = new pg.Client({ connectionString: postgres.url });
  await owner.connect();
  const { planId, ...rows } = await fillWork(owner, { today: todayOf(deps), agencyId: AGENCY });
  await owner.end();
  const product = await buildApp({ logLevel: 'silent', rateLimit: 0, isReady: async () => true, register });
  // One that waits for a connection however long it takes: the bare SQL is slower than people ask.
  const pool = new pg.Pool({ connectionString: postgres.url, max: 10, options: '-c role=don_doc_app' });
  const bareDb: Db = new Kysely({ dialect: new PostgresDialect({ pool }) });
  const bare = serveBare({ ...deps, db: bareDb }, planId);
  const at = { host: '127.0.0.1', port: 0 };
  process.send?.({
    product: await product.listen(at),
    bare: await bare.listen(at),
    planId,
    owner: await signInAs(product, 'owner'),
    officer: await signInAs(product, 'officer'),
    rows,
  } satisfies Serving);
  await once(process, 'message');
  await Promise.all([product.close(), bare.close()]);
  await bareDb.destroy();
  await db.destroy();
  await authDb.destroy();
  await postgres.stop();
  process.disconnect?.();
}

/** The SQL of each page and nothing else. */
function serveBare(deps: Deps, planId: string): FastifyInstance {
  const bare = Fastify();
  const today = todayOf(deps);
  const ofAgency: Scope = { ...deps.scope, figures: 'agency', people: 'agency', agencyIds: [AGENCY] };
  const answer = (url: string, scope: Scope, work: (tx: Tx) => Promise<unknown>) =>
    bare.get(url, () => withScope(deps.db, scope, work));
  const list = (tx: Tx, filter: DueFilter, limit = 5_000, order: 'due' | 'unfinished' = 'due') =>
    listDueRecords(tx, filter, { today, limit, order });
  answer('/room', deps.scope, (tx) => countSquares(tx, { planId }, today));
  const late = { planId, view: 'late' } as const;
  answer('/late', deps.scope, async (tx) => [await countDue(tx, late, today), await list(tx, late, 100)]);
  const board = { agencyIds: [AGENCY] };
  answer('/board', ofAgency, async (tx) => [
    await countDue(tx, board, today),
    await list(tx, board, 200, 'unfinished'),
  ]);
  answer('/mine', ofAgency, async (tx) => [
    await list(tx, { ...board, states: OPEN_STATES }),
    await list(tx, { ...board, view: 'submitted' }),
  ]);
  const forReview = { personId: null, decidesLeads: true, ledTaskIds: [] };
  answer('/to-review', deps.scope, async (tx) => [
    await countDue(tx, { forReview }, today),
    await listDueAgencies(tx, { forReview }, today),
    await list(tx, { forReview }, 50),
  ]);
  return bare;
}

async function signInAs(product: FastifyInstance, role: string): Promise<string> {
  const people = (await product.inject('/api/demo/people')).json<{ id: string; role: string }[]>();
  const personId = people.find((person) => person.role === role)?.id;
  const answer = await product.inject({ method: 'POST', url: '/api/demo/sign-in', payload: { personId } });
  return answer.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ');
}

if (process.argv[1] === fileURLToPath(import.meta.url) && process.argv[2] === 'serve')
  await serve(process.argv[3] ?? '');
