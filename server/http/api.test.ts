import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { registerProduct } from '#server/product.ts';
import { createTestDatabase, type TestDatabase } from '#test/database.ts';
import { buildApp } from './app.ts';

let database: TestDatabase;
let app: FastifyInstance;

beforeAll(async () => {
  database = await createTestDatabase();
  const product = await registerProduct({
    db: database.db,
    ownerUrl: database.url,
    now: () => Temporal.Instant.from('2024-06-03T00:00:00Z'),
    sample: false,
  });
  app = await buildApp({
    logLevel: 'silent',
    rateLimit: 0,
    isReady: async () => true,
    register: product.register,
  });
});

afterAll(async () => {
  await app.close();
  await database.close();
});

const PLAN = '/api/plans/00000000-0000-7000-8000-000000000000';

describe('the API describes itself', () => {
  test('to programs as OpenAPI 3.1, each act with a name and a Vietnamese summary', async () => {
    const { statusCode, headers, body } = await app.inject('/api/openapi.json');
    expect(statusCode).toBe(200);
    expect(headers['content-type']).toMatch(/application\/json/);
    const document = JSON.parse(body);
    expect(document.openapi).toMatch(/^3\.1\./);
    const operations = Object.values(document.paths).flatMap((byMethod) =>
      Object.values(byMethod as Record<string, { operationId?: string; summary?: string }>),
    );
    expect(operations.length).toBeGreaterThan(5);
    for (const { operationId, summary } of operations) {
      expect(operationId).toBeTruthy();
      expect(summary).toBeTruthy();
    }
  });

  test('to people as a page that runs nothing and asks no other host', async () => {
    const { headers, body } = await app.inject('/api');
    expect(headers['content-type']).toMatch(/text\/html/);
    expect(body).toContain('lang="vi"');
    expect(body).toContain('<code>/api/plans</code>');
    expect(body).not.toMatch(/<script|https?:\/\//);
  });
});

describe('a request', () => {
  test('for a plan that is not there is refused with a sentence', async () => {
    const response = await app.inject(PLAN);
    expect(response.statusCode).toBe(404);
    expect(response.json()).toMatchObject({
      code: 'REFUSED',
      message: expect.stringMatching(/^Không tìm thấy kế hoạch này/),
      data: { refusals: [{ code: 'not-found' }] },
    });
  });

  test('that breaks the contract is told every place at once, in Vietnamese', async () => {
    const response = await app.inject('/api/plans/not-an-id');
    expect(response.statusCode).toBe(400);
    const { data } = response.json();
    expect(data.refusals).toEqual([
      expect.objectContaining({
        code: 'input-invalid',
        at: expect.objectContaining({ place: 'planId' }),
      }),
    ]);
    expect(data.refusals[0].message).toMatch(/^Dữ liệu gửi lên chưa đúng ở planId: .*UUID/);
  });

  test('that declares more than any plan weighs is refused before it is read', async () => {
    const response = await app.inject({
      method: 'POST',
      url: '/api/imports',
      headers: { 'content-length': String(30 * 1024 * 1024), 'content-type': 'application/json' },
    });
    expect(response.statusCode).toBe(413);
  });

  test('to no act is refused in the one form', async () => {
    const response = await app.inject({ method: 'POST', url: '/api/none', body: {} });
    expect(response.statusCode).toBe(404);
    expect(response.json()).toMatchObject({ code: 'not-found', requestId: expect.any(String) });
  });
});

test('what breaks beneath an act is told without its insides', async () => {
  const broken = await createTestDatabase();
  const product = await registerProduct({
    db: broken.db,
    ownerUrl: broken.url,
    now: () => Temporal.Instant.from('2024-06-03T00:00:00Z'),
    sample: false,
  });
  const other = await buildApp({
    logLevel: 'silent',
    rateLimit: 0,
    isReady: async () => true,
    register: product.register,
  });
  await broken.close();
  const response = await other.inject('/api/plans');
  await other.close();
  expect(response.statusCode).toBe(500);
  expect(response.json().message).toMatch(/^Có lỗi ngoài dự kiến/);
  expect(response.body).not.toMatch(/driver|destroy|at .*\.ts/);
});
