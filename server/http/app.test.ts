import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Writable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type AppOptions, buildApp } from './app.ts';

let apps: FastifyInstance[] = [];
let web: string;

beforeEach(() => {
  web = mkdtempSync(path.join(tmpdir(), 'don-doc-web-'));
  mkdirSync(path.join(web, 'assets'));
  writeFileSync(path.join(web, 'index.html'), '<!doctype html><title>Đôn Đốc</title>');
  writeFileSync(path.join(web, 'assets', 'main-abc123.js'), 'let wide = 1;');
});

afterEach(async () => {
  for (const app of apps) await app.close();
  apps = [];
  rmSync(web, { recursive: true });
});

async function build(options: Partial<AppOptions> = {}): Promise<FastifyInstance> {
  const app = await buildApp({
    logLevel: 'silent',
    rateLimit: 0,
    webFolder: web,
    isReady: async () => true,
    register: (held) => {
      held.get('/api/broken', () => {
        throw new Error('password of the database is secret-word');
      });
      held.get('/api/away', () => {
        throw Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
      });
      held.get('/api/full', () => {
        throw Object.assign(new Error('could not extend file'), { code: '53100' });
      });
      held.post('/api/taken', () => ({}));
    },
    ...options,
  });
  apps.push(app);
  return app;
}

describe('headers', () => {
  test('let the page load from this server only and run no script written into it', async () => {
    const { headers } = await (await build()).inject('/');
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/script-src[^;]*unsafe|https?:|\*/);
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'x-frame-options': 'SAMEORIGIN',
    });
  });

  test('name the request, each with a number of its own', async () => {
    const app = await build();
    const ids = await Promise.all(
      ['/', '/health', '/none'].map(async (url) => (await app.inject(url)).headers['x-request-id']),
    );
    expect(new Set(ids).size).toBe(3);
  });

  test('let what is named by its content be kept for ever and the page not at all', async () => {
    const app = await build();
    expect((await app.inject('/assets/main-abc123.js')).headers['cache-control']).toMatch(/immutable/);
    expect((await app.inject('/')).headers['cache-control']).toBe('no-cache');
  });
});

describe('the server says', () => {
  test('that it lives, and that it is ready only while its database answers', async () => {
    let up = true;
    const app = await build({ isReady: async () => up });
    expect((await app.inject('/ready')).statusCode).toBe(200);
    up = false;
    expect((await app.inject('/ready')).statusCode).toBe(503);
    expect((await app.inject('/ready')).json().message).toMatch(/đang khởi động/);
    expect((await app.inject('/health')).statusCode).toBe(200);
  });
});

test('what an operator should look at is told where it is asked whether the server is ready', async () => {
  let warnings: string[] = [];
  const app = await build({ isReady: async () => true, listWarnings: async () => warnings });
  expect((await app.inject('/ready')).json()).toEqual({ status: 'ready' });
  warnings = ['Sao lưu gần nhất không thành công.'];
  expect(await app.inject('/ready')).toMatchObject({ statusCode: 200 });
  expect((await app.inject('/ready')).json()).toEqual({ status: 'ready', warnings });
});

describe('an address', () => {
  const asBrowser = { accept: 'text/html,application/xhtml+xml' };

  test('of a view is answered with the one page', async () => {
    const { statusCode, body } = await (await build()).inject({ url: '/ke-hoach/1', headers: asBrowser });
    expect(statusCode).toBe(200);
    expect(body).toContain('<title>Đôn Đốc</title>');
  });

  test.each([
    ['of no act', '/api/none', asBrowser],
    ['of no file', '/assets/none.js', { accept: '*/*' }],
  ])('%s is told in Vietnamese that there is nothing', async (_what, url, headers) => {
    const response = await (await build()).inject({ url, headers });
    expect(response.statusCode).toBe(404);
    expect(response.json()).toEqual({
      code: 'not-found',
      message: 'Không tìm thấy địa chỉ này. Có thể nó đã bị xóa hoặc địa chỉ bị gõ sai.',
      requestId: response.headers['x-request-id'],
    });
  });

  test.each(['/..%2f..%2fpackage.json', '/assets/..%2f..%2f..%2fetc%2fpasswd', '/.built-from'])(
    'outside the built pages is not served: %s',
    async (url) => {
      writeFileSync(path.join(web, '.built-from'), 'digest');
      const response = await (await build()).inject({ url, headers: { accept: '*/*' } });
      expect(response.statusCode).toBeGreaterThanOrEqual(400);
    },
  );
});

describe('a failure', () => {
  test('that nobody foresaw says how to report it and nothing of its insides', async () => {
    const response = await (await build()).inject('/api/broken');
    expect(response.statusCode).toBe(500);
    expect(response.json()).toEqual({
      code: 'unexpected',
      message: expect.stringMatching(/gửi mã yêu cầu/),
      requestId: response.headers['x-request-id'],
    });
    expect(response.body).not.toContain('secret-word');
  });

  test.each([
    ['/api/away', 503, 'not-ready'],
    ['/api/full', 507, 'storage-full'],
  ])('beneath the product is told for what it is: %s', async (url, status, code) => {
    const response = await (await build()).inject(url);
    expect(response.statusCode).toBe(status);
    expect(response.json().code).toBe(code);
  });

  test('to make sense of an address is told as bad input', async () => {
    const response = await (await build()).inject('/%zz');
    expect(response.statusCode).toBe(400);
    expect(response.json()).toMatchObject({ code: 'input-invalid', requestId: expect.any(String) });
  });

  test('of a request that is no JSON is told as bad input', async () => {
    const response = await (await build()).inject({
      method: 'POST',
      url: '/api/taken',
      headers: { 'content-type': 'application/json' },
      body: '{"half":',
    });
    expect(response.statusCode).toBe(400);
    expect(response.json().code).toBe('input-invalid');
  });
});

describe('limits', () => {
  test('turn away a body larger than any plan', async () => {
    const response = await (await build()).inject({
      method: 'POST',
      url: '/api/taken',
      headers: { 'content-type': 'application/json' },
      body: `"${'x'.repeat(27 * 1024 * 1024)}"`,
    });
    expect(response.statusCode).toBe(413);
    expect(response.json().message).toMatch(/lớn hơn 25 MB/);
  });

  test('tell who asks too often when to come back', async () => {
    const app = await build({ rateLimit: 2 });
    await app.inject('/api/broken');
    await app.inject('/api/broken');
    const response = await app.inject('/api/broken');
    expect(response.statusCode).toBe(429);
    expect(response.json().message).toMatch(/thử lại sau \d+ giây/);
    expect((await app.inject('/health')).statusCode).toBe(200);
  });

  test('count by who asked a proxy, and only of a proxy that is trusted', async () => {
    const ask = (app: FastifyInstance, from: string) =>
      app.inject({ url: '/api/broken', remoteAddress: '10.0.0.1', headers: { 'x-forwarded-for': from } });
    const behind = await build({ rateLimit: 1, trustedProxies: ['10.0.0.1'] });
    expect((await ask(behind, '203.0.113.7')).statusCode).toBe(500);
    expect((await ask(behind, '203.0.113.8')).statusCode).toBe(500);
    const open = await build({ rateLimit: 1 });
    expect((await ask(open, '203.0.113.7')).statusCode).toBe(500);
    expect((await ask(open, '203.0.113.8')).statusCode).toBe(429);
  });
});

test('the log tells each answer by its request, and nothing of who asked or for whom', async () => {
  const lines: string[] = [];
  const logTo = new Writable({
    write: (chunk, _encoding, done) => {
      lines.push(String(chunk));
      done();
    },
  });
  const app = await build({ logLevel: 'info', logTo });
  const response = await app.inject({
    url: '/api/broken?q=Nguy%E1%BB%85n%20V%C4%83n%20A',
    headers: { 'user-agent': 'someone', cookie: 'who=me' },
    remoteAddress: '203.0.113.7',
  });
  const entries = lines.map((line) => JSON.parse(line));
  expect(entries).toContainEqual(
    expect.objectContaining({
      reqId: response.headers['x-request-id'],
      method: 'GET',
      path: '/api/broken',
      status: 500,
      msg: 'answered',
    }),
  );
  expect(lines.join('')).not.toMatch(/Nguy|203\.0\.113|someone|who=me/);
});
