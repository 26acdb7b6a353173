import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Client, cookiesOf, type ProductUnderTest, startProduct } from '#test/product.ts';
import type { Letter, MailAnswer, Mailer } from '../mail/mailer.ts';

// Before any day these tests are run on: the library of sign-in dates its sessions by the clock of the machine.
const NOW = '2026-03-02T03:00:00Z';
const PASSWORD = 'mèo mướp ngủ trên mái';
const POST = {
  agencyId: 'so-tu-phap',
  title: 'Chuyên viên',
  role: 'officer',
  validFrom: '2026-03-02',
  validTo: null,
};

const letters: Letter[] = [];
let mailAnswer: MailAnswer = { sent: true };
const mailer: Mailer = {
  isConfigured: true,
  send: async (letter) => {
    if (mailAnswer.sent) letters.push(letter);
    return mailAnswer;
  },
  close: () => undefined,
};

let product: ProductUnderTest;
let admin: Client;

beforeAll(async () => {
  product = await startProduct({ now: NOW, signIn: { publicUrl: 'http://localhost:8080', mailer } });
  admin = await product.as('administrator');
});
afterAll(() => product.close());

const codesOf = (body: { data?: { refusals?: { code: string }[] } }) =>
  (body.data?.refusals ?? []).map(({ code }) => code);
const secretOf = (words: string | undefined) => /loi-moi#([\w-]+)/.exec(words ?? '')?.[1] ?? '';

async function invite(name: string, email: string, post: object = POST) {
  const { status, body } = await admin.call('POST', '/api/invitations', { name, email, phone: null, post });
  expect({ status, body }).toMatchObject({ status: 200, body: { mail: 'sent', link: null } });
  return { personId: body.personId as string, secret: secretOf(letters.at(-1)?.text) };
}

async function signIn(email: string): Promise<Client> {
  const answer = await product.anonymous.ask({
    method: 'POST',
    url: '/api/session',
    payload: { email, password: PASSWORD },
  });
  expect(answer.status).toBe(200);
  return product.withCookies(cookiesOf(answer.headers));
}

async function join(name: string, email: string, post: object = POST) {
  const { personId, secret } = await invite(name, email, post);
  const accepted = await product.anonymous.call('POST', '/api/invitations/accept', {
    secret,
    chosen: PASSWORD,
  });
  expect(accepted.status).toBe(200);
  return { personId, client: await signIn(email) };
}

async function postOf(personId: string, at = 0): Promise<string> {
  const { body } = await admin.call('GET', `/api/people/${personId}`);
  return body.posts[at].id;
}

describe('an invitation', () => {
  test('reaches the person by letter, is taken up with a password, and lets them sign in', async () => {
    const { personId, secret } = await invite('Lộc Thị Én', 'EN@langson.gov.vn');
    expect(letters.at(-1)).toMatchObject({ to: { name: 'Lộc Thị Én', email: 'en@langson.gov.vn' } });
    expect(letters.at(-1)?.text).toContain(
      'Hứa Thị Mẫu mời bạn dùng Đôn Đốc với chức vụ: Chuyên viên, Sở Tư pháp',
    );
    const found = await product.anonymous.call('POST', '/api/invitations/find', { secret });
    expect(found.body).toMatchObject({
      name: 'Lộc Thị Én',
      email: 'en@langson.gov.vn',
      invitedBy: 'Hứa Thị Mẫu',
      posts: [{ title: 'Chuyên viên', agencyName: 'Sở Tư pháp' }],
    });
    const weak = await product.anonymous.call('POST', '/api/invitations/accept', {
      secret,
      chosen: 'LocThi-Loc-Thi',
    });
    expect(codesOf(weak.body)).toContain('password-known');
    const accepted = await product.anonymous.call('POST', '/api/invitations/accept', {
      secret,
      chosen: PASSWORD,
    });
    expect(accepted).toEqual({ status: 200, body: { done: true } });
    const client = await signIn('en@langson.gov.vn');
    const session = await client.call('GET', '/api/session');
    expect(session.body.signedIn).toMatchObject({
      personId,
      posts: [{ role: 'officer', agencyId: 'so-tu-phap' }],
    });
    const again = await product.anonymous.call('POST', '/api/invitations/accept', {
      secret,
      chosen: PASSWORD,
    });
    expect(again.status).toBe(410);
    const resent = await admin.call('POST', `/api/people/${personId}/invitation`);
    expect(codesOf(resent.body)).toEqual(['invitation-accepted-already']);
  });

  test('of two who try with one link makes one account', async () => {
    const { secret } = await invite('Hai Người', 'hai@langson.gov.vn');
    const tries = [1, 2, 3].map(() =>
      product.anonymous.call('POST', '/api/invitations/accept', { secret, chosen: PASSWORD }),
    );
    expect((await Promise.all(tries)).map(({ status }) => status).sort()).toEqual([200, 410, 410]);
  });

  test('sent again opens by its new link only; withdrawn by none', async () => {
    const { personId, secret } = await invite('Ba Lần', 'ba@langson.gov.vn');
    const ask = (of: string) => product.anonymous.call('POST', '/api/invitations/find', { secret: of });
    await admin.call('POST', `/api/people/${personId}/invitation`);
    const second = secretOf(letters.at(-1)?.text);
    expect([(await ask(secret)).status, (await ask(second)).status]).toEqual([410, 200]);
    expect((await admin.call('POST', `/api/people/${personId}/invitation/withdraw`)).status).toBe(200);
    expect((await ask(second)).status).toBe(410);
    const twice = await admin.call('POST', `/api/people/${personId}/invitation/withdraw`);
    expect(codesOf(twice.body)).toEqual(['invitation-withdrawn']);
    const detail = await admin.call('GET', `/api/people/${personId}`);
    expect(detail.body).toMatchObject({ state: 'invited', invitation: { withdrawn: true } });
  });

  test('runs out after seven days', async () => {
    const { secret } = await invite('Quên Mất', 'quen@langson.gov.vn');
    product.setNow('2026-03-09T02:59:00Z');
    expect((await product.anonymous.call('POST', '/api/invitations/find', { secret })).status).toBe(200);
    product.setNow('2026-03-09T03:00:00Z');
    expect((await product.anonymous.call('POST', '/api/invitations/find', { secret })).status).toBe(410);
    product.setNow(NOW);
  });

  test.each([
    ['refused', 'nobody@langson.gov.vn'],
    ['unreachable', 'away@langson.gov.vn'],
  ] as const)(
    'whose letter is %s shows its link to who invited, and can be taken up by it',
    async (why, email) => {
      mailAnswer = { sent: false, why };
      const { body } = await admin.call('POST', '/api/invitations', {
        name: 'Không Thư',
        email,
        phone: null,
        post: POST,
      });
      mailAnswer = { sent: true };
      expect(body).toMatchObject({ mail: why, link: expect.stringMatching(/^\/loi-moi#[\w-]{43}$/) });
      const found = await product.anonymous.call('POST', '/api/invitations/find', {
        secret: secretOf(body.link),
      });
      expect(found.status).toBe(200);
    },
  );

  test('is refused for everything at once, and nothing is kept', async () => {
    const { status, body } = await admin.call('POST', '/api/invitations', {
      name: 'Lộc Thị Én',
      email: 'en@langson.gov.vn',
      phone: null,
      post: { ...POST, agencyId: 'so-ke-hoach-va-dau-tu', validTo: '2026-01-01' },
    });
    expect(status).toBe(422);
    expect(codesOf(body).sort()).toEqual(['email-taken', 'post-agency-away', 'post-days-reversed']);
  });

  test('keeps no secret in the database', async () => {
    const { secret } = await invite('Bí Mật', 'bi-mat@langson.gov.vn');
    const { rows } = await sql`select * from link`.execute(product.database.authDb);
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain(secret);
  });
});

describe('a table of people', () => {
  const HEAD = 'Họ và tên\tThư điện tử\tCơ quan\tChức vụ\tVai trò\tTừ ngày';
  const row = (at: number, agency = 'Sở Tài chính') =>
    `Người Thứ ${at}\tnguoi${at}@langson.gov.vn\t${agency}\tChuyên viên\tCông chức thực hiện\t09/3/2026`;
  const preview = (table: string) => admin.call('POST', '/api/invitations/table/preview', { table });

  test('is shown first with every row, then stored whole, and each new person gets a letter', async () => {
    const table = [
      HEAD,
      row(1),
      row(2),
      row(1, 'Sở Tư pháp'),
      'Lộc Thị Én\ten@langson.gov.vn\tSở Tư pháp\tChuyên viên\tofficer',
    ].join('\n');
    const shown = await preview(table);
    expect(shown.body.refusals).toEqual([]);
    expect(shown.body.rows.map(({ change }: { change: string }) => change)).toEqual([
      'invite',
      'invite',
      'add-post',
      'nothing',
    ]);
    const before = letters.length;
    const confirmed = await admin.call('POST', '/api/invitations/table', {
      table,
      digest: shown.body.digest,
    });
    expect(confirmed.body).toMatchObject({ postsGiven: 3, invited: [{ mail: 'sent' }, { mail: 'sent' }] });
    expect(
      letters
        .slice(before)
        .map(({ to }) => to.email)
        .sort(),
    ).toEqual(['nguoi1@langson.gov.vn', 'nguoi2@langson.gov.vn']);
    expect(letters.slice(before).find(({ to }) => to.email.startsWith('nguoi1'))?.text).toContain(
      'Chuyên viên, Sở Tài chính; Chuyên viên, Sở Tư pháp',
    );
    const again = await preview(table);
    expect(again.body.rows.every(({ change }: { change: string }) => change === 'nothing')).toBe(true);
  });

  test('with a row that is not understood stores nothing, and says which and why', async () => {
    const table = [HEAD, row(3), row(4, 'Sở Không Có'), row(5).replace('09/3/2026', 'mai')].join('\n');
    const shown = await preview(table);
    expect(shown.body.refusals.map(({ message }: { message: string }) => message)).toEqual([
      expect.stringMatching(/^Dòng 3, cột "Cơ quan": không có cơ quan "Sở Không Có"/),
      'Dòng 4, cột "Từ ngày": "mai" không phải một ngày (dd/mm/yyyy).',
    ]);
    const confirmed = await admin.call('POST', '/api/invitations/table', {
      table,
      digest: shown.body.digest,
    });
    expect(codesOf(confirmed.body)).toEqual(['table-cell-unread', 'table-cell-unread']);
    const found = await admin.call('GET', '/api/people?search=nguoi3');
    expect(found.body.total).toBe(0);
  });

  test('that means something else by now is not confirmed', async () => {
    const table = [HEAD, row(6)].join('\n');
    const shown = await preview(table);
    await invite('Người Thứ 6', 'nguoi6@langson.gov.vn', { ...POST, agencyId: 'so-tai-chinh-2025' });
    const confirmed = await admin.call('POST', '/api/invitations/table', {
      table,
      digest: shown.body.digest,
    });
    expect(codesOf(confirmed.body)).toEqual(['table-changed']);
  });

  test('once the mail server is away, tries it no more and shows every link', async () => {
    const table = [HEAD, ...[10, 11, 12, 13, 14].map((at) => row(at))].join('\n');
    mailAnswer = { sent: false, why: 'unreachable' };
    const shown = await preview(table);
    const { body } = await admin.call('POST', '/api/invitations/table', { table, digest: shown.body.digest });
    mailAnswer = { sent: true };
    expect(
      body.invited.map(({ mail, link }: { mail: string; link: string }) => [mail, link !== null]),
    ).toEqual(Array.from({ length: 5 }, () => ['unreachable', true]));
  });

  test.each([
    ['', 'table-empty'],
    ['Họ và tên\tEmail\nA\ta@b.vn', 'table-column-missing'],
  ])('%j is no such table', async (table, code) => {
    expect(codesOf((await preview(table)).body)).toContain(code);
  });
});

describe('people', () => {
  test('are found without diacritics, and by agency, role and state', async () => {
    const list = async (query: string) => {
      const { body } = await admin.call('GET', `/api/people?${query}`);
      return { total: body.total, names: body.people.map(({ name }: { name: string }) => name) };
    };
    expect(await list('search=loc%20thi%20en')).toEqual({ total: 1, names: ['Lộc Thị Én'] });
    expect(await list('search=en@langson')).toMatchObject({ names: expect.arrayContaining(['Lộc Thị Én']) });
    expect(await list('search=%25')).toEqual({ total: 0, names: [] });
    expect(await list('role=auditor')).toEqual({ total: 1, names: ['Đàm Văn Mẫu'] });
    expect((await list('agencyId=so-tu-phap&state=active')).names).toContain('Lộc Thị Én');
    expect((await list('state=invited')).names).not.toContain('Lộc Thị Én');
    const all = await list('limit=200');
    const [first, second] = [await list('limit=2'), await list('limit=2&offset=2')];
    expect([...first.names, ...second.names]).toEqual(all.names.slice(0, 4));
    expect(all.names).toEqual([...all.names].sort((a: string, b: string) => a.localeCompare(b, 'vi')));
  });

  test('change their own telephone; their name is for an administrator', async () => {
    const { personId, client } = await join('Vi Văn Bốn', 'bon@langson.gov.vn');
    const update = (by: Client, body: object) => by.call('PATCH', `/api/people/${personId}`, body);
    expect((await update(client, { name: 'Vi Văn Bốn', phone: '0205 3812 345' })).status).toBe(200);
    expect(codesOf((await update(client, { name: 'Chủ tịch', phone: null })).body)).toEqual(['access-role']);
    expect((await update(admin, { name: 'Vi Văn Bốn B', phone: '0205 3812 345' })).status).toBe(200);
    const { body } = await admin.call('GET', '/api/people?search=3812');
    expect(body.people[0]).toMatchObject({ name: 'Vi Văn Bốn B', phone: '0205 3812 345' });
  });

  test('that are locked are out at once, and in again when unlocked', async () => {
    const { personId, client } = await join('Đinh Thị Năm', 'nam@langson.gov.vn');
    const act = (what: string) =>
      admin.call('POST', `/api/people/${personId}/${what}`, { reason: 'Nghỉ việc' });
    expect((await act('enable')).status).toBe(409);
    expect((await act('disable')).status).toBe(200);
    expect((await client.call('GET', '/api/people')).status).toBe(401);
    expect(codesOf((await act('disable')).body)).toEqual(['person-disabled-already']);
    expect((await act('enable')).status).toBe(200);
    expect((await (await signIn('nam@langson.gov.vn')).call('GET', '/api/people')).status).toBe(200);
  });

  test('have their sessions ended by an administrator', async () => {
    const { personId, client } = await join('Bế Văn Sáu', 'sau@langson.gov.vn');
    const { body } = await admin.call('POST', `/api/people/${personId}/sessions/end`);
    expect(body).toEqual({ ended: 1 });
    expect((await client.call('GET', '/api/people')).status).toBe(401);
  });
});

describe('a post', () => {
  test('is given and ended, and reaches from its first day to its last', async () => {
    const { personId, client } = await join('Hà Thị Bảy', 'bay@langson.gov.vn');
    const given = await admin.call('POST', `/api/people/${personId}/posts`, {
      ...POST,
      title: 'Thành viên tổ kiểm tra',
      role: 'inspector',
      validFrom: '2026-03-03',
    });
    const roles = async () =>
      (await client.call('GET', '/api/session')).body.signedIn.posts.map(
        ({ role }: { role: string }) => role,
      );
    expect(await roles()).toEqual(['officer']);
    product.setNow('2026-03-03T03:00:00Z');
    const again = await signIn('bay@langson.gov.vn');
    const session = await again.call('GET', '/api/session');
    expect(session.body.signedIn.posts).toHaveLength(2);
    const ended = await admin.call('POST', `/api/posts/${given.body.postId}/end`, {
      endsOn: '2026-03-02',
      reason: '',
    });
    expect(ended.status).toBe(200);
    expect((await again.call('GET', '/api/session')).body.signedIn.posts).toHaveLength(1);
    const twice = await admin.call('POST', `/api/posts/${given.body.postId}/end`, {
      endsOn: '2026-03-02',
      reason: '',
    });
    expect(codesOf(twice.body)).toEqual(['post-ended-already']);
    product.setNow(NOW);
  });

  test('is not given against the separation of duties, nor by an administrator to themselves', async () => {
    const { personId } = await join('Ma Văn Tám', 'tam@langson.gov.vn');
    const give = (to: string, role: string) =>
      admin.call('POST', `/api/people/${to}/posts`, { ...POST, agencyId: 'so-noi-vu-2025', role });
    expect(codesOf((await give(personId, 'verifier')).body)).toEqual(['post-roles-incompatible']);
    expect(codesOf((await give(personId, 'auditor')).body)).toEqual(['post-roles-incompatible']);
    const own = (await admin.call('GET', '/api/session')).body.signedIn.personId;
    expect(codesOf((await give(own, 'owner')).body)).toEqual(['access-oneself']);
  });

  test('of the only administrator is not ended', async () => {
    const own = (await admin.call('GET', '/api/session')).body.signedIn.personId;
    const end = await admin.call('POST', `/api/posts/${await postOf(own)}/end`, {
      endsOn: '2026-03-07',
      reason: '',
    });
    expect(codesOf(end.body)).toEqual(['last-administrator']);
  });

  test('is not given by a session whose password was given too long ago', async () => {
    const { client } = await join('Quản Trị Hai', 'quan-tri-2@langson.gov.vn', {
      ...POST,
      role: 'administrator',
    });
    const { personId } = await invite('Người Chờ', 'cho@langson.gov.vn');
    await client.call('POST', '/api/session/prove', { password: PASSWORD });
    product.setNow('2026-03-02T03:11:00Z');
    const give = () =>
      client.call('POST', `/api/people/${personId}/posts`, { ...POST, agencyId: 'so-tai-chinh-2025' });
    expect(codesOf((await give()).body)).toEqual(['reauthenticate']);
    expect((await client.call('POST', '/api/session/prove', { password: PASSWORD })).status).toBe(200);
    expect((await give()).status).toBe(200);
    product.setNow(NOW);
  });
});

describe('while absent, a post', () => {
  test('is acted in by a colleague, whose acts say for whom, until it is taken back', async () => {
    const head = await join('Trưởng Phòng', 'truong@langson.gov.vn', {
      ...POST,
      title: 'Giám đốc',
      role: 'head',
    });
    const deputy = await join('Phó Phòng', 'pho@langson.gov.vn');
    const postId = await postOf(head.personId);
    const give = (by: Client, body: object = {}) =>
      by.call('POST', `/api/posts/${postId}/delegations`, {
        toPersonId: deputy.personId,
        validFrom: '2026-03-02',
        validTo: '2026-03-07',
        reason: 'Đi công tác',
        ...body,
      });
    const given = await give(head.client);
    expect(given.status).toBe(200);
    const session = (await deputy.client.call('GET', '/api/session')).body.signedIn;
    expect(session.posts[1]).toMatchObject({ postId, role: 'head', onBehalfOf: { name: 'Trưởng Phòng' } });
    expect(codesOf((await give(head.client)).body)).toEqual(['delegation-overlap']);
    expect(
      codesOf((await give(head.client, { toPersonId: head.personId, validTo: '2027-03-07' })).body),
    ).toEqual(['delegation-to-oneself', 'delegation-too-long', 'delegation-overlap']);
    const third = await join('Người Ba', 'nguoi-ba@langson.gov.vn');
    expect((await give(deputy.client, { toPersonId: third.personId })).status).toBe(403);
    const revoke = (by: Client) => by.call('POST', `/api/delegations/${given.body.delegationId}/revoke`);
    expect((await revoke(third.client)).status).toBe(403);
    expect((await revoke(head.client)).status).toBe(200);
    expect((await deputy.client.call('GET', '/api/session')).body.signedIn.posts).toHaveLength(1);
    expect(codesOf((await revoke(head.client)).body)).toEqual(['delegation-ended-already']);
    expect((await give(admin)).status).toBe(200);
  });
});

describe('a leaver', () => {
  test('hands over open work, drafts and delegations to a named person, with the list both saw', async () => {
    const plan =
      'Stt\tNhiệm vụ\tThời hạn\tCơ quan chủ trì\tCơ quan phối hợp\tSản phẩm\nI\tCẢI CÁCH THỂ CHẾ\t\t\t\t\n1\tRà soát văn bản\tTháng 12/2026\tSở Tư pháp\t\tBáo cáo\n';
    const { body: created } = await product.upload('ke-hoach.tsv', plan);
    await product.call('POST', `/api/imports/${created.importId}/confirm`, {});
    const { body: plans } = await product.call('GET', '/api/plans');
    const { body: listed } = await product.call('GET', `/api/plans/${plans[0].id}/rows`);
    const task = listed.rows.find(({ kind }: { kind: string }) => kind === 'task');
    const { body: detail } = await product.call('GET', `/api/tasks/${task.id}`);
    const part = detail.assignments[0];
    const leaver = await join('Người Đi', 'di@langson.gov.vn');
    const heir = await join('Người Ở Lại', 'o-lai@langson.gov.vn');
    const outsider = await join('Người Ngoài', 'ngoai@langson.gov.vn', {
      ...POST,
      agencyId: 'so-tai-chinh-2025',
    });
    const head = await product.as('head');
    const hold = (personId: string | null) =>
      head.call('POST', `/api/assignments/${part.id}/holder`, { personId });
    expect((await hold(outsider.personId)).status).toBe(404);
    expect((await hold(leaver.personId)).status).toBe(200);
    expect(
      codesOf(
        (await product.call('POST', `/api/assignments/${part.id}/holder`, { personId: outsider.personId }))
          .body,
      ),
    ).toEqual(['holder-outside']);
    const postId = await postOf(leaver.personId);
    await leaver.client.call('POST', `/api/posts/${postId}/delegations`, {
      toPersonId: heir.personId,
      validFrom: '2026-03-02',
      validTo: '2026-03-12',
      reason: 'Nghỉ phép',
    });
    const shown = await leaver.client.call('GET', `/api/posts/${postId}/handover`);
    expect(shown.body.items.map(({ kind, fate }: { kind: string; fate: string }) => [kind, fate])).toEqual([
      ['assignment', 'passes'],
      ['delegation-given', 'ends'],
    ]);
    expect(shown.body.items[0].words).toBe('I.1. Rà soát văn bản (Sở Tư pháp, hạn 31/12/2026)');
    const seen = shown.body.items.map(({ id }: { id: string }) => id);
    const confirm = (by: Client, body: object) =>
      by.call('POST', `/api/posts/${postId}/handover`, {
        toPersonId: heir.personId,
        endsOn: '2026-03-07',
        seen,
        reason: 'Chuyển công tác',
        ...body,
      });
    expect(codesOf((await confirm(admin, { toPersonId: outsider.personId })).body)).toEqual([
      'handover-receiver-outside',
    ]);
    expect(codesOf((await confirm(admin, { toPersonId: leaver.personId })).body)).toContain(
      'handover-to-oneself',
    );
    expect(codesOf((await confirm(admin, { seen: [] })).body)).toEqual(['handover-list-changed']);
    expect((await confirm(outsider.client, {})).status).toBe(404);
    expect((await confirm(head, {})).status).toBe(200);
    expect(codesOf((await confirm(admin, {})).body)).toEqual(['post-ended-already']);
    const after = await product.call('GET', `/api/tasks/${task.id}`);
    expect(after.body.assignments[0].holder).toEqual({ personId: heir.personId, name: 'Người Ở Lại' });
    const gone = (await admin.call('GET', `/api/people/${leaver.personId}`)).body;
    expect(gone.posts[0]).toMatchObject({ validTo: '2026-03-07' });
    expect(gone.handovers[0]).toMatchObject({
      to: { name: 'Người Ở Lại' },
      endedOn: '2026-03-07',
      items: shown.body.items,
    });
    expect(gone.delegations[0].revokedOn).toBe('2026-03-08');
    await expect(sql`update handover set items = '[]'`.execute(product.database.db)).rejects.toThrow(
      /permission denied/,
    );
  });

  test('who drafts hands drafts only to who may draft', async () => {
    const drafter = await join('Người Soạn', 'soan@langson.gov.vn', {
      ...POST,
      agencyId: 'so-noi-vu-2025',
      role: 'owner',
    });
    const clerk = await join('Văn Thư', 'van-thu@langson.gov.vn', { ...POST, agencyId: 'so-noi-vu-2025' });
    const { body } = await drafter.client.upload(
      'du-thao.tsv',
      'TT\tNhiệm vụ\tThời hạn\tCơ quan chủ trì\nI\tA\t\t\n1\tViệc mới\tQuý IV/2026\tSở Nội vụ\n',
    );
    const reform = await drafter.client.call('POST', '/api/reforms', {
      title: 'Đổi tên Sở Tư pháp',
      effectiveOn: '2026-07-01',
      decision: { number: null, date: null, title: null },
      events: [{ kind: 'rename', agencyId: 'so-tu-phap', name: 'Sở Tư pháp và Pháp chế' }],
    });
    const { reformId } = reform.body;
    const postId = await postOf(drafter.personId);
    const shown = await admin.call('GET', `/api/posts/${postId}/handover`);
    expect(shown.body.items).toEqual([
      { kind: 'import', id: body.importId, words: 'Bản nhập chờ xác nhận: du-thao.tsv', fate: 'passes' },
      {
        kind: 'reform',
        id: reformId,
        words: 'Phương án sắp xếp đang soạn: Đổi tên Sở Tư pháp',
        fate: 'passes',
      },
    ]);
    const confirm = (toPersonId: string) =>
      admin.call('POST', `/api/posts/${postId}/handover`, {
        toPersonId,
        endsOn: '2026-03-02',
        seen: [body.importId, reformId],
        reason: '',
      });
    expect(codesOf((await confirm(clerk.personId)).body)).toEqual([
      'handover-receiver-role',
      'handover-receiver-role',
    ]);
    const owner = (await product.call('GET', '/api/session')).body.signedIn.personId;
    expect((await confirm(owner)).status).toBe(200);
    const passed = await product.call('GET', `/api/reforms/${reformId}`);
    expect(passed.body.author.id).toBe(owner);
  });
});
