import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ProductUnderTest, startProduct } from '#test/product.ts';

let product: ProductUnderTest;

beforeAll(async () => {
  product = await startProduct({ now: '2024-06-03T00:00:00Z' });
});

afterAll(() => product.close());

const PLAN = '/api/plans/00000000-0000-7000-8000-000000000000';

describe('the API describes itself', () => {
  test('to programs as OpenAPI 3.1, each act with a name and a Vietnamese summary', async () => {
    const { status, headers, text } = await product.ask({ url: '/api/openapi.json' });
    expect(status).toBe(200);
    expect(headers['content-type']).toMatch(/application\/json/);
    const document = JSON.parse(text);
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
    const { headers, text } = await product.ask({ url: '/api' });
    expect(headers['content-type']).toMatch(/text\/html/);
    expect(text).toContain('lang="vi"');
    expect(text).toContain('<code>/api/plans</code>');
    expect(text).not.toMatch(/<script|https?:\/\//);
  });
});

describe('a request', () => {
  test('for a plan that is not there is refused with a sentence', async () => {
    const { status, body } = await product.call('GET', PLAN);
    expect(status).toBe(404);
    expect(body).toMatchObject({
      code: 'REFUSED',
      message: expect.stringMatching(/^Không tìm thấy kế hoạch này/),
      data: { refusals: [{ code: 'not-found' }] },
    });
  });

  test('that breaks the contract is told every place at once, in Vietnamese', async () => {
    const { status, body } = await product.call('GET', '/api/plans/not-an-id');
    expect(status).toBe(400);
    const { data } = body;
    expect(data.refusals).toEqual([
      expect.objectContaining({
        code: 'input-invalid',
        at: expect.objectContaining({ place: 'planId' }),
      }),
    ]);
    expect(data.refusals[0].message).toMatch(/^Dữ liệu gửi lên chưa đúng ở planId: .*UUID/);
  });

  test('that declares more than any plan weighs is refused before it is read', async () => {
    const response = await product.ask({
      method: 'POST',
      url: '/api/imports',
      headers: { 'content-length': String(30 * 1024 * 1024), 'content-type': 'application/json' },
    });
    expect(response.status).toBe(413);
  });

  test('to no act is refused in the one form', async () => {
    const { status, body } = await product.call('POST', '/api/none', {});
    expect(status).toBe(404);
    expect(body).toMatchObject({ code: 'not-found', requestId: expect.any(String) });
  });
});

test('what breaks beneath an act is told without its insides', async () => {
  const other = await startProduct({ now: '2024-06-03T00:00:00Z' });
  await other.database.close();
  const { status, text } = await other.ask({ url: '/api/plans' });
  expect(status).toBe(500);
  expect(JSON.parse(text).message).toMatch(/^Có lỗi ngoài dự kiến/);
  expect(text).not.toMatch(/driver|destroy|at .*\.ts/);
});
