import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { InjectOptions } from 'fastify';
import type { AccessRole } from '#domain/access/role.ts';
import { makeAuditKey } from '#server/audit/audit-key.ts';
import { openDiskStore } from '#server/evidence/disk-store.ts';
import type { FileStore } from '#server/evidence/file-store.ts';
import { buildApp } from '#server/http/app.ts';
import { type Product, registerProduct, type SignInOptions } from '#server/product.ts';
import { createTestDatabase, type TestDatabase } from './database.ts';

export interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: what came over the wire, looked at by each test
  readonly body: any;
}

/** Someone who asks: signed in as one person, or as nobody. */
export interface Client {
  readonly call: (method: 'GET' | 'POST' | 'PATCH', url: string, body?: object) => Promise<Answer>;
  readonly upload: (name: string, bytes: Uint8Array | string) => Promise<Answer>;
  readonly download: (url: string) => Promise<Uint8Array>;
  /** The answer as it came, with its headers; the origin `unsaid` is left out. */
  readonly ask: (options: InjectOptions) => Promise<{
    readonly status: number;
    readonly headers: Readonly<Record<string, string | string[] | number | undefined>>;
    readonly text: string;
  }>;
}

/** The person of the demonstration who stands for a role; `officer of a commune` is a second officer elsewhere. */
export type Standing = AccessRole | 'officer of a commune';

/** Everything a test may ask the product for; its own calls are those of the owner of the plan. */
export interface ProductUnderTest extends Client {
  readonly database: TestDatabase;
  readonly product: Product;
  readonly as: (standing: Standing) => Promise<Client>;
  readonly anonymous: Client;
  /** Whoever these cookies say. */
  readonly withCookies: (cookies: string) => Client;
  /** Every route that was registered: "GET /api/…". */
  readonly routes: readonly string[];
  /** Sets the clock. */
  readonly setNow: (instant: string) => void;
  readonly close: () => Promise<void>;
}

/** Where browsers would say the page comes from; the signed cookies of a session are asked for only there. */
const ORIGIN = 'http://localhost:8080';

export interface TestOptions {
  /** Where the clock stands. */
  readonly now: string;
  readonly signIn?: Partial<SignInOptions>;
  /** One that is filled already; a fresh one when left out. */
  readonly database?: TestDatabase;
  /** Requests a minute; 0, as when left out, for none refused. */
  readonly rateLimit?: number;
  /** Where files are kept; a folder of its own when left out. */
  readonly files?: FileStore;
  readonly mostMegabytes?: number;
}

/** The product on a database of its own, asked through HTTP, with its clock standing still. */
export async function startProduct(options: TestOptions): Promise<ProductUnderTest> {
  const { now, signIn = {}, rateLimit = 0 } = options;
  const database = options.database ?? (await createTestDatabase());
  let instant = Temporal.Instant.from(now);
  const folder = mkdtempSync(path.join(tmpdir(), 'don-doc-files-'));
  const product = await registerProduct({
    db: database.db,
    ownerUrl: database.url,
    authDb: database.authDb,
    files: options.files ?? openDiskStore(folder),
    ...(options.mostMegabytes === undefined ? {} : { mostMegabytes: options.mostMegabytes }),
    now: () => instant,
    sample: false,
    signIn: { secret: 'a secret of tests that is long enough', demo: true, ...signIn },
    auditKey: makeAuditKey(),
  });
  const routes: string[] = [];
  const app = await buildApp({
    logLevel: 'silent',
    rateLimit,
    findSession: product.findSession,
    isReady: async () => true,
    register: async (held) => {
      held.addHook('onRoute', ({ method, url }) => {
        for (const one of [method].flat())
          if (!['HEAD', 'OPTIONS', 'TRACE'].includes(one)) routes.push(`${one} ${url}`);
      });
      await product.register(held);
    },
  });
  const clientOf = (cookie: string): Client => {
    const ask: Client['ask'] = async (options) => {
      const { origin = ORIGIN, ...headers } = options.headers ?? {};
      const response = await app.inject({
        ...options,
        headers: {
          ...(cookie === '' ? {} : { cookie }),
          ...(origin === 'unsaid' ? {} : { origin }),
          host: 'localhost:8080',
          ...headers,
        },
      });
      return { status: response.statusCode, headers: response.headers, text: response.payload };
    };
    const read = async (options: InjectOptions): Promise<Answer> => {
      const { status, text } = await ask(options);
      return { status, body: JSON.parse(text) };
    };
    return {
      ask,
      call: (method, url, body) => read({ method, url, ...(body === undefined ? {} : { payload: body }) }),
      upload: async (name, bytes) => {
        const form = new FormData();
        form.append('file', new File([bytes as ArrayBuffer | string], name));
        const encoded = new Request('http://local/', { method: 'POST', body: form });
        const payload = Buffer.from(await encoded.arrayBuffer());
        return read({
          method: 'POST',
          url: '/api/imports',
          payload,
          headers: {
            'content-type': encoded.headers.get('content-type') ?? '',
            'content-length': String(payload.length),
          },
        });
      },
      download: async (url) =>
        new Uint8Array((await app.inject({ method: 'GET', url, headers: { cookie } })).rawPayload),
    };
  };
  const anonymous = clientOf('');
  const clients = new Map<Standing, Promise<Client>>();
  const signInAs = async (standing: Standing): Promise<Client> => {
    const { body: people } = await anonymous.call('GET', '/api/demo/people');
    const [first, second] = (people as { id: string; role: string }[]).filter(
      ({ role }) => role === (standing === 'officer of a commune' ? 'officer' : standing),
    );
    const person = standing === 'officer of a commune' ? second : first;
    const answer = await anonymous.ask({
      method: 'POST',
      url: '/api/demo/sign-in',
      payload: { personId: person?.id },
    });
    return clientOf(cookiesOf(answer.headers));
  };
  const as = (standing: Standing) => {
    const held = clients.get(standing) ?? signInAs(standing);
    clients.set(standing, held);
    return held;
  };
  const owner = signIn.demo === false ? anonymous : await as('owner');
  return {
    ...owner,
    database,
    product,
    as,
    anonymous,
    withCookies: clientOf,
    routes,
    setNow: (at) => {
      instant = Temporal.Instant.from(at);
    },
    close: async () => {
      await app.close();
      await product.readEvidence();
      await database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** What a browser would send back of the cookies it was given. */
export function cookiesOf(headers: { readonly 'set-cookie'?: unknown }): string {
  return [headers['set-cookie']]
    .flat()
    .filter((line): line is string => typeof line === 'string' && !/Max-Age=0/i.test(line))
    .map((line) => line.split(';')[0] ?? '')
    .join('; ');
}
