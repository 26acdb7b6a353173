import { randomUUID } from 'node:crypto';
import { Workbook } from '@cj-tech-master/excelts';
import { zipSync } from 'fflate';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { A_REPORT, makeDocx, makePdf } from '#test/make-documents.ts';
import { type Answer, type Client, type ProductUnderTest, startProduct } from '#test/product.ts';

const PLAN =
  'KẾ HOẠCH\nCải cách hành chính năm 2026\nTT\tNhiệm vụ\tThời hạn\tCơ quan chủ trì\tCơ quan phối hợp\tSản phẩm\n' +
  'I\tCẢI CÁCH THỂ CHẾ\t\t\t\t\n' +
  '1\tRà soát văn bản\tQuý II/2026\tSở Tư pháp\tSở Nội vụ; UBND xã Thất Khê\tBáo cáo\n' +
  '2\tBan hành kế hoạch\tTháng 9/2026\tSở Tư pháp\t\tKế hoạch của UBND tỉnh\n' +
  '3\tBáo cáo quý\tHàng quý\tSở Tư pháp\t\tBáo cáo\n' +
  '4\tCông khai thủ tục\tQuý IV/2026\tUBND xã Thất Khê\t\tBáo cáo\n';
const PART = 1024 * 1024;

let product: ProductUnderTest;
let database: pg.Client;
let head: Client;
let commune: Client;
let report: Uint8Array;

beforeAll(async () => {
  product = await startProduct({ now: '2026-06-20T02:00:00Z', mostMegabytes: 3 });
  database = new pg.Client({ connectionString: product.database.url });
  await database.connect();
  const { body } = await product.upload('ke-hoach.txt', PLAN);
  await product.call('POST', `/api/imports/${body.importId}/confirm`, {});
  head = await product.as('head');
  commune = await product.as('officer of a commune');
  report = await makeDocx(A_REPORT);
});
afterAll(async () => {
  await database.end();
  await product.close();
});

async function itemOf(code: string, agencyId = 'so-tu-phap', nth = 0): Promise<{ id: string; part: string }> {
  const { rows } = await database.query(
    `select d.id, d.assignment_id as part from due_item d join task t on t.id = d.task_id
     where t.code = $1 and d.agency_id = $2 order by d.due_on`,
    [code, agencyId],
  );
  return rows[nth];
}

interface Sent {
  readonly uploadId: string;
  readonly answer: Answer;
}

const start = (client: Client, body: object) => client.call('POST', '/api/evidence/uploads', body);
const putPart = async (client: Client, uploadId: string, offset: number, bytes: Uint8Array) => {
  const { status, text } = await client.ask({
    method: 'PUT',
    url: `/api/evidence/uploads/${uploadId}/parts/${offset}`,
    payload: Buffer.from(bytes),
    headers: { 'content-type': 'application/octet-stream' },
  });
  return { status, body: JSON.parse(text) };
};
const finish = (client: Client, uploadId: string) =>
  client.call('POST', `/api/evidence/uploads/${uploadId}/finish`);

async function send(
  client: Client,
  dueItemId: string,
  name: string,
  bytes: Uint8Array,
  more: object = {},
): Promise<Sent> {
  const uploadId = randomUUID();
  const begun = await start(client, { id: uploadId, dueItemId, name, size: bytes.length, ...more });
  if (begun.status !== 200) return { uploadId, answer: begun };
  for (let at = 0; at < bytes.length; at += PART) {
    const part = await putPart(client, uploadId, at, bytes.subarray(at, at + PART));
    if (part.status !== 200) return { uploadId, answer: part };
  }
  return { uploadId, answer: await finish(client, uploadId) };
}

const listOf = async (client: Client, dueItemId: string) =>
  (await client.call('GET', `/api/evidence?dueItemId=${dueItemId}`)).body.claims;
const codeOf = ({ body }: Answer) => body.data?.refusals[0]?.code ?? body.code;
const count = async (text: string, values: unknown[] = []): Promise<number> =>
  Number((await database.query(text, values)).rows[0].n);
const countOf = (dueItemId: string) =>
  count('select evidence_count as n from due_item where id = $1', [dueItemId]);

describe('a report handed in as Word', () => {
  let evidenceId: string;
  let claimId: string;

  test('is kept with its name, counted for its item, and on record', async () => {
    const item = await itemOf('I.1');
    const name = 'Báo cáo rà soát – quý II (bản ký).docx';
    const { answer, uploadId } = await send(head, item.id, name.normalize('NFD'), report);
    expect(answer.body).toMatchObject({ finished: { version: 1 }, received: report.length });
    evidenceId = answer.body.finished.evidenceId;
    expect(await countOf(item.id)).toBe(1);
    const [claim] = await listOf(head, item.id);
    claimId = claim.claimId;
    expect(claim.evidence).toMatchObject({ id: evidenceId, name, kind: 'docx', version: 1 });
    expect((await finish(head, uploadId)).body.finished).toEqual({ evidenceId, version: 1 });
    const audit = await (await product.as('auditor')).call('GET', '/api/audit?act=evidence.attach');
    expect(audit.body.entries[0]).toMatchObject({ subject: { kind: 'evidence', words: name } });
  });

  test('says of itself what it is, and lacks nothing', async () => {
    await product.product.readEvidence();
    const item = await itemOf('I.1');
    const [claim] = await listOf(head, item.id);
    expect(claim.evidence.reading).toBe('read');
    expect(
      Object.fromEntries(
        Object.entries<{ value: string }>(claim.evidence.facts).map(([fact, { value }]) => [fact, value]),
      ),
    ).toEqual({
      number: '45/BC-STP',
      issuedOn: '2026-06-15',
      issuer: 'SỞ TƯ PHÁP',
      signer: 'Lương Thị Hòa',
      type: 'Báo cáo',
      title: 'Kết quả rà soát văn bản quy phạm pháp luật quý II năm 2026',
      validFrom: null,
      validTo: null,
    });
    expect(claim.findings).toEqual([]);
  });

  test('is read only once, whoever asks again', async () => {
    const before = await count('select sum(tries) as n from file_reading');
    await product.product.readEvidence();
    expect(await count('select sum(tries) as n from file_reading')).toBe(before);
  });

  test('is found by its words without diacritics, with the words marked', async () => {
    const { body } = await head.call('GET', '/api/evidence/search?text=bai%20bo%20van%20ban');
    expect(body.total).toBe(1);
    const [found] = body.found;
    expect(found.evidence.id).toBe(evidenceId);
    expect(
      found.excerpt
        .filter((part: { isHit: boolean }) => part.isHit)
        .map((part: { text: string }) => part.text),
    ).toContain('bãi');
    expect(found.claims[0]).toMatchObject({ taskName: 'Rà soát văn bản' });
    expect((await head.call('GET', '/api/evidence/search?text=ra%20so%C3%A1t%20v')).body.total).toBe(1);
    expect((await head.call('GET', '/api/evidence/search?text=khongcochunay')).body.total).toBe(0);
    expect((await head.call('GET', '/api/evidence/search?type=K%E1%BA%BF%20ho%E1%BA%A1ch')).body.total).toBe(
      0,
    );
    expect((await head.call('GET', '/api/evidence/search?from=2026-06-15&to=2026-06-15')).body.total).toBe(1);
  });

  test('and what was found is taken away as a list of documents', async () => {
    const workbook = new Workbook();
    await workbook.xlsx.load(await head.download('/api/evidence/search.xlsx?text=bai%20bo%20van%20ban'));
    const sheet = workbook.getWorksheet('Tài liệu kiểm chứng');
    expect(sheet?.rowCount).toBe(4);
    const cells = [3, 4, 5, 9, 10].map((at) => String(sheet?.getRow(4).getCell(at).value));
    expect(cells).toEqual([
      'Báo cáo',
      '45/BC-STP',
      '15/6/2026',
      'Sở Tư pháp',
      expect.stringMatching(/^Rà soát văn bản \(/),
    ]);
    expect((await head.call('GET', '/api/evidence/search.xlsx?validity=khac')).status).toBe(404);
  });

  test('is shown in the page as words and tables', async () => {
    const { body } = await head.call('GET', `/api/evidence/${evidenceId}/versions/1/preview`);
    expect(body).toMatchObject({ kind: 'docx', reading: 'read', isCut: false });
    expect(body.blocks[0].type).toBe('table');
    expect(JSON.stringify(body.blocks)).toContain('đề nghị bãi bỏ 03 văn bản');
  });

  test('comes back byte for byte under its very name, and that it was taken is on record', async () => {
    const url = `/api/evidence/${evidenceId}/versions/1/file`;
    const { headers } = await head.ask({ method: 'GET', url });
    expect(headers['content-disposition']).toContain(
      `filename*=UTF-8''${encodeURIComponent('Báo cáo rà soát – quý II (bản ký).docx')}`,
    );
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['content-security-policy']).toBe("default-src 'none'; sandbox");
    expect(Buffer.compare(await head.download(url), report)).toBe(0);
    const audit = await (await product.as('auditor')).call('GET', '/api/audit?act=evidence.download');
    expect(audit.body.entries.length).toBeGreaterThan(0);
    // A Word file is never given to the page itself, whatever is asked.
    const shown = await head.ask({ method: 'GET', url: `${url}?show=1` });
    expect(shown.headers['content-disposition']).toMatch(/^attachment/);
  });

  test('is set right by a person, and what was read stays beside it', async () => {
    const corrections = [
      { fact: 'number', value: '450/BC-STP' },
      { fact: 'validTo', value: '2026-07-01' },
    ];
    expect((await head.call('POST', `/api/evidence/${evidenceId}/facts`, { corrections })).status).toBe(200);
    const { body } = await head.call('GET', `/api/evidence/${evidenceId}`);
    expect(body.evidence.facts.number).toMatchObject({
      value: '450/BC-STP',
      isCorrected: true,
      read: { value: '45/BC-STP', words: 'Số: 45/BC-STP' },
    });
    expect(body.evidence.validity).toBe('ends-soon');
    expect(body.corrections).toHaveLength(2);
    const item = await itemOf('I.1');
    expect((await listOf(head, item.id))[0].findings.map(({ code }: { code: string }) => code)).toEqual([
      'ends-soon',
    ]);
    expect((await head.call('GET', '/api/evidence/search?text=450%2FBC')).body.total).toBe(1);
    expect((await head.call('GET', '/api/evidence/search?validity=ends-soon')).body.total).toBe(1);
    const wrong = await head.call('POST', `/api/evidence/${evidenceId}/facts`, {
      corrections: [{ fact: 'issuedOn', value: '2026-02-30' }],
    });
    expect(codeOf(wrong)).toBe('evidence-fact-invalid');
  });

  test('gets a next version; the one before stays', async () => {
    const item = await itemOf('I.1');
    const same = await send(head, item.id, 'lại.docx', report, { evidenceId });
    expect(codeOf(same.answer)).toBe('evidence-same-version');
    const next = await makeDocx({ ...A_REPORT, number: 'Số: 46/BC-STP', signer: 'Nông Văn Bình' });
    const { answer } = await send(head, item.id, 'Báo cáo rà soát (sửa).docx', next, { evidenceId });
    expect(answer.body.finished).toEqual({ evidenceId, version: 2 });
    await product.product.readEvidence();
    const { body } = await head.call('GET', `/api/evidence/${evidenceId}`);
    expect(body.versions.map(({ number }: { number: number }) => number)).toEqual([2, 1]);
    // The new file was read; what a person set right still holds.
    expect(body.evidence.facts.signer.value).toBe('Nông Văn Bình');
    expect(body.evidence.facts.number.value).toBe('450/BC-STP');
    expect(await countOf(item.id)).toBe(1);
    expect(Buffer.compare(await head.download(`/api/evidence/${evidenceId}/versions/1/file`), report)).toBe(
      0,
    );
  });

  test('is seen by those who see the item, and by no other agency', async () => {
    const item = await itemOf('I.1');
    expect(await listOf(await product.as('verifier'), item.id)).toHaveLength(1);
    // The commune coordinates the task, so it sees what the lead hands in.
    expect(await listOf(commune, item.id)).toHaveLength(1);
    const own = await send(
      head,
      (await itemOf('I.2')).id,
      'Kế hoạch.docx',
      await makeDocx({ ...A_REPORT, type: 'KẾ HOẠCH', number: 'Số: 9/KH-STP' }),
    );
    const hidden = own.answer.body.finished.evidenceId;
    expect(codeOf(await commune.call('GET', `/api/evidence/${hidden}`))).toBe('not-found');
    expect(
      (await commune.ask({ method: 'GET', url: `/api/evidence/${hidden}/versions/1/file` })).status,
    ).toBe(404);
    expect((await commune.call('GET', '/api/evidence/search?text=9%2FKH')).body.total).toBe(0);
    const corrections = [{ fact: 'number', value: '1' }];
    expect(codeOf(await commune.call('POST', `/api/evidence/${evidenceId}/facts`, { corrections }))).toBe(
      'access-scope',
    );
    const foreign = await send(commune, item.id, 'a.docx', report);
    // It may read the item and not write to it, so for writing it is not there.
    expect(codeOf(foreign.answer)).toBe('not-found');
  });

  test('is taken back from its item with a reason, and is kept', async () => {
    const item = await itemOf('I.1');
    const withdraw = () =>
      head.call('POST', `/api/evidence/claims/${claimId}/withdraw`, { reason: 'Nhầm tệp' });
    expect((await withdraw()).status).toBe(200);
    expect(await countOf(item.id)).toBe(0);
    expect(codeOf(await withdraw())).toBe('evidence-withdrawn-already');
    const { body } = await head.call('GET', `/api/evidence/${evidenceId}`);
    expect(body.claims[0]).toMatchObject({ reason: 'Nhầm tệp' });
    expect(Buffer.compare(await head.download(`/api/evidence/${evidenceId}/versions/1/file`), report)).toBe(
      0,
    );
    const again = await head.call('POST', `/api/evidence/${evidenceId}/claims`, { dueItemId: item.id });
    expect(again.status).toBe(200);
    expect(await countOf(item.id)).toBe(1);
    const twice = await head.call('POST', `/api/evidence/${evidenceId}/claims`, { dueItemId: item.id });
    expect(codeOf(twice)).toBe('evidence-claimed-already');
    const other = await commune.call('POST', `/api/evidence/${evidenceId}/claims`, {
      dueItemId: (await itemOf('I.4', 'ubnd-xa-that-khe')).id,
    });
    expect(codeOf(other)).toBe('evidence-other-agency');
  });

  test('is neither replaced nor taken back once its item is accepted', async () => {
    const item = await itemOf('I.1');
    const [claim] = await listOf(head, item.id);
    await database.query("update due_item set state = 'accepted' where id = $1", [item.id]);
    const withdrawn = await head.call('POST', `/api/evidence/claims/${claim.claimId}/withdraw`, {
      reason: 'x',
    });
    expect(codeOf(withdrawn)).toBe('access-state');
    const replaced = await send(
      head,
      item.id,
      'b.docx',
      await makeDocx({ ...A_REPORT, number: 'Số: 1/BC-STP' }),
      { evidenceId },
    );
    expect(codeOf(replaced.answer)).toBe('access-state');
    expect((await listOf(head, item.id))[0].may).toMatchObject({ withdraw: false, replace: false });
    await database.query("update due_item set state = 'waiting', retired_at = now() where id = $1", [
      item.id,
    ]);
    expect(codeOf((await send(head, item.id, 'c.docx', report)).answer)).toBe('work-retired');
    await database.query('update due_item set retired_at = null where id = $1', [item.id]);
  });
});

describe('a file on its way', () => {
  const large = Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.alloc(2.5 * PART, 7)]);

  test('goes on where it stopped, and a part sent twice is kept once', async () => {
    const { id: dueItemId } = await itemOf('I.2');
    const id = randomUUID();
    const begin = { id, dueItemId, name: 'bản quét.pdf', size: large.length };
    await start(head, begin);
    expect((await putPart(head, id, 0, large.subarray(0, PART))).body.received).toBe(PART);
    expect((await putPart(head, id, 0, large.subarray(0, PART))).body.received).toBe(PART);
    expect(codeOf(await putPart(head, id, 2 * PART, large.subarray(2 * PART)))).toBe('upload-offset');
    expect(codeOf(await finish(head, id))).toBe('upload-incomplete');
    expect((await start(head, begin)).body.received).toBe(PART);
    expect((await head.call('GET', `/api/evidence/uploads/${id}`)).body).toMatchObject({ received: PART });
    expect(codeOf(await start(head, { ...begin, size: 5 }))).toBe('upload-other');
    expect(codeOf(await commune.call('GET', `/api/evidence/uploads/${id}`))).toBe('not-found');
    await putPart(head, id, PART, large.subarray(PART, 2 * PART));
    await putPart(head, id, 2 * PART, large.subarray(2 * PART));
    const { finished } = (await finish(head, id)).body;
    const kept = await head.download(`/api/evidence/${finished.evidenceId}/versions/1/file`);
    expect(Buffer.compare(kept, large)).toBe(0);
    const shown = await head.ask({
      method: 'GET',
      url: `/api/evidence/${finished.evidenceId}/versions/1/file?show=1`,
    });
    expect(shown.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': 'inline',
    });
  });

  test('that nobody goes on with is cleared away after a week, and nothing else is', async () => {
    const { id: dueItemId } = await itemOf('I.2');
    const id = randomUUID();
    await start(head, { id, dueItemId, name: 'dở.pdf', size: 10 });
    await putPart(head, id, 0, Buffer.from('%PDF-'));
    expect(await product.product.clearUploads()).toBe(0);
    const files = await count('select count(*) as n from stored_file');
    product.setNow('2026-06-28T02:00:00Z');
    expect(await product.product.clearUploads()).toBeGreaterThan(0);
    product.setNow('2026-06-20T02:00:00Z');
    expect(
      codeOf(await product.as('head').then((one) => one.call('GET', `/api/evidence/uploads/${id}`))),
    ).toBe('not-found');
    expect(await count('select count(*) as n from stored_file')).toBe(files);
  });
});

describe('by its content is refused', () => {
  const zip = (parts: Record<string, string>) =>
    zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, Buffer.from(text)])));
  const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex');
  const BOMB = zipSync({
    '[Content_Types].xml': Buffer.from('x'),
    'word/document.xml': new Uint8Array(40_000_000),
  });

  test.each<[string, string, Uint8Array, string]>([
    [
      'a program named like a PDF',
      'bao-cao.pdf',
      Buffer.from('MZ\x90\0 no document'),
      'evidence-kind-unknown',
    ],
    [
      'a page with a script named like a picture',
      'anh.png',
      Buffer.from('<svg onload="alert(1)">'),
      'evidence-kind-unknown',
    ],
    ['a picture without its head', 'anh.jpg', Buffer.from('ffd8ff00', 'hex'), 'file-damaged'],
    [
      'a Word file with macros',
      'mau.docx',
      zip({ '[Content_Types].xml': 'macroEnabled', 'word/vbaProject.bin': 'x' }),
      'file-macro',
    ],
    ['an archive of other things', 'tep.docx', zip({ 'a.txt': 'x' }), 'evidence-kind-unknown'],
    ['a file of Word 97', 'cu.docx', Buffer.concat([OLE, Buffer.alloc(600)]), 'file-old-format'],
    [
      'a Word file with a password',
      'khoa.docx',
      Buffer.concat([OLE, Buffer.from('EncryptedPackage', 'utf16le')]),
      'file-encrypted',
    ],
    ['a file that would unpack beyond measure', 'bom.docx', BOMB, 'file-bomb'],
    ['nothing at all', 'rong.pdf', new Uint8Array(), 'evidence-empty'],
    ['more than is taken', 'to.pdf', Buffer.alloc(3 * PART + 1), 'evidence-too-large'],
  ])('%s', async (_title, name, bytes, code) => {
    const item = await itemOf('I.2');
    const before = await countOf(item.id);
    const { answer } = await send(head, item.id, name, bytes);
    expect(codeOf(answer)).toBe(code);
    expect(answer.body.data.refusals[0].message).toContain(name);
    expect(await countOf(item.id)).toBe(before);
  });

  test('a part without content', async () => {
    const answer = await head.ask({ method: 'PUT', url: `/api/evidence/uploads/${randomUUID()}/parts/0` });
    expect(answer.status).toBe(400);
  });
});

describe('whoever is to review is told', () => {
  const body = Array.from(
    { length: 12 },
    (_, at) =>
      `Lĩnh vực ${at + 1}: tiếp nhận ${at * 7 + 3} hồ sơ, giải quyết ${at * 6 + 2} hồ sơ, trả trước hạn ${at * 3 + 1} hồ sơ, quá hạn ${at} hồ sơ.`,
  );

  test('that one file stands for two periods, that two agencies say the same, and that a PDF is of another type', async () => {
    const [first, second] = [await itemOf('I.3', 'so-tu-phap', 0), await itemOf('I.3', 'so-tu-phap', 1)];
    const lines = [
      'SO TU PHAP',
      'SỞ TƯ PHÁP',
      'Số: 12/KH-STP',
      'Lạng Sơn, ngày 10 tháng 3 năm 2026',
      'KẾ HOẠCH',
      'Rà soát thủ tục',
      ...body,
      'GIÁM ĐỐC',
      'Phan Hồng Tiến',
    ];
    const pdf = makePdf(lines);
    await send(head, first.id, 'ky1.pdf', pdf);
    await send(head, second.id, 'ky2.pdf', pdf);
    const theirs = await makeDocx({
      ...A_REPORT,
      issuer: 'ỦY BAN NHÂN DÂN XÃ THẤT KHÊ',
      number: 'Số: 3/BC-UBND',
      body,
    });
    await send(commune, (await itemOf('I.4', 'ubnd-xa-that-khe')).id, 'xa.docx', theirs);
    expect(
      await count(
        'select count(*) as n from stored_file f join evidence e using (sha256) where e.name like $1',
        ['ky%'],
      ),
    ).toBe(2);
    await product.product.readEvidence();
    const [claim] = await listOf(head, first.id);
    expect(claim.evidence.facts).toMatchObject({
      number: { value: '12/KH-STP' },
      issuedOn: { value: '2026-03-10' },
      issuer: { value: 'SỞ TƯ PHÁP' },
      signer: { value: 'Phan Hồng Tiến' },
      type: { value: 'Kế hoạch' },
    });
    const codes = claim.findings.map(({ code }: { code: string }) => code);
    expect(codes).toEqual(['same-file-period', 'type-other', 'near-identical']);
    const near = claim.findings.at(-1);
    expect(near.message).toContain('một cơ quan khác');
    const seen = await listOf(await product.as('verifier'), first.id);
    expect(seen[0].findings.at(-1).message).toContain('Thất Khê');
  });

  test('that a file is locked or broken, which is found when it is read', async () => {
    const item = await itemOf('I.2');
    await send(head, item.id, 'hong.pdf', Buffer.from('%PDF-1.7\nbroken'));
    await product.product.readEvidence();
    const claim = (await listOf(head, item.id)).find(
      ({ evidence }: { evidence: { name: string } }) => evidence.name === 'hong.pdf',
    );
    expect(claim.evidence.reading).toBe('damaged');
    expect(claim.findings.map(({ code }: { code: string }) => code)).toEqual(['damaged']);
  });
});

test('a reading that was cut off is begun again, and given up where it never ends', async () => {
  const item = await itemOf('I.2');
  const { answer } = await send(
    head,
    item.id,
    'dut.docx',
    await makeDocx({ ...A_REPORT, number: 'Số: 77/BC-STP' }),
  );
  await product.product.readEvidence();
  const state = async () => {
    const { body } = await head.call('GET', `/api/evidence/${answer.body.finished.evidenceId}`);
    return body.evidence.reading;
  };
  const cutOff = (tries: number) =>
    database.query(
      `update file_reading r set state = 'pending', tries = $2, claimed_at = $3 from evidence e where e.sha256 = r.sha256 and e.id = $1`,
      [answer.body.finished.evidenceId, tries, '2026-06-20T01:59:00Z'],
    );
  await cutOff(1);
  await product.product.readEvidence();
  expect(await state()).toBe('pending');
  product.setNow('2026-06-20T02:10:00Z');
  await product.product.readEvidence();
  expect(await state()).toBe('read');
  await cutOff(3);
  await product.product.readEvidence();
  expect(await state()).toBe('too-long');
  product.setNow('2026-06-20T02:00:00Z');
});
