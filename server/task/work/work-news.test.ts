import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Scope } from '#server/db/executor.ts';
import { type Client, type ProductUnderTest, startProduct } from '#test/product.ts';
import { openWorkNews, type WorkNews } from './work-news.ts';

const PLAN =
  'KẾ HOẠCH\nCải cách hành chính năm 2026\nTT\tNhiệm vụ\tThời hạn\tCơ quan chủ trì\tCơ quan phối hợp\tSản phẩm\n' +
  'I\tCẢI CÁCH THỂ CHẾ\t\t\t\t\n1\tRà soát văn bản\tQuý II/2026\tSở Tư pháp\t\tBáo cáo\n';

let product: ProductUnderTest;
let database: pg.Client;
let news: WorkNews;
let officer: Client;
let item = '';

beforeAll(async () => {
  product = await startProduct({ now: '2026-02-02T02:00:00Z' });
  database = new pg.Client({ connectionString: product.database.url });
  await database.connect();
  const { body } = await product.upload('ke-hoach.txt', PLAN);
  await product.call('POST', `/api/imports/${body.importId}/confirm`, {});
  officer = await product.as('officer');
  item = (await database.query('select id from due_item')).rows[0].id;
  news = openWorkNews(product.database.url);
});
afterAll(async () => {
  await news.close();
  await database.end();
  await product.close();
});

async function report(seen: number): Promise<number> {
  const words = { occurredOn: '2026-02-02', text: `Đã rà soát ${seen} văn bản` };
  return (await officer.call('POST', `/api/due-items/${item}/reports`, { id: randomUUID(), seen, ...words }))
    .status;
}

/** Connections of this database that wait for news. */
async function countListeners(): Promise<number | null> {
  const { rowCount } = await database.query(
    `select from pg_stat_activity where query like 'listen %' and datname = current_database()`,
  );
  return rowCount;
}

/** Follows, and answers once news reached the scope. */
async function followAs(over: Partial<Scope>) {
  let heard = 0;
  const { scope } = product.product.deps;
  const stop = news.follow({ ...scope, ...over }, () => {
    heard += 1;
  });
  await expect.poll(countListeners).toBe(1);
  return { stop, heard: () => heard };
}

test('who reaches an agency hears that its work changed, and nobody else', async () => {
  const whole = await followAs({});
  const own = await followAs({ figures: 'agency', agencyIds: ['so-tu-phap'] });
  const other = await followAs({ figures: 'agency', agencyIds: ['so-tai-chinh'] });
  const elsewhere = await followAs({ provinceId: randomUUID() });
  const none = await followAs({ figures: 'none' });
  expect(await report(0)).toBe(200);
  await expect.poll(whole.heard).toBe(1);
  expect([own.heard(), other.heard(), elsewhere.heard(), none.heard()]).toEqual([1, 0, 0, 0]);
  own.stop();
  expect(await report(0)).toBe(200);
  await expect.poll(whole.heard).toBe(2);
  expect(own.heard()).toBe(1);
  for (const { stop } of [whole, other, elsewhere, none]) stop();
  await expect.poll(countListeners).toBe(0);
});

test('a connection that is lost is looked for again, and who follows is told that something may have passed', async () => {
  const { heard, stop } = await followAs({});
  await database.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where query like 'listen %' and datname = current_database()`,
  );
  await expect.poll(heard).toBe(1);
  await expect.poll(countListeners).toBe(1);
  expect(await report(1)).toBe(200);
  await expect.poll(heard).toBe(2);
  stop();
});
