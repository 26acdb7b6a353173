import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Client, type ProductUnderTest, startProduct } from '#test/product.ts';

const PLAN =
  'KẾ HOẠCH\nCải cách hành chính năm 2026\nTT\tNhiệm vụ\tThời hạn\tCơ quan chủ trì\tCơ quan phối hợp\tSản phẩm\n' +
  'I\tCẢI CÁCH THỂ CHẾ\t\t\t\t\n' +
  '1\tRà soát văn bản\tQuý III/2026\tSở Tư pháp\t\tBáo cáo\n' +
  '2\tTập huấn\tTrước ngày 10/8/2026\tSở Y tế\t\t02 lớp\n';

let product: ProductUnderTest;
let database: pg.Client;
let officer: Client;

beforeAll(async () => {
  product = await startProduct({ now: '2026-07-20T02:00:00Z' });
  database = new pg.Client({ connectionString: product.database.url });
  await database.connect();
  const { body } = await product.upload('ke-hoach.txt', PLAN);
  await product.call('POST', `/api/imports/${body.importId}/confirm`, {});
  officer = await product.as('officer');
});
afterAll(async () => {
  await database.end();
  await product.close();
});

const create = async (agencyId: string | null, client: Client = officer) =>
  (await client.call('POST', '/api/feeds', { agencyId })).body;
/** As a calendar program asks: nobody is signed in. */
const read = (address: string) =>
  product.anonymous.ask({ method: 'GET', url: address, headers: { origin: 'unsaid' } });
const summaries = (text: string) =>
  [...text.replaceAll('\r\n ', '').matchAll(/^SUMMARY:(.*)\r$/gm)].map(([, words]) => words);

describe('a link', () => {
  test('shows a person what their agency has to do, and why that day', async () => {
    const { address } = await create(null);
    const { status, headers, text } = await read(address);
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('text/calendar; charset=utf-8');
    expect(summaries(text)).toEqual(['I.1 Rà soát văn bản']);
    const whole = text.replaceAll('\r\n ', '');
    expect(whole).toContain('DTSTART;VALUE=DATE:20260930');
    expect(whole).toMatch(/DESCRIPTION:Sở Tư pháp: chờ thực hiện\\nThời hạn trong văn bản: Quý III\/2026/);
    expect(whole).toMatch(/URL:http:\/\/localhost:8080\/phan-viec\/[0-9a-f-]{36}/);
  });

  test('leaves out what somebody else holds', async () => {
    const { address } = await create(null);
    const { personId } = (await (await product.as('head')).call('GET', '/api/session')).body.signedIn;
    await database.query(`update assignment set holder_id = $1 where agency_id = 'so-tu-phap'`, [personId]);
    expect(summaries((await read(address)).text)).toEqual([]);
    await database.query(`update assignment set holder_id = null`);
  });

  test('knows a deadline again after an act on it', async () => {
    const { address } = await create('so-tu-phap');
    const before = (await read(address)).text;
    const { todo } = (await officer.call('GET', '/api/work/mine')).body;
    const report = { id: crypto.randomUUID(), seen: 0, occurredOn: '2026-07-20', text: 'Đã có dự thảo' };
    await officer.call('POST', `/api/due-items/${todo[0].id}/reports`, report);
    const after = (await read(address)).text;
    const fieldOf = (text: string, name: string) => new RegExp(`^${name}:(.*)\r$`, 'm').exec(text)?.[1];
    expect(fieldOf(after, 'UID')).toBe(fieldOf(before, 'UID'));
    expect(fieldOf(before, 'SEQUENCE')).toBe('0');
    expect(fieldOf(after, 'SEQUENCE')).toBe('1');
    expect(after.replaceAll('\r\n ', '')).toContain('Báo cáo gần nhất: Đã có dự thảo');
  });

  test('of an agency is only for who sees its work', async () => {
    expect((await create('so-y-te')).data.refusals[0].code).toBe('access-scope');
    expect((await create('khong-co')).data.refusals[0].code).toBe('not-found');
    const { address } = await create('so-y-te', await product.as('leader'));
    expect(summaries((await read(address)).text)).toEqual(['I.2 Tập huấn']);
  });

  test('is kept as a digest, and tells when it was read last', async () => {
    const { id, address } = await create(null);
    const secret = /^\/lich\/([\w-]{43})\.ics$/.exec(address)?.[1] ?? '';
    const { rows } = await database.query(
      'select to_jsonb(f)::text as held from deadline_feed f where id = $1',
      [id],
    );
    expect(rows[0].held).not.toContain(secret);
    const held = async () =>
      (await officer.call('GET', '/api/feeds')).body.feeds.find((one: { id: string }) => one.id === id);
    expect((await held()).lastReadAt).toBeNull();
    await read(address);
    expect((await held()).lastReadAt).toBe('2026-07-20T02:00:00Z');
  });

  test('that was revoked shows nothing more, and nobody else revokes it', async () => {
    const { id, address } = await create(null);
    const byOther = await product.call('POST', `/api/feeds/${id}/revoke`);
    expect(byOther.body.data.refusals[0].code).toBe('not-found');
    expect((await read(address)).status).toBe(200);
    expect((await officer.call('POST', `/api/feeds/${id}/revoke`)).status).toBe(200);
    expect((await read(address)).status).toBe(404);
    expect((await officer.call('POST', `/api/feeds/${id}/revoke`)).status).toBe(404);
  });

  test.each([['/lich/short.ics'], [`/lich/${'a'.repeat(43)}.ics`]])(
    'that is none leads nowhere: %s',
    async (at) => {
      expect((await read(at)).status).toBe(404);
    },
  );

  test('shows nothing once its maker holds no post, or is locked out', async () => {
    const commune = await product.as('officer of a commune');
    const { address } = await create(null, commune);
    const { personId } = (await commune.call('GET', '/api/session')).body.signedIn;
    expect((await read(address)).status).toBe(200);
    await database.query('update person set disabled_at = now() where id = $1', [personId]);
    expect((await read(address)).status).toBe(404);
    await database.query('update person set disabled_at = null where id = $1', [personId]);
    await database.query(`update post set valid_to = '2026-07-19' where person_id = $1`, [personId]);
    expect((await read(address)).status).toBe(404);
  });
});
