import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ProductUnderTest, startProduct } from '#test/product.ts';

const PLAN =
  'KẾ HOẠCH\n<script>alert(1)</script> năm 2026\nTT\tNhiệm vụ\tThời hạn\tCơ quan chủ trì\tCơ quan phối hợp\tSản phẩm\n' +
  'I\tCẢI CÁCH THỂ CHẾ\t\t\t\t\n1\tRà soát <img src=x onerror=alert(1)>\tQuý II/2026\tSở Tư pháp\t\tBáo cáo\n';

let product: ProductUnderTest;
let planId = '';
let importId = '';

beforeAll(async () => {
  product = await startProduct({ now: '2026-03-02T03:00:00Z' });
  importId = (await product.upload('kế "hoạch"\r\nset-cookie: a=b.html', PLAN)).body.importId;
  planId = (await product.call('POST', `/api/imports/${importId}/confirm`)).body.planId;
});
afterAll(() => product.close());

describe('what was uploaded or is taken away is a file to keep, never a page that runs', () => {
  test.each([
    ['the document as received', () => `/api/imports/${importId}/file`, 'application/octet-stream'],
    [
      'the plan as Word',
      () => `/api/plans/${planId}/export.docx`,
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ],
    [
      'the plan as Excel',
      () => `/api/plans/${planId}/export.xlsx`,
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ],
    ['the audit as lines', () => '/api/audit/export.jsonl', 'application/jsonl'],
    [
      'the audit as Excel',
      () => '/api/audit/export.xlsx',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ],
  ])('%s', async (_what, url, kind) => {
    const { status, headers } = await (await product.as('auditor')).ask({ method: 'GET', url: url() });
    expect(status).toBe(200);
    expect(String(headers['content-type']).split(';')[0]).toBe(kind);
    expect(headers['content-disposition']).toMatch(
      /^attachment; filename="[\x20-\x7e]*"; filename\*=UTF-8''[\w.~%!()*'-]+$/,
    );
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['content-security-policy']).toMatch(/default-src 'none'.*script-src 'self'/);
    expect(headers['set-cookie']).toBeUndefined();
    expect(headers['cache-control']).toBe('no-store');
  });

  test('markup in a document is left out of what is read, and the answer is data', async () => {
    const { headers, text } = await product.ask({ method: 'GET', url: `/api/plans/${planId}/rows` });
    expect(headers['content-type']).toMatch(/^application\/json/);
    expect(headers['cache-control']).toBe('no-store');
    expect(JSON.parse(text).rows[1].name).toBe('Rà soát');
  });

  test.each(['trang.html', 'chay.js', 'anh.svg', 'lenh.exe', 'bang.xlsm'])(
    '%s that holds no plan is not kept',
    async (name) => {
      const bytes = name.endsWith('.exe')
        ? new Uint8Array([0x4d, 0x5a, 0x90, 0])
        : '<script>alert(1)</script>';
      expect((await product.upload(name, bytes)).status).toBeGreaterThanOrEqual(400);
      expect((await product.call('GET', '/api/imports')).body).toHaveLength(1);
    },
  );
});
