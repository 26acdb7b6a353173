import { Workbook } from '@cj-tech-master/excelts';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { convertToPdf } from '#test/convert-to-pdf.ts';
import { type Client, type ProductUnderTest, startProduct } from '#test/product.ts';

const PLAN =
  'KẾ HOẠCH\nCẢI CÁCH HÀNH CHÍNH TỈNH LẠNG SƠN NĂM 2026\nTT\tNhiệm vụ\tThời hạn\tCơ quan chủ trì\tCơ quan phối hợp\tSản phẩm\n' +
  'I\tCẢI CÁCH THỂ CHẾ\t\t\t\t\n' +
  '1\tRà soát văn bản\tQuý II/2026\tSở Tư pháp\tSở Y tế\tBáo cáo\n' +
  '2\tTập huấn\tTrước ngày 10/7/2026\tSở Y tế\t\t02 lớp\n' +
  '3\tKiểm tra trên địa bàn tỉnh Lạng Sơn\tQuý IV/2026\tSở Tư pháp\t\tKết luận\n';
const SAID = {
  symbol: 'SNV-CCHC',
  askBy: '2026-07-27',
  signer: { authority: 'KT. Giám đốc', title: 'Phó Giám đốc', name: 'Nguyễn Văn Mẫu' },
  recipients: ['- Như trên;', '- Lưu: VT.'],
  added: null,
};

interface Item {
  readonly dueItemId: string;
  readonly code: string;
  readonly daysLate: number;
  readonly urged: number;
  readonly urgedOn: string | null;
}

let product: ProductUnderTest;
let database: pg.Client;
let leader: Client;
let head: Client;

beforeAll(async () => {
  product = await startProduct({ now: '2026-07-20T02:00:00Z' });
  database = new pg.Client({ connectionString: product.database.url });
  await database.connect();
  const { body } = await product.upload('ke-hoach.txt', PLAN);
  await product.call('POST', `/api/imports/${body.importId}/confirm`, {});
  leader = await product.as('leader');
  head = await product.as('head');
});
afterAll(async () => {
  await database.end();
  await product.close();
});

const overdue = async (client: Client = product, query = '') =>
  (await client.call('GET', `/api/urging-letters/overdue${query}`)).body;
const itemsOf = async (...names: string[]): Promise<Item[]> =>
  (await overdue()).agencies
    .filter(({ agencyName }: { agencyName: string }) => names.length === 0 || names.includes(agencyName))
    .flatMap(({ items }: { items: Item[] }) => items);
const idsOf = async (...names: string[]) => (await itemsOf(...names)).map(({ dueItemId }) => dueItemId);
const issue = async (changes: object, client: Client = product) =>
  client.call('POST', '/api/urging-letters', { id: crypto.randomUUID(), ...SAID, ...changes });
const refusalsOf = ({ body }: { body: { data: { refusals: { code: string }[] } } }) =>
  body.data.refusals.map(({ code }) => code);

describe('what can be urged', () => {
  test('is by agency what is open past its day, in working days, with the words of the plan', async () => {
    const { today, agencies } = await overdue();
    expect(today).toBe('2026-07-20');
    expect(agencies).toEqual([
      expect.objectContaining({
        agencyName: 'Sở Tư pháp',
        items: [
          expect.objectContaining({
            code: 'I.1',
            role: 'lead',
            dueOn: '2026-06-30',
            basis: 'Quý II/2026',
            daysLate: 14,
          }),
        ],
      }),
      expect.objectContaining({
        agencyName: 'Sở Y tế',
        items: [
          expect.objectContaining({ code: 'I.1', role: 'coordinate', daysLate: 14 }),
          expect.objectContaining({ code: 'I.2', role: 'lead', dueOn: '2026-07-09', daysLate: 7 }),
        ],
      }),
    ]);
  });

  test('comes with what a first letter begins with', async () => {
    expect(await overdue()).toMatchObject({
      nextNumber: 1,
      start: { symbol: 'SNV-CCHC', askBy: '2026-07-27', recipients: expect.arrayContaining(['- Như trên;']) },
    });
  });

  test('is seen by a leader, and of an agency its own', async () => {
    expect(await overdue(leader)).toMatchObject({ start: null, nextNumber: null });
    expect((await overdue(leader)).agencies).toHaveLength(2);
    const { agencies } = await overdue(head);
    expect(agencies.map(({ agencyName }: { agencyName: string }) => agencyName)).toContain('Sở Tư pháp');
  });

  test('can be asked of one agency and one plan', async () => {
    const { agencies } = await overdue(product, '?agencyId=so-y-te');
    expect(agencies.map(({ agencyId }: { agencyId: string }) => agencyId)).toEqual(['so-y-te']);
    const other = await overdue(product, '?planId=00000000-0000-7000-8000-000000000000');
    expect(other.agencies).toEqual([]);
  });
});

describe('a preview', () => {
  test('shows the letter and what stands in its way, and takes no number', async () => {
    const dueItemIds = await idsOf('Sở Tư pháp');
    const said = { ...SAID, dueItemIds, signer: { ...SAID.signer, name: '' } };
    const { body } = await product.call('POST', '/api/urging-letters/preview', said);
    expect(body.document.head).toMatchObject({
      superior: 'UBND TỈNH LẠNG SƠN',
      issuer: 'SỞ NỘI VỤ',
      subject: expect.stringContaining('Kế hoạch'),
    });
    expect(JSON.stringify(body.document)).toContain('“Cải cách hành chính tỉnh Lạng Sơn năm 2026”');
    expect(body.barred.map(({ code }: { code: string }) => code)).toEqual(['letter-signer-missing']);
    expect((await overdue()).nextNumber).toBe(1);
  });
});

describe('issuing', () => {
  test('takes the next number and keeps the file, which opens clean', async () => {
    const { status, body } = await issue({ dueItemIds: await idsOf('Sở Tư pháp') });
    expect({ status, number: body.number }).toEqual({ status: 200, number: '01/SNV-CCHC' });
    const bytes = await product.download(`/api/urging-letters/${body.id}/letter.docx`);
    const { pages, text } = await convertToPdf(bytes);
    expect(pages).toHaveLength(1);
    for (const words of [
      'Số: 01/SNV-CCHC',
      'Lạng Sơn, ngày 20 tháng 7 năm 2026',
      'Kính gửi: Sở Tư pháp',
      'Rà soát văn bản',
      '30/6/2026 (Quý II/2026)',
      'chậm nhất ngày 27/7/2026 (05 ngày làm việc kể từ ngày ban hành Công văn này)',
    ])
      expect(text).toContain(words);
    const { rows } = await database.query(
      'select sha256, encode(sha256(bytes), $1) as held from urging_letter',
      ['hex'],
    );
    expect(rows[0].sha256).toBe(rows[0].held);
  }, 120_000);

  test('counts as an urging of that work, and the next letter says so', async () => {
    const [item] = await itemsOf('Sở Tư pháp');
    expect(item).toMatchObject({ urged: 1, urgedOn: '2026-07-20' });
    const said = { ...SAID, dueItemIds: [item?.dueItemId] };
    const { body } = await product.call('POST', '/api/urging-letters/preview', said);
    expect(body.document.head.subject).toContain('(lần 2)');
    expect(JSON.stringify(body.document.body)).toContain('Công văn số 01/SNV-CCHC ngày 20/7/2026');
  });

  test('tells the head and the officers of the agency, where they see their reminders', async () => {
    const { notices } = (await head.call('GET', '/api/notices?group=late')).body;
    expect(notices).toContainEqual(
      expect.objectContaining({
        rule: 'urged',
        words: 'Công văn số 01/SNV-CCHC đôn đốc 1 việc quá hạn của Sở Tư pháp',
        link: '/don-doc?agency=so-tu-phap',
        read: false,
      }),
    );
  });

  test('sent twice is issued once', async () => {
    const id = crypto.randomUUID();
    const dueItemIds = await idsOf('Sở Y tế');
    const first = await issue({ id, dueItemIds });
    const second = await issue({ id, dueItemIds });
    expect(second.body).toEqual(first.body);
    expect(first.body.number).toBe('02/SNV-CCHC');
  });

  test('at once gives each its own number, without a gap', async () => {
    const dueItemIds = await idsOf('Sở Y tế');
    const answers = await Promise.all(Array.from({ length: 4 }, () => issue({ dueItemIds })));
    expect(answers.map(({ body }) => body.number).sort()).toEqual([
      '03/SNV-CCHC',
      '04/SNV-CCHC',
      '05/SNV-CCHC',
      '06/SNV-CCHC',
    ]);
  });

  test('may pass over numbers other letters of the office took, and never goes back', async () => {
    const dueItemIds = await idsOf('Sở Tư pháp');
    expect((await issue({ dueItemIds, number: 40 })).body.number).toBe('40/SNV-CCHC');
    expect(refusalsOf(await issue({ dueItemIds, number: 40 }))).toEqual(['letter-number-taken']);
    expect(refusalsOf(await issue({ dueItemIds, number: 7 }))).toEqual(['letter-number-taken']);
    expect((await issue({ dueItemIds })).body.number).toBe('41/SNV-CCHC');
  });

  test.each([
    ['letter-empty', { dueItemIds: [] }],
    ['letter-signer-missing', { signer: { ...SAID.signer, title: ' ' } }],
    ['letter-recipients-missing', { recipients: [] }],
    ['letter-ask-by-past', { askBy: '2026-07-20' }],
    ['letter-symbol', { symbol: 'snv cchc' }],
    ['not-found', { dueItemIds: [crypto.randomUUID()] }],
  ])('is refused: %s', async (code, changes) => {
    expect(refusalsOf(await issue({ dueItemIds: await idsOf('Sở Tư pháp'), ...changes }))).toEqual([code]);
  });

  test('is refused for work that was done meanwhile', async () => {
    const dueItemIds = await idsOf('Sở Tư pháp');
    await database.query(`update due_item set state = 'submitted' where id = any($1)`, [dueItemIds]);
    expect(refusalsOf(await issue({ dueItemIds }))).toEqual(['letter-work-done']);
    await database.query(`update due_item set state = 'waiting' where id = any($1)`, [dueItemIds]);
  });
});

describe('the register', () => {
  const list = async (client: Client = product, query = '') =>
    (await client.call('GET', `/api/urging-letters${query}`)).body.letters;

  test('has each letter with how much of what it urged is settled', async () => {
    const [item] = await itemsOf('Sở Tư pháp');
    await database.query(`update due_item set state = 'accepted' where id = $1`, [item?.dueItemId]);
    const first = (await list(product, '?year=2026')).at(-1);
    expect(first).toMatchObject({
      number: '01/SNV-CCHC',
      agencies: 1,
      tasks: 1,
      settled: 1,
      withdrawn: null,
    });
    await database.query(`update due_item set state = 'waiting' where id = $1`, [item?.dueItemId]);
  });

  test('shows an agency the letters that urge it', async () => {
    const numbers = (await list(head, '?year=2026')).map(({ number }: { number: string }) => number);
    expect(numbers).toEqual(['41/SNV-CCHC', '40/SNV-CCHC', '01/SNV-CCHC']);
    expect(await list(await product.as('officer of a commune'))).toEqual([]);
  });

  test('keeps a letter that was withdrawn, with the reason, and its number', async () => {
    const letter = (await list()).find(({ number }: { number: string }) => number === '41/SNV-CCHC');
    const withdraw = (reason: string) =>
      product.call('POST', `/api/urging-letters/${letter.id}/withdraw`, { reason });
    expect(refusalsOf(await withdraw(''))).toEqual(['letter-reason-missing']);
    expect((await withdraw('Gửi nhầm cơ quan')).status).toBe(200);
    expect(refusalsOf(await withdraw('Lần nữa'))).toEqual(['letter-withdrawn']);
    const after = (await list()).find(({ id }: { id: string }) => id === letter.id);
    expect(after.withdrawn).toMatchObject({ reason: 'Gửi nhầm cơ quan' });
    expect((await overdue()).nextNumber).toBe(42);
    const [item] = await itemsOf('Sở Tư pháp');
    expect(item?.urged).toBe(2);
  });

  test('is taken away as a workbook, of a year or whole', async () => {
    const linesOf = async (client: Client, query: string) => {
      const workbook = new Workbook();
      await workbook.xlsx.load(await client.download(`/api/urging-letters/register.xlsx${query}`));
      const lines: string[] = [];
      workbook.getWorksheet('Sổ công văn')?.eachRow((row, at) => {
        if (at > 3) lines.push([1, 2, 6].map((column) => String(row.getCell(column).value)).join(' | '));
      });
      return lines;
    };
    expect(await linesOf(product, '?year=2026')).toHaveLength((await list(product, '?year=2026')).length);
    expect(await linesOf(head, '')).toContain('01/SNV-CCHC | 20/7/2026 | 1');
    expect(await linesOf(product, '?year=2025')).toEqual([]);
    expect((await product.call('GET', '/api/urging-letters/register.xlsx?year=nam')).status).toBe(404);
  });

  test('cannot be altered by the product, not even by its role', async () => {
    const alter = product.product.deps.db.updateTable('letter_number').set({ number: 99 }).execute();
    await expect(alter).rejects.toThrow(/permission denied/);
  });

  test('knows no letter that is not there', async () => {
    const missing = `/api/urging-letters/${crypto.randomUUID()}`;
    expect((await product.ask({ method: 'GET', url: `${missing}/letter.docx` })).status).toBe(404);
    const answer = await product.call('POST', `${missing}/withdraw`, { reason: 'x' });
    expect(refusalsOf(answer)).toEqual(['not-found']);
  });
});

test('numbers begin with one in another year', async () => {
  await database.query('update letter_number set year = 2025');
  expect((await issue({ dueItemIds: await idsOf('Sở Y tế') })).body.number).toBe('01/SNV-CCHC');
});
