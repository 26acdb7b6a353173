import { Buffer } from 'node:buffer';
import { unzipSync } from 'fflate';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ACTOR_HEADER } from '#contract/actor-header.ts';
import { type Client, type ProductUnderTest, startProduct } from '#test/product.ts';

const PLAN = (title: string, ...lines: string[]) =>
  `KẾ HOẠCH\n${title} năm 2026\nTT\tNhiệm vụ\tThời hạn\tCơ quan chủ trì\tCơ quan phối hợp\tSản phẩm\nI\tCẢI CÁCH THỂ CHẾ\t\t\t\t\n${lines.join('\n')}\n`;
const FOREIGN = '00000000-0000-7000-8000-0000000000f0';
/** A word that stands in every row of the other province, and nowhere else. */
const SECRET = 'quamonthien';
/** The end of every id of the other province: too long to stand in a digest by chance, which four letters did. */
const MARK = 'f0f0f0f0';
const LEAK = new RegExp(`${SECRET}|${MARK}`);
const SEEN_BY = [
  'owner',
  'leader',
  'head',
  'officer',
  'verifier',
  'inspector',
  'auditor',
  'administrator',
] as const;

interface Row {
  readonly id: string;
  readonly code: string;
  readonly assignments: Record<string, number>;
}

let product: ProductUnderTest;
let database: pg.Client;
let commune: Client;
let officer: Client;
let planId = '';
let importId = '';
let draftId = '';
let taskId = '';
let partOfJustice = '';
/** What the other province holds, by table. */
const foreign: Record<string, string> = {};

beforeAll(async () => {
  product = await startProduct({ now: '2026-03-02T03:00:00Z' });
  database = new pg.Client({ connectionString: product.database.url });
  await database.connect();
  importId = (
    await product.upload(
      'ke-hoach.txt',
      PLAN(
        'Cải cách hành chính',
        '1\tRà soát văn bản\tQuý II/2026\tSở Tư pháp\tSở Tài chính\tBáo cáo',
        '2\tTập huấn\tQuý III/2026\tSở Nội vụ\t\t02 lớp',
        '3\tNiêm yết thủ tục\tQuý IV/2026\tUBND xã Thất Khê\tSở Tư pháp; Sở Tài chính\tBảng niêm yết',
      ),
    )
  ).body.importId;
  planId = (await product.call('POST', `/api/imports/${importId}/confirm`)).body.planId;
  draftId = (
    await product.upload('nhap.txt', PLAN('Dự thảo', '1\tViệc kín\tQuý II/2026\tSở Tư pháp\t\tBáo cáo'))
  ).body.importId;
  taskId = (await rowsOf(product)).find(({ code }) => code === 'I.1')?.id ?? '';
  const { assignments } = (await product.call('GET', `/api/tasks/${taskId}`)).body;
  partOfJustice = assignments.find(({ agencyId }: { agencyId: string }) => agencyId === 'so-tu-phap').id;
  officer = await product.as('officer');
  commune = await product.as('officer of a commune');
  await copyToAnotherProvince();
});

afterAll(async () => {
  await database.end();
  await product.close();
});

const rowsOf = async (client: Client, query = 'limit=500'): Promise<readonly Row[]> =>
  (await client.call('GET', `/api/plans/${planId}/rows?${query}`)).body.rows;
const get = (client: Client, url: string) => client.call('GET', `/api${url}`);

/**
 * Gives another province of the same database a copy of everything: same agencies, its own ids, and the secret word
 * in every text. What of it comes out anywhere is a leak.
 */
async function copyToAnotherProvince(): Promise<void> {
  await database.query('insert into province (id, code, name) values ($1, $2, $3)', [FOREIGN, 'H99', SECRET]);
  await database.query('set session_replication_role = replica');
  const { rows: tables } = await database.query<{ name: string; columns: { name: string; type: string }[] }>(
    `select c.relname as name, json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, null)) order by a.attnum) as columns
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname not in ('province', 'schema_migration') group by 1`,
  );
  for (const { name, columns } of tables) {
    const values = columns.map(({ name: column, type }) => {
      if (column === 'province_id') return `'${FOREIGN}'::uuid`;
      // The same id but for its last letters, so that what belonged together still does.
      if (type === 'uuid')
        return `overlay("${column}"::text placing '${MARK}' from ${37 - MARK.length})::uuid`;
      if (/^(name|title|words|subject_words|person_name|actor|message|reason|basis)$/.test(column))
        return `'${SECRET}'`;
      return `"${column}"`;
    });
    const names = columns.map(({ name: column }) => `"${column}"`).join(', ');
    await database.query(
      `insert into "${name}" (${names}) select ${values.join(', ')} from "${name}" where province_id <> '${FOREIGN}'`,
    );
    const { rows } = await database.query(`select * from "${name}" where province_id = $1 limit 1`, [
      FOREIGN,
    ]);
    foreign[name] = rows[0]?.id ?? '';
  }
  await database.query('set session_replication_role = origin');
}

describe('another province', () => {
  test('holds as much in the same database', async () => {
    for (const table of [
      'plan',
      'task',
      'assignment',
      'plan_import',
      'source_file',
      'person',
      'post',
      'audit_entry',
    ])
      expect({ table, id: foreign[table] }).toEqual({
        table,
        id: expect.stringMatching(new RegExp(`${MARK}$`)),
      });
  });

  test.each(SEEN_BY)('is not reached by id by %s', async (role) => {
    const client = await product.as(role);
    for (const url of [
      `/plans/${foreign['plan']}`,
      `/tasks/${foreign['task']}`,
      `/imports/${foreign['plan_import']}`,
      `/people/${foreign['person']}`,
      `/posts/${foreign['post']}/handover`,
      `/plans/${foreign['plan']}/agencies`,
    ]) {
      const { status } = await get(client, url);
      expect({ url, status: [403, 404].includes(status) }).toEqual({ url, status: true });
    }
    for (const url of ['rows', 'outline', 'findings', 'changes']) {
      const { status, body } = await get(client, `/plans/${foreign['plan']}/${url}`);
      expect({ url, found: status === 200 ? (body.rows ?? body) : [] }).toEqual({ url, found: [] });
      expect(body.total ?? 0).toBe(0);
    }
  });

  test.each(SEEN_BY)('is in no list, search or count of %s', async (role) => {
    const client = await product.as(role);
    for (const url of [
      '/plans',
      '/imports',
      `/plans/${planId}/rows?search=${SECRET}`,
      `/plans/${planId}/changes`,
      `/plans/${planId}/findings`,
      `/plans/${planId}/agencies`,
      '/agencies',
      '/agencies/so-tu-phap',
      '/people?limit=200',
      `/people?search=${SECRET}`,
      '/audit?limit=200',
      `/audit?text=${SECRET}`,
      '/audit/people',
      '/audit/roots',
      `/tasks/${taskId}`,
      '/session',
    ]) {
      const { status, text } = await client.ask({ method: 'GET', url: `/api${url}` });
      expect([200, 403]).toContain(status);
      expect({ url, leaks: LEAK.test(text) }).toEqual({ url, leaks: false });
    }
  });

  test('changes no number of a page', async () => {
    expect((await get(product, '/people?limit=1')).body.total).toBe(9);
    expect((await get(product, '/plans')).body).toHaveLength(1);
    const { counts } = (await get(product, `/plans/${planId}`)).body;
    expect(counts).toMatchObject({ areas: 1, tasks: 3, assignments: 6 });
    expect((await get(product, `/plans/${planId}/rows`)).body.total).toBe(4);
  });

  test.each(SEEN_BY)('is not taken away in a file by %s', async (role) => {
    const client = await product.as(role);
    for (const url of [
      `/plans/${foreign['plan']}/export.docx`,
      `/plans/${foreign['plan']}/export.xlsx`,
      `/imports/${foreign['plan_import']}/file`,
      `/imports/${foreign['source_file']}/file`,
    ]) {
      const { status } = await client.ask({ method: 'GET', url: `/api${url}` });
      expect({ url, refused: [403, 404].includes(status) }).toEqual({ url, refused: true });
    }
  });

  test('stands in no export of the audit', async () => {
    const auditor = await product.as('auditor');
    const lines = await auditor.ask({ method: 'GET', url: '/api/audit/export.jsonl' });
    expect(lines.status).toBe(200);
    expect(lines.text).not.toMatch(LEAK);
    const sheets = unzipSync(await auditor.download('/api/audit/export.xlsx'));
    const words = Object.values(sheets).map((part) => Buffer.from(part).toString('utf8'));
    expect(words.join('')).not.toMatch(LEAK);
  });

  test('is not altered by who may alter everything here', async () => {
    const revision = (await get(product, `/plans/${planId}`)).body.revision;
    const admin = await product.as('administrator');
    const acts: [Client, 'POST' | 'PATCH', string, object][] = [
      [product, 'PATCH', `/tasks/${foreign['task']}`, { revision, words: { name: 'x' } }],
      [product, 'POST', `/tasks/${foreign['task']}/remove`, { revision }],
      [product, 'POST', `/plans/${foreign['plan']}/undo`, { revision }],
      [product, 'POST', `/imports/${foreign['plan_import']}/undo`, {}],
      [product, 'POST', `/assignments/${foreign['assignment']}/holder`, { personId: null }],
      [admin, 'POST', `/people/${foreign['person']}/disable`, { reason: 'x' }],
      [admin, 'POST', `/people/${foreign['person']}/sessions/end`, {}],
      [admin, 'POST', `/posts/${foreign['post']}/end`, { endsOn: '2026-03-02', reason: 'x' }],
    ];
    for (const [client, method, url, body] of acts)
      expect({ url, status: (await client.call(method, `/api${url}`, body)).status }).toEqual({
        url,
        status: 404,
      });
    expect(
      (await product.anonymous.call('POST', '/api/demo/sign-in', { personId: foreign['person'] })).status,
    ).toBe(404);
  });
});

describe('another agency', () => {
  test('its parts are seen by who leads, those of the lead by who coordinates, no others', async () => {
    const agencies = async (client: Client, code: string) => {
      const { id } = (await rowsOf(product)).find((row) => row.code === code) ?? { id: '' };
      return (await get(client, `/tasks/${id}`)).body.assignments
        .map(({ agencyId }: { agencyId: string }) => agencyId)
        .sort();
    };
    expect(await agencies(product, 'I.1')).toEqual(['so-tai-chinh-2025', 'so-tu-phap']);
    expect(await agencies(officer, 'I.1')).toEqual(['so-tai-chinh-2025', 'so-tu-phap']);
    expect(await agencies(commune, 'I.1')).toEqual([]);
    expect(await agencies(commune, 'I.3')).toEqual(['so-tai-chinh-2025', 'so-tu-phap', 'ubnd-xa-that-khe']);
    // two who coordinate have nothing to do with each other
    expect(await agencies(officer, 'I.3')).toEqual(['so-tu-phap', 'ubnd-xa-that-khe']);
  });

  test('its parts are counted neither on a task, nor in a plan, nor for an agency', async () => {
    const totals = async (client: Client) =>
      (await rowsOf(client)).map(({ assignments }) =>
        Object.values(assignments).reduce((sum, one) => sum + one, 0),
      );
    expect(await totals(product)).toEqual([0, 2, 1, 3]);
    expect(await totals(officer)).toEqual([0, 2, 0, 2]);
    expect(await totals(commune)).toEqual([0, 0, 0, 3]);
    expect((await get(officer, `/plans/${planId}`)).body.counts.assignments).toBe(4);
    expect((await get(officer, '/plans')).body[0].counts.assignments).toBe(4);
    // a few parts of another agency would read as all of them
    const agencies = (await get(officer, `/plans/${planId}/agencies`)).body;
    expect(agencies.map(({ id }: { id: string }) => id)).toEqual(['so-tu-phap']);
  });

  test('its parts are not found by filtering or ordering', async () => {
    const tasks = async (client: Client, query: string) => {
      const { body } = await get(client, `/plans/${planId}/rows?${query}`);
      return { total: body.total, codes: body.rows.map(({ code }: Row) => code) };
    };
    expect((await tasks(officer, 'agency=so-tu-phap&role=lead')).codes).toContain('I.1');
    // Sở Nội vụ leads a task neither has to do with
    expect((await tasks(product, 'agency=so-noi-vu-2025')).codes).toContain('I.2');
    expect(await tasks(officer, 'agency=so-noi-vu-2025')).toEqual({ total: 0, codes: [] });
    expect((await tasks(officer, 'agency=so-tai-chinh-2025')).codes).toEqual(['I', 'I.1']);
    expect((await tasks(commune, 'role=lead')).codes).toEqual(['I', 'I.3']);
    const ordered = await tasks(commune, 'sort=assignments&descending=true');
    expect(ordered.codes.slice(1)).toEqual(expect.arrayContaining(['I.1', 'I.2']));
  });

  test('its work is not on its page', async () => {
    expect((await get(officer, '/agencies/so-tu-phap')).body.work).not.toEqual([]);
    expect((await get(commune, '/agencies/so-noi-vu-2025')).body.work).toEqual([]);
    const shared = (await get(commune, '/agencies/so-tu-phap')).body.work;
    expect(shared.map(({ code }: Row) => code)).toEqual(['I.3']);
    expect((await get(await product.as('administrator'), '/agencies/so-tu-phap')).body.work).toEqual([]);
  });

  test('a part of it is given to nobody, by id', async () => {
    const head = await product.as('head');
    const other = (
      await get(product, `/tasks/${(await rowsOf(product)).find(({ code }) => code === 'I.3')?.id}`)
    ).body.assignments;
    const partOf = (wanted: string) =>
      other.find(({ agencyId }: { agencyId: string }) => agencyId === wanted).id;
    const give = async (part: string) =>
      (await head.call('POST', `/api/assignments/${part}/holder`, { personId: null })).status;
    expect(await give(partOf('ubnd-xa-that-khe'))).toBe(404);
    expect(await give(partOf('so-tai-chinh-2025'))).toBe(404);
    expect(
      (await head.call('POST', `/api/assignments/${partOfJustice}/holder`, { personId: null })).status,
    ).toBe(200);
    expect(
      (await commune.call('POST', `/api/assignments/${partOfJustice}/holder`, { personId: null })).status,
    ).toBe(403);
  });

  test('a document that is not yet a plan is its makers’ own, also as a file', async () => {
    for (const client of [officer, commune]) {
      expect((await client.ask({ method: 'GET', url: `/api/imports/${importId}/file` })).status).toBe(200);
      expect((await client.ask({ method: 'GET', url: `/api/imports/${draftId}/file` })).status).toBe(403);
      expect((await get(client, `/imports/${draftId}`)).status).toBe(403);
    }
    expect((await product.ask({ method: 'GET', url: `/api/imports/${draftId}/file` })).status).toBe(200);
  });

  test('an exported plan says to everybody what the document says, and no more', async () => {
    const wordsOf = async (client: Client) =>
      Buffer.from(
        unzipSync(await client.download(`/api/plans/${planId}/export.docx`))['word/document.xml'] ?? [],
      ).toString('utf8');
    expect(await wordsOf(commune)).toBe(await wordsOf(product));
  });

  test('what its people did is read by none but who oversees', async () => {
    for (const client of [officer, commune]) {
      expect((await get(client, '/audit')).status).toBe(403);
      expect((await client.ask({ method: 'GET', url: '/api/audit/export.jsonl' })).status).toBe(403);
    }
  });
});

describe('a post that ended, or acts for another, reaches by its days', () => {
  const people = async (client: Client) => (await get(client, '/session')).body.signedIn;

  test('a delegation reaches the parts of the absent one’s agency from its first day to its last', async () => {
    const head = await product.as('head');
    const [post] = (await people(head)).posts;
    const { personId } = await people(officer);
    const given = await head.call('POST', `/api/posts/${post.postId}/delegations`, {
      toPersonId: personId,
      validFrom: '2026-03-04',
      validTo: '2026-03-05',
      reason: 'đi công tác',
    });
    expect(given.status).toBe(200);
    const hold = async () =>
      (await officer.call('POST', `/api/assignments/${partOfJustice}/holder`, { personId: null })).status;
    for (const [day, status] of [
      ['2026-03-03', 403],
      ['2026-03-04', 200],
      ['2026-03-05', 200],
      ['2026-03-06', 403],
    ] as const) {
      product.setNow(`${day}T03:00:00Z`);
      expect({ day, status: await hold() }).toEqual({ day, status });
    }
    product.setNow('2026-03-02T03:00:00Z');
  });

  test('a window that takes another for signed in does nothing in the name of who is', async () => {
    const own = (await people(officer)).personId;
    const asking = (personId: string) =>
      officer.ask({ method: 'GET', url: `/api/tasks/${taskId}`, headers: { [ACTOR_HEADER]: personId } });
    expect((await asking(own)).status).toBe(200);
    const other = await asking((await people(commune)).personId);
    expect({ status: other.status, text: other.text }).toEqual({
      status: 409,
      text: expect.stringContaining('session-of-another'),
    });
  });

  test('the day after a post ended nothing is reached any more', async () => {
    const admin = await product.as('administrator');
    const { personId, posts } = await people(commune);
    const ended = await admin.call('POST', `/api/posts/${posts[0].postId}/end`, {
      endsOn: '2026-03-02',
      reason: 'chuyển công tác',
    });
    expect({ personId, status: ended.status }).toEqual({ personId, status: 200 });
    expect((await get(commune, '/plans')).status).toBe(200);
    product.setNow('2026-03-03T03:00:00Z');
    expect((await get(commune, '/plans')).status).toBe(403);
    expect((await get(commune, `/tasks/${taskId}`)).status).toBe(403);
    expect((await people(commune)).posts).toEqual([]);
  });
});
