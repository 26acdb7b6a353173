/**
 * Keeps the pages for when the line is cut: the one page, and the scripts, styles and faces of the pages that work
 * without a line. What the API answers is personal and never kept here; see kept-reads.ts.
 */

/** What of the browser's service worker is used; the library of types for pages does not have it. */
interface Worker {
  readonly location: { readonly origin: string };
  readonly caches: CacheStorage;
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(name: 'install' | 'activate', listen: (event: Lasting) => void): void;
  addEventListener(name: 'fetch', listen: (event: Asked) => void): void;
}
interface Lasting {
  waitUntil(work: Promise<unknown>): void;
}
interface Asked extends Lasting {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}

/** Written in by the build (web/offline-build.ts). */
declare const __SHELL__: { readonly digest: string; readonly addresses: readonly string[] };

const worker = globalThis as unknown as Worker;
const shell = __SHELL__;
const CACHE = `don-doc-${shell.digest}`;
const PAGE = '/';
/** On a line so slow the page kept is shown; the data it asks for says how old it is. */
const PATIENCE_MS = 6_000;

worker.addEventListener('install', (event) => {
  event.waitUntil(keepShell().then(() => worker.skipWaiting()));
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(dropOlder().then(() => worker.clients.claim()));
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== worker.location.origin) return;
  if (request.mode === 'navigate' && !pathname.startsWith('/api')) event.respondWith(answerPage(request));
  else if (pathname.startsWith('/assets/') || pathname === '/icon.svg')
    event.respondWith(answerAsset(request));
});

/** Names of assets carry a digest of their content: what an older version kept is not fetched again. */
async function keepShell(): Promise<void> {
  const cache = await worker.caches.open(CACHE);
  await Promise.all(
    shell.addresses.map(async (address) => {
      const held = address.startsWith('/assets/') ? await worker.caches.match(address) : undefined;
      if (held === undefined) await keepPatiently(cache, address);
      else await cache.put(address, held);
    }),
  );
}

const TRIES = 4;

/** One file lost on a slow line must not undo the others; what is kept already is not fetched at the next visit. */
async function keepPatiently(cache: Cache, address: string): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await cache.add(new Request(address, { cache: 'no-cache' }));
    } catch (error) {
      if (tries === TRIES) throw error;
      await new Promise((resolve) => setTimeout(resolve, 1_000 * 2 ** tries));
    }
  }
}

async function dropOlder(): Promise<void> {
  const names = await worker.caches.keys();
  await Promise.all(
    names
      .filter((name) => name.startsWith('don-doc-') && name !== CACHE)
      .map((name) => worker.caches.delete(name)),
  );
}

/** The newest page where the line answers in time; else the one kept. */
async function answerPage(request: Request): Promise<Response> {
  const cache = await worker.caches.open(CACHE);
  try {
    const answer = await fetch(request, { signal: AbortSignal.timeout(PATIENCE_MS) });
    // A proxy without its server answers too.
    if (answer.status < 500) {
      if (answer.ok) await cache.put(PAGE, answer.clone());
      return answer;
    }
    return (await cache.match(PAGE)) ?? answer;
  } catch (error) {
    const kept = await cache.match(PAGE);
    if (kept === undefined) throw error;
    return kept;
  }
}

async function answerAsset(request: Request): Promise<Response> {
  const kept = await worker.caches.match(request);
  if (kept !== undefined) return kept;
  const answer = await fetch(request);
  if (answer.ok) await (await worker.caches.open(CACHE)).put(request, answer.clone());
  return answer;
}
