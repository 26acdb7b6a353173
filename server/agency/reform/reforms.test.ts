import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { listPostsOf } from '#server/access/actor.store.ts';
import { loadAgencies } from '#server/agency/load-agencies.ts';
import { inScope } from '#server/deps.ts';
import { type Answer, type Client, type ProductUnderTest, startProduct } from '#test/product.ts';

const PLAN = `KẾ HOẠCH
Cải cách hành chính năm 2026
TT\tNhiệm vụ\tThời hạn\tCơ quan chủ trì\tCơ quan phối hợp\tSản phẩm
I\tCẢI CÁCH THỂ CHẾ\t\t\t\t
1\tRà soát văn bản quy phạm pháp luật\tQuý IV/2026\tSở Tư pháp\tSở Nội vụ, Sở Y tế\tĐạt 80% văn bản
2\tTập huấn cho công chức\tQuý I/2026\tSở Tư pháp, Sở Nội vụ\tSở Tài chính\t02 lớp
3\tSố hóa hồ sơ\tThường xuyên\tUBND cấp xã\t\tBáo cáo
`;
const DECISION = { number: '99/NQ-HĐND', date: '2026-05-15', title: 'Sắp xếp cơ quan' };
const DRAFT = {
  title: 'Sắp xếp đợt 1 năm 2026',
  effectiveOn: '2026-07-01',
  decision: DECISION,
  events: [
    { kind: 'merge', agencyIds: ['so-tu-phap'], heir: { kind: 'held', agencyId: 'so-noi-vu-2025' } },
    {
      kind: 'abolish',
      agencyId: 'ubnd-xa-that-khe',
      successorIds: ['ubnd-xa-trang-dinh', 'ubnd-xa-doan-ket'],
    },
    {
      kind: 'merge',
      agencyIds: ['so-y-te'],
      heir: {
        kind: 'founded',
        founding: { name: 'Sở Y tế và Dân số', level: 'province', kind: 'department', parentId: 'ubnd-tinh' },
      },
    },
  ],
};
const CHOICES = {
  byAgency: { 'ubnd-xa-that-khe': { kind: 'agency', agencyId: 'ubnd-xa-trang-dinh' } },
  byItem: {},
};

let product: ProductUnderTest;
let leader: Client;
let planId = '';
let reformId = '';

beforeAll(async () => {
  product = await startProduct({ now: '2026-06-01T02:00:00Z' });
  leader = await product.as('leader');
  const { importId } = (await product.upload('ke-hoach.txt', PLAN)).body;
  planId = (await product.call('POST', `/api/imports/${importId}/confirm`)).body.planId;
});

afterAll(() => product.close());

const get = async (client: Client = product) => (await client.call('GET', `/api/reforms/${reformId}`)).body;
const preview = async (query = '') =>
  (await product.call('GET', `/api/reforms/${reformId}/preview${query}`)).body;
async function step(act: string, client: Client = product, more: object = {}): Promise<Answer> {
  const { revision } = await get();
  return client.call('POST', `/api/reforms/${reformId}/${act}`, { revision, ...more });
}
const choose = async (choices: object) =>
  product.call('PATCH', `/api/reforms/${reformId}`, { revision: (await get()).revision, choices });
const codes = ({ body }: Answer) => body.data.refusals.map(({ code }: { code: string }) => code);

/** Everything a reform touches, as it is stored. Posts taken back before they began are as good as never given. */
function snapshot(): Promise<unknown> {
  return inScope(product.product.deps, async (tx) => {
    const read = async (text: string) => (await sql.raw(text).execute(tx)).rows;
    return {
      assignment: await read(
        'select id, task_id, agency_id, role, valid_from, valid_to, continued_by_id from assignment order by id',
      ),
      post: await read(
        'select id, person_id, agency_id, valid_from, valid_to from post where valid_to is null or valid_to >= valid_from order by id',
      ),
      agency: await read(
        'select id, name, valid_from, valid_to, successors from agency where not withdrawn order by id',
      ),
      parent: await read(
        'select agency_id, ord, parent_id, valid_from, valid_to from agency_parent order by 1, 2',
      ),
      name: await read('select agency_id, ord, name, valid_from, valid_to from agency_name order by 1, 2'),
    };
  });
}

async function partsOf(code: string) {
  const { rows } = (await product.call('GET', `/api/plans/${planId}/rows?limit=500`)).body;
  const row = rows.find((one: { code: string }) => one.code === code);
  const task = (await product.call('GET', `/api/tasks/${row.id}`)).body;
  return { counts: row.assignments, parts: task.assignments };
}

beforeEach(async () => {
  reformId = (await product.call('POST', '/api/reforms', DRAFT)).body.reformId;
});

describe('a draft', () => {
  test('is told in words, and its agencies get ids by their names', async () => {
    const reform = await get();
    expect(reform).toMatchObject({ state: 'draft', revision: 0, acts: [{ kind: 'created' }] });
    expect(reform.events.map(({ words }: { words: string }) => words)).toEqual([
      'Nhập Sở Tư pháp vào Sở Nội vụ',
      'UBND xã Thất Khê kết thúc hoạt động, nhiệm vụ chuyển cho UBND xã Tràng Định, UBND xã Đoàn Kết',
      'Tổ chức lại Sở Y tế thành Sở Y tế và Dân số',
    ]);
    expect(reform.events[2].event.heir.founding.id).toBe('so-y-te-va-dan-so');
  });

  test('previews what it moves, with who goes on; what nobody goes on with is to be chosen', async () => {
    const seen = await preview();
    expect(seen.ended).toMatchObject([
      { agencyId: 'so-tu-phap', endsOn: '2026-06-30', proposal: { agencyId: 'so-noi-vu-2025' }, missing: 0 },
      { agencyId: 'so-y-te', proposal: { agencyId: 'so-y-te-va-dan-so' }, missing: 0 },
      { agencyId: 'ubnd-xa-that-khe', proposal: null, missing: 2 },
    ]);
    expect(seen.movers).toMatchObject([
      { name: 'posts', total: 3, missing: 1 },
      { name: 'assignments', total: 4, missing: 1 },
      { name: 'measurement', total: 0, missing: 0 },
    ]);
    expect(seen.items.slice(0, 2).map(({ owner }: { owner: unknown }) => owner)).toEqual([null, null]);
    const { items } = await preview('?mover=assignments&agencyId=so-tu-phap');
    expect(items).toMatchObject([
      {
        words: 'I.1 Rà soát văn bản quy phạm pháp luật (chủ trì)',
        day: '2026-12-31',
        note: 'Kèm 1 chỉ tiêu',
        later: false,
      },
      { words: 'I.2 Tập huấn cho công chức (chủ trì)' },
    ]);
  });

  test('is not submitted before everything has an owner who exists', async () => {
    expect(await step('submit')).toMatchObject({ status: 422 });
    expect((await get()).problems).toMatchObject([{ code: 'reform-owner-missing' }]);
    await choose({
      byAgency: { 'ubnd-xa-that-khe': { kind: 'agency', agencyId: 'ubnd-huyen-trang-dinh' } },
      byItem: {},
    });
    expect(codes(await step('submit'))).toEqual(['reform-owner-ended']);
  });

  test('that cannot be is told with its event, all at once', async () => {
    const { revision } = await get();
    await product.call('PATCH', `/api/reforms/${reformId}`, {
      revision,
      events: [
        { kind: 'abolish', agencyId: 'so-ke-hoach-va-dau-tu' },
        { kind: 'move', agencyId: 'so-y-te', parentId: 'so-y-te' },
      ],
    });
    const { problems, events } = await get();
    expect(problems.map(({ code }: { code: string }) => code)).toEqual([
      'history-agency-ended',
      'history-parent-circle',
    ]);
    expect(problems.map(({ eventId }: { eventId: string }) => eventId)).toEqual(
      events.map(({ event }: { event: { id: string } }) => event.id),
    );
    expect(await step('submit')).toMatchObject({ status: 422 });
  });

  test('without events is not submitted', async () => {
    await product.call('PATCH', `/api/reforms/${reformId}`, { revision: 0, events: [] });
    expect(codes(await step('submit'))).toEqual(['reform-empty']);
  });

  test('changed by another in the meantime is not overwritten', async () => {
    await choose(CHOICES);
    const answer = await product.call('PATCH', `/api/reforms/${reformId}`, {
      revision: 0,
      title: 'Tên khác',
    });
    expect(answer).toMatchObject({ status: 409, body: { data: { refusals: [{ code: 'reform-changed' }] } } });
  });

  test('is seen and made by those who may', async () => {
    const [auditor, officer] = [await product.as('auditor'), await product.as('officer')];
    expect((await auditor.call('GET', '/api/reforms')).status).toBe(200);
    expect((await officer.call('GET', '/api/reforms')).status).toBe(403);
    expect((await leader.call('POST', '/api/reforms', DRAFT)).status).toBe(403);
    expect((await product.call('GET', `/api/reforms/${crypto.randomUUID()}`)).status).toBe(404);
  });
});

describe('two people', () => {
  test('are needed: whoever drafted it does not approve it, and it may go back with the reason', async () => {
    await choose(CHOICES);
    expect(codes(await step('approve', leader))).toEqual(['access-state']);
    await step('submit');
    expect(codes(await step('approve'))).toEqual(['access-own-work']);
    expect(
      (await product.call('PATCH', `/api/reforms/${reformId}`, { revision: 2, title: 'Tên khác' })).status,
    ).toBe(409);
    expect((await step('return', leader, { reason: 'Thiếu xã Đoàn Kết' })).status).toBe(200);
    expect(await get()).toMatchObject({
      state: 'draft',
      acts: [{}, {}, {}, { kind: 'returned', reason: 'Thiếu xã Đoàn Kết', person: { name: 'Nông Văn Mẫu' } }],
    });
    await step('submit');
    expect((await step('approve', leader)).status).toBe(200);
    expect(codes(await step('apply', leader))).toEqual(['access-role']);
    await step('return', product, { reason: 'Chưa đến lúc' });
    expect(codes(await step('apply'))).toEqual(['access-state']);
  });
});

describe('a reform that is applied', () => {
  let before: unknown;

  async function apply(choices: object = CHOICES) {
    before = await snapshot();
    await choose(choices);
    await step('submit');
    await step('approve', leader);
    const answer = await step('apply');
    expect(answer.status).toBe(200);
    return answer.body;
  }

  async function reverse() {
    const answer = await step('reverse', product, { reason: 'Nghị quyết bị thay thế' });
    expect(answer.status).toBe(200);
    expect(await snapshot()).toEqual(before);
  }

  test('moves unfinished parts with their history and people with their posts, and is reversed whole', async () => {
    expect((await apply()).moved).toEqual({ posts: 3, assignments: 4, measurement: 0 });
    const { parts, counts } = await partsOf('I.1');
    // The department of home affairs, which took part already, now also leads; counted once.
    expect(counts).toEqual({ lead: 1, coordinate: 2, oversee: 0 });
    const leads = parts.filter(({ role }: { role: string }) => role === 'lead');
    expect(leads).toMatchObject([
      { agencyId: 'so-noi-vu-2025', validFrom: '2026-07-01', validTo: null, passedTo: null },
      { agencyId: 'so-tu-phap', validTo: '2026-06-30', passedTo: { id: 'so-noi-vu-2025' } },
    ]);
    // It led that task together already: there is one part to go on with.
    expect((await partsOf('I.2')).counts).toEqual({ lead: 1, coordinate: 1, oversee: 0 });
    expect((await partsOf('I.3')).counts.lead).toBe(64);
    const heir = (await product.call('GET', '/api/agencies/so-noi-vu-2025')).body;
    expect(heir.predecessors.map(({ id }: { id: string }) => id)).toContain('so-tu-phap');
    expect(
      heir.work.find(({ code, role }: { code: string; role: string }) => code === 'I.1' && role === 'lead'),
    ).toMatchObject({
      validFrom: '2026-07-01',
      takenOverFrom: [{ id: 'so-tu-phap' }],
    });
    await reverse();
  });

  test('holds from its day: people act in the old agency until then, and in the new one from then', async () => {
    await apply();
    const agencyOn = (day: string) =>
      inScope(product.product.deps, async (tx) => {
        const officer = await tx
          .selectFrom('person')
          .select('id')
          .where('email', '=', 'cong-chuc@mau.example')
          .executeTakeFirstOrThrow();
        return (await listPostsOf(tx, officer.id, day)).map((post) => post.agency_id);
      });
    expect(await agencyOn('2026-06-30')).toEqual(['so-tu-phap']);
    expect(await agencyOn('2026-07-01')).toEqual(['so-noi-vu-2025']);
    await reverse();
  });

  test('is followed by another process with its next request', async () => {
    const other = { ...product.product.deps, agencies: { held: undefined } };
    const load = () => inScope(other, (tx) => loadAgencies(tx, other));
    expect((await load()).lives.has('so-y-te-va-dan-so')).toBe(false);
    await apply();
    expect((await load()).lives.get('so-y-te')).toMatchObject({ validTo: '2026-06-30' });
    await reverse();
    expect((await load()).lives.has('so-y-te-va-dan-so')).toBe(false);
  });

  test('closes what nobody goes on with', async () => {
    await apply({ ...CHOICES, byAgency: { 'ubnd-xa-that-khe': { kind: 'closed' } } });
    const { parts } = await partsOf('I.3');
    const closed = parts.find(({ agencyId }: { agencyId: string }) => agencyId === 'ubnd-xa-that-khe');
    expect(closed).toMatchObject({ validTo: '2026-06-30', passedTo: null });
    await reverse();
  });

  test('gives single things to others than the rest', async () => {
    await choose(CHOICES);
    const { items } = await preview('?mover=assignments&agencyId=so-tu-phap');
    await apply({
      ...CHOICES,
      byItem: { [items[0].key]: { kind: 'agency', agencyId: 'so-tai-chinh-2025' } },
    });
    const leads = (await partsOf('I.1')).parts.filter(({ role }: { role: string }) => role === 'lead');
    expect(leads.map(({ agencyId }: { agencyId: string }) => agencyId).sort()).toEqual([
      'so-tai-chinh-2025',
      'so-tu-phap',
    ]);
    await reverse();
  });

  test('keeps what it moved when the task is edited afterwards', async () => {
    await apply();
    const { rows } = (await product.call('GET', `/api/plans/${planId}/rows?limit=500`)).body;
    const task = rows.find(({ code }: { code: string }) => code === 'I.1');
    const { revision } = (await product.call('GET', `/api/plans/${planId}`)).body;
    await product.call('PATCH', `/api/tasks/${task.id}`, { revision, words: { deadline: 'Quý III/2026' } });
    expect((await partsOf('I.1')).counts).toEqual({ lead: 1, coordinate: 2, oversee: 0 });
    const undone = (await product.call('GET', `/api/plans/${planId}`)).body.revision;
    await product.call('POST', `/api/plans/${planId}/undo`, { revision: undone });
    await reverse();
  });

  test('is not reversed while something stands on it, which is told', async () => {
    await apply();
    const later = (
      await product.call('POST', '/api/reforms', {
        title: 'Đổi tên sở mới',
        effectiveOn: '2026-09-01',
        decision: DECISION,
        events: [{ kind: 'rename', agencyId: 'so-y-te-va-dan-so', name: 'Sở Y tế, Dân số và Trẻ em' }],
      })
    ).body.reformId;
    const first = reformId;
    reformId = later;
    await step('submit');
    await step('approve', leader);
    expect((await step('apply')).status).toBe(200);
    reformId = first;
    const refused = await step('reverse', product, { reason: 'Nhầm' });
    expect(codes(refused)).toContain('reform-has-later');
    expect(refused.body.message).toContain('Sở Y tế, Dân số và Trẻ em');
    reformId = later;
    expect((await step('reverse', product, { reason: 'Nhầm' })).status).toBe(200);
    reformId = first;
    await reverse();
    expect(codes(await step('reverse', product, { reason: 'Lần nữa' }))).toEqual(['access-state']);
  });
});

describe('a table old → new', () => {
  const TABLE = [
    'TT\tĐơn vị cũ\tĐơn vị mới\tLoại',
    '1\tXã Thất Khê\tXã Tràng Định\t',
    '2\tXã Đoàn Kết\tXã Tràng Định\t',
    '3\tSở Kế hoạch và Đầu tư\tSở Tài chính\t',
  ];

  test('pasted is read into events, and every problem is told', async () => {
    const answer = await product.call('POST', '/api/reforms/readings', {
      effectiveOn: '2026-07-01',
      text: TABLE.join('\n'),
    });
    expect(answer).toMatchObject({
      status: 200,
      body: {
        rows: 3,
        events: [{ words: 'Nhập UBND xã Thất Khê, UBND xã Đoàn Kết vào UBND xã Tràng Định' }],
        problems: [{ row: 4, value: 'Sở Kế hoạch và Đầu tư', candidates: [{ id: 'so-tai-chinh-2025' }] }],
      },
    });
  });

  test('comes as a Word file too, a cell over several rows being said in each', async () => {
    const cell = (text: string, rowSpan = 1) => new TableCell({ rowSpan, children: [new Paragraph(text)] });
    const document = new Document({
      sections: [
        {
          children: [
            new Table({
              rows: [
                new TableRow({ children: [cell('Đơn vị cũ'), cell('Đơn vị mới')] }),
                new TableRow({ children: [cell('Xã Thất Khê'), cell('Xã Tràng Định', 2)] }),
                new TableRow({ children: [cell('Xã Đoàn Kết')] }),
              ],
            }),
          ],
        },
      ],
    });
    const form = new FormData();
    form.append('effectiveOn', '2026-07-01');
    form.append('file', new File([await Packer.toArrayBuffer(document)], 'bang.docx'));
    const encoded = new Request('http://local/', { method: 'POST', body: form });
    const payload = Buffer.from(await encoded.arrayBuffer());
    const answer = await product.ask({
      method: 'POST',
      url: '/api/reforms/readings',
      payload,
      headers: {
        'content-type': encoded.headers.get('content-type') ?? '',
        'content-length': String(payload.length),
      },
    });
    expect(JSON.parse(answer.text)).toMatchObject({
      problems: [],
      events: [{ event: { kind: 'merge', agencyIds: ['ubnd-xa-that-khe', 'ubnd-xa-doan-ket'] } }],
    });
  });

  test('that is none is refused', async () => {
    const read = (text: string) =>
      product.call('POST', '/api/reforms/readings', { effectiveOn: '2026-07-01', text });
    expect(codes(await read(''))).toEqual(['table-empty']);
    expect(codes(await read('Tên\tGhi chú\nXã A\tkhông'))).toEqual(['table-headers']);
  });

  test('of a whole province is one reform: 194 communes are founded and become 65', async () => {
    const communes = (await product.call('GET', '/api/agencies?on=2025-07-01')).body.filter(
      ({ level }: { level: string }) => level === 'commune',
    );
    const named = Array.from({ length: 194 }, (_, at) => `Xã Ví Dụ ${at + 1}`);
    const text = [
      'Đơn vị cũ\tĐơn vị mới\tLoại\tNgày hiệu lực',
      ...named.map((name) => `\t${name}\tthành lập\t01/12/2024`),
      ...named.map(
        (name, at) => `${name}\t${communes[at % communes.length].shortNames[0]}\tsáp nhập\t01/7/2025`,
      ),
    ].join('\n');
    const draft = { ...DRAFT, effectiveOn: '2025-07-01' };
    const table = (await product.call('POST', '/api/reforms/readings', { effectiveOn: '2025-07-01', text }))
      .body;
    expect(table).toMatchObject({ rows: 388, problems: [] });
    const events = table.events.map(({ event }: { event: object }) => event);
    reformId = (await product.call('POST', '/api/reforms', { ...draft, events })).body.reformId;
    await step('submit');
    await step('approve', leader);
    expect((await step('apply')).status).toBe(200);
    const count = async (on: string) =>
      (await product.call('GET', `/api/agencies?on=${on}`)).body.filter(({ name }: { name: string }) =>
        name.startsWith('UBND xã Ví Dụ'),
      ).length;
    expect([await count('2024-11-30'), await count('2024-12-01'), await count('2025-07-01')]).toEqual([
      0, 194, 0,
    ]);
    const { predecessors } = (await product.call('GET', `/api/agencies/${communes[0].id}`)).body;
    // Beside the district it came from before the reform.
    const merged = predecessors.filter(({ name }: { name: string }) => name.startsWith('UBND xã Ví Dụ'));
    expect(merged).toHaveLength(3);
    expect((await step('reverse', product, { reason: 'Chỉ là thử' })).status).toBe(200);
  });
});
