import { buildApp } from '#server/http/app.ts';
import { registerProduct } from '#server/product.ts';
import { createTestDatabase, type TestDatabase } from './database.ts';

export interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: what came over the wire, looked at by each test
  readonly body: any;
}

export interface ProductUnderTest {
  readonly database: TestDatabase;
  readonly call: (method: 'GET' | 'POST' | 'PATCH', url: string, body?: object) => Promise<Answer>;
  readonly upload: (name: string, bytes: Uint8Array | string) => Promise<Answer>;
  readonly download: (url: string) => Promise<Uint8Array>;
  readonly close: () => Promise<void>;
}

/** The product on a database of its own, asked through HTTP, with its clock standing still. */
export async function startProduct({ now }: { readonly now: string }): Promise<ProductUnderTest> {
  const database = await createTestDatabase();
  const product = await registerProduct({
    db: database.db,
    ownerUrl: database.url,
    now: () => Temporal.Instant.from(now),
    sample: false,
  });
  const app = await buildApp({
    logLevel: 'silent',
    rateLimit: 0,
    isReady: async () => true,
    register: product.register,
  });
  return {
    database,
    call: async (method, url, body) => {
      const response = await app.inject({ method, url, ...(body === undefined ? {} : { payload: body }) });
      return { status: response.statusCode, body: response.json() };
    },
    upload: async (name, bytes) => {
      const form = new FormData();
      form.append('file', new File([bytes as ArrayBuffer | string], name));
      const encoded = new Request('http://local/', { method: 'POST', body: form });
      const payload = Buffer.from(await encoded.arrayBuffer());
      const response = await app.inject({
        method: 'POST',
        url: '/api/imports',
        payload,
        headers: {
          'content-type': encoded.headers.get('content-type') ?? '',
          'content-length': String(payload.length),
        },
      });
      return { status: response.statusCode, body: response.json() };
    },
    download: async (url) => new Uint8Array((await app.inject({ method: 'GET', url })).rawPayload),
    close: async () => {
      await app.close();
      await database.close();
    },
  };
}
